"""Numbers in running text: spans with kind, exact value, unit, case ending and other readings."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.numerals.calendar_dates import DateMatch, day_then_month, is_year, month_then, numeric_date
from gujtext.numerals.clock import TimeMatch, read_time
from gujtext.numerals.clock_range import ClockRange, clock_range
from gujtext.numerals.digits import to_ascii_digits
from gujtext.numerals.exact import scale_ten
from gujtext.numerals.following import CLOCK, ERA, MONTH, NUMBER, THING, following
from gujtext.numerals.identifiers import identifier_end, protected_spans
from gujtext.numerals.notation import VULGAR_CLASS
from gujtext.numerals.pairs import Pair, approximate_pair, range_after, ratio_after
from gujtext.numerals.phones import phone_end, spelled_phone
from gujtext.numerals.quantities import Quantity, Reader
from gujtext.numerals.roman import find_roman
from gujtext.numerals.surroundings import (
    ANNOUNCED,
    MONTH as MONTH_BEFORE,
    After,
    Before,
    after_number,
    before_number,
    closing_mark,
    era_after,
    preceding,
)
from gujtext.numerals.vocabulary import DIGITS
from gujtext.types import NumberMatch, require_text

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beginning with a plain class, it is searched for at C speed.
_DIGITS = re.compile(f"[{DIGITS}{VULGAR_CLASS}][{DIGITS}]*+")
# Up to five digits without a mark or a digit behind them: no date, no telephone number.
_BARE = re.compile(f"[{DIGITS}]{{1,5}}+(?![-/.+]|[ ]?[{DIGITS}])")
_LETTER = re.compile("[A-Za-z]")


class Found(NamedTuple):
    """A number match and what was read to make it, for those who rewrite it."""

    match: NumberMatch
    quantities: tuple[Quantity, ...] = ()
    before: Before | None = None
    after: After | None = None
    date: DateMatch | None = None
    clock: TimeMatch | None = None
    pair: Pair | None = None
    hours: ClockRange | None = None


def find_numbers(text: str) -> list[NumberMatch]:
    """Find the numbers in running text, in digits and in words.

    URLs, handles, versions, product names and other identifiers hold no numbers; an impossible date is none; of
    number words that are mostly other words (`homographs.tsv`) only longer numbers are found.

    Arguments:
        text: any text; Gujarati with Latin passages included.

    Returns:
        Matches from left to right, disjoint; ``text[m.start:m.end] == m.text``. Offsets are code points. The span
        takes in the currency or unit, the era, the part of the day and the case ending.

    Raises:
        TypeError: the text is not ``str``.

    Example:
        >>> for m in find_numbers("૧૯૪૭માં ₹૫૦૦, સાંજે સાડા સાત વાગ્યે પાંચ છ દિવસ"):
        ...     print(m.text, m.kind, m.value, m.unit, m.suffix)
        ૧૯૪૭માં cardinal 1947  માં
        ₹૫૦૦ money 500 INR
        સાંજે સાડા સાત વાગ્યે time 19:30:00
        પાંચ છ range (5, 6)
    """
    require_text(text)
    return [found.match for found in scan(text)]


def scan(text: str) -> list[Found]:
    """Find the numbers and keep what was read."""
    reader = Reader(text)
    seeds = [match.start() for match in _DIGITS.finditer(text)]
    words = reader.word_seeds()
    if words:
        seeds = sorted(seeds + words)
    roman = list(find_roman(text))
    guarded = protected_spans(text) if seeds or roman else []
    found = list(_numbers(reader, seeds, guarded))
    if roman:
        found = _with_roman(text, found, roman, guarded)
    return found


def _with_roman(
    text: str, found: list[Found], roman: list[tuple[int, int, int]], guarded: list[tuple[int, int]]
) -> list[Found]:
    read = [(item.match.start, item.match.end) for item in found]
    for start, end, value in roman:
        if not (_touches(read, start, end) or _touches(guarded, start, end)):
            found.append(Found(NumberMatch(text[start:end], start, end, "roman", value)))
    return sorted(found, key=lambda item: item.match.start)


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of the spans, which are in order and apart, has a character in common with this one."""
    last = bisect_left(spans, (end,)) - 1
    return last >= 0 and spans[last][1] > start


def _numbers(reader: Reader, seeds: list[int], guarded: list[tuple[int, int]]) -> Iterator[Found]:
    guard = 0
    done = 0
    for at in seeds:
        if at < done:
            continue
        while guard < len(guarded) and guarded[guard][1] <= at:
            guard += 1
        if guard < len(guarded) and guarded[guard][0] <= at:
            done = guarded[guard][1]
            continue
        listed = reader.read_listed(at)
        if listed is not None:
            done = listed.end
            yield _counted(reader, listed, None, 0)
            continue
        found, done = _read_at(reader, at, done)
        if found is not None and found.match.start >= 0:
            yield found


