"""The grammar of a spelled magnitude: units, hundreds, quarters and descending scales.

The last કરોડ splits a number: left of it stands a complete number, right of it one below ten million, so the
scales nest without limit and every integer can be read back.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from gujtext.numerals.errors import MAX_VALUE
from gujtext.numerals.exact import simplest
from gujtext.numerals.lexicon import CRORE, HALF, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Before the first scale word any scale may come.
_NO_SCALE = 10**30

Number = int | Fraction


class Reading(NamedTuple):
    """How far a magnitude reaches: its value (``None`` where no number stands) and the index after its last word.

    ``expected`` says what could have stood where the reading stopped.
    """

    value: Number | None
    stop: int
    expected: str


class _Magnitude:
    """A number being read, word by word; each method takes one word's value and tells whether it fits."""

    __slots__ = ("abaj", "crore", "expected", "lowest", "shift", "small", "strict", "total")

    def __init__(self, strict: bool) -> None:
        self.small: Number | None = None  # what the next scale word multiplies
        self.total: Number = 0  # thousands and lakhs below the current crore
        self.crore: Number = 0
        self.abaj: Number = 0
        self.lowest = _NO_SCALE  # the last scale: the next one must be smaller
        self.shift: Number | None = None  # savaa, saadaa, ponaa waiting for their number
        self.strict = strict
        self.expected = "a number word"

    def refuse(self, expected: str) -> bool:
        self.expected = expected
        return False

    def unit(self, value: Number) -> bool:
        small = self.small
        if self.shift is not None:
            return self._shifted(value, 1)
        if small is None:
            self.small = value
        elif small > 0 and small % 100 == 0 and value > 0:
            self.small = small + value
        else:
            return self.refuse("a hundred or a scale word, as two numbers stand side by side")
        return True

    def hundreds(self, value: Number) -> bool:
        if self.shift is not None:
            return self._shifted(value, 100)
        if self.small is not None:
            return self.refuse("a scale word, as two numbers stand side by side")
        self.small = value
        return True

    def _shifted(self, value: Number, size: int) -> bool:
        """Savaa, saadaa or ponaa move the number after them by a part of its unit."""
        shift = self.shift
        if shift is None or (self.strict and shift == HALF and value < 3 * size):
            return self.refuse("a number from 3 up after સાડા: one and a half is દોઢ, two and a half અઢી")
        self.small = value + shift * size
        self.shift = None
        return True

    def settle(self) -> bool:
        """Take a shift without a number as the quantity of 1: savaa is 5/4, ponaa 3/4; saadaa cannot stand alone."""
        if self.shift is None:
            return True
        if self.shift == HALF:
            return self.refuse("a number after સાડા")
        self.small = 1 + self.shift
        self.shift = None
        return True

    def hundred(self, value: Number) -> bool:
        if not self.settle():
            return False
        if self.small is None:
            self.small = value
        elif 0 < self.small < 100:
            self.small *= value
        else:
            return self.refuse("a scale word")
        return True

    def scale(self, value: Number) -> bool:
        if not self.settle():
            return False
        if value >= self.lowest or (self.small is None and self.lowest != _NO_SCALE):
            return self.refuse("a smaller scale word, with a number before it")
        self.total += value * (1 if self.small is None else self.small)
        self.lowest = int(value)
        self.small = None
        return True

    def glued_scale(self, value: Number) -> bool:
        scale = 1000 if value % 100000 else 100000
        if self.small is not None or self.shift is not None or scale >= self.lowest:
            return self.refuse("a smaller scale word")
        self.total += value
        self.lowest = scale
        return True

    def crores(self, value: Number) -> bool:
        group = self._group()
        if group is None:
            return False
        if not self.abaj:
            self.crore = (self.crore + group) * value
        elif not group and not self.crore:
            self.crore, self.abaj = self.abaj * value, 0
        elif not self.crore and 0 < group < 100:
            self.crore = group * value
        else:
            return self.refuse("a smaller number before this scale word")
        return self._close()

    def abajs(self, value: Number) -> bool:
        group = self._group()
        if group is None:
            return False
        self.abaj = (self.abaj + self.crore + group) * value
        self.crore = 0
        return self._close()

    def _group(self) -> Number | None:
        """Return what stands between the last crore or abaj and this one; 1 where nothing does at all."""
        if not self.settle():
            return None
        if CRORE < self.lowest < _NO_SCALE:
            self.refuse("a smaller scale word")
            return None
        group = self.total + (self.small or 0)
        if group or self.crore or self.abaj:
            return group
        if self.small is not None:
            self.refuse("a number above zero before a scale word")
            return None
        return 1

    def _close(self) -> bool:
        if self.crore > MAX_VALUE or self.abaj > MAX_VALUE:
            return self.refuse("a smaller number")
        self.total = 0
        self.small = None
        self.lowest = CRORE
        return True

    def quantity(self, value: Number) -> bool:
        if self.small is not None or self.shift is not None:
            return self.refuse("a scale word")
        self.small = value
        return True

    def shifting(self, value: Number) -> bool:
        if self.small is not None or self.shift is not None:
            return self.refuse("a scale word")
        self.shift = value
        return True

    def joins(self, following: Word | None) -> bool:
        """Tell whether "and" may stand here: between a hundred or a scale and what is below it."""
        if following is None or following.role != "unit" or self.shift is not None:
            return False
        return self.lowest != _NO_SCALE if self.small is None else self.small >= 100 and self.small % 100 == 0


_ROLES: dict[str, Callable[[_Magnitude, Number], bool]] = {
    "unit": _Magnitude.unit,
    "hundreds": _Magnitude.hundreds,
    "hundred": _Magnitude.hundred,
    "scale": _Magnitude.scale,
    "glued_scale": _Magnitude.glued_scale,
    "crore": _Magnitude.crores,
    "abaj": _Magnitude.abajs,
    "quantity": _Magnitude.quantity,
    "shift": _Magnitude.shifting,
}


def read_magnitude(words: Sequence[str], lexicon: dict[str, Word], begin: int = 0, strict: bool = True) -> Reading:
    """Read the longest magnitude at the beginning of the words.

    Arguments:
        words: the words of a number, without marks.
        lexicon: what each word does; an unknown word ends the number.
        begin: the index of the first word.
        strict: refuse સાડા એક and સાડા બે, which are દોઢ and અઢી.
    """
    state = _Magnitude(strict)
    roles = _ROLES
    end = len(words)
    index = begin
    while index < end:
        entry = lexicon.get(words[index])
        if entry is None:
            break
        role, value = entry
        if role == "unit":  # every second word is one: spare it the detour
            if not state.unit(value):
                break
        elif (take := roles.get(role)) is not None:
            if not take(state, value):
                break
        elif role != "joiner" or index == begin or index + 1 == end or not state.joins(lexicon.get(words[index + 1])):
            break
        index += 1
    refused = state.expected
    if index == begin or not state.settle():
        return Reading(None, index, refused if index < end else state.expected)
    value = state.abaj + state.crore + state.total + (state.small or 0)
    return Reading(simplest(value), index, state.expected)
