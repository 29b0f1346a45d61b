"""What stands right before and right after a number: currencies, units, eras, words that announce a date or a phone."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gujtext.numerals.vocabulary import (
    DIGITS,
    SPACE,
    WORD_END,
    calendar,
    currencies,
    digit_cues,
    months,
    pattern,
    suffixes,
    units,
)
from gujtext.script import WORD_CLASS

# The longest announcing phrase, with its space.
_REACH = 28
# What may stand before a number: what announces it, or a month.
ANNOUNCED, MONTH = 1, 2
# What may stand between it and the number, and how much of it.
_GAP_CHARACTERS = SPACE + ":-"
_GAP = 5


class Before(NamedTuple):
    """What announces a number; ``role`` is currency, era, date or phone; ``value`` the currency or era."""

    role: str
    value: str
    start: int
    end: int


class After(NamedTuple):
    """What a number counts; ``role`` is currency or unit; ``start`` is where its written form begins.

    ``end`` is before the case ending, ``after`` behind it.
    """

    role: str
    value: str
    per_unit: int
    start: int
    end: int
    after: int
    suffix: str


@cache
def _before() -> re.Pattern[str]:
    word = rf"(?<![{WORD_CLASS}A-Za-z.])"
    return re.compile(
        rf"(?:{word}(?:(?P<era>{pattern(calendar('era_before'))})"
        rf"|(?P<date>{pattern(calendar('date_cue'))})|(?P<phone>{pattern(digit_cues())})(?:[{SPACE}]?[:-])?)"
        rf"|(?<![{WORD_CLASS}A-Za-z])(?P<currency>{pattern(currencies('before'))}))[{SPACE}:]{{0,2}}-?\Z"
    )


@cache
def _tails() -> dict[str, int]:
    """Return the last three characters of everything that may stand before a number, with what it may be."""
    announcing = (*calendar("era_before"), *calendar("date_cue"), *digit_cues(), *currencies("before"))
    found: dict[str, int] = {}
    for what, forms in ((ANNOUNCED, announcing), (MONTH, months()), (MONTH, [form + "." for form in months()])):
        for form in forms:
            found[form[-3:]] = found.get(form[-3:], 0) | what
    return found


def preceding(text: str, at: int) -> int:
    """Tell by a quick look what may stand before the number that begins at an offset: bits of the above."""
    piece = text[max(0, at - 3 - _GAP) : at].rstrip(_GAP_CHARACTERS)[-3:]
    known = _tails().get
    return known(piece, 0) | known(piece[-2:], 0) | known(piece[-1:], 0)


def before_number(text: str, at: int) -> Before | None:
    """Return what announces the number that begins at an offset."""
    match = _before().search(text, max(0, at - _REACH), at)
    if match is None:
        return None
    role = match.lastgroup or ""
    form = match[role]
    if role == "era":
        return Before(role, calendar("era_before")[form], match.start(), match.end(role))
    value = currencies("before")[form].currency if role == "currency" else ""
    return Before(role, value, match.start(), match.end(role))


@cache
def _after() -> re.Pattern[str]:
    case = pattern(suffixes("both"))
    signs = [form for form in units() if not form[-1].isalnum() and form[-1] in "%％‰°º℃℉²³"]
    coins = [form for form in currencies("after") if not form[-1].isalnum() and form[-1] != "."]
    return re.compile(
        rf"[{SPACE}]?(?:-?(?:(?P<currency>{pattern(currencies('word'))})|(?P<code>{pattern(currencies('after'))})"
        rf"|(?P<unit>{pattern(units())}))(?=(?:{case})?{WORD_END})"
        rf"|(?P<sign>{pattern(signs)})(?![{DIGITS}])|(?P<coin>{pattern(coins)})(?![{DIGITS}]))(?P<suffix>{case})?{WORD_END}"
    )


def after_number(text: str, at: int) -> After | None:
    """Return the currency or unit behind a number that ends at an offset."""
    match = _after().match(text, at)
    if match is None:
        return None
    role = next(name for name in ("sign", "coin", "currency", "code", "unit") if match[name])
    form = match[role]
    suffix = match["suffix"] or ""
    place = (match.start(role), match.end(role), match.end(), suffix)
    if role in ("sign", "unit"):
        return After("unit", units()[form], 1, *place)
    row = currencies("word" if role == "currency" else "after")[form]
    return After("currency", row.currency, row.per_unit, *place)


@cache
def _era_after() -> re.Pattern[str]:
    case = pattern(suffixes("both"))
    return re.compile(rf"[{SPACE}](?P<era>{pattern(calendar('era_after'))})(?P<suffix>{case})?{WORD_END}")


def era_after(text: str, at: int) -> After | None:
    """Return the era behind a year that ends at an offset."""
    match = _era_after().match(text, at)
    if match is None:
        return None
    value = calendar("era_after")[match["era"]]
    return After("era", value, 1, match.start("era"), match.end("era"), match.end(), match["suffix"] or "")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>{pattern(currencies('closing'))})(?![{DIGITS}])")


def closing_mark(text: str, at: int) -> After | None:
    """Return the mark that closes an amount (500/-) and the currency it stands for."""
    match = _closing().match(text, at)
    if match is None:
        return None
    currency = currencies("closing")[match["mark"]].currency
    return After("currency", currency, 1, at, match.end(), match.end(), "")
