"""Text from speech: numbers in words become digits, where a writer would use digits."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.numerals.digits import to_ascii_digits, to_devanagari_digits, to_gujarati_digits
from gujtext.numerals.exact import Value, multiply
from gujtext.numerals.find import Found, scan
from gujtext.numerals.format import LAKH, format_number
from gujtext.numerals.lexicon import CRORE, spellings
from gujtext.numerals.ordinals import GENDERS, spell_ordinal
from gujtext.numerals.vocabulary import WORD_END, currencies, idioms, pattern, suffixes
from gujtext.types import Change, Normalized, replay, require_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from gujtext.numerals.quantities import Quantity

_SCRIPTS = {"gujarati": to_gujarati_digits, "devanagari": to_devanagari_digits, "ascii": to_ascii_digits}
# From five digits on a number is grouped; four may be a year.
_GROUPED_FROM = 10000


class _Options(NamedTuple):
    min_value: int
    digits: str
    grouping: str


def inverse_normalize(text: str, *, min_value: int = 10, digits: str = "gujarati", grouping: str = "indian") -> str:
    """Write the numbers that a text has in words as digits.

    Approximate pairs (પાંચ છ દિવસ), fixed phrases (બાર માસ) and numbers below ``min_value`` stay in words; so does
    everything outside the numbers. Lakhs and crores are kept as words: દોઢ લાખ રૂપિયા is ₹૧.૫ લાખ.

    Arguments:
        text: any text.
        min_value: smaller numbers are left alone, unless they are a date, a clock time with minutes, a decimal or a
            telephone number.
        digits: gujarati, ascii or devanagari.
        grouping: indian, western or none, from five digits on.

    Returns:
        The new text; the same object where there is nothing to change.

    Raises:
        TypeError: the text is not ``str``.

    Example:
        >>> inverse_normalize("પચ્ચીસ રૂપિયા, દોઢ લાખ રૂપિયા, પાંચ છ દિવસ, એકવીસમી સદી")
        '૨૫ રૂપિયા, ₹૧.૫ લાખ, પાંચ છ દિવસ, ૨૧મી સદી'
    """
    changed = inverse_normalize_explained(text, min_value=min_value, digits=digits, grouping=grouping)
    return changed.text if changed.changes else text


def inverse_normalize_explained(
    text: str, *, min_value: int = 10, digits: str = "gujarati", grouping: str = "indian"
) -> Normalized:
    """Do what `inverse_normalize` does and return every change with its offsets in the original.

    Returns:
        The new text with its changes; their offsets are code points of the text that was passed.

    Raises:
        TypeError: the text is not ``str``.

    Example:
        >>> inverse_normalize_explained("પચ્ચીસ ગામ").changes
        (Change(start=0, end=6, before='પચ્ચીસ', after='૨૫', rule='cardinal'),)
    """
    require_text(text)
    if digits not in _SCRIPTS:
        raise ValueError(f"digits is {digits!r}, expected one of {', '.join(_SCRIPTS)}")
    options = _Options(min_value, digits, grouping)
    changes = []
    for found in scan(text):
        match = found.match
        write = _WRITES.get(match.kind)
        if write is None or _is_idiom(text, match.start):
            continue
        after = write(text, found, options)
        if after is not None and after != match.text:
            changes.append(Change(match.start, match.end, match.text, after, match.kind))
    return Normalized(replay(text, changes), tuple(changes))


@cache
def _idiom() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(idioms())})(?:{pattern(suffixes('both'))})?{WORD_END}")


def _is_idiom(text: str, at: int) -> bool:
    return _idiom().match(text, at) is not None


def _written(quantity: Quantity, options: _Options) -> str:
    """Write a number in digits; a count of lakhs or crores keeps the scale word."""
    value, scale, counted = quantity.value, quantity.scale, quantity.counted
    if scale >= LAKH and not isinstance(counted, Decimal) and counted > 0 and (Fraction(counted) * 4).denominator == 1:
        names = spellings()
        if scale in names and counted < (LAKH if scale == CRORE else 1000):
            return f"{_digits(counted, options)} {names[scale]}"
        if scale == CRORE and Fraction(counted, LAKH).denominator == 1:
            return f"{_digits(Fraction(counted, LAKH), options)} {names[LAKH]} {names[CRORE]}"
    return _digits(value, options)


def _digits(value: Value, options: _Options) -> str:
    """Write a value in digits: quarters and halves as decimals."""
    if isinstance(value, Fraction):
        if 100 % value.denominator:
            return format_number(value, "none", options.digits)
        value = multiply(Decimal(value.numerator * (100 // value.denominator)).scaleb(-2), 1)
    grouping = options.grouping if max(value, -value) >= _GROUPED_FROM else "none"
    return format_number(value, grouping, options.digits)


def _large(value: Value, options: _Options) -> bool:
    return isinstance(value, Decimal) or value >= options.min_value or -value >= options.min_value


def _number(text: str, found: Found, options: _Options) -> str | None:
    quantity = found.quantities[0]
    if quantity.in_digits or not _large(quantity.value, options):
        return None
    rest = text[quantity.end : found.match.end]
    return _written(quantity, options) + rest


def _ordinal(text: str, found: Found, options: _Options) -> str | None:
    quantity = found.quantities[0]
    if quantity.in_digits or not _large(quantity.value, options) or quantity.ordinal not in GENDERS:
        return None
    written = spell_ordinal(int(quantity.value), quantity.ordinal or "n", style="digits")
    return _SCRIPTS[options.digits](written) + quantity.suffix


def _money(text: str, found: Found, options: _Options) -> str | None:
    quantity, after = found.quantities[0], found.after
    if quantity.in_digits or after is None or not _large(quantity.value, options):
        return None
    written = _written(quantity, options)
    sign = next((row.form for row in currencies("before").values() if row.currency == after.value), "")
    if " " in written and after.per_unit == 1 and len(sign) == 1 and len(found.quantities) == 1:
        return sign + written + found.match.suffix
    if len(found.quantities) == 2:
        coins = found.quantities[1]
        written += text[quantity.end : coins.start] + _digits(coins.value, options)
        return written + text[coins.end : found.match.end]
    return written + text[quantity.end : found.match.end]


def _date(text: str, found: Found, options: _Options) -> str | None:
    """Write the day and the year of a date in digits."""
    parts = found.date.parts if found.date else ()
    complete = isinstance(found.match.value, date)
    if not any(not part.in_digits and (complete or _large(part.value, options)) for part in parts):
        return None
    pieces, done = [], found.match.start
    for part in parts:
        pieces.append(text[done : part.start])
        pieces.append(text[part.start : part.end] if part.in_digits else _part(part, options))
        done = part.end if part.in_digits or part.ordinal is None else part.after - len(part.suffix)
    return "".join(pieces) + text[done : found.match.end]


def _part(part: Quantity, options: _Options) -> str:
    if part.ordinal in GENDERS:
        return _SCRIPTS[options.digits](spell_ordinal(int(part.value), part.ordinal or "n", style="digits"))
    return format_number(part.value, "none", options.digits)


def _time(text: str, found: Found, options: _Options) -> str | None:
    clock = found.clock
    if clock is None or clock.in_digits or (not clock.minute and clock.hour < options.min_value):
        return None
    before = text[found.match.start : clock.hour_start]
    shown = f"{clock.hour}:{clock.minute:02}" if clock.minute else str(clock.hour)
    return before + _SCRIPTS[options.digits](shown) + text[clock.word_start : found.match.end]


def _range(text: str, found: Found, options: _Options) -> str | None:
    """Write both ends in digits, unless the pair is only approximate."""
    first, second = found.quantities
    if first.in_digits or second.in_digits or found.match.approximate or found.before is not None:
        return None
    if not all(_large(part.value, options) for part in found.quantities):
        return None
    if found.hours is not None and not all(isinstance(part.value, int) for part in found.quantities):
        return None
    before, between = text[found.match.start : first.start], text[first.end : second.start]
    return before + _written(first, options) + between + _written(second, options) + text[second.end : found.match.end]


def _phone(text: str, found: Found, options: _Options) -> str | None:
    return _SCRIPTS[options.digits](found.match.value) if not found.match.text[0].isdecimal() else None


def _year(text: str, found: Found, options: _Options) -> str | None:
    quantity = found.quantities[0]
    if quantity.in_digits or not _large(quantity.value, options):
        return None
    before = text[found.match.start : quantity.start]
    return before + format_number(quantity.value, "none", options.digits) + text[quantity.end : found.match.end]


_WRITES: dict[str, Callable[[str, Found, _Options], str | None]] = {
    "cardinal": _number,
    "fraction": _number,
    "percent": _number,
    "unit": _number,
    "ordinal": _ordinal,
    "money": _money,
    "date": _date,
    "time": _time,
    "range": _range,
    "phone": _phone,
    "year": _year,
}