def _read_at(reader: Reader, at: int, done: int) -> tuple[Found | None, int]:
    """Read the number at a seed: the match, and where to go on."""
    text = reader.text
    behind = preceding(text, at)
    before = _announced(text, at, done) if behind & ANNOUNCED else None
    in_digits = _DIGITS.match(text, at)
    if in_digits:
        found = _written(reader, at, before)
        if found is not None:
            return found, found.match.end
        skipped = identifier_end(text, at)
        if skipped > at:
            return None, skipped
    else:
        phone = spelled_phone(reader, at)
        if phone is not None:
            digits, end = phone
            return Found(NumberMatch(text[at:end], at, end, "phone", digits)), end
    quantity = reader.read(at)
    if quantity is None:
        return None, in_digits.end() if in_digits else at
    if quantity.start < at:  # a sign stands between
        before = _announced(text, quantity.start, done)
    found = _in_context(reader, quantity, before, behind, done)
    return found, found.match.end


def _announced(text: str, at: int, done: int) -> Before | None:
    """Return what announces the number at an offset, unless it belongs to the number before it."""
    before = before_number(text, at)
    return before if before is not None and before.start >= done else None


def _written(reader: Reader, at: int, before: Before | None) -> Found | None:
    """Read what has a shape of its own in digits: a date, a phone number, hours with minutes and seconds."""
    text = reader.text
    if before is None and _BARE.match(text, at):
        return None
    if at and (_LETTER.match(text[at - 1]) or (text[at - 1] in "._/-:" and at > 1 and text[at - 2].isalnum())):
        return None
    role = before.role if before else ""
    dated = numeric_date(reader, at, role == "date")
    if dated is not None:
        return _dated(text, dated)
    end = phone_end(text, at, role == "phone")
    if end > at:
        start = at - 1 if at and text[at - 1] == "+" else at
        digits = "".join(c for c in to_ascii_digits(text[start:end]) if c.isdigit() or c == "+")
        return Found(NumberMatch(text[start:end], start, end, "phone", digits), before=before)
    return None


def _dated(text: str, dated: DateMatch) -> Found:
    start, end = dated.start, dated.end
    match = NumberMatch(text[start:end], start, end, "date", dated.value, "", dated.suffix)
    if dated.other is not None:
        match = match._replace(alternatives=(match._replace(value=dated.other),))
    return Found(match, dated.parts, date=dated)


def _in_context(reader: Reader, quantity: Quantity, before: Before | None, behind: int, done: int) -> Found:
    """Decide what a number is by what stands around it."""
    text = reader.text
    ahead = following(text, quantity.after)
    clock = read_time(reader, quantity) if ahead & CLOCK else None
    if clock is not None and clock.start >= done:
        match = NumberMatch(
            text[clock.start : clock.end], clock.start, clock.end, "time", clock.value, "", clock.suffix
        )
        return Found(match, (quantity,), clock=clock)
    dated = month_then(reader, quantity) if behind & MONTH_BEFORE else None
    if dated is None and ahead & MONTH:
        dated = day_then_month(reader, quantity)
    if dated is not None and dated.start >= done:
        alone = len(dated.parts) > 1 or not isinstance(dated.value, str)
        if alone or not ahead & NUMBER or range_after(reader, quantity) is None:
            return _dated(text, dated)
    if ahead & NUMBER:
        hours = clock_range(reader, quantity)
        if hours is not None and hours.start >= done:
            match = _span(text, hours.start, hours.end, "range", hours.value, "", hours.suffix)
            return Found(match, (quantity, hours.second), hours=hours)
        ratio = ratio_after(reader, quantity)
        if ratio is not None:
            suffix = ratio.second.suffix
            match = _span(text, quantity.start, ratio.end, "ratio", ratio.value, "", suffix)
            return Found(match, (quantity, ratio.second), pair=ratio)
        pair = range_after(reader, quantity) or approximate_pair(reader, quantity)
        if pair is not None:
            return _paired(text, quantity, pair, before)
    return _counted(reader, quantity, before, ahead)


def _paired(text: str, first: Quantity, pair: Pair, before: Before | None) -> Found:
    """Make the match of two numbers; a currency, era or unit belongs to both."""
    announced = before if before is not None and before.role in ("currency", "era") else None
    after = None if announced or pair.second.suffix else after_number(text, pair.end)
    unit = _unit(announced, after)
    start = announced.start if announced else first.start
    end = after.after if after else pair.end
    suffix = after.suffix if after else pair.second.suffix
    match = NumberMatch(text[start:end], start, end, "range", pair.value, unit, suffix, pair.approximate)
    return Found(match, (first, pair.second), announced, after, pair=pair)


def _unit(before: Before | None, after: After | None) -> str:
    value = before.value if before else after.value if after else ""
    return "" if value == "CE" else value


