"""Number words to values: integers, decimals, quarters and halves, fractions, multiples; any attested spelling."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from gujtext.numerals.errors import MAX_DIGITS, MAX_VALUE, NumberError
from gujtext.numerals.exact import Value, divide, multiply
from gujtext.numerals.fraction_words import denominators
from gujtext.numerals.lexicon import Word, cardinal_rows, words
from gujtext.numerals.magnitude import read_magnitude
from gujtext.numerals.multiples import factors, split_times, times_words
from gujtext.numerals.notation import parse_number
from gujtext.numerals.ordinals import ordinal_words
from gujtext.script import ANUSVARA, CANDRABINDU, JOINER_CLASS, VISARGA
from gujtext.types import require_text

SERIES = ("", "traditional", "hindi")
_WORD = re.compile(r"[^\s,;\-\u2010-\u2015]++")
_FIRST = re.compile(r"\s*+[^\s,;\-\u2010-\u2015]")
_JOINERS = re.compile(f"[{JOINER_CLASS}]")


class Spelled(NamedTuple):
    """A spelled number at the beginning of some words; ``stop`` is the index after its last word."""

    value: Value | None
    stop: int
    expected: str


def parse_number_words(text: str, *, strict: bool = True, series: str = "") -> Value:
    """Read a number written in words.

    Arguments:
        text: the words of one number and nothing else: a cardinal in any spelling and style, a decimal, quarters
            and halves (સાડા ત્રણ કરોડ), a fraction (બે તૃતીયાંશ), a multiple (ત્રણ ગણું). A number in digits may
            stand before a scale word.
        strict: refuse સાડા એક and સાડા બે, which are દોઢ and અઢી.
        series: which values scale words above અબજ have: traditional (ખર્વ is 10^10) or hindi (ખરબ is 10^11); they
            are refused where no series is named, because sources disagree.

    Returns:
        int, Decimal (where a decimal point is spelled) or Fraction, always exact.

    Raises:
        NumberError: this is not one number; with the offset in code points and what was expected there.
        TypeError: the text is not ``str``.

    Example:
        >>> parse_number_words("બે લાખ ત્રીસ હજાર પાંચસો"), parse_number_words("સાડા ત્રણ કરોડ")
        (230500, 35000000)
        >>> parse_number_words("બાર દશાંશ પાંચ"), parse_number_words("પોણા ચાર")
        (Decimal('12.5'), Fraction(15, 4))
    """
    require_text(text)
    if series not in SERIES:
        raise ValueError(f"series is {series!r}, expected one of {', '.join(map(repr, SERIES))}")
    lexicon = words(series)
    pieces = text.split()
    value, stop, _ = read_magnitude(pieces, lexicon, 0, strict)
    if stop == len(pieces) and value is not None:
        return value
    # Marks may stand between the words, not before the first.
    matches = list(_WORD.finditer(text)) if _FIRST.match(text) else []
    pieces = [fold(match.group()) for match in matches]
    spelled = read_spelled(pieces, lexicon, strict)
    if spelled.value is not None and spelled.stop == len(pieces):
        return spelled.value
    if spelled.stop >= len(matches):
        raise NumberError(text, len(text) if matches else 0, spelled.expected)
    at = matches[spelled.stop]
    raise NumberError(at.group(), at.start(), _disputed(at.group()) or spelled.expected)


def fold(word: str) -> str:
    """Take away what does not change a number word: joiners, a visarga at its end, candrabindu for anusvara."""
    return _JOINERS.sub("", word).replace(CANDRABINDU, ANUSVARA).rstrip("." + VISARGA)


@cache
def _disputed_readings() -> dict[str, str]:
    rows = [row for row in cardinal_rows() if row.kind in SERIES[1:]]
    return {row.form: f"series={row.kind!r} for {row.form} = 10^{len(str(row.value)) - 1}" for row in rows}


def _disputed(word: str) -> str:
    return _disputed_readings().get(word, "")


def read_spelled(pieces: list[str], lexicon: dict[str, Word], strict: bool = True) -> Spelled:
    """Read the number that the words begin with, whatever its kind."""
    if pieces and _role(pieces, 0, lexicon) == "minus":
        value, stop, expected = _read_unsigned(pieces, lexicon, 1, strict)
        return Spelled(None if value is None else -value, stop, expected)
    return _read_unsigned(pieces, lexicon, 0, strict)


def _role(pieces: list[str], index: int, lexicon: dict[str, Word]) -> str:
    word = lexicon.get(pieces[index]) if index < len(pieces) else None
    return word.role if word else ""


def _read_unsigned(pieces: list[str], lexicon: dict[str, Word], begin: int, strict: bool) -> Spelled:
    if begin >= len(pieces):
        return Spelled(None, begin, "a number word")
    first = pieces[begin]
    if first in factors():
        return Spelled(factors()[first], begin + 1, "nothing more")
    if first in ordinal_words() and _role(pieces, begin + 1, lexicon) == "part":
        return Spelled(Fraction(1, ordinal_words()[first].value), begin + 2, "nothing more")
    if first[:1].isdecimal():
        return _read_digits(pieces, lexicon, begin)
    value, stop, expected = read_magnitude(pieces, lexicon, begin, strict)
    if stop < len(pieces):
        number, times = split_times(pieces[stop])
        if times:  # the multiple is one word, so its number ends inside it
            value, end, expected = read_magnitude([*pieces[:stop], number], lexicon, begin, strict)
            return Spelled(value if end == stop + 1 else None, stop + 1, expected)
    if value is None:
        return Spelled(None, stop, expected)
    return _read_after(pieces, lexicon, Spelled(value, stop, expected), strict)


def _read_after(pieces: list[str], lexicon: dict[str, Word], read: Spelled, strict: bool) -> Spelled:
    """Read what may follow a magnitude: a decimal point, a denominator, the times word."""
    stop = read.stop
    if stop == len(pieces) or not isinstance(read.value, (int, Fraction)):
        return read
    word = pieces[stop]
    role = _role(pieces, stop, lexicon)
    if word in times_words():
        return Spelled(read.value, stop + 1, "nothing more")
    # The tenth and the decimal point are one word: it is the point where a digit follows.
    if role == "point" and _role(pieces, stop + 1, lexicon) == "unit":
        return _read_decimal(pieces, lexicon, stop, read.value)
    if word in denominators():
        return Spelled(divide(read.value, denominators()[word]), stop + 1, "nothing more")
    if role == "over":
        below, end, expected = read_magnitude(pieces, lexicon, stop + 1, strict)
        if not below:
            return Spelled(None, end, "a denominator above zero")
        return Spelled(divide(read.value, below), end, expected)
    if role == "whole":
        part = _read_unsigned(pieces, lexicon, stop + 1, strict)
        if not isinstance(part.value, Fraction) or part.value >= 1:
            return Spelled(None, part.stop, "a fraction below one")
        return Spelled(read.value + part.value, part.stop, part.expected)
    return read


def _read_decimal(pieces: list[str], lexicon: dict[str, Word], point: int, whole: int | Fraction) -> Spelled:
    """Read the digits after the point, one by one or as one number of two digits, and a scale after them."""
    stop = point + 1
    places: list[str] = []
    while _role(pieces, stop, lexicon) == "unit":
        value = lexicon[pieces[stop]].value
        if value > 9 and places:
            break
        places.append(str(value))
        stop += 1
        if value > 9:
            break
    if not isinstance(whole, int) or len(places) > MAX_DIGITS:
        return Spelled(None, point, "a whole number before the point")
    return _read_scales(pieces, lexicon, stop, Decimal(f"{whole}.{''.join(places)}"))


def _read_digits(pieces: list[str], lexicon: dict[str, Word], begin: int) -> Spelled:
    try:
        value = parse_number(pieces[begin])
    except NumberError as error:
        return Spelled(None, begin, error.expected)
    read = _read_scales(pieces, lexicon, begin + 1, value)
    if read.stop < len(pieces) and pieces[read.stop] in times_words():
        return read._replace(stop=read.stop + 1)
    return read


def _read_scales(pieces: list[str], lexicon: dict[str, Word], stop: int, value: Value) -> Spelled:
    while _role(pieces, stop, lexicon) in ("scale", "crore", "abaj"):
        value = multiply(value, int(lexicon[pieces[stop]].value))
        stop += 1
        if abs(value) > MAX_VALUE:
            return Spelled(None, stop - 1, "a smaller number")
    return Spelled(value, stop, "a scale word")
