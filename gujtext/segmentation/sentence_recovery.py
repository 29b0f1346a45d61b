"""Sentence ends where the punctuation is missing: speech transcripts, captions, forgotten full stops.

A logistic regression over hashed features says how likely a sentence ends after a word: the words around the place,
their endings, what kind of words they are, how far the next finite verbs are, and which words that open a clause
stand before it. It was trained by benchmarks/train_sentence_recovery.py on Gujarati Wikipedia, split by the rules,
with the punctuation removed; its weights are one signed byte each in
resources/segmentation/sentence_recovery.bin.xz.
"""

from __future__ import annotations

import re
import struct
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from gujtext.resources import read_bytes
from gujtext.segmentation.sentence_words import has_finite_ending, sentence_words

if TYPE_CHECKING:
    from collections.abc import Sequence

BITS = 20
# Odd multipliers that mix the hashes of up to four parts.
MIX = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)
SEED = 0x632BE5AB
FINISH = 0x2C1B3C6D
MASK = 0xFFFFFFFF
EDGES = ".,;:!?…|।॥\"'“”‘’()[]{}-–—"
_DIGITS = re.compile(r"\d")
# Words that open a relative clause begin so: જે, જેમ, જ્યાં, જ્યારે.
RELATIVE = re.compile(r"જે|જ્યા|જ્યે|જો\Z|જેમ|યદિ")
# What a finite verb before here may still belong to: a clause that one of these opened.
_CLAUSE_MARKS = {"કે": 0, "જો": 1, "જ્યારે": 2, "જયારે": 2, "તો": 3, "ત્યારે": 3}
_RELATIVE_MARK = 4
_MARKS = 5
_MARKS_REACH = 12  # words
# Distances to a finite verb, in words, that are told apart.
_DISTANCES = bytes([0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7])
_FAR = len(_DISTANCES) - 1

# The parts of a word, or of its place, that a feature may see.
WHOLE, LAST_THREE, LAST_TWO, KIND, LAST_FOUR, FIRST_THREE, VERBS, MARKS, VERB_BEFORE, VERB_BEHIND = range(10)
PARTS = 10
# A feature is a set of parts of words; their places are counted from the word before the boundary.
FEATURES: tuple[tuple[tuple[int, int], ...], ...] = (
    # the words and their endings
    ((0, WHOLE),),
    ((1, WHOLE),),
    ((0, LAST_THREE),),
    ((0, LAST_FOUR),),
    ((1, FIRST_THREE),),
    ((0, LAST_TWO), (1, LAST_TWO)),
    ((0, LAST_THREE), (1, LAST_THREE)),
    ((0, LAST_THREE), (1, FIRST_THREE)),
    ((0, LAST_FOUR), (1, FIRST_THREE)),
    ((-1, LAST_FOUR), (0, LAST_FOUR)),
    ((0, WHOLE), (1, WHOLE)),
    ((-1, WHOLE), (0, WHOLE)),
    ((1, WHOLE), (2, WHOLE)),
    ((0, WHOLE), (2, WHOLE)),
    ((0, WHOLE), (1, LAST_THREE)),
    ((0, LAST_THREE), (1, WHOLE)),
    ((-1, LAST_THREE), (0, WHOLE)),
    ((-1, LAST_THREE), (0, LAST_THREE), (1, WHOLE)),
    ((-1, WHOLE), (0, WHOLE), (1, WHOLE)),
    ((0, WHOLE), (1, LAST_THREE), (2, LAST_THREE)),
    ((-2, LAST_THREE), (-1, LAST_THREE), (0, WHOLE)),
    ((0, LAST_THREE), (1, LAST_TWO), (2, LAST_TWO), (3, LAST_TWO)),
    # kinds of words: a finite verb, a pronoun that begins a sentence, a conjunction ...
    ((0, KIND),),
    ((0, KIND), (1, KIND)),
    ((0, KIND), (1, WHOLE)),
    ((0, WHOLE), (1, KIND)),
    ((0, LAST_THREE), (1, KIND)),
    ((0, LAST_FOUR), (1, KIND)),
    ((1, FIRST_THREE), (2, KIND)),
    ((-1, KIND), (0, KIND), (1, KIND)),
    ((0, KIND), (1, KIND), (2, KIND)),
    ((0, KIND), (1, LAST_THREE), (2, LAST_THREE)),
    # the clause: how far the finite verbs are, and what opened it
    ((0, VERBS), (0, KIND), (1, KIND)),
    ((0, VERBS), (1, WHOLE)),
    ((0, VERBS), (0, LAST_THREE)),
    ((0, VERB_BEFORE), (0, WHOLE)),
    ((0, VERB_BEHIND), (0, WHOLE)),
    ((0, MARKS), (0, KIND), (1, KIND)),
    ((0, MARKS), (0, WHOLE)),
    ((0, MARKS), (1, WHOLE)),
    ((0, VERBS), (0, MARKS)),
)
MARGIN = 3  # the farthest word that a feature sees


