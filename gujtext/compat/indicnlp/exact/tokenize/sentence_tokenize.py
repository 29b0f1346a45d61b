"""``indicnlp.tokenize.sentence_tokenize`` with the library's own output as the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gujtext.compat.indicnlp.tokenize import sentence_tokenize as either

if TYPE_CHECKING:
    import re

    DELIM_PAT_DANDA: re.Pattern[str]
    DELIM_PAT_NO_DANDA: re.Pattern[str]


def __getattr__(name: str) -> re.Pattern[str]:
    if name not in either.PATTERNS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    pattern: re.Pattern[str] = getattr(either, name)
    return pattern


def sentence_split(text: str, lang: str, delim_pat: Any = either.AUTO, *, exact: bool = True) -> list[str]:
    """`gujtext.compat.indicnlp.sentence_split` with ``exact=True`` as the default.

    Example:
        >>> sentence_split("એમ. કે. દાસ આવ્યા. ૧૯૪૭. પછી", "gu")
        [' એમ. કે. દાસ આવ્યા.', '૧૯૪૭. પછી']
    """
    return either.sentence_split(text, lang, delim_pat, exact=exact)
