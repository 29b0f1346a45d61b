"""Numbers in digits to values: signs, Indian and Western grouping, decimals, percent, fractions, compact forms."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from gujtext.numerals.digits import to_ascii_digits
from gujtext.numerals.errors import MAX_DIGITS, MAX_VALUE, NumberError
from gujtext.numerals.exact import Value, multiply, scale_ten, simplest
from gujtext.numerals.lexicon import cardinal_rows
from gujtext.numerals.roman import parse_roman
from gujtext.types import require_text

MINUS_SIGNS = "-\u2212"
# Unicode has a character for the common fractions; it may follow a whole number directly.
VULGAR = {
    "¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
VULGAR_CLASS = "".join(VULGAR)
_PARTS = re.compile(
    rf"""
    (?P<sign> [{MINUS_SIGNS}+]?+ )
    (?P<whole> (?:[0-9]++(?:,[0-9]++)*+)?+ )
    (?: \.(?P<places> [0-9]++ )
      | \s*+(?P<vulgar> [{VULGAR_CLASS}] )
      | (?: (?<=[0-9])\s++(?P<numerator> [0-9]++ ) )?+ \s?+[/\u2044]\s?+(?P<denominator> [0-9]++ )
    )?+
    (?: \s*+(?P<percent> [%\uff05] ) | \s*+(?P<scales> [^\s0-9.,/+-]++(?:\s++[^\s0-9.,/+-]++)*+ ) )?+
    """,
    re.VERBOSE,
)
_INDIAN = re.compile(r"[0-9]{1,2}+(?:,[0-9]{2}(?=,))*+,[0-9]{3}")
_WESTERN = re.compile(r"[0-9]{1,3}+(?:,[0-9]{3})++")


class ParsedNumber(NamedTuple):
    """A value and how it was grouped: indian, western, either (1,234), irregular (lenient only) or none."""

    value: Value
    grouping: str


def parse_number(text: str, *, roman: bool = False, strict: bool = True) -> Value:
    """Read a number written in digits.

    Arguments:
        text: one number and nothing else: Gujarati, ASCII and Devanagari digits, also mixed; commas in Indian or
            Western groups; a sign, a decimal point, a fraction (૩/૪, ½), a percent sign (the value is divided by a
            hundred), scale words (૧.૫ લાખ).
        roman: read Roman numerals (XIV) too.
        strict: refuse irregular groups of digits (૧,૨૩,૪૫); otherwise the commas are ignored.

    Returns:
        int, Decimal or Fraction, always exact.

    Raises:
        NumberError: this is no number; with the offset in code points and what was expected there.
        TypeError: the text is not ``str``.

    Example:
        >>> parse_number("૧,૨૩,૪૫,૬૭૮"), parse_number("-૧૨.૫૦"), parse_number("૩/૪"), parse_number("૧.૫ લાખ")
        (12345678, Decimal('-12.50'), Fraction(3, 4), 150000)
    """
    return read_number(text, roman=roman, strict=strict).value


def read_number(text: str, *, roman: bool = False, strict: bool = True) -> ParsedNumber:
    """Read a number written in digits and tell how it was grouped; as `parse_number`.

    Example:
        >>> read_number("12,345,678").grouping, read_number("૧,૨૩,૪૫", strict=False)
        ('western', ParsedNumber(value=12345, grouping='irregular'))
    """
    require_text(text)
    bare = text.strip()
    offset = len(text) - len(text.lstrip())
    if roman and (letters := parse_roman(bare)) is not None:
        return ParsedNumber(letters, "none")
    shown = to_ascii_digits(bare)
    match = _PARTS.match(shown)
    if match is None or not (match["whole"] or match["places"] or match["vulgar"]):
        at = match.end("sign") if match else 0
        raise NumberError(bare[at:] or bare, offset + at, "a digit")
    if match.end() != len(shown):
        raise NumberError(bare[match.end() :], offset + match.end(), "the end of the number")
    if len(shown) > 2 * MAX_DIGITS or len(match["whole"]) + len(match["places"] or "") > MAX_DIGITS:
        raise NumberError(bare, offset, f"at most {MAX_DIGITS} digits")
    grouping = grouping_of(match["whole"])
    if grouping == "irregular" and strict:
        at = _misplaced(match["whole"]) + match.start("whole")
        piece = bare[at : match.end("whole")].partition(",")[0]
        raise NumberError(piece, offset + at, "groups of two and at the end three digits, or all of three")
    value = _value(match, bare, offset)
    return ParsedNumber(-value if match["sign"] in MINUS_SIGNS and match["sign"] else value, grouping)


def grouping_of(whole: str) -> str:
    """Tell how ASCII digits are grouped by commas: indian, western, either, irregular or none."""
    if "," not in whole:
        return "none"
    indian, western = _INDIAN.fullmatch(whole), _WESTERN.fullmatch(whole)
    if indian and western:
        return "either"
    return "indian" if indian else "western" if western else "irregular"


def _misplaced(whole: str) -> int:
    """Where the first group stands that fits neither way of grouping, counted from the end of the number."""
    groups = whole.split(",")
    starts = [0]
    for group in groups:
        starts.append(starts[-1] + len(group) + 1)
    if len(groups[-1]) != 3:
        return starts[len(groups) - 1]
    size = len(groups[-2]) if len(groups) > 2 else 3
    for index in range(len(groups) - 2, 0, -1):
        if size not in (2, 3) or len(groups[index]) != size:
            return starts[index]
    return 0


def _value(match: re.Match[str], bare: str, offset: int) -> Value:
    whole = int(match["whole"].replace(",", "") or 0)
    value: Value = whole
    if match["places"]:
        value = Decimal(f"{whole}.{match['places']}")
    elif match["vulgar"]:
        value = whole + VULGAR[match["vulgar"]]
    elif match["denominator"]:
        value = _ratio(match, whole, bare, offset)
    if match["percent"]:
        return scale_ten(value, -2)
    if match["scales"]:
        for scale in match["scales"].split():
            if scale not in scale_words():
                raise NumberError(scale, offset + match.start("scales"), "nothing, or a scale word such as લાખ")
            value = multiply(value, scale_words()[scale])
            if value > MAX_VALUE:
                raise NumberError(bare, offset, f"at most {MAX_DIGITS} digits")
    return value


def _ratio(match: re.Match[str], whole: int, bare: str, offset: int) -> Value:
    denominator = int(match["denominator"])
    if denominator == 0:
        raise NumberError(bare, offset + match.start("denominator"), "a denominator above zero")
    numerator = match["numerator"]
    value = whole + Fraction(int(numerator), denominator) if numerator else Fraction(whole, denominator)
    return simplest(value)


@cache
def scale_words() -> dict[str, int]:
    """Return the scale words that may follow digits, form -> value."""
    return {row.form: row.value for row in cardinal_rows() if row.kind in ("scale", "western")}
