"""Reading one number at a place of running text, in digits or in words, with the scale words after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.numerals.digits import to_ascii_digits
from gujtext.numerals.errors import MAX_DIGITS
from gujtext.numerals.exact import Value, divide, multiply, simplest
from gujtext.numerals.following import ENDING, SCALE, following
from gujtext.numerals.magnitude import read_magnitude
from gujtext.numerals.multiples import factors, times_words
from gujtext.numerals.notation import MINUS_SIGNS, VULGAR, VULGAR_CLASS, grouping_of, scale_words
from gujtext.numerals.ordinals import digit_ordinal_gender, digit_ordinals
from gujtext.numerals.surfaces import Surface, own_ordinals, running_words, seeds, surfaces
from gujtext.numerals.vocabulary import DIGITS, SPACE, WORD_END, homographs, pattern, suffixes
from gujtext.numerals.words import read_spelled
from gujtext.script import ASCII_DIGITS, DEVANAGARI_DIGITS, GUJARATI_DIGITS, WORD_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(f"[{WORD_CLASS}][{WORD_CLASS}]*+")
_JOINED = re.compile(f"[{WORD_CLASS}{DIGITS}A-Za-z]")
# With so many different number words one pass over all words is faster than a search for each.
_MANY = 64
_DIGIT_SET = frozenset(ASCII_DIGITS + GUJARATI_DIGITS + DEVANAGARI_DIGITS + VULGAR_CLASS)
_NUMBER = re.compile(
    rf"(?P<whole>[{DIGITS}]++(?:,[{DIGITS}]++)*+)(?P<places>\.[{DIGITS}]++)?(?P<vulgar>[{VULGAR_CLASS}])?"
)
_IN_LIST = re.compile(rf"(?P<whole>[{DIGITS}]++)(?P<places>\.[{DIGITS}]++)?(?P<vulgar>[{VULGAR_CLASS}])?")
# Within such a list: nothing concerns the number but itself.
_BETWEEN_COMMAS = re.compile(rf"(?<=,)[{DIGITS}]{{1,15}}+(?=,[{DIGITS}])")
_SLASH = re.compile(
    rf"(?:[{SPACE}](?P<numerator>[{DIGITS}]{{1,3}}))?[/\u2044](?P<denominator>[{DIGITS}]{{1,4}})(?![{DIGITS}/-])"
)
# A letter typed for a digit: the number is not what its digits say.
_LETTERS = "રપ"
_DAMAGED = re.compile(f"[{_LETTERS}](?:[{DIGITS}]|{WORD_END})")
_SMALLER = re.compile(rf"[{SPACE}](?P<number>[{DIGITS}]{{1,3}})(?=[{SPACE}])")
_SPACES = frozenset(SPACE)
_BEFORE_SIGN = frozenset(SPACE + "\t\n(['\"“‘=:₹$€£")
# How many words of a number in words are read at once: enough for sixty digits.
_LONGEST = 100


class Quantity(NamedTuple):
    """A number read at ``text[start:end]``.

    ``digits_end`` is where its digits end and a scale word may follow; equal to ``start`` for a number in words.
    ``end`` is before the case or ordinal ending, ``after`` behind it. ``counted`` is the number before the last scale
    word, ``scale`` that scale (1 where there is none). ``ordinal`` is the gender of an ordinal, else ``None``.
    """

    start: int
    digits_end: int
    end: int
    after: int
    value: Value
    counted: Value
    scale: int = 1
    suffix: str = ""
    ordinal: str | None = None
    times: bool = False
    shown: str = ""

    @property
    def in_digits(self) -> bool:
        """Tell whether the number is written in digits."""
        return self.digits_end > self.start


@cache
def _scale() -> re.Pattern[str]:
    endings = pattern(suffixes("both"))
    return re.compile(rf"[{SPACE}]?+(?P<scale>{pattern(scale_words())})(?P<suffix>{endings})?{WORD_END}")


@cache
def _times() -> re.Pattern[str]:
    return re.compile(
        rf"[{SPACE}](?P<times>{pattern(times_words())})(?P<suffix>{pattern(suffixes('both'))})?{WORD_END}"
    )


@cache
def _ending() -> re.Pattern[str]:
    """Build the pattern of what may be glued to digits: an ordinal ending, a case ending, both, or the times word."""
    special, general = digit_ordinals()
    ordinal = pattern({ending for endings in (*special.values(), general) for ending in endings})
    case = pattern(suffixes("digits"))
    glued = rf"-?(?:(?P<ordinal>{ordinal})(?P<after>{case})?|(?P<case>{case}))"
    # With a space between, an ending that is also a case ending or a word ("from 4", "mother") is not the ordinal's.
    spaced = pattern({e for endings in (*special.values(), general) for e in endings if e not in suffixes("digits")})
    times = rf"[{SPACE}]?(?P<times>{pattern(times_words())})|[{SPACE}](?P<spaced>{spaced})(?!\.)"
    return re.compile(rf"(?:{glued}|(?P<latin>st|nd|rd|th)|{times}){WORD_END}")


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


class _Run(NamedTuple):
    """Neighbouring number words: where each begins and ends, the bare words, what is glued to the last."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    last: Surface | None


