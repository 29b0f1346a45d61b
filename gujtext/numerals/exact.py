"""Exact arithmetic on the three kinds of number, and the bound on their length."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache

from gujtext.numerals.errors import MAX_DIGITS, MAX_VALUE, NumberError

Value = int | Decimal | Fraction


def check_number(value: object) -> None:
    """Refuse what is no int, Decimal or Fraction, is not finite, or is longer than 600 digits."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, Fraction)):
        raise TypeError(f"a number is an int, Decimal or Fraction, not {type(value).__name__}: nothing is rounded")
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise NumberError(str(value), None, "a finite number")
        _, digits, exponent = value.as_tuple()
        too_long = max(len(digits) + max(int(exponent), 0), -int(exponent)) > MAX_DIGITS
    else:
        too_long = max(abs(value.numerator), value.denominator) >= MAX_VALUE
    if too_long:
        raise NumberError("…", None, f"a number of at most {MAX_DIGITS} digits")


@cache
def _context() -> Context:
    """Wide enough for every number that is accepted; the default context would round to 28 digits."""
    return Context(prec=2 * MAX_DIGITS, Emax=4 * MAX_DIGITS, Emin=-4 * MAX_DIGITS)


def simplest(value: int | Fraction) -> int | Fraction:
    """Return a whole fraction as int."""
    if type(value) is int:
        return value
    return value.numerator if value.denominator == 1 else value


def multiply(value: Value, factor: int) -> Value:
    """Multiply exactly; a whole result is int."""
    if not isinstance(value, Decimal):
        return simplest(value * factor)
    exact = Fraction(value) * factor
    if exact.denominator == 1:
        return exact.numerator
    return _context().divide(Decimal(exact.numerator), Decimal(exact.denominator))


def divide(value: Value, divisor: int | Fraction) -> int | Fraction:
    """Divide exactly; a whole result is int."""
    if type(value) is int and type(divisor) is int and value % divisor == 0:
        return value // divisor
    return simplest(Fraction(value) / divisor)


def scale_ten(value: Value, power: int) -> Value:
    """Multiply by a power of ten exactly: int and Decimal give Decimal, a Fraction stays one."""
    if isinstance(value, Fraction):
        return value * Fraction(10) ** power
    return Decimal(value).scaleb(power, _context())
