"""``indicnlp.tokenize.indic_tokenize``: words and marks."""

from __future__ import annotations

from gujtext.compat.indicnlp.faithful import tokens as faithful
from gujtext.compat.indicnlp.languages import GUJARATI, HINDI, require_language
from gujtext.segmentation import word_tokenize
from gujtext.types import require_text


def trivial_tokenize(text: str, lang: str = HINDI, *, exact: bool = False) -> list[str]:
    """Cut text into words and marks.

    Corrected it is `gujtext.word_tokenize`. Differences from the library: abbreviations (``ઈ.સ.``), numbers in
    Gujarati digits, dates, times, URLs and e-mail addresses stay whole, quotation marks and ellipses are tokens of
    their own, no token holds white space, and blank text has no tokens (in the library it has one, ``""``).

    Arguments:
        text: any text.
        lang: ``"gu"``, or ``"hi"``, the library's default; the result is the same.
        exact: give what indic-nlp-library 0.92 gives.

    Returns:
        the tokens in order.

    Raises:
        GujtextError: another language.
        TypeError: not a ``str``.

    Example:
        >>> trivial_tokenize("ઈ.સ. ૧૯૪૭માં.", "gu")
        ['ઈ.સ.', '૧૯૪૭માં', '.']
        >>> trivial_tokenize("ઈ.સ. ૧૯૪૭માં.", lang="gu", exact=True)
        ['ઈ', '.', 'સ', '.', '૧૯૪૭માં', '.']

    Source: indic-nlp-library 0.92.
    """
    require_language(lang, GUJARATI, HINDI)
    require_text(text)
    return faithful.tokenize(text) if exact else word_tokenize(text)