class _Word(NamedTuple):
    """What is known of a word wherever it stands."""

    hashes: tuple[int, ...]  # of the parts WHOLE to FIRST_THREE
    is_finite: bool
    mark: int  # which word that opens a clause it is, or -1


def describe(words: Sequence[str]) -> list[tuple[int, ...]]:
    """Return for each word of a text the hashes of its parts.

    Punctuation at the edges of a word and the values of digits do not count.
    """
    known = [_word(word) for word in words]
    after = []  # distances to the next finite verb, from the last word on
    distance = _FAR
    for word in reversed(known):
        after.append(_DISTANCES[distance])
        distance = 1 if word.is_finite else min(distance + 1, _FAR)
    described = []
    distance = _FAR
    last_seen = [-_MARKS_REACH - 1] * _MARKS
    for place, (word, behind) in enumerate(zip(known, reversed(after), strict=True)):
        before = _DISTANCES[distance]
        marks = bytes([place - seen <= _MARKS_REACH for seen in last_seen])
        described.append(word.hashes + _place_hashes(before, behind, marks))
        distance = 1 if word.is_finite else min(distance + 1, _FAR)
        if word.mark >= 0:
            last_seen[word.mark] = place
    return described


@lru_cache(maxsize=50_000)
def _word(word: str) -> _Word:
    core = _DIGITS.sub("0", word.strip(EDGES) or word)
    kind = _kind(core)
    parts = (core, core[-3:], core[-2:], "kind " + kind, core[-4:], "first " + core[:3])
    mark = _CLAUSE_MARKS.get(core, _RELATIVE_MARK if RELATIVE.match(core) else -1)
    hashes = tuple(crc32(part.encode("utf-8", "surrogatepass")) for part in parts)
    return _Word(hashes, kind in ("final", "finite"), mark)


@cache
def _place_hashes(before: int, behind: int, marks: bytes) -> tuple[int, int, int, int]:
    return (
        crc32(b"verbs %d %d" % (before, behind)),
        crc32(b"marks " + marks),
        crc32(b"before %d" % before),
        crc32(b"behind %d" % behind),
    )


def _kind(core: str) -> str:
    roles = sentence_words()
    for role in ("final", "starter", "connective", "quotative", "clitic"):
        if core in roles[role]:
            return role
    if RELATIVE.match(core):
        return "relative"
    if has_finite_ending(core):
        return "finite"
    return "digits" if core[:1].isdigit() else ""


class RecoveryModel:
    """The trained weights, and the log-odds they give to a boundary after each word."""

    def __init__(self, packed: bytes) -> None:
        self._scale, self._bias = struct.unpack_from("<ff", packed)
        self._weights = memoryview(packed)[8:].cast("b")

    def log_odds(self, words: Sequence[str]) -> list[float]:
        """Return for each word the log-odds that a sentence ends after it."""
        nothing = [(0,) * PARTS] * MARGIN
        columns = list(zip(*nothing, *describe(words), *nothing, strict=True))
        weights = self._weights
        totals = [0] * len(words)
        # Feature by feature and not word by word: nearly twice as fast.
        for number, feature in enumerate(FEATURES, 1):
            mixed = [number * SEED] * len(words)
            for (place, part), factor in zip(feature, MIX, strict=False):
                column = columns[part][MARGIN + place : MARGIN + place + len(words)]
                mixed = [so_far + value * factor for so_far, value in zip(mixed, column, strict=True)]
            totals = [
                total + weights[((one ^ one >> 15) * FINISH & MASK) >> 32 - BITS]
                for total, one in zip(totals, [value & MASK for value in mixed], strict=True)
            ]
        return [total * self._scale + self._bias for total in totals]


@cache
def recovery_model() -> RecoveryModel:
    """Load the shipped model."""
    return RecoveryModel(read_bytes("segmentation/sentence_recovery.bin.xz"))
