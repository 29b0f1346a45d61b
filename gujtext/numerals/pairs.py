"""Two numbers that belong together: ranges (૧૦-૧૫, ૧૦ થી ૧૫), ratios (૧:૩) and approximate pairs (પાંચ છ)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from gujtext.numerals.calendar_dates import is_year
from gujtext.numerals.exact import Value, multiply
from gujtext.numerals.following import CLOCK, THING, following
from gujtext.numerals.quantities import Quantity, Reader
from gujtext.numerals.vocabulary import DIGITS, SPACE, spoken
from gujtext.script import VISARGA

_DASH = re.compile(rf"[-\u2010-\u2015\u2212~]|[{SPACE}][-\u2010-\u2015\u2212~][{SPACE}]")
_FROM = re.compile(rf"[{SPACE}]?(?:થી|to)[{SPACE}]")
_HYPHEN = re.compile(rf"[-\u2010-\u2014](?=[{DIGITS}])")
_GOES_ON = re.compile(rf"[-/.:\u2010-\u2014][{DIGITS}]")
_SPACE = re.compile(f"[{SPACE}]")
_BETWEEN_WORDS = re.compile(f"[{SPACE}-]")
_COLON = re.compile(rf"[{SPACE}]?[:{VISARGA}\u2236][{SPACE}]?")


class Pair(NamedTuple):
    """The second number of a pair: where it ends, the two values, and what joined them (``start`` to ``start + n``)."""

    second: Quantity
    end: int
    value: tuple[Value, Value]
    joined: tuple[int, int]
    approximate: bool = False


def range_joint(text: str, first: Quantity) -> re.Match[str] | None:
    """Return what joins a number to the second of a range: a dash, a word, or a space after the ending "from"."""
    if first.times:
        return None
    if text[first.end : first.after] == spoken("range"):
        return _SPACE.match(text, first.after)
    if first.ordinal is not None or first.suffix:
        return None
    return _DASH.match(text, first.after) or _FROM.match(text, first.after)


def range_after(reader: Reader, first: Quantity) -> Pair | None:
    """Read the second number of a range whose first has been read."""
    text = reader.text
    from_word = text[first.end : first.after] == spoken("range")
    joint = range_joint(text, first)
    if joint is None:
        return None
    second = reader.read(joint.end())
    if second is None or second.start != joint.end() or second.ordinal is not None or second.times:
        return None
    if not from_word and first.in_digits != second.in_digits:
        return None
    values = _ordered(first, second, from_word)
    if values is None:
        return None
    approximate = not first.in_digits and "-" in joint.group()
    start = first.end if from_word else joint.start()
    return Pair(second, second.after, values, (start, joint.end()), approximate)


def _ordered(first: Quantity, second: Quantity, from_word: bool) -> tuple[Value, Value] | None:
    """Return the two values if they ascend: a scale behind the second counts for both, years may be shortened."""
    low, high = first.value, second.value
    if second.scale > 1 and first.scale == 1 and _less(low, second.counted):
        return multiply(low, second.scale), high
    if is_year(first) and first.in_digits:
        if isinstance(high, int) and len(second.shown) == 2 and not from_word:
            century = int(low) - int(low) % 100
            high = century + high if high > int(low) % 100 else century + 100 + high
            return (low, high) if high - int(low) < 30 else None
        if from_word and not is_year(second):
            return None
    return (low, high) if _less(low, high) else None


def _less(low: Value, high: Value) -> bool:
    return Fraction(low) < Fraction(high)


def approximate_pair(reader: Reader, first: Quantity) -> Pair | None:
    """Read the second of two neighbouring small numbers in words: five six days, two three thousand."""
    if first.in_digits or first.suffix or first.times or first.ordinal is not None or first.scale > 1:
        return None
    if isinstance(first.value, Decimal) or not 0 < first.value < 100:
        return None
    joint = _BETWEEN_WORDS.match(reader.text, first.after)
    second = reader.read(joint.end()) if joint else None
    if joint is None or second is None or second.in_digits or second.times or second.ordinal is not None:
        return None
    if not _less(first.value, second.counted) or Fraction(second.counted) > 4 * Fraction(first.value):
        return None
    if _goes_on(reader, second):
        return None
    low = multiply(first.value, second.scale)
    return Pair(second, second.after, (low, second.value), (first.end, joint.end()), True)


def _goes_on(reader: Reader, second: Quantity) -> bool:
    """Tell whether a third number follows: then they are being counted, not estimated."""
    joint = _SPACE.match(reader.text, second.after)
    third = reader.read(joint.end()) if joint else None
    return third is not None and not third.in_digits and third.ordinal is None


def ratio_after(reader: Reader, first: Quantity) -> Pair | None:
    """Read the second number of a ratio, 1:3, or of a score, 3-2, which descends as no range does."""
    if not first.in_digits or first.ordinal is not None or first.suffix or first.scale > 1:
        return None
    if _HYPHEN.match(reader.text, first.after):
        return _score(reader, first)
    joint = _COLON.match(reader.text, first.after)
    if joint is None or (
        joint.group().strip(SPACE) == ":" and len(set(joint.group()[:: len(joint.group()) - 1 or 1])) > 1
    ):
        return None
    second = reader.read(joint.end())
    if second is None or not second.in_digits or second.scale > 1 or second.ordinal is not None or not second.value:
        return None
    return Pair(second, second.after, (first.value, second.value), joint.span())


def _score(reader: Reader, first: Quantity) -> Pair | None:
    """Read the second of two whole numbers below a thousand that do not ascend: how a match was won, or drawn.

    Two numbers that count something are none: ૫-૫ રૂપિયા is five each.
    """
    second = reader.read(first.after + 1)
    if second is None or second.scale > 1 or second.times or _GOES_ON.match(reader.text, second.after):
        return None
    score = (first.value, second.value)
    # After 4 the ending "by" looks like that of an ordinal.
    by = reader.text[second.end : second.after] == spoken("range")
    if not all(type(value) is int and 0 <= value < 1000 for value in score) or (second.ordinal is not None and not by):
        return None
    if _less(*score) or len(first.shown) > 3 or len(second.shown) > 3:
        return None
    if not second.suffix and following(reader.text, second.after) & (THING | CLOCK):
        return None
    if by:
        second = second._replace(suffix=spoken("range"), ordinal=None)
    return Pair(second, second.after, score, (first.after, first.after + 1))
