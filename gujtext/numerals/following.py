"""One quick look at what follows a number: most numbers in running text are followed by nothing that concerns them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gujtext.numerals.multiples import times_words
from gujtext.numerals.notation import scale_words
from gujtext.numerals.ordinals import digit_ordinals
from gujtext.numerals.surfaces import seeds
from gujtext.numerals.vocabulary import SPACE, calendar, currencies, months, spoken, suffixes, units
from gujtext.script import ASCII_DIGITS, DEVANAGARI_DIGITS, GUJARATI_DIGITS, VISARGA

if TYPE_CHECKING:
    from collections.abc import Iterable

# What may follow a number: a scale word; an ending or the times word; what makes it a time of day; a month; the second
# number of a range, ratio or estimate; what it counts; an era.
SCALE, ENDING, CLOCK, MONTH, NUMBER, THING, ERA = (1 << place for place in range(7))
_LOOK = 3
# Marks that join a number to a second one, and the word that does so in Latin passages.
_JOINTS = (*"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212~:\u2236", VISARGA, "to ")


@cache
def _beginnings() -> dict[str, int]:
    """Return the first three characters of everything that may follow a number, with what it may be."""
    special, general = digit_ordinals()
    # A hyphen may stand before endings, months and units, a comma before a month.
    forms: list[tuple[int, Iterable[str]]] = [
        (SCALE, scale_words()),
        (ENDING, (*general, *(ending for endings in special.values() for ending in endings))),
        (ENDING, (*suffixes("digits"), *times_words(), "st", "nd", "rd", "th", "-")),
        (CLOCK, (form for role in ("clock", "clock_past", "am_pm") for form in calendar(role))),
        (CLOCK, (":", "-")),
        (MONTH, (*months(), "of ", ",", "-")),
        (
            NUMBER,
            (
                *calendar("day_part"),
                *_JOINTS,
                *ASCII_DIGITS,
                *GUJARATI_DIGITS,
                *DEVANAGARI_DIGITS,
                *seeds(),
                spoken("range"),
            ),
        ),
        (THING, (*units(), "-")),
        (THING, (form for role in ("word", "after", "closing") for form in currencies(role))),
        (ERA, calendar("era_after")),
    ]
    found: dict[str, int] = {}
    for what, group in forms:
        for form in group:
            piece = form.lstrip(SPACE)[:_LOOK]
            found[piece] = found.get(piece, 0) | what
    return found


def following(text: str, at: int) -> int:
    """Tell what may begin at an offset, or after one space, that concerns the number before it: bits of the above."""
    if at >= len(text):
        return 0
    if text[at] in SPACE:
        at += 1
    piece = text[at : at + _LOOK]
    known = _beginnings().get
    return known(piece, 0) | known(piece[:2], 0) | known(piece[:1], 0)
