"""One quick look at what follows a number: most numbers in running text are followed by nothing that concerns them."""

from __future__ import annotations

from functools import cache

from gujtext.numerals.multiples import times_words
from gujtext.numerals.notation import scale_words
from gujtext.numerals.ordinals import digit_ordinals
from gujtext.numerals.surfaces import seeds
from gujtext.numerals.vocabulary import SPACE, calendar, currencies, months, spoken, suffixes, units
from gujtext.script import ASCII_DIGITS, DEVANAGARI_DIGITS, GUJARATI_DIGITS, VISARGA

_LOOK = 3
# Marks that join a number to what follows, and the word that does so in Latin passages.
_JOINTS = (*"-\u2010\u2011\u2012\u2013\u2014\u2212~:/\u2044,\u2236", VISARGA, "to ")
_ENGLISH = ("of ", "st", "nd", "rd", "th")


@cache
def _beginnings() -> frozenset[str]:
    """Return the first three characters of everything that may follow a number; shorter forms whole."""
    special, general = digit_ordinals()
    forms = [*_JOINTS, *_ENGLISH, *ASCII_DIGITS, *GUJARATI_DIGITS, *DEVANAGARI_DIGITS, spoken("range")]
    forms += [*units(), *months(), *scale_words(), *times_words(), *suffixes("digits"), *general]
    forms += [ending for endings in special.values() for ending in endings]
    forms += [form for role in ("word", "after", "closing") for form in currencies(role)]
    forms += [form for role in ("clock", "clock_past", "am_pm", "era_after") for form in calendar(role)]
    forms += seeds()
    return frozenset(form.lstrip(SPACE)[:_LOOK] for form in forms)


def may_follow(text: str, at: int) -> bool:
    """Tell whether what stands at an offset, or after one space, may concern the number before it."""
    if at >= len(text):
        return False
    if text[at] in SPACE:
        at += 1
    piece = text[at : at + _LOOK]
    known = _beginnings()
    return piece in known or piece[:2] in known or piece[:1] in known
