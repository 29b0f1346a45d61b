"""Dates and times of day as they are spoken."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from gujtext.numerals.fraction_words import spell_fraction
from gujtext.numerals.ordinals import GENDERS, spell_ordinal
from gujtext.numerals.spell import default_speller, spell_number
from gujtext.numerals.vocabulary import calendar, month_names, spoken

if TYPE_CHECKING:
    from gujtext.numerals.clock import TimeMatch
    from gujtext.numerals.find import Found
    from gujtext.numerals.quantities import Quantity


def say_date(text: str, found: Found) -> str:
    """Say a date: its numbers in words where the month is written, the whole where it is in digits or in Latin."""
    match, dated = found.match, found.date
    if dated is None or (dated.parts and not any(part.in_digits for part in dated.parts)):
        return match.text
    if not dated.parts or match.text.isascii():
        return say_calendar(dated.value) + dated.suffix
    said, done = [], match.start
    for part in dated.parts:
        said += [text[done : part.start], _part(text, part)]
        done = part.after - len(part.suffix)
    return "".join(said) + text[done : match.end]


def _part(text: str, part: Quantity) -> str:
    """Say the day or the year of a date."""
    if not part.in_digits or not isinstance(part.value, int):
        return text[part.start : part.after - len(part.suffix)]
    if part.ordinal is not None:
        return spell_ordinal(part.value, part.ordinal if part.ordinal in GENDERS else "n")
    return spell_number(part.value, style="year")


def say_calendar(value: date | str) -> str:
    """Say a date, or the beginning or end of an ISO 8601 date: day, month, year."""
    if isinstance(value, date):
        year, month, day = value.year, value.month, value.day
    else:
        parts = [int(part or 0) for part in value.removeprefix("--").split("-")]
        year, month, day = (0, *parts) if value.startswith("--") else (*parts, 0)
    said = [spell_number(day)] if day else []
    said.append(month_names()[month])
    said += [spell_number(year, style="year")] if year else []
    return " ".join(said)


def say_time(text: str, found: Found) -> str:
    """Say a time of day in digits: quarters and halves by their words, other minutes after the hour."""
    match, clock = found.match, found.clock
    if clock is None or not clock.in_digits:
        return match.text
    before = text[match.start : clock.hour_start]
    rest = text[clock.clock_end : match.end]
    written = text[clock.hour_start : clock.clock_end]
    half = next((form for form in calendar("am_pm") if written.endswith(form)), "")
    if half and not before:
        before = _day_part(clock.value.hour) + " "
    clock_word = next((form for form in calendar("clock") if written.endswith(form)), "")
    past = any(form in written for form in calendar("clock_past"))
    said = None if past else _quarters(clock)
    if said is None:
        return before + _minutes(clock, rest) + rest
    if clock_word or half or not clock.minute or clock.hour == 1:
        said += " " + (clock_word or next(iter(calendar("clock"))))
    return before + said + rest


def _quarters(clock: TimeMatch) -> str | None:
    """Say a whole hour, or an hour and a quarter, a half or three quarters; ``None`` for any other time."""
    if clock.second:
        return None
    if not clock.minute:
        return spell_number(clock.hour)
    value = clock.hour + Fraction(clock.minute, 60)
    if clock.minute % 15 or not 1 <= value < Fraction(51, 4):
        return None
    return spell_fraction(value, default_speller())


def _minutes(clock: TimeMatch, rest: str) -> str:
    """Say hour and minutes one after the other; the locative only where the clock word had it."""
    last = spoken("minutes_at") if clock.has_clock_word and not rest else spoken("minutes")
    said = f"{spell_number(clock.hour)} {spoken('past')} {spell_number(clock.minute)} {last}"
    return f"{said} {spell_number(clock.second)} {spoken('seconds')}" if clock.second else said


def _day_part(hour: int) -> str:
    """Return the part of the day in which an hour of 24 lies."""
    part = "night" if hour < 4 or hour >= 20 else "morning" if hour < 12 else "noon" if hour < 16 else "evening"
    return next(form for form, value in calendar("day_part").items() if value == part)
