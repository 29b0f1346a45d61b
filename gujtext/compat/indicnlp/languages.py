"""The languages that the names of indic-nlp-library take here, and what they say of any other."""

from __future__ import annotations

from gujtext.types import GujtextError

GUJARATI = "gu"
HINDI = "hi"
_NAMES = {GUJARATI: "Gujarati ('gu')", HINDI: "Hindi ('hi')"}


def require_language(code: object, *known: str) -> None:
    """Refuse a language that is not among the known ones; without any, only Gujarati is known.

    Raises:
        GujtextError: another language.

    Example:
        >>> require_language("gu")
        >>> require_language("ta", "gu", "hi")
        Traceback (most recent call last):
        gujtext.types.GujtextError: gujtext.compat.indicnlp knows Gujarati ('gu') and Hindi ('hi') here, not 'ta': \
keep indic-nlp-library for other languages
    """
    codes = known or (GUJARATI,)
    if code in codes:
        return
    names = " and ".join(_NAMES[name] for name in codes)
    raise GujtextError(
        f"gujtext.compat.indicnlp knows {names} here, not {code!r}: keep indic-nlp-library for other languages"
    )
