"""Sentence ends where the punctuation is missing: speech transcripts, captions, forgotten full stops.

A logistic regression over hashed word n-grams says how likely a sentence ends after a word. It was trained by
benchmarks/train_sentence_recovery.py on Gujarati Wikipedia, split by the rules, with the punctuation removed; its
weights are one signed byte each in resources/segmentation/sentence_recovery.bin.xz.
"""

from __future__ import annotations

import re
import struct
import zlib
from functools import cache, lru_cache

from gujtext.resources import read_bytes

BITS = 19
# Odd multipliers that mix the hashes of up to four words.
MIX = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)
SEED = 0x632BE5AB
FINISH = 0x2C1B3C6D
MASK = 0xFFFFFFFF
EDGES = ".,;:!?…|।॥\"'“”‘’()[]{}-–—"
_DIGITS = re.compile(r"\d")

# A feature is a set of words by place, counted from the word before the boundary, and the part of each that it sees:
# 0 the whole word, 1 its last three characters, 2 its last two.
FEATURES: tuple[tuple[tuple[int, int], ...], ...] = (
    ((0, 0),),
    ((1, 0),),
    ((0, 1),),
    ((0, 2), (1, 2)),
    ((0, 1), (1, 1)),
    ((0, 0), (1, 0)),
    ((-1, 0), (0, 0)),
    ((1, 0), (2, 0)),
    ((-1, 1), (0, 1), (1, 0)),
    ((0, 0), (1, 1)),
    ((0, 1), (1, 0)),
    ((-1, 0), (0, 0), (1, 0)),
    ((0, 0), (1, 1), (2, 1)),
    ((0, 1), (1, 2), (2, 2), (3, 2)),
    ((-1, 1), (0, 0)),
    ((0, 0), (2, 0)),
    ((-2, 1), (-1, 1), (0, 0)),
)
MARGIN = 3  # the farthest word that a feature sees


def hashes(word: str) -> tuple[int, int, int]:
    """Return the hash of a word and of its two endings, punctuation at its edges and digits' values aside."""
    core = _DIGITS.sub("0", word.strip(EDGES) or word)
    whole, three, two = (zlib.crc32(part.encode("utf-8", "surrogatepass")) for part in (core, core[-3:], core[-2:]))
    return whole, three, two


class RecoveryModel:
    """The trained weights, and the log-odds they give to a boundary after each word."""

    def __init__(self, packed: bytes) -> None:
        self._scale, self._bias = struct.unpack_from("<ff", packed)
        self._weights = memoryview(packed)[8:].cast("b")
        self._hash_of = lru_cache(maxsize=50_000)(hashes)

    def log_odds(self, words: list[str]) -> list[float]:
        """Return for each word the log-odds that a sentence ends after it."""
        nothing = [(0, 0, 0)] * MARGIN
        hashed = nothing + [self._hash_of(word) for word in words] + nothing
        found = []
        for position in range(MARGIN, MARGIN + len(words)):
            total = 0
            for number, feature in enumerate(FEATURES, 1):
                mixed = number * SEED
                for (place, part), factor in zip(feature, MIX, strict=False):
                    mixed += hashed[position + place][part] * factor
                mixed &= MASK
                total += self._weights[((mixed ^ mixed >> 15) * FINISH & MASK) >> 32 - BITS]
            found.append(total * self._scale + self._bias)
        return found


@cache
def recovery_model() -> RecoveryModel:
    """Load the shipped model."""
    return RecoveryModel(read_bytes("segmentation/sentence_recovery.bin.xz"))
