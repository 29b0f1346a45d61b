"""Text for speech: every number in digits becomes words; signs become words and move to where they are said."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from gujtext.numerals.calendar_dates import is_year
from gujtext.numerals.digits import to_ascii_digits
from gujtext.numerals.find import Found, scan
from gujtext.numerals.fraction_words import spell_fraction
from gujtext.numerals.ordinals import GENDERS, spell_ordinal
from gujtext.numerals.say_time import say_date, say_time
from gujtext.numerals.spell import default_speller, spell_digits, spell_number
from gujtext.numerals.vocabulary import currency_rows, singular_units, spoken, spoken_units
from gujtext.script import BLOCK_CLASS
from gujtext.types import Change, Normalized, replay, require_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from gujtext.numerals.clock_range import ClockRange
    from gujtext.numerals.quantities import Quantity

# A run of digits without commas that is longer than this is a code, not an amount.
_LONGEST_AMOUNT = 12
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212~"
_DENOMINATOR = re.compile("[/\u2044]([0-9]+)$")
# In an abbreviation or sign: a point, a slash, a Latin letter, a degree sign.
_NO_LETTER = re.compile(f"[^{BLOCK_CLASS} -]")


def verbalize(text: str) -> str:
    """Write every number of a text as it is spoken.

    Case endings stay glued, the rupee sign becomes a word after the amount, telephone numbers are read digit by
    digit, a year by hundreds. Identifiers and everything outside the numbers stay as they are.

    Returns:
        The new text; the same object where there is nothing to change.

    Raises:
        TypeError: the text is not ``str``.

    Example:
        >>> verbalize("૧૯૪૭માં ₹૫૦૦, ૨૧મી સદી, ૧૦-૧૫%")
        'ઓગણીસસો સુડતાળીસમાં પાંચસો રૂપિયા, એકવીસમી સદી, દસથી પંદર ટકા'
    """
    require_text(text)
    changes = _changes(text)
    return replay(text, changes) if changes else text


def verbalize_explained(text: str) -> Normalized:
    """Do what `verbalize` does and return every change with its offsets in the original.

    Returns:
        The new text with its changes; their offsets are code points of the text that was passed.

    Raises:
        TypeError: the text is not ``str``.

    Example:
        >>> verbalize_explained("૨૫ ગામ").changes
        (Change(start=0, end=2, before='૨૫', after='પચ્ચીસ', rule='cardinal'),)
    """
    require_text(text)
    changes = _changes(text)
    return Normalized(replay(text, changes) if changes else text, tuple(changes))


def _changes(text: str) -> list[Change]:
    changes = []
    for found in scan(text):
        match = found.match
        after = _SAYS[match.kind](text, found)
        if after != match.text:
            changes.append(Change(match.start, match.end, match.text, after, match.kind))
    return changes


def say_quantity(text: str, quantity: Quantity, year: bool = False) -> str:
    """Say one number up to its case ending: digits in words, its scale words kept."""
    if not quantity.in_digits:
        return text[quantity.start : quantity.after - len(quantity.suffix)]
    if quantity.ordinal is not None and isinstance(quantity.value, int):
        return spell_ordinal(quantity.value, quantity.ordinal if quantity.ordinal in GENDERS else "n")
    rest = text[quantity.digits_end : quantity.after - len(quantity.suffix)]
    return say_value(quantity, year) + rest


def say_value(quantity: Quantity, year: bool = False) -> str:
    """Say the digits of a number, without its scale words."""
    value = quantity.counted
    shown = to_ascii_digits(quantity.shown)
    if "." not in shown and "," not in shown and (shown[:1] == "0" < shown[1:] or len(shown) > _LONGEST_AMOUNT):
        return spell_digits(shown)
    if isinstance(value, Decimal) and quantity.scale > 1 and (Fraction(value) * 4).denominator == 1:
        value = Fraction(value)
    if isinstance(value, int):
        return spell_number(value, style="year" if year else "cardinal")
    return spell_number(value)


def _number(text: str, found: Found) -> str:
    quantity = found.quantities[0]
    # Without a case ending a number of four digits is a year more often than not if it is recent and not round.
    year = is_year(quantity) and (bool(quantity.suffix) or (quantity.value >= 1500 and int(quantity.value) % 100 != 0))
    return say_quantity(text, quantity, year) + quantity.suffix


def _year(text: str, found: Found) -> str:
    quantity = found.quantities[0]
    if not quantity.in_digits:
        return found.match.text
    said = say_quantity(text, quantity, year=True) + quantity.suffix
    return text[found.match.start : quantity.start] + said + text[quantity.after : found.match.end]


def _money(text: str, found: Found) -> str:
    match = found.match
    first = found.quantities[0]
    if not first.in_digits and found.before is None:
        return match.text
    if len(found.quantities) == 2:  # rupees and paise are written out already
        coins = found.quantities[1]
        between = text[first.digits_end : coins.start]
        return say_value(first) + between + say_quantity(text, coins) + text[coins.after : match.end]
    after = found.after
    if after is not None and (after.per_unit > 1 or not isinstance(first.value, Decimal) or first.scale > 1):
        written = text[after.start : after.end]
        said = written if not _is_sign(written) else _currency_word(match.unit, first.value == 1)
        return f"{say_quantity(text, first)} {said}{match.suffix}"
    return _amount(text, first, match.unit) + match.suffix


def _amount(text: str, quantity: Quantity, currency: str) -> str:
    """Say an amount with its currency; two decimals are the small coin."""
    value = quantity.value
    coin = _currency_word(currency, False, 100)
    if isinstance(value, Decimal) and quantity.scale == 1 and coin and value >= 0 and value * 100 % 1 == 0:
        whole, coins = int(value), int(value * 100 % 100)
        parts = []
        if whole or not coins:
            parts.append(f"{spell_number(whole)} {_currency_word(currency, whole == 1)}")
        if coins:
            parts.append(f"{spell_number(coins)} {_currency_word(currency, coins == 1, 100)}")
        return " ".join(parts)
    return f"{say_quantity(text, quantity)} {_currency_word(currency, value == 1)}"


def _currency_word(currency: str, one: bool, per_unit: int = 1) -> str:
    rows = (row for row in currency_rows() if row.currency == currency and row.per_unit == per_unit and row.plural)
    row = next(rows, None)
    return "" if row is None else row.singular if one else row.plural


def _is_sign(written: str) -> bool:
    """Tell whether a unit is written as a sign or an abbreviation, not as a word that can be read aloud."""
    return _NO_LETTER.search(written) is not None


def _measure(text: str, found: Found) -> str:
    quantity, after = found.quantities[0], found.after
    if not quantity.in_digits or after is None:
        return found.match.text
    return say_quantity(text, quantity) + _unit_said(text, found)


def _unit_said(text: str, found: Found) -> str:
    """Return the unit behind a number with its case ending, in the spoken form where it is written as a sign."""
    after = found.after
    if after is None:
        return found.match.suffix
    written = text[after.start : after.end]
    if after.role == "currency" and _is_sign(written):
        written = _currency_word(after.value, False)
    elif after.role == "unit" and written not in _unit_words(after.value) and (_is_sign(written) or len(written) < 5):
        one = found.match.value == 1 and not after.suffix
        written = _unit_words(after.value)[1 if one else 0] or written
    return f" {written}{after.suffix}"


def _unit_words(unit: str) -> tuple[str, str]:
    """Return how a unit is read aloud, of many and of one."""
    spoken_form = spoken_units().get(unit, "")
    return spoken_form, singular_units().get(unit, spoken_form)


def _range(text: str, found: Found) -> str:
    first, second = found.quantities
    if found.hours is not None:
        return _hours(text, found, found.hours)
    pair = found.pair
    if pair is None or not (first.in_digits or second.in_digits):
        return found.match.text
    joint = text[pair.joined[0] : pair.joined[1]]
    if not joint.strip(_DASHES + " \u00a0"):
        joint = spoken("range") + " "
    start = text[found.match.start : first.start] if found.before and found.before.role == "era" else ""
    years = (is_year(first) and is_year(second)) or (is_year(first) and len(second.shown) == 2)
    said = start + say_quantity(text, first, years).removesuffix(spoken("range"))
    said += joint + say_quantity(text, second, years)
    if found.before is not None and found.before.role == "currency":
        return f"{said} {_currency_word(found.match.unit, False)}{second.suffix}"
    return said + _unit_said(text, found)


def _hours(text: str, found: Found, hours: ClockRange) -> str:
    """Say two hours of the clock, with the words around and between them as they stand."""
    first, second = found.quantities
    if not first.in_digits:
        return found.match.text
    joint = text[hours.joined[0] : hours.joined[1]]
    if joint[:1] in _DASHES or joint[:2].strip() in _DASHES:  # a dash, also between spaces
        joint = spoken("range") + " " + joint.lstrip(" " + _DASHES)
    before, after = text[hours.start : first.start], text[second.end : hours.end]
    return before + say_value(first) + joint + say_value(second) + after


def _ratio(text: str, found: Found) -> str:
    first, second = found.quantities
    joint = text[found.pair.joined[0] : found.pair.joined[1]] if found.pair else ""
    if joint and joint in _DASHES:  # a score
        return say_value(first) + joint + say_value(second) + second.suffix
    said = f"{say_quantity(text, first)} {spoken('ratio')} {say_quantity(text, second)}"
    return said + second.suffix


def _phone(text: str, found: Found) -> str:
    shown = found.match.value
    if not any(character.isdecimal() for character in found.match.text):
        return found.match.text
    said = spell_digits(shown.lstrip("+"))
    return f"{spoken('plus')} {said}" if shown.startswith("+") else said


def _roman(text: str, found: Found) -> str:
    return spell_number(found.match.value)


def _fraction(text: str, found: Found) -> str:
    quantity = found.quantities[0]
    if not quantity.in_digits:
        return found.match.text
    value = Fraction(quantity.value)
    below = _DENOMINATOR.search(to_ascii_digits(text[quantity.start : quantity.digits_end]))
    denominator = int(below[1]) if below else 0
    said = spell_fraction(value, default_speller(), denominator) if value > 0 else spell_number(value)
    return said + text[quantity.digits_end : found.match.end]


_SAYS: dict[str, Callable[[str, Found], str]] = {
    "cardinal": _number,
    "ordinal": _number,
    "fraction": _fraction,
    "money": _money,
    "percent": _measure,
    "unit": _measure,
    "date": say_date,
    "time": say_time,
    "range": _range,
    "ratio": _ratio,
    "phone": _phone,
    "year": _year,
    "roman": _roman,
}
