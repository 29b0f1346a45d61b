"""Ordinals: first, second, third … in three genders and the oblique form, in words and after digits."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gujtext.numerals.digits import to_ascii_digits, to_gujarati_digits
from gujtext.numerals.errors import MAX_DIGITS, NumberError
from gujtext.numerals.lexicon import spellings, words
from gujtext.numerals.magnitude import read_magnitude
from gujtext.numerals.spell import spell_number
from gujtext.resources import table
from gujtext.script import DEVANAGARI_DIGITS, DIGIT_CLASS
from gujtext.types import require_text

GENDERS = ("n", "m", "f", "o")


class _OrdinalRow(NamedTuple):
    value: str
    kind: str
    form: str
    gender: str
    status: str


class OrdinalReading(NamedTuple):
    """An ordinal; ``gender`` is n, m, f, o (oblique) or "" where the form does not show it."""

    value: int
    gender: str


class DigitOrdinals(NamedTuple):
    """The ordinal endings after digits: by number, and for every other number; ending -> gender."""

    special: dict[int, dict[str, str]]
    general: dict[str, str]


@cache
def _rows() -> tuple[_OrdinalRow, ...]:
    return table("numerals/ordinals.tsv", _OrdinalRow)


@cache
def endings() -> dict[str, str]:
    """Return the endings that show gender, ending -> gender; the first of each gender is the canonical one."""
    return {row.form: row.gender for row in _rows() if row.kind == "ending"}


def ending_of(gender: str) -> str:
    """Return the canonical ending of a gender."""
    return next(form for form, shown in endings().items() if shown == gender)


@cache
def _stem(number: int, kind: str = "stem") -> str:
    """Return the canonical stem of a number, or of every other number."""
    rows = [row for row in _rows() if row.kind == kind and row.status == "canonical"]
    for row in rows:
        if row.value == str(number):
            return row.form
    return "" if kind == "stem" else next(row.form for row in rows if not row.value)


@cache
def ordinal_words() -> dict[str, OrdinalReading]:
    """Return the ordinals that are words of their own: પહેલું, બીજો, પ્રથમ and so on."""
    found = {
        row.form + ending: OrdinalReading(int(row.value), gender)
        for row in _rows()
        if row.kind == "stem" and row.value
        for ending, gender in endings().items()
    }
    fixed = {row.form: OrdinalReading(int(row.value), row.gender) for row in _rows() if row.kind == "fixed"}
    return found | fixed


@cache
def regular_endings() -> dict[str, str]:
    """Return the endings that make an ordinal of a cardinal word: મું, મો, મી, મા."""
    stems = [row.form for row in _rows() if row.kind == "stem" and not row.value]
    return {stem + ending: gender for stem in stems for ending, gender in endings().items()}


@cache
def digit_ordinals() -> DigitOrdinals:
    """Return the endings that make an ordinal of a number in digits."""
    special: dict[int, dict[str, str]] = {}
    general: dict[str, str] = {}
    for row in _rows():
        if row.kind == "digit_stem":
            target = special.setdefault(int(row.value), {}) if row.value else general
            target.update({row.form + ending: gender for ending, gender in endings().items()})
    return DigitOrdinals(special, general)


def digit_ordinal_gender(number: int, suffix: str) -> str | None:
    """Return the gender that an ending after digits shows, ``None`` where it makes no ordinal of this number.

    The rule is exact: લ only after 1, જ after 2 and 3, થ after 4, ઠ્ઠ after 6, મ after every other number.
    """
    special, general = digit_ordinals()
    return special.get(number, general).get(suffix)


def spell_ordinal(n: int, gender: str = "n", *, style: str = "words", das: str = "દસ", lis: str = "ળ") -> str:
    """Write an ordinal.

    Arguments:
        n: a number from 0 up.
        gender: n (neuter), m, f or o (the oblique form).
        style: words (પહેલું) or digits (૧લું).
        das: દસ or દશ.
        lis: ળ or લ, in 39 to 48.

    Returns:
        The ordinal; `parse_ordinal` reads it back.

    Raises:
        NumberError: the number is negative or longer than 600 digits.
        TypeError: the number is not int.

    Example:
        >>> spell_ordinal(1), spell_ordinal(21, "f"), spell_ordinal(4, "m", style="digits")
        ('પહેલું', 'એકવીસમી', '૪થો')
    """
    if not isinstance(n, int) or isinstance(n, bool):
        raise TypeError(f"an ordinal wants an int, not {type(n).__name__}")
    if gender not in GENDERS:
        raise ValueError(f"gender is {gender!r}, expected one of n, m, f, o")
    if n < 0:
        raise NumberError("-…", None, "a number from 0 up: there is no negative ordinal")
    ending = ending_of(gender)
    if style == "digits":
        if n >= 10**MAX_DIGITS:
            raise NumberError("…", None, f"a number of at most {MAX_DIGITS} digits")
        return to_gujarati_digits(str(n)) + _stem(n, "digit_stem") + ending
    if style != "words":
        raise ValueError(f"style is {style!r}, expected words or digits")
    own = _stem(n)
    if own:
        return own + ending
    # A bare hundred, thousand or lakh says no "one": somun, hajaarmun.
    cardinal = spell_number(n, das=das, lis=lis)
    if n in (100, 1000, 100000, 10**7):
        cardinal = spellings()[n]
    return cardinal + next(suffix for suffix, shown in regular_endings().items() if shown == gender)


_DIGITS_AND_ENDING = re.compile(rf"([0-9{DIGIT_CLASS}{DEVANAGARI_DIGITS}]++)\s*+-?(.*+)", re.DOTALL)


def parse_ordinal(text: str) -> int:
    """Read an ordinal in words or in digits with its ending, of any gender.

    Returns:
        The number, 1 for પહેલો, પહેલી, પ્રથમ and ૧લી.

    Raises:
        NumberError: this is no ordinal, or the ending does not belong to the number (૨૧લી).
        TypeError: the text is not ``str``.

    Example:
        >>> parse_ordinal("પ્રથમ"), parse_ordinal("એકવીસમી"), parse_ordinal("૬ઠ્ઠી")
        (1, 21, 6)
    """
    return read_ordinal(text).value


def read_ordinal(text: str) -> OrdinalReading:
    """Read an ordinal and its gender; as `parse_ordinal`.

    Example:
        >>> read_ordinal("પહેલી"), read_ordinal("૩જું")
        (OrdinalReading(value=1, gender='f'), OrdinalReading(value=3, gender='n'))
    """
    require_text(text)
    bare = text.strip()
    offset = len(text) - len(text.lstrip())
    digits = _DIGITS_AND_ENDING.fullmatch(bare)
    if digits is not None:
        return _read_digits(digits, offset)
    if bare in ordinal_words():
        return ordinal_words()[bare]
    for suffix, gender in regular_endings().items():
        if bare.endswith(suffix):
            pieces = bare[: -len(suffix)].split()
            value, stop, _ = read_magnitude(pieces, words())
            if isinstance(value, int) and stop == len(pieces) and not has_own_ordinal(value):
                return OrdinalReading(value, gender)
    raise NumberError(bare, offset, "an ordinal such as પહેલું, એકવીસમી or ૨૧મું")


def has_own_ordinal(value: int) -> bool:
    """Tell whether the ordinal of a number is a word of its own, as of 1, 2, 3, 4 and 6."""
    return bool(_stem(value))


def _read_digits(match: re.Match[str], offset: int) -> OrdinalReading:
    digits, suffix = match.groups()
    if len(digits) > MAX_DIGITS:
        raise NumberError(digits, offset, f"at most {MAX_DIGITS} digits")
    value = int(to_ascii_digits(digits))
    gender = digit_ordinal_gender(value, suffix)
    if gender is None:
        right = spell_ordinal(value, style="digits")
        raise NumberError(suffix, offset + match.start(2), f"the ending of an ordinal, as in {right}")
    return OrdinalReading(value, gender)
