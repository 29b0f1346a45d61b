"""Times of day in running text: 10:30, half past seven in the evening; the part of the day decides which half."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from gujtext.numerals.digits import to_ascii_digits
from gujtext.numerals.quantities import Quantity, Reader
from gujtext.numerals.vocabulary import DIGITS, SPACE, WORD_END, calendar, pattern, suffixes
from gujtext.script import WORD_CLASS

_COLON = re.compile(
    rf"(?P<hour>[{DIGITS}]{{1,2}}):(?P<minute>[{DIGITS}]{{2}})(?::(?P<second>[{DIGITS}]{{2}}))?(?![{DIGITS}]|:[{DIGITS}])"
)
_HYPHEN = re.compile(rf"(?P<hour>[{DIGITS}]{{1,2}})[.-](?P<minute>[{DIGITS}]{{2}})(?![{DIGITS}])")


class TimeMatch(NamedTuple):
    """A time of day at ``text[start:end]``.

    ``hour_start`` is where the hour begins, after the part of the day, ``word_start`` where it ends and the clock word
    follows, ``clock_end`` is before the case ending.
    ``hour`` and ``minute`` are as they are said; ``in_digits`` tells whether any of it is written in digits.
    """

    start: int
    end: int
    value: time
    suffix: str
    hour_start: int
    word_start: int
    clock_end: int
    hour: int
    minute: int
    second: int
    has_clock_word: bool
    in_digits: bool


@cache
def clock_word() -> re.Pattern[str]:
    """Build the pattern of what makes the number before it an hour."""
    return re.compile(
        rf"[{SPACE}]?(?:(?P<past>{pattern(calendar('clock_past'))})"
        rf"|(?P<clock>{pattern(calendar('clock'))})(?P<suffix>{pattern(suffixes('both'))})?"
        rf"|(?P<half>{pattern(calendar('am_pm'))})(?P<case>{pattern(suffixes('both'))})?){WORD_END}"
    )


@cache
def _minutes_word() -> re.Pattern[str]:
    return re.compile(rf"[{SPACE}]?(?:{pattern(calendar('clock_minutes'))}){WORD_END}")


@cache
def _day_part() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z{WORD_CLASS}{DIGITS}])(?P<part>{pattern(calendar('day_part'))})[{SPACE}]{{1,2}}\Z")


def day_part_before(text: str, at: int) -> re.Match[str] | None:
    """Return the part of the day (group ``part``) that stands before an offset."""
    return _day_part().search(text, max(0, at - 24), at)


def read_time(reader: Reader, quantity: Quantity) -> TimeMatch | None:
    """Read the time of day that begins with this number."""
    text = reader.text
    at = quantity.start
    written = _COLON.match(text, at)
    if written is None and quantity.in_digits:
        written = _HYPHEN.match(text, at)
        if written is not None and not _is_clock_time(text, written):
            written = None
    if written is not None:
        hour, minute, second = (int(to_ascii_digits(part or "0")) for part in (*written.groups(), None)[:3])
        end = written.end()
    else:
        parts = hour_and_quarters(quantity)
        if parts is None:
            return None
        hour, minute, second = (*parts, 0)
        end = quantity.after
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        return None
    word = clock_word().match(text, end)
    if written is None and word is None:
        return None
    before = day_part_before(text, at)
    if written is None and not _told(word, before):
        return None
    return _finish(reader, _Start(at, end, hour, minute, second, quantity.in_digits), before, word)


class _Start(NamedTuple):
    at: int
    end: int
    hour: int
    minute: int
    second: int
    in_digits: bool


def _is_clock_time(text: str, written: re.Match[str]) -> bool:
    """Tell whether 10.30 or 10-30 is a time: a clock word follows and the minutes are no second hour."""
    word = clock_word().match(text, written.end())
    minute = to_ascii_digits(written["minute"])
    if word is None or int(minute) > 59:
        return False
    return "." in written.group() or int(minute) > 12 or minute[0] == "0"


def _told(word: re.Match[str] | None, before: re.Match[str] | None) -> bool:
    """Tell whether the words around a bare hour make it a time of day."""
    if word is None:
        return False
    if word["half"]:
        return word["half"].upper().startswith(("A", "P", "એ", "પ"))
    return before is not None or calendar("clock").get(word["clock"] or "") != "written"


def hour_and_quarters(quantity: Quantity) -> tuple[int, int] | None:
    """Return the hour and minutes that a bare number can be: a whole number up to 24, or with quarters and halves."""
    value = quantity.value
    if isinstance(value, int):
        plain = quantity.scale == 1 and quantity.ordinal is None and not quantity.suffix and not quantity.times
        return (value, 0) if plain and 0 <= value <= 24 else None
    if quantity.scale > 1 or quantity.ordinal is not None or quantity.suffix or quantity.times:
        return None
    if isinstance(value, Decimal) or not 0 <= value <= 24:
        return None
    minutes = Fraction(value) * 60
    if minutes.denominator != 1 or minutes.numerator % 15:
        return None
    return divmod(minutes.numerator, 60)


def _finish(
    reader: Reader, start: _Start, before: re.Match[str] | None, word: re.Match[str] | None
) -> TimeMatch | None:
    """Take the clock word, the minutes behind it, and the part of the day before."""
    end, minute, suffix = start.end, start.minute, ""
    clock_end = end
    half = ""
    if word is not None and word["past"]:
        minutes = reader.read(_skip_space(reader.text, word.end()))
        closing = _minutes_word().match(reader.text, minutes.after) if minutes else None
        if minutes is None or closing is None or not isinstance(minutes.value, int) or not 0 <= minutes.value < 60:
            return None
        minute, end, clock_end = minutes.value, closing.end(), closing.end()
    elif word is not None:
        suffix = word["suffix"] or word["case"] or ""
        end, clock_end = word.end(), word.end() - len(suffix)
        half = calendar("am_pm").get(word["half"] or "", "")
    part = calendar("day_part")[before["part"]] if before else half
    hour = hour_of_day(start.hour, part) % 24
    begin = before.start("part") if before else start.at
    word_start = clock_end if word is not None and word["past"] else start.end
    value = time(hour, minute, start.second)
    has_word = word is not None and not half
    return TimeMatch(
        begin,
        end,
        value,
        suffix,
        start.at,
        word_start,
        clock_end,
        start.hour,
        minute,
        start.second,
        has_word,
        start.in_digits,
    )


def _skip_space(text: str, at: int) -> int:
    return at + 1 if at < len(text) and text[at] in SPACE else at


def hour_of_day(hour: int, part: str) -> int:
    """Return the hour of 24 that is meant by an hour of 12 in a part of the day; 12 at night is 0.

    Example:
        >>> hour_of_day(7, "evening"), hour_of_day(12, "noon"), hour_of_day(12, "night"), hour_of_day(2, "night")
        (19, 12, 0, 2)
    """
    if hour > 12 or not part:
        return hour
    if part in ("morning", "am"):
        return hour % 12
    if part == "night":
        return hour % 12 if hour == 12 or hour < 6 else hour + 12
    if part == "noon" and hour == 11:
        return hour
    return hour % 12 + 12
