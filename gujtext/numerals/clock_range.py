"""Spans of time by the clock: from ten in the morning to five in the evening."""

from __future__ import annotations

import re
from datetime import time
from functools import cache
from typing import NamedTuple

from gujtext.numerals.clock import clock_word, day_part_before, hour_and_quarters, hour_of_day
from gujtext.numerals.pairs import range_joint
from gujtext.numerals.quantities import Quantity, Reader
from gujtext.numerals.vocabulary import SPACE, calendar, pattern, spoken


class ClockRange(NamedTuple):
    """Two times of day at ``text[start:end]``.

    ``second`` is the second number, ``joined`` what stands between the numbers, ``suffix`` the case ending.
    """

    start: int
    end: int
    value: tuple[time, time]
    second: Quantity
    joined: tuple[int, int]
    suffix: str


@cache
def _part_ahead() -> re.Pattern[str]:
    return re.compile(rf"(?P<part>{pattern(calendar('day_part'))})[{SPACE}]{{1,2}}")


def clock_range(reader: Reader, first: Quantity) -> ClockRange | None:
    """Read the second of two hours; parts of the day before both make them hours, or a clock word behind the second."""
    text = reader.text
    joint = range_joint(text, first)
    bare = first
    if text[first.end : first.after] == spoken("range"):  # after 4 it looks like an ordinal
        bare = first._replace(suffix="", ordinal=None)
    begin = hour_and_quarters(bare)
    if joint is None or begin is None:
        return None
    ahead = _part_ahead().match(text, joint.end())
    at = ahead.end() if ahead else joint.end()
    second = reader.read(at)
    if second is None or second.start != at or second.in_digits != first.in_digits:
        return None
    finish = hour_and_quarters(second._replace(suffix=""))
    word = None if second.suffix else clock_word().match(text, second.after)
    form = word["clock"] if word is not None else None
    before = day_part_before(text, first.start)
    if finish is None or not (form or (before and ahead)) or (word is not None and form is None):
        return None
    if form and not (before or ahead) and calendar("clock")[form] == "written":
        return None
    early = calendar("day_part")[before["part"]] if before else ""
    late = calendar("day_part")[ahead["part"]] if ahead else ""
    value = _from_to(begin, finish, early, late)
    if value[0] == value[1]:
        return None
    suffix = (word["suffix"] or "") if word is not None else second.suffix
    start = before.start("part") if before else first.start
    joined = (first.end if bare is not first else joint.start(), second.start)
    return ClockRange(start, word.end() if word is not None else second.after, value, second, joined, suffix)


def _from_to(begin: tuple[int, int], finish: tuple[int, int], early: str, late: str) -> tuple[time, time]:
    """Return both times; without a part of the day of its own the second is the next such hour after the first."""
    first = time(hour_of_day(begin[0], early) % 24, begin[1])
    hour = hour_of_day(finish[0], late or early) % 24
    second = time(hour, finish[1])
    if not late and early != "night" and second < first and hour < 12:
        second = time(hour + 12, finish[1])
    return first, second
