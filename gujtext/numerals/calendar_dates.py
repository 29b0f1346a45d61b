"""Dates and years in running text: 18-06-2024, 18 June 2024, eras; day before month, nothing impossible."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from gujtext.numerals.digits import to_ascii_digits
from gujtext.numerals.quantities import Quantity, Reader
from gujtext.numerals.vocabulary import DIGITS, SPACE, WORD_END, months, pattern, suffixes
from gujtext.script import WORD_CLASS

_NOT_AFTER = rf"(?![{DIGITS}]|[-/.:][{DIGITS}])"
_DAY_FIRST = re.compile(
    rf"(?P<day>[{DIGITS}]{{1,2}})(?P<mark>[-/.])(?P<month>[{DIGITS}]{{1,2}})(?P=mark)(?P<year>[{DIGITS}]{{4}}|[{DIGITS}]{{2}})"
    + _NOT_AFTER
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>[{DIGITS}]{{4}})(?P<mark>[-/.])(?P<month>[{DIGITS}]{{1,2}})(?P=mark)(?P<day>[{DIGITS}]{{1,2}})"
    + _NOT_AFTER
)
_DAY_MONTH = re.compile(rf"(?P<day>[{DIGITS}]{{1,2}})[-/.](?P<month>[{DIGITS}]{{1,2}})" + _NOT_AFTER)


class DateMatch(NamedTuple):
    """A date at ``text[start:end]``; ``value`` is a ``datetime.date`` or the beginning of an ISO 8601 date.

    ``parts`` are the numbers in it; empty where the whole is in digits. ``other`` is the other reading of a year of
    two digits.
    """

    start: int
    end: int
    value: date | str
    suffix: str = ""
    parts: tuple[Quantity, ...] = ()
    other: date | None = None


@cache
def _month_after() -> re.Pattern[str]:
    case = pattern((*suffixes("both"), "એ", "ે", "નાં"))
    return re.compile(
        rf"(?:[{SPACE}]?-?|[{SPACE}]?of[{SPACE}]|,[{SPACE}])(?P<month>{pattern(months())})(?P<suffix>{case})?{WORD_END}"
    )


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![{WORD_CLASS}A-Za-z{DIGITS}])(?P<month>{pattern(months())})[{SPACE}.-]{{0,2}}\Z")


_YEAR_GAP = re.compile(rf"[{SPACE}]?,?[{SPACE}]?-?")


def numeric_date(reader: Reader, at: int, cued: bool) -> DateMatch | None:
    """Read a date in digits: 18-06-2024, 18/6/24, 2024-06-18; after the date word also 18-6.

    Arguments:
        reader: the text being read.
        at: where its digits begin.
        cued: a word that announces a date stands before it.
    """
    text = reader.text
    match = _DAY_FIRST.match(text, at) or _YEAR_FIRST.match(text, at)
    if match is None:
        match = _DAY_MONTH.match(text, at) if cued else None
        if match is None or not valid_day(2000, *_numbers(match, "month", "day")):
            return None
        return _with_suffix(text, DateMatch(at, match.end(), "--{:02}-{:02}".format(*_numbers(match, "month", "day"))))
    year, month, day = _numbers(match, "year", "month", "day")
    other = None
    if len(match["year"]) == 2:  # the century is a guess: the other one is told
        century = 2000 if year < 69 else 1900
        other = _date(3900 - century + year, month, day)
        year += century
    value = _date(year, month, day)
    return None if value is None else _with_suffix(text, DateMatch(at, match.end(), value, other=other))


def _with_suffix(text: str, found: DateMatch) -> DateMatch:
    """Take the case ending glued to a date in digits."""
    ending = _case_ending().match(text, found.end)
    return found._replace(end=ending.end(), suffix=ending["suffix"]) if ending else found


@cache
def _case_ending() -> re.Pattern[str]:
    return re.compile(rf"(?P<suffix>{pattern(suffixes('digits'))}){WORD_END}")


def _numbers(match: re.Match[str], *names: str) -> list[int]:
    return [int(to_ascii_digits(match[name])) for name in names]


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if valid_day(year, month, day) else None


def valid_day(year: int, month: int, day: int) -> bool:
    """Tell whether a day exists."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def day_then_month(reader: Reader, day: Quantity) -> DateMatch | None:
    """Read a date whose day has been read: 18 June 2024, 18th June."""
    if not _is_day(day):
        return None
    match = _month_after().match(reader.text, day.after)
    if match is None:
        return None
    month = months()[match["month"]]
    if not valid_day(2000, month, int(day.value)):
        return None
    year = None if match["suffix"] else read_year(reader, match.end())
    if year is not None and valid_day(int(year.value), month, int(day.value)):
        value = date(int(year.value), month, int(day.value))
        return DateMatch(day.start, year.after, value, year.suffix, (day, year))
    return DateMatch(day.start, match.end(), f"--{month:02}-{int(day.value):02}", match["suffix"] or "", (day,))


def month_then(reader: Reader, number: Quantity) -> DateMatch | None:
    """Read a date whose month stands before the number: June 2024, June 18, 2024, June 18."""
    text = reader.text
    before = _month_before().search(text, max(0, number.start - 16), number.start)
    if before is None or not isinstance(number.value, int) or number.scale > 1 or number.times:
        return None
    month = months()[before["month"]]
    start = before.start("month")
    if is_year(number):
        return DateMatch(start, number.after, f"{number.value:04}-{month:02}", number.suffix, (number,))
    if not _is_day(number) or not valid_day(2000, month, number.value):
        return None
    year = None if number.suffix else read_year(reader, number.after)
    if year is not None and text[number.after : year.start].strip() and valid_day(int(year.value), month, number.value):
        return DateMatch(start, year.after, date(int(year.value), month, number.value), year.suffix, (number, year))
    return DateMatch(start, number.after, f"--{month:02}-{number.value:02}", number.suffix, (number,))


def _is_day(quantity: Quantity) -> bool:
    value = quantity.value
    fits = isinstance(value, int) and 1 <= value <= 31 and quantity.scale == 1 and not quantity.times
    return fits and not quantity.suffix and len(quantity.shown) <= 2


def read_year(reader: Reader, at: int) -> Quantity | None:
    """Read a year of four digits, or in words, that follows at an offset, after a comma or a space."""
    gap = _YEAR_GAP.match(reader.text, at)
    quantity = reader.read(gap.end() if gap else at)
    return quantity if quantity is not None and is_year(quantity) else None


def is_year(quantity: Quantity) -> bool:
    """Tell whether a number can be a year of the common calendar: four digits without a comma, or words."""
    value = quantity.value
    if not isinstance(value, int) or not 1000 <= value < 3000 or quantity.ordinal is not None or quantity.times:
        return False
    return len(quantity.shown) == 4 and quantity.scale == 1 if quantity.in_digits else quantity.scale != 1000