class Reader:
    """Reads numbers in one text; keeps the last run of number words, as neighbours are read one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._run = _Run([], [], [], None)
        self._list_end = 0  # where a list of numbers ends whose commas do not group digits

    def word_seeds(self) -> list[int]:
        """Return where words stand at which a number can begin, in no order."""
        text = self.text
        hits = seeds().intersection(_WORD.findall(text))
        if len(hits) > _MANY:
            found = [(match.start(), match.group()) for match in _WORD.finditer(text) if match.group() in hits]
        else:
            found = [(at, word) for word in hits for at in _occurrences(text, word)]
        # A word glued to letters or digits is no number word.
        return [
            at
            for at, word in found
            if not (_JOINED.match(text, at + len(word)) or (at and _JOINED.match(text, at - 1)))
        ]

    def read(self, at: int) -> Quantity | None:
        """Read the number that begins at an offset, in digits or in words."""
        if self.text[at : at + 1] in _DIGIT_SET:
            return self._read_digits(at)
        match = _WORD.match(self.text, at)
        if match is None or (at and _JOINED.match(self.text, at - 1)) or _JOINED.match(self.text, match.end()):
            return None
        return self._read_words(at, match.group())

    def read_listed(self, at: int) -> Quantity | None:
        """Read the whole number at an offset if it stands between two others in a list: 1,2,3."""
        match = _BETWEEN_COMMAS.match(self.text, at) if at < self._list_end else None
        if match is None:
            return None
        shown, end = match.group(), match.end()
        value = int(shown)
        return Quantity(at, end, end, end, value, value, shown=shown)

    def units_from(self, at: int, least: int) -> tuple[list[str], int]:
        """Return at least so many digit words (0-9) side by side from an offset, as digits, and where they end."""
        run = self._run_at(at)
        begin = bisect_left(run.starts, at)
        if len(run.words) - begin < least:
            return [], at
        digits = []
        for place in range(begin, len(run.words)):  # not a slice: in a long run every word is asked for
            entry = running_words()[run.words[place]]
            if entry.role != "unit" or entry.value > 9:
                break
            digits.append(str(entry.value))
        return digits, run.ends[begin + len(digits) - 1] if digits else at

    def _run_at(self, at: int) -> _Run:
        """Return the run of number words that an offset lies in."""
        run = self._run
        if run.starts and run.starts[0] <= at <= run.starts[-1]:
            return run
        text = self.text
        known = running_words()
        starts, ends, words = [], [], []
        last = None
        while (match := _WORD.match(text, at)) is not None:
            word, end = match.group(), match.end()
            goes_on = text[end : end + 1] in _SPACES
            if not goes_on and _JOINED.match(text, end):  # glued to digits or Latin letters
                break
            if word not in known:
                last = surfaces().get(word)
                if last is None:
                    break
                word = last.base
            starts.append(at)
            ends.append(end)
            words.append(word)
            if last is not None or not goes_on:
                break
            at = end + 1
        self._run = run = _Run(starts, ends, words, last)
        return run

    def _read_words(self, start: int, word: str) -> Quantity | None:
        ordinal = own_ordinals().get(word)
        if ordinal is not None:
            reading, suffix = ordinal
            after = start + len(word)
            return Quantity(
                start, start, after - len(suffix), after, reading.value, reading.value, 1, suffix, reading.gender
            )
        if word in factors():
            after = start + len(word)
            return Quantity(start, start, after, after, factors()[word], factors()[word], times=True)
        run = self._run_at(start)
        offset = bisect_left(run.starts, start)
        words = run.words[offset : offset + _LONGEST]
        if not words:
            return None
        value, count = _spelled(words) if len(words) > 1 else _single(words[0])
        if value is None or (count == 1 and words[0] in homographs()):
            return None
        last = run.last if offset + count == len(run.words) else None
        after = run.ends[offset + count - 1]
        scale = _scale_of(words[count - 1])
        counted = value if scale == 1 else divide(value, scale)
        quantity = Quantity(start, start, after, after, value, counted, scale)
        if last is None:
            return self._with_times(quantity) if following(self.text, after) & ENDING else quantity
        end = run.starts[offset + count - 1] + len(last.base)
        return quantity._replace(end=end, suffix=last.suffix, ordinal=last.ordinal, times=last.times)

    def _with_times(self, quantity: Quantity) -> Quantity:
        """Take the times word that stands behind a number in words."""
        match = _times().match(self.text, quantity.after)
        if match is None:
            return quantity
        return quantity._replace(times=True, after=match.end(), suffix=match["suffix"] or "")

    def _read_digits(self, at: int) -> Quantity | None:
        text = self.text
        match = (_NUMBER if at >= self._list_end else _IN_LIST).match(text, at)
        if match is None:
            return Quantity(at, at + 1, at + 1, at + 1, VULGAR[text[at]], VULGAR[text[at]])
        whole, places, vulgar = match.groups()
        end = match.end()
        if "," in whole and grouping_of(to_ascii_digits(whole)) == "irregular":  # a list of numbers
            self._list_end = end
            whole, places, vulgar = whole.partition(",")[0], None, None
            end = at + len(whole)
        if end - at > MAX_DIGITS or (text[end : end + 1] in _LETTERS and _DAMAGED.match(text, end)):
            return None
        # int and Decimal read the digits of every script; the pattern has let in those of three.
        shown = whole + (places or "")
        value: Value = Decimal(shown.replace(",", "")) if places else int(whole.replace(",", ""))
        if vulgar:
            value = int(whole.replace(",", "")) + VULGAR[vulgar]
        elif not places and (slash := _SLASH.match(text, end)) is not None:
            fraction = _fraction(slash, value)
            if fraction is not None:
                value, end, shown = fraction, slash.end(), ""
        negative = at > 0 and text[at - 1] in MINUS_SIGNS and (at == 1 or text[at - 2] in _BEFORE_SIGN)
        if negative:
            value, at = -value, at - 1
        quantity = Quantity(at, end, end, end, value, value, shown=shown)
        ahead = following(text, end)
        if ahead & SCALE:
            quantity = self._with_smaller(self._with_scales(quantity))
        return self._with_ending(quantity) if ahead & ENDING else quantity

    def _with_scales(self, quantity: Quantity) -> Quantity:
        """Take the scale words behind digits: 5 lakh, 5 lakh crore, 2 crore 50 lakh."""
        while quantity.scale < 10**15 and (match := _scale().match(self.text, quantity.end)) is not None:
            scale = scale_words()[match["scale"]] * quantity.scale
            value = multiply(quantity.counted, scale)
            end = match.end("scale")
            suffix = match["suffix"] or ""
            quantity = quantity._replace(end=end, after=match.end(), value=value, scale=scale, suffix=suffix)
            if suffix:
                break
        return quantity

    def _with_smaller(self, quantity: Quantity) -> Quantity:
        """Take the smaller count behind a count of a scale: 2 crore 50 lakh."""
        while quantity.scale > 1000 and not quantity.suffix and isinstance(quantity.value, int):
            joint = _SMALLER.match(self.text, quantity.end)
            if joint is None:
                break
            number = int(to_ascii_digits(joint["number"]))
            smaller = Quantity(joint.start("number"), joint.end(), joint.end(), joint.end(), number, number)
            smaller = self._with_scales(smaller)
            if not 1 < smaller.scale < quantity.scale or smaller.value >= quantity.scale:
                break
            end = smaller.end
            quantity = smaller._replace(
                start=quantity.start, digits_end=end, value=quantity.value + int(smaller.value), shown=""
            )
        if quantity.digits_end > quantity.start and quantity.digits_end == quantity.end:
            return quantity._replace(counted=quantity.value, scale=1) if not quantity.shown else quantity
        return quantity

    def _with_ending(self, quantity: Quantity) -> Quantity:
        if quantity.scale > 1 or quantity.suffix:
            return quantity
        match = _ending().match(self.text, quantity.end)
        if match is None:
            return quantity
        after = match.end()
        if match["times"]:
            return quantity._replace(after=after, times=True)
        if match["latin"]:
            return quantity._replace(after=after, ordinal="")
        ordinal = match["ordinal"] or match["spaced"]
        suffix = match["case"] or ordinal + (match["after"] or "")
        if ordinal and isinstance(quantity.value, int) and not _is_locative(quantity, suffix):
            gender = digit_ordinal_gender(quantity.value, ordinal)
            if gender is not None:
                return quantity._replace(after=after, ordinal=gender, suffix=match["after"] or "")
        if match["spaced"] or suffix not in suffixes("digits"):
            return quantity
        return quantity._replace(after=after, suffix=suffix)


def _is_locative(quantity: Quantity, suffix: str) -> bool:
    """Tell whether "maa" after a year is the locative with its anusvara left out, not the oblique ordinal."""
    return suffix in suffixes("digits") and 1000 <= quantity.value < 3000


def _fraction(slash: re.Match[str], before: Value) -> Fraction | None:
    """Read 3/4, or 1 3/4; only proper fractions, as 18/6 is more often a date or a list."""
    denominator = int(to_ascii_digits(slash["denominator"]))
    whole, numerator = 0, int(before)
    if slash["numerator"]:
        whole, numerator = numerator, int(to_ascii_digits(slash["numerator"]))
    if not 0 < numerator < denominator:
        return None
    return whole + Fraction(numerator, denominator)


def _spelled(words: list[str]) -> tuple[Value | None, int]:
    """Read the number that the words begin with: value and how many words it takes."""
    spelled = read_spelled(words, running_words(), strict=False)
    if spelled.value is not None:
        return spelled.value, spelled.stop
    value, stop, _ = read_magnitude(words, running_words(), 0, strict=False)
    return value, stop


def _single(word: str) -> tuple[Value | None, int]:
    """Read a number that is one word."""
    entry = running_words()[word]
    if entry.role in ("unit", "hundreds", "quantity", "glued_scale"):
        return simplest(entry.value), 1
    return None, 1


def _scale_of(word: str) -> int:
    entry = running_words()[word]
    return int(entry.value) if entry.role in ("hundred", "scale", "crore", "abaj") else 1
