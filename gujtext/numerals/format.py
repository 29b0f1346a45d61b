"""Values to numbers in digits: Indian, Western, no or compact grouping, in any of three scripts."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from gujtext.numerals.digits import to_ascii_digits, to_devanagari_digits, to_gujarati_digits
from gujtext.numerals.exact import Value, check_number, scale_ten
from gujtext.numerals.lexicon import ABAJ, CRORE, spellings

GROUPINGS = ("indian", "western", "none", "compact")
_SCRIPTS = {"gujarati": to_gujarati_digits, "devanagari": to_devanagari_digits, "ascii": to_ascii_digits}
LAKH = 100000


def format_number(value: Value, grouping: str = "indian", digits: str = "gujarati", *, percent: bool = False) -> str:
    """Write a number in digits.

    Arguments:
        value: int, Decimal or Fraction (written ૩/૪).
        grouping: indian (૧,૨૩,૪૫૬), western (૧૨૩,૪૫૬), none, or compact (૧.૨ લાખ: two significant digits, rounded
            half to even, the next scale where rounding reaches it).
        digits: gujarati, ascii or devanagari.
        percent: multiply by a hundred and write a percent sign.

    Returns:
        A text that `parse_number` reads back to the same value, unless grouping is compact.

    Raises:
        NumberError: the number is longer than 600 digits, or not finite.
        TypeError: the value is a float or not a number.

    Example:
        >>> format_number(12345678), format_number(-1234567, "western", "ascii")
        ('૧,૨૩,૪૫,૬૭૮', '-1,234,567')
        >>> format_number(25000000, "compact"), format_number(Decimal("0.125"), percent=True)
        ('૨.૫ કરોડ', '૧૨.૫%')
    """
    check_number(value)
    if grouping not in GROUPINGS:
        raise ValueError(f"grouping is {grouping!r}, expected one of {', '.join(GROUPINGS)}")
    if digits not in _SCRIPTS:
        raise ValueError(f"digits is {digits!r}, expected one of {', '.join(_SCRIPTS)}")
    if percent:
        value = scale_ten(value, 2) if isinstance(value, Decimal) else value * 100
    shown = _compact(value) if grouping == "compact" else _plain(value, grouping)
    return _SCRIPTS[digits](shown + "%" if percent else shown)


def _plain(value: Value, grouping: str) -> str:
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{_plain(value.numerator, grouping)}/{value.denominator}"
    shown = f"{value:f}" if isinstance(value, Decimal) else str(int(value))
    sign, shown = ("-", shown[1:]) if shown.startswith("-") else ("", shown)
    whole, point, places = shown.partition(".")
    return sign + _grouped(whole, grouping) + point + places


def _grouped(whole: str, grouping: str) -> str:
    if grouping == "none" or len(whole) <= 3:
        return whole
    if grouping == "western":
        return f"{int(whole):,}"
    head, tail = whole[:-3], whole[-3:]
    first = len(head) % 2 or 2
    pairs = [head[:first], *(head[at : at + 2] for at in range(first, len(head), 2))]
    return ",".join([*pairs, tail])


def _compact(value: Value) -> str:
    """Write the value as so many of the largest scale below it."""
    exact = Fraction(value)
    sign, size = ("-" if exact < 0 else ""), abs(exact)
    scales = (1, 1000, LAKH, CRORE, ABAJ, LAKH * CRORE)
    index = max((i for i, scale in enumerate(scales) if scale <= size), default=0)
    count = _two_digits(size / scales[index])
    if index + 1 < len(scales) and count * scales[index] >= scales[index + 1]:
        index += 1
        count = _two_digits(count * scales[index - 1] / Fraction(scales[index]))
    shown = _grouped(str(int(count)), "indian") if count == int(count) else _rounded(count)
    names = spellings()
    name = f"{names[LAKH]} {names[CRORE]}" if scales[index] == LAKH * CRORE else names.get(scales[index], "")
    return sign + (f"{shown} {name}" if index else shown)


def _two_digits(count: Fraction) -> Fraction:
    """Round to two significant digits, or to a whole number where that has two or more."""
    places = 0 if count >= 10 else 1 if count >= 1 else 2
    return Fraction(round(count * 10**places), 10**places)


def _rounded(count: Fraction) -> str:
    """Write a rounded count with its decimals, without trailing zeros."""
    shown = f"{(Decimal(count.numerator) / Decimal(count.denominator)).quantize(Decimal('0.01'), ROUND_HALF_EVEN):f}"
    return shown.rstrip("0").rstrip(".")
