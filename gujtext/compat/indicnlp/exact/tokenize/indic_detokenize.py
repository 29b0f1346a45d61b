"""``indicnlp.tokenize.indic_detokenize`` with the library's own output as the default."""

from __future__ import annotations

from gujtext.compat.indicnlp.languages import HINDI
from gujtext.compat.indicnlp.tokenize import indic_detokenize as either


def trivial_detokenize(text: str, lang: str = HINDI, *, exact: bool = True) -> str:
    """`gujtext.compat.indicnlp.trivial_detokenize` with ``exact=True`` as the default.

    Example:
        >>> trivial_detokenize("1 , 234 અને 1 , 234 .")
        '1, 234 અને 1,234.'
    """
    return either.trivial_detokenize(text, lang, exact=exact)
