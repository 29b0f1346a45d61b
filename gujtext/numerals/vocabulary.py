"""The words around numbers, read from the tables and made into patterns: units, currencies, months, eras, endings."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.resources import table
from gujtext.script import DEVANAGARI_DIGITS, DIGIT_CLASS, WORD_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterable

DIGITS = f"0-9{DIGIT_CLASS}{DEVANAGARI_DIGITS}"
SPACE = " \u00a0\u202f\u2009"
# Where a Gujarati or Latin word ends.
WORD_END = rf"(?![{WORD_CLASS}A-Za-z])"


class UnitForm(NamedTuple):
    """A written unit."""

    unit: str
    form: str
    status: str
    power: bool


class PowerForm(NamedTuple):
    """Square or cubic."""

    power: str
    place: str
    form: str
    status: str


class CurrencyForm(NamedTuple):
    """A written currency."""

    currency: str
    role: str
    per_unit: int
    form: str
    singular: str
    plural: str


class _MonthForm(NamedTuple):
    month: int
    form: str
    status: str


class _CalendarForm(NamedTuple):
    role: str
    form: str
    value: str


class _SuffixForm(NamedTuple):
    form: str
    after: str


class _Homograph(NamedTuple):
    form: str
    policy: str
    note: str


class _Cue(NamedTuple):
    form: str
    note: str


class _Idiom(NamedTuple):
    phrase: str
    note: str


class _Spoken(NamedTuple):
    sign: str
    form: str
    note: str


def pattern(forms: Iterable[str]) -> str:
    """Return the source of a pattern for any of the forms, the longest first; branches share their beginnings."""
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    tails = []
    for character, child in node.items():
        if character:
            source = f"[{SPACE}]" if character == " " else re.escape(character)
            tails.append(source + _branch(child))
    if not tails:
        return ""
    if "" in node:
        return f"(?:{'|'.join(tails)})?"
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"


@cache
def units() -> dict[str, str]:
    """Return written unit -> unit, squares and cubes included."""
    found = {row.form: row.unit for row in _unit_rows() if row.status != "bound"}
    for row in _unit_rows():
        if not row.power:
            continue
        for power in _power_rows():
            if power.place == "after":
                found[row.form + power.form] = row.unit + power.power
            else:
                for space in ("", " "):
                    found[power.form + space + row.form] = row.unit + power.power
    return found


def _unit_rows() -> tuple[UnitForm, ...]:
    return table("numerals/units.tsv", UnitForm)


def _power_rows() -> tuple[PowerForm, ...]:
    return table("numerals/power_words.tsv", PowerForm)


@cache
def spoken_units() -> dict[str, str]:
    """Return unit -> how it is read aloud."""
    found = {row.unit: row.form for row in _unit_rows() if row.status == "spoken"}
    for row in _unit_rows():
        if row.power and row.status == "spoken":
            for power in _power_rows():
                if power.status == "spoken" and power.place == "before":
                    found[row.unit + power.power] = f"{power.form} {row.form}"
    return found


@cache
def singular_units() -> dict[str, str]:
    """Return unit -> how one of it is read aloud, where that differs."""
    return {row.unit: row.form for row in _unit_rows() if row.status == "singular"}


@cache
def currency_rows() -> tuple[CurrencyForm, ...]:
    """Return the table of currencies."""
    return table("numerals/currencies.tsv", CurrencyForm)


@cache
def currencies(role: str) -> dict[str, CurrencyForm]:
    """Return the written currencies of a role: word, before or after."""
    return {row.form: row for row in currency_rows() if row.role == role}


@cache
def months() -> dict[str, int]:
    """Return written month -> 1..12."""
    return {row.form: row.month for row in table("numerals/months.tsv", _MonthForm)}


@cache
def month_names() -> dict[int, str]:
    """Return 1..12 -> the month as it is read aloud."""
    rows = table("numerals/months.tsv", _MonthForm)
    return {row.month: row.form for row in rows if row.status == "canonical"}


@cache
def calendar(role: str) -> dict[str, str]:
    """Return the words of a role around dates and times, form -> value."""
    rows = table("numerals/calendar_words.tsv", _CalendarForm)
    return {row.form: row.value for row in rows if row.role == role}


@cache
def suffixes(after: str) -> tuple[str, ...]:
    """Return the endings that are glued to number words (both) or to digits (digits: all of them)."""
    rows = table("numerals/suffixes.tsv", _SuffixForm)
    return tuple(row.form for row in rows if after == "digits" or row.after == "both")


@cache
def digit_cues() -> tuple[str, ...]:
    """Return the words before a number that is read digit by digit."""
    return tuple(row.form for row in table("numerals/digit_cues.tsv", _Cue))


@cache
def idioms() -> tuple[str, ...]:
    """Return the fixed phrases whose number word is not a count."""
    return tuple(row.phrase for row in table("numerals/idioms.tsv", _Idiom))


@cache
def homographs() -> dict[str, str]:
    """Return number words that are mostly something else, form -> policy (bare, never, number_before)."""
    return {row.form: row.policy for row in table("numerals/homographs.tsv", _Homograph)}


@cache
def spoken(sign: str) -> str:
    """Return what is said for a sign."""
    return next((row.form for row in table("numerals/spoken.tsv", _Spoken) if row.sign == sign), "")