def _counted(reader: Reader, quantity: Quantity, before: Before | None, ahead: int) -> Found:
    """Make the match of one number, with its currency, unit, era or ending."""
    text = reader.text
    if before is not None and before.role == "era" and _may_be_year(quantity):
        match = _span(text, before.start, quantity.after, "year", quantity.value, _unit(before, None), quantity.suffix)
        return Found(match, (quantity,), before)
    if quantity.ordinal is not None:
        return Found(_ordinal(text, quantity), (quantity,))
    if quantity.times:
        match = _span(text, quantity.start, quantity.after, "cardinal", quantity.value, "×", quantity.suffix)
        return Found(match, (quantity,))
    if before is not None and before.role == "currency":
        return _money_after_sign(reader, quantity, before)
    if quantity.suffix:
        ahead = 0
    after = _counted_thing(text, quantity.after) if ahead & THING else None
    if after is not None:
        return _amount(reader, quantity, after)
    era = era_after(text, quantity.after) if ahead & ERA and _may_be_year(quantity) else None
    if era is not None:
        match = _span(text, quantity.start, era.after, "year", quantity.value, _unit(None, era), era.suffix)
        return Found(match, (quantity,), after=era)
    whole = type(quantity.value) is not Fraction
    kind = "cardinal" if whole else "fraction"
    match = _span(text, quantity.start, quantity.after, kind, quantity.value, "", quantity.suffix)
    if is_year(quantity):
        text, start, end, kind, value, unit, suffix = match[:7]
        year = (NumberMatch(text, start, end, "year", value, unit, suffix),)
        match = NumberMatch(text, start, end, kind, value, unit, suffix, False, year)
    return Found(match, (quantity,))


def _counted_thing(text: str, at: int) -> After | None:
    """Return the currency or unit behind a number, also behind the mark that closes an amount."""
    closing = closing_mark(text, at)
    if closing is None:
        return after_number(text, at)
    word = after_number(text, closing.end)
    return word if word is not None and word.role == "currency" else closing


def _span(text: str, start: int, end: int, kind: str, value: Any, unit: str, suffix: str) -> NumberMatch:
    return NumberMatch(text[start:end], start, end, kind, value, unit, suffix)


def _may_be_year(quantity: Quantity) -> bool:
    value = quantity.value
    return isinstance(value, int) and 0 < value < 10000 and "," not in quantity.shown and quantity.ordinal is None


def _ordinal(text: str, quantity: Quantity) -> NumberMatch:
    """Make the match of an ordinal; after 4 the feminine ending is also the word for "from"."""
    match = _span(text, quantity.start, quantity.after, "ordinal", quantity.value, "", quantity.suffix)
    ending = text[quantity.end : quantity.after]
    if quantity.in_digits and ending == "થી":
        return match._replace(alternatives=(match._replace(kind="cardinal", suffix=ending),))
    if quantity.in_digits and ending == "જી":  # a generation of telephones
        return match._replace(alternatives=(match._replace(kind="cardinal"),))
    return match


def _money_after_sign(reader: Reader, quantity: Quantity, before: Before) -> Found:
    text = reader.text
    end = quantity.after
    closing = None if quantity.suffix else closing_mark(text, end)
    if closing is not None:
        end = closing.end
    match = _span(text, before.start, end, "money", quantity.value, before.value, quantity.suffix)
    return Found(match, (quantity,), before)


def _amount(reader: Reader, quantity: Quantity, after: After) -> Found:
    """Make the match of an amount of money or a measure."""
    text = reader.text
    value = quantity.value
    if after.role == "unit":
        kind = "percent" if after.value == "%" else "unit"
        match = _span(text, quantity.start, after.after, kind, value, after.value, after.suffix)
        return Found(match, (quantity,), after=after)
    end, suffix = after.after, after.suffix
    quantities: tuple[Quantity, ...] = (quantity,)
    if after.per_unit == 100:
        value = scale_ten(value, -2)
    elif not after.suffix:
        small = _small_coin(reader, after)
        if small is not None:
            coins, coin = small
            value = _sum(value, scale_ten(coins.value, -2))
            end, suffix, quantities = coin.after, coin.suffix, (quantity, coins)
    closing = closing_mark(text, end)
    end = closing.end if closing else end
    match = _span(text, quantity.start, end, "money", value, after.value, suffix)
    return Found(match, quantities, after=after)


def _small_coin(reader: Reader, after: After) -> tuple[Quantity, After] | None:
    """Read the paise behind the rupees."""
    text = reader.text
    if after.after >= len(text) or text[after.after] != " ":
        return None
    coins = reader.read(after.after + 1)
    if coins is None or not isinstance(coins.value, int) or not 0 < coins.value < 100 or coins.suffix:
        return None
    coin = after_number(text, coins.after)
    if coin is None or coin.role != "currency" or coin.per_unit != 100 or coin.value != after.value:
        return None
    return coins, coin


def _sum(value: Any, small: Any) -> Any:
    if isinstance(value, Fraction):
        return value + Fraction(small)
    return Decimal(value) + small
