"""``indicnlp.tokenize.sentence_tokenize``: sentences, and the patterns that callers hand back to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gujtext.compat.indicnlp.faithful import sentences as faithful
from gujtext.compat.indicnlp.languages import require_language
from gujtext.segmentation import sent_tokenize
from gujtext.types import GujtextError, require_text

if TYPE_CHECKING:
    DELIM_PAT_DANDA: re.Pattern[str]
    DELIM_PAT_NO_DANDA: re.Pattern[str]

AUTO = "auto"
PATTERNS = {"DELIM_PAT_DANDA": False, "DELIM_PAT_NO_DANDA": True}


def __getattr__(name: str) -> re.Pattern[str]:
    """Build a pattern when it is first asked for: its marks are read from a table."""
    if name not in PATTERNS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return faithful.stops(with_full_stop=PATTERNS[name])


def sentence_split(text: str, lang: str, delim_pat: Any = AUTO, *, exact: bool = False) -> list[str]:
    """Split text into sentences.

    Corrected it is `gujtext.sent_tokenize`. Differences from the library: sentences are slices of the text
    (``ઈ.સ.`` stays ``ઈ.સ.``, none begins with a space, no piece is lost), a full stop after a digit can end a
    sentence, and so can a line break.

    Arguments:
        text: any text.
        lang: ``"gu"``.
        delim_pat: what ends a sentence, a compiled pattern; ``"auto"`` and ``DELIM_PAT_NO_DANDA`` are the same for
            Gujarati. Others are for ``exact=True`` only.
        exact: give what indic-nlp-library 0.92 gives.

    Returns:
        the sentences in order.

    Raises:
        GujtextError: another language; a ``delim_pat`` that is no pattern, or, corrected, one of the caller's own.
        TypeError: not a ``str``.

    Example:
        >>> sentence_split("ઈ.સ. ૧૯૪૭. પછી શું થયું?", lang="gu")
        ['ઈ.સ. ૧૯૪૭.', 'પછી શું થયું?']
        >>> sentence_split("ઈ.સ. ૧૯૪૭. પછી શું થયું?", lang="gu", exact=True)
        [' ઈ. સ. ૧૯૪૭. પછી શું થયું?']

    Source: indic-nlp-library 0.92.
    """
    require_language(lang)
    require_text(text)
    pattern = faithful.stops(with_full_stop=True)
    if delim_pat != AUTO:
        if not hasattr(delim_pat, "finditer"):
            raise GujtextError(f"delim_pat is 'auto' or a compiled pattern, not {delim_pat!r}")
        if not exact and delim_pat != pattern:
            raise GujtextError(
                "delim_pat is 'auto' or DELIM_PAT_NO_DANDA: a pattern of your own needs exact=True, as in "
                "indic-nlp-library, or gujtext.SentenceSplitter(abbreviations=...)"
            )
        pattern = delim_pat
    return faithful.split(text, pattern) if exact else sent_tokenize(text)
