"""Roman numerals, in their one regular spelling, from 1 to 3999."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = frozenset("IVX")
_DIGITS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
REGULAR = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_REGULAR = re.compile(REGULAR)


def parse_roman(text: str) -> int | None:
    """Return the value of a Roman numeral in capital letters, ``None`` where it is none.

    Example:
        >>> parse_roman("XIV"), parse_roman("MCMXLVII"), parse_roman("IIII")
        (14, 1947, None)
    """
    if not text or _REGULAR.fullmatch(text) is None:
        return None
    values = [_DIGITS[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


# In running text: I, V and X only, or four letters and more, so that CD, MD or MIX are left alone.
_IN_TEXT = re.compile(rf"(?<![A-Za-z0-9.'’&-])(?=[IVX]{{2}}|[IVXLCDM]{{4}})(?:{REGULAR})(?![A-Za-z0-9'’&-]|\.[A-Z])")
# Searched for first, as a pattern that begins with a class is far faster than one that looks behind.
_LETTERS = re.compile("[IVXLCDM]{2,}+")
_kept_value = lru_cache(maxsize=1 << 12)(parse_roman)


def find_roman(text: str) -> Iterator[tuple[int, int, int]]:
    """Find Roman numerals in running text: start, end, value.

    Example:
        >>> list(find_roman("લુઇ XIV નો CD"))
        [(4, 7, 14)]
    """
    for letters in _LETTERS.finditer(text):
        match = _IN_TEXT.match(text, letters.start())
        if match is None:
            continue
        value = _kept_value(match.group())
        if value is not None and (len(match.group()) > 3 or set(match.group()) <= _SMALL):
            yield match.start(), match.end(), value
