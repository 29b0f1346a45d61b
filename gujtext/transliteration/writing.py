"""Gujarati words in a scheme's letters.

A word is cut into units: a consonant with its nukta, vowel sign or virama, or any other single character. A unit
that the scheme cannot write, or that is malformed (a vowel sign without a letter), stays as it is. In a reversible
scheme a separator goes wherever the reader of the scheme would otherwise read something else.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from gujtext.script import (
    ANUSVARA,
    CONSONANT_CLASS,
    JOINER_CLASS,
    NUKTA,
    VIRAMA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
)
from gujtext.transliteration.reading import reader
from gujtext.transliteration.schemes import find_scheme, letters
from gujtext.transliteration.schwa import silence

_UNIT = re.compile(rf"[{CONSONANT_CLASS}]{NUKTA}?[{VOWEL_SIGN_CLASS}{VIRAMA}]?|.", re.DOTALL)
_ENDS_IN_VOWEL = re.compile(rf"[{CONSONANT_CLASS}{VOWEL_LETTER_CLASS}].*(?<!{VIRAMA})")
_PARTS = re.compile(rf"([{CONSONANT_CLASS}]{NUKTA}?)([{VOWEL_SIGN_CLASS}{VIRAMA}]?)")
_JOINERS = frozenset(JOINER_CLASS)
# No unit of any scheme, with its separator and the letter after it, is longer.
_FAR_ENOUGH = 24


class Written(NamedTuple):
    """A word in Latin letters; ``unwritten`` is the offset of the first unit left in Gujarati, -1 where none is."""

    text: str
    unwritten: int


class Writer:
    """Writes one scheme in one style of anusvara."""

    def __init__(self, name: str, anusvara: str) -> None:
        self._scheme = find_scheme(name)
        self._letters = letters(name, anusvara)
        self._others = self._letters.vowels | self._letters.marks
        reads_back = self._scheme.reversible and anusvara != "cldr"
        self._reader = reader(name, anusvara) if reads_back else None
        self._latin_of: dict[str, str | None] = {}

    def write(self, word: str) -> Written:
        """Write one word."""
        pairs = self.pairs(word)
        text = "".join([piece for _, piece in pairs])
        offset = 0
        for unit, piece in pairs:
            if piece == unit and unit not in _JOINERS:
                return Written(text, offset)
            offset += len(unit)
        return Written(text, -1)

    def pairs(self, word: str) -> list[tuple[str, str]]:
        """Return the units of a word, each with its Latin letters."""
        units = _UNIT.findall(word)
        # A silent schwa adds a virama to its unit, so the units stay as many.
        said = _UNIT.findall(silence(word)) if self._scheme.silent_schwa else units
        latin = [self._latin(unit, after) for unit, after in pairwise([*said, ""])]
        separate = self._with_separators if self._reader is None else self._as_readable
        return list(zip(units, separate(units, latin), strict=True))

    def _latin(self, unit: str, after: str) -> str | None:
        """Return what stands for a unit, ``None`` where the scheme has no way to write it."""
        if unit == ANUSVARA and after[:1] in self._letters.nasals:
            return self._letters.nasals[after[:1]]
        if unit not in self._latin_of:
            self._latin_of[unit] = self._spell(unit)
        return self._latin_of[unit]

    def _spell(self, unit: str) -> str | None:
        table = self._letters
        if unit in _JOINERS:
            return None if self._scheme.reversible else ""
        parts = _PARTS.fullmatch(unit)
        if parts is None:
            return self._others.get(unit)
        letter, sign = parts.groups()
        consonant = table.consonants.get(letter)
        if consonant is None and letter[0] in table.consonants and NUKTA in letter and table.nukta:
            consonant = table.consonants[letter[0]] + table.nukta
        vowel = {"": table.inherent, VIRAMA: ""}.get(sign, table.signs.get(sign))
        return None if consonant is None or vowel is None else consonant + vowel

    def _with_separators(self, units: list[str], latin: list[str | None]) -> list[str]:
        """Separate vowels and the pairs of consonants that the scheme names."""
        pieces = []
        for unit, after, written in zip(units, [*units, ""][1:], latin, strict=True):
            if written is None:
                pieces.append(unit)
            elif self._is_hiatus(unit, after) or (unit[-1] == VIRAMA and (unit[0], after[:1]) in self._letters.breaks):
                pieces.append(written + self._scheme.separator)
            else:
                pieces.append(written)
        return pieces

    def _as_readable(self, units: list[str], latin: list[str | None]) -> list[str]:
        """Write every unit so that the reader reads it back, from the end of the word, whose reading is settled."""
        pieces: list[str] = []
        follows = after = ""
        for unit, written in zip(reversed(units), reversed(latin), strict=True):
            piece = self._readable(unit, written, follows, self._is_hiatus(unit, after))
            pieces.append(piece)
            follows = (piece + follows)[:_FAR_ENOUGH]
            after = unit
        return pieces[::-1]

    def _readable(self, unit: str, written: str | None, follows: str, hiatus: bool) -> str:
        if written is None or self._reader is None:
            return unit
        separated = written + self._scheme.separator
        for piece in (separated,) if hiatus else (written, separated):
            if self._reader.unit(piece + follows) == (unit, len(piece)):
                return piece
        return unit

    def _is_hiatus(self, unit: str, after: str) -> bool:
        return self._scheme.hiatus and after in self._letters.vowels and _ENDS_IN_VOWEL.fullmatch(unit) is not None


@cache
def writer(name: str, anusvara: str) -> Writer:
    """Return the writer of a scheme."""
    return Writer(name, anusvara)
