"""Graphemes: text cut into extended grapheme clusters, what a reader counts as characters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gujtext.types import require_text

if TYPE_CHECKING:
    import regex

# \X alone looks back over a whole run of regional indicators at every flag; taken in pairs from the left, it does not.
CLUSTER = r"\p{GCB=Regional_Indicator}{1,2}+[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]*+|\X"


@cache
def _cluster() -> regex.Pattern[str]:
    import regex  # a heavy import that words and sentences do without

    return regex.compile(CLUSTER)


def graphemes(text: str) -> list[str]:
    """Cut text into extended grapheme clusters.

    A consonant cluster joined by virama is one cluster with its vowel sign and bindu (rule GB9c); ZERO WIDTH
    NON-JOINER ends one.

    Arguments:
        text: any text.

    Returns:
        the clusters in order; joined, they are the text.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> graphemes("ક્ષત્રિય છે")
        ['ક્ષ', 'ત્રિ', 'ય', ' ', 'છે']

    Source: Unicode Standard Annex 29, in the Unicode version of the installed ``regex``.
    """
    require_text(text)
    return _cluster().findall(text)
