"""Corrections to the schwa rules, learned from romanized words.

For every schwa but a word's first vowel, and every anusvara, the model looks at the letters around it, at what the
rules say and at what has been decided to the right, and adds up one weight a feature. Weights live in a table of
signed bytes; a feature's place in it comes from its CRC-32. ``benchmarks/train_popular.py`` makes the table.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from gujtext.resources import read_bytes
from gujtext.script import ANUSVARA, BLOCK_CLASS, is_consonant
from gujtext.transliteration.schwa import SCHWA, is_vowel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TABLE = "transliteration/popular_weights.bin.xz"
TABLE_BITS = 18
# A weight of 1 is stored as this many; the rules' own word weighs as much as one such weight.
SCALE = 32
_PADDING = 6
_EDGE = bytes(_PADDING)
_SHIFT = 32 - TABLE_BITS
_BIAS = 128
# How many symbols to the left and right one feature each sees.
_WINDOWS = (
    (1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3), (3, 2), (2, 3), (3, 3), (4, 2), (4, 4), (5, 3), (3, 5), (5, 5),
)  # fmt: skip
_REACH = 5
# All of them, cut at once from that many symbols to either side.
_windows = itemgetter(*[slice(_REACH - back, _REACH + on + 1) for back, on in _WINDOWS])
# Two more see all to the left, this far.
_FROM_BEGINNING = 12
_KINDS = 12 + len(_WINDOWS)
# What is longer is no word: the rules alone decide, so that the work stays small.
_LONGEST = 100
_NASALS = frozenset("ઙઞણનમ")
_LIQUIDS = frozenset("યરલવળ")


class Sounded(NamedTuple):
    """A word as symbols; ``heard`` says by rule which are spoken, ``stem`` how many belong to the stem."""

    symbols: list[str]
    heard: list[bool]
    stem: int


class Features:
    """The features of the open decisions of one word, as places in the table of weights."""

    def __init__(self, sounded: Sounded) -> None:
        self._rule = sounded.heard
        self._stem = sounded.stem
        self._length = len(sounded.symbols)
        # One byte a symbol: the low byte of its code point, without nukta.
        self._letters = _EDGE + bytes([ord(symbol[0]) & 255 for symbol in sounded.symbols]) + _EDGE
        self._classes = self._letters.translate(_classes())

    def at(self, place: int, heard: Sequence[bool]) -> list[int]:
        """Return the features of the symbol at this place; ``heard`` is settled to the right of it."""
        return [code >> _SHIFT for code in self.codes(place, heard)]

    def codes(self, place: int, heard: Sequence[bool]) -> Iterator[int]:
        """Yield the checksums whose high bits are the features."""
        at = place + _PADDING
        letters, rule = self._letters, self._rule
        right = bytes(heard[place + 1 : place + 5])
        near = letters[at - 1 : at + 2]
        classes = self._classes[at - 4 : at + 5]
        to_stem_end = bytes((128 + max(-4, min(4, self._stem - place)),))
        beginning = max(0, at - _FROM_BEGINNING)
        pieces = (
            b"",
            right,
            bytes(rule[max(0, place - 4) : place]) + b"|" + right,
            classes[1:8],
            classes + right,
            classes[2:7] + right,
            to_stem_end + right,
            to_stem_end + near,
            bytes((min(6, self._length - place),)) + near,
            bytes((min(5, place),)) + near,
            letters[beginning : at + 2],
            letters[beginning : at + 4],
            *_windows(letters[at - _REACH : at + _REACH + 1]),
        )
        return map(crc32, pieces, _seeds(letters[at], rule[place]))


@cache
def _seeds(letter: int, rule: bool) -> list[int]:
    """Return where the checksum of each kind of feature begins, for one letter and what the rules say of it."""
    return [crc32(bytes([kind, letter, rule])) for kind in range(_KINDS)]


@cache
def _classes() -> bytes:
    """Return the table from a symbol's byte to its class: schwa, vowel, nasal, liquid, other consonant."""
    found = bytearray(range(256))
    for code in range(ord(BLOCK_CLASS[0]), ord(BLOCK_CLASS[-1]) + 1):
        letter = chr(code)
        if is_vowel(letter):
            found[code & 255] = ord("V")
        elif is_consonant(letter):
            found[code & 255] = ord("N" if letter in _NASALS else "L" if letter in _LIQUIDS else "C")
    return bytes(found)


def open_places(symbols: Sequence[str]) -> list[int]:
    """Return where something is to decide, from right to left: every schwa but a first vowel, every anusvara."""
    vowels = [place for place, symbol in enumerate(symbols) if is_vowel(symbol)]
    later = [place for place in vowels[1:] if symbols[place] == SCHWA]
    if ANUSVARA in symbols:
        later += [place for place, symbol in enumerate(symbols) if symbol == ANUSVARA]
        later.sort()
    return later[::-1]


def corrected(sounded: Sounded, doubt: float = 0.0) -> list[bool]:
    """Return for every symbol of a word whether it is spoken.

    Writers spell some schwas that speakers drop: one that is silent by rule is spoken where the log-odds for it are
    above ``doubt``.
    """
    if len(sounded.symbols) > _LONGEST:
        return sounded.heard
    last = len(sounded.symbols) - 1
    places = open_places(sounded.symbols)
    if places and places[0] == last >= sounded.stem and sounded.symbols[last] == ANUSVARA:
        places = places[1:]  # a case ending is spelled one way after every stem: માં is ma
    if not places:
        return sounded.heard
    features, weights = Features(sounded), _weights()
    heard = list(sounded.heard)
    for place in places:
        total = sum([weights[code >> _SHIFT] for code in features.codes(place, heard)]) - _BIAS * _KINDS
        heard[place] = total + SCALE > 0 if heard[place] else total - SCALE > doubt * SCALE
    return heard


@cache
def _weights() -> bytes:
    """Return the weights, each raised by the bias: bytes are the quickest to look up."""
    return read_bytes(TABLE).translate(bytes([(byte + _BIAS) & 255 for byte in range(256)]))
