"""Values of numbers as a reader writes them: 2,50,000; 6.5 in; 06:30; 2024-06-18."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from gujtext.numerals import format_number
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from gujtext.types import NumberMatch

# From here on a number is grouped; below it may be a year.
_GROUPED_FROM = 10_000
# Longer values are cut: nobody reads them.
_LONGEST = 48


def value_text(value: Any, between: str = "\u2013") -> str:
    """Return a value of a `NumberMatch`, digits grouped as in India.

    Arguments:
        value: what ``NumberMatch.value`` can be.
        between: what stands between the two values of a pair.

    Example:
        >>> value_text(250000), value_text(Fraction(13, 2)), value_text(Fraction(1, 3)), value_text((5, 6))
        ('2,50,000', '6.5', '1/3', '5–6')
    """
    if isinstance(value, tuple):
        return between.join(value_text(one) for one in value)
    if isinstance(value, time):
        return value.isoformat("auto" if value.second or value.microsecond else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    shown = _in_digits(value) if isinstance(value, (int, Decimal, Fraction)) else str(value)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


def _in_digits(value: int | Decimal | Fraction) -> str:
    grouping = "none" if -_GROUPED_FROM < value < _GROUPED_FROM else "indian"
    try:
        return format_number(_finite(value), grouping, "ascii")
    except GujtextError:  # longer than numbers are written
        return str(value)


def _finite(value: int | Decimal | Fraction) -> int | Decimal | Fraction:
    """Return a fraction as a decimal where that is exact and short."""
    if isinstance(value, Fraction) and 10_000 % value.denominator == 0 and abs(value) < 10**20:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value


def reading(match: NumberMatch) -> str:
    """Return what a number comes to, with its unit.

    Example:
        >>> from gujtext.numerals import find_numbers
        >>> [reading(match) for match in find_numbers("સાડા છ ઇંચ, રૂ. ૨,૫૦૦ કરોડ, ૫ ટકા, ૩-૨થી, પાંચ છ દિવસ")]
        ['6.5 in', 'INR 25,00,00,00,000', '5%', '3:2', '≈ 5–6']
    """
    shown = value_text(match.value, ":" if match.kind == "ratio" else "\u2013")
    if match.kind == "money" or (match.unit.isupper() and len(match.unit) == 3):  # an ISO 4217 code stands before
        shown = f"{match.unit} {shown}".lstrip()
    elif match.unit:
        shown += match.unit if match.unit in ("%", "×") else f" {match.unit}"
    return f"≈ {shown}" if match.approximate else shown
