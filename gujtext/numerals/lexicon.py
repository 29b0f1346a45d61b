"""Number words: one reviewed table, read once, for spelling and for parsing.

Every word of the tables is a ``Word``: what it does in a spelled number, and the value it brings.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from gujtext.resources import table

HALF = Fraction(1, 2)


class _CardinalRow(NamedTuple):
    value: int
    kind: str
    form: str
    status: str
    style: str
    source: str
    note: str


class _FractionRow(NamedTuple):
    value: str
    kind: str
    form: str
    gender: str
    status: str


class _GrammarRow(NamedTuple):
    role: str
    form: str
    status: str
    style: str


class Word(NamedTuple):
    """What a word does in a spelled number.

    ``role``: unit (0-99), hundreds (100, 200 … and joined 1900), hundred (the bare word, which also multiplies),
    scale, crore, abaj, traditional, hindi, quantity (a fraction), shift (of the next number, a quarter or half),
    shifted (both glued together), denominator, minus, point, whole, over, part, joiner, times, factor.
    """

    role: str
    value: int | Fraction


CRORE = 10**7
ABAJ = 10**9


@cache
def cardinal_rows() -> tuple[_CardinalRow, ...]:
    """Return the table of cardinals."""
    return table("numerals/cardinals.tsv", _CardinalRow)


@cache
def fraction_rows() -> tuple[_FractionRow, ...]:
    """Return the table of fraction words."""
    return table("numerals/fractions.tsv", _FractionRow)


@cache
def grammar_rows() -> tuple[_GrammarRow, ...]:
    """Return the small words of spelled numbers."""
    return table("numerals/grammar_words.tsv", _GrammarRow)


@cache
def styles() -> dict[str, frozenset[str]]:
    """Return the values that each spelling option takes besides its default."""
    found: dict[str, set[str]] = {}
    for style in (*(row.style for row in cardinal_rows()), *(row.style for row in grammar_rows())):
        if style:
            option, value = style.split("=")
            found.setdefault(option, set()).add(value)
    return {option: frozenset(values) for option, values in found.items()}


@cache
def spellings(chosen: frozenset[str] = frozenset()) -> dict[int, str]:
    """Return the spelling of 0-99, the hundreds and the scales.

    Arguments:
        chosen: style choices such as ``"lis=લ"``; each replaces the canonical forms it concerns.
    """
    rows = [row for row in cardinal_rows() if row.kind in ("cardinal", "hundred", "scale")]
    forms = {row.value: row.form for row in rows if row.status == "canonical"}
    forms.update({row.value: row.form for row in rows if row.style in chosen})
    return forms


@cache
def grammar_word(role: str, chosen: str = "") -> str:
    """Return the word of a role, in the chosen style (``"minus=ઋણ"``) or the default."""
    rows = [row for row in grammar_rows() if row.role == role]
    styled = [row.form for row in rows if chosen and row.style == chosen]
    return styled[0] if styled else next(row.form for row in rows if row.status == "canonical")


@cache
def words(series: str = "") -> dict[str, Word]:
    """Return every number word with what it does, glued compounds (એકસો, સાડાત્રણ, દસહજાર) included.

    Arguments:
        series: traditional or hindi, to read that series of scale words above a thousand million.
    """
    found: dict[str, Word] = {}
    for row in cardinal_rows():
        if row.kind in ("traditional", "hindi") and row.kind != series:
            continue
        found[row.form] = Word(_cardinal_role(row), row.value)
    for fraction in fraction_rows():
        if fraction.kind == "quantity":
            found[fraction.form] = Word("quantity", Fraction(fraction.value))
    for fraction in fraction_rows():  # a shift alone is the quantity of 1: savaa is 5/4, ponaa 3/4
        if fraction.kind == "shift":
            found[fraction.form] = Word("shift", Fraction(fraction.value))
        elif fraction.kind == "denominator":
            found[fraction.form] = Word("denominator", int(fraction.value))
    for small in grammar_rows():
        found[small.form] = Word(small.role, 0)
    return _glued(found) | found


def _cardinal_role(row: _CardinalRow) -> str:
    if row.kind == "cardinal":
        return "unit"
    if row.kind == "hundred":
        # The bare word multiplies what stands before it; the joined ones do not.
        return "hundred" if row.value == 100 and not row.style else "hundreds"
    if row.kind == "scale":
        return {CRORE: "crore", ABAJ: "abaj"}.get(row.value, "scale")
    return "scale"


def _glued(simple: dict[str, Word]) -> dict[str, Word]:
    """Return the compounds written without a space: a quarter or half, a hundred or a scale glued to its number."""
    units = {form: word.value for form, word in simple.items() if word.role == "unit" and word.value}
    shifts = {form: word.value for form, word in simple.items() if word.role == "shift"}
    bare = spellings()[100]
    hundreds = {form: word.value for form, word in simple.items() if word.role == "hundreds"}
    hundreds |= {form + bare: value * 100 for form, value in units.items()}
    # Saadaa alone is no quantity; savaa and ponaa are those of 1.
    quantities = {form: 1 + shift for form, shift in shifts.items() if shift != HALF}
    quantities |= {form: word.value for form, word in simple.items() if word.role == "quantity" and word.value > HALF}
    quantities |= {form + bare: value * 100 for form, value in quantities.items()}
    quantities |= _shifted(shifts, units, 1) | _shifted(shifts, hundreds, 100)
    found = {form: Word("hundreds", value) for form, value in hundreds.items()}
    found |= {form: Word("quantity", value) for form, value in quantities.items()}
    for scale in (1000, 100000):
        name = spellings()[scale]
        found |= {form + name: Word("glued_scale", value * scale) for form, value in (units | quantities).items()}
    return found


def _shifted(
    shifts: dict[str, int | Fraction], numbers: dict[str, int | Fraction], size: int
) -> dict[str, int | Fraction]:
    """Return a quarter or half glued to each number of a size (1 or 100)."""
    return {
        prefix + form: value + shift * size
        for prefix, shift in shifts.items()
        for form, value in numbers.items()
        if value < 100 * size and (value > 2 * size or shift != HALF)
    }
