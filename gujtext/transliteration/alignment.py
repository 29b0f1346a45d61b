"""Which Latin letters stand for which Gujarati letters: every romanization can be explained."""

from __future__ import annotations

from gujtext.transliteration.popular import word_pairs
from gujtext.transliteration.schemes import POPULAR, find_scheme
from gujtext.transliteration.writing import writer
from gujtext.types import require_text


def align(word: str, scheme: str = POPULAR) -> list[tuple[str, str]]:
    """Pair the letters of one Gujarati word, with their signs, with the Latin letters that stand for them.

    The left sides make up the word, the right sides its romanization. A letter that is not heard has an empty right
    side; a word that popular spelling takes from its list is one pair.

    Raises:
        GujtextError: an unknown scheme.

    Example:
        >>> align("સરકાર")
        [('સ', 'sa'), ('ર', 'r'), ('કા', 'ka'), ('ર', 'r')]
        >>> align("કઇ", "iso15919")
        [('ક', "ka'"), ('ઇ', 'i')]
    """
    require_text(word)
    if scheme == POPULAR:
        return word_pairs(word)
    return writer(scheme, find_scheme(scheme).anusvara).pairs(word)
