"""``indicnlp.tokenize.indic_tokenize`` with the library's own output as the default."""

from __future__ import annotations

from gujtext.compat.indicnlp.languages import HINDI
from gujtext.compat.indicnlp.tokenize import indic_tokenize as either


def trivial_tokenize(text: str, lang: str = HINDI, *, exact: bool = True) -> list[str]:
    """`gujtext.compat.indicnlp.trivial_tokenize` with ``exact=True`` as the default.

    Example:
        >>> trivial_tokenize("ઈ.સ. ૧૯૪૭")
        ['ઈ', '.', 'સ', '.', '૧૯૪૭']
    """
    return either.trivial_tokenize(text, lang, exact=exact)
