"""Latin name words that sound like a Gujarati word, ranked by channel score and how common the word is.

The index is packed by ``benchmarks/build_names.py``: sound key -> Latin words with their log frequency, best first. A
channel score is never above zero, so the search stops where a word's frequency alone cannot lift it into the list.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import read_bytes
from gujtext.transliteration.name_channel import Channel, Heard, channel
from gujtext.transliteration.name_sounds import Slots, gujarati_slots, keys_of, latin_slots
from gujtext.transliteration.popular import spell_word

# One consonant read otherwise than usual costs this much.
_OTHER_KEY = 0.7
# Plain spelling stands in where the list has no word: it has no frequency, and a score that the rules vouch for.
_SPELLED_FLOOR = -30.0
_LONGEST = 40
# How an index line writes log frequencies: in steps, each a sign that is no part of a word.
_STEPS = "!#$%&()+,-/0123456789:;<=>?@"
_STEP = 0.5
_WORD = re.compile("([A-Za-z.*]+)([^A-Za-z.*])")
# The first slot has no consonant, and may have no vowels either.
_SLOT = re.compile("(^|[A-Z*]+)([a-z]*)")

if TYPE_CHECKING:
    from collections.abc import Iterable

Index = dict[str, str]


class Sounding(NamedTuple):
    """A Latin spelling (lower case), its score, its channel score for each slot, and whether the list has it."""

    latin: str
    score: float
    fit: float
    listed: bool


class Retriever:
    """Looks words up in an index with a channel; the shipped pair by default, others for experiments."""

    def __init__(self, index: Index, sounds: Channel) -> None:
        self.index = index
        self._channel = sounds

    def soundings(self, word: str, n: int) -> list[Sounding]:
        """Return up to n Latin spellings of a Gujarati word, best first; plain spelling is always considered."""
        if len(word) > _LONGEST:
            return [Sounding(spell_word(word), 0.0, 0.0, False)]
        best: list[tuple[float, str, float]] = []
        parses = gujarati_slots(word)
        seen: set[str] = set()
        for slots in parses:
            heard = self._channel.hear(slots)
            for place, key in enumerate(keys_of(slots)):
                self._search(best, seen, heard, key, _OTHER_KEY if place else 0.0, n)
        spelled = spell_word(word)
        found = [Sounding(latin, score, fit, True) for score, latin, fit in best]
        if spelled not in seen:
            fit = max((self._fit(slots, spelled) for slots in parses), default=_SPELLED_FLOOR)
            found.append(Sounding(spelled, fit, fit / len(parses[0]), False))
        found.sort(key=lambda sounding: (sounding.score, sounding.latin), reverse=True)
        return found[:n]

    def _search(
        self, best: list[tuple[float, str, float]], seen: set[str], heard: Heard, key: str, cost: float, n: int
    ) -> None:
        line = self.index.get(key)
        if line is None:
            return
        for frequency, written in _words(line):
            worst = best[0][0] if len(best) == n else -math.inf
            if frequency - cost < worst:
                return
            facing = _read_slots(written)
            channel_score = heard.score(facing, worst - frequency + cost) - cost
            if channel_score + frequency < worst:
                continue
            latin = _joined(facing)
            if latin in seen:
                continue
            seen.add(latin)
            entry = (channel_score + frequency, latin, channel_score / len(facing))
            if len(best) < n:
                heappush(best, entry)
            elif entry > best[0]:
                heapreplace(best, entry)

    def _fit(self, slots: Slots, latin: str) -> float:
        keys = keys_of(slots)
        heard = self._channel.hear(slots)
        scores = [heard.score(facing) for key, facing in latin_slots(latin) if key in keys]
        return max(scores, default=_SPELLED_FLOOR)


def pack(words: Iterable[tuple[Slots, float]]) -> str:
    """Write Latin slots (a to z) and log frequencies as one line of an index.

    Consonants are capitals, a point stands between two of them, and each word is closed by a sign for its frequency.

    Example:
        >>> pack([((("", ""), ("p", "u"), ("t", "i"), ("n", "")), 9.3)])
        'PuTiN8'
    """
    return "".join(sorted(_written(slots) + _STEPS[_step(frequency)] for slots, frequency in words))


def _written(slots: Slots) -> str:
    return re.sub(
        "\\.$", "", "".join(consonant.upper() + (vowels or "." * bool(consonant)) for consonant, vowels in slots)
    )


def _step(frequency: float) -> int:
    return min(len(_STEPS) - 1, round(frequency / _STEP))


@lru_cache(maxsize=1 << 12)
def _words(line: str) -> list[tuple[float, str]]:
    """Return the words of a line with their log frequencies, the commonest first."""
    words = [(_STEPS.index(step) * _STEP, written) for written, step in _WORD.findall(line)]
    return sorted(words, key=lambda word: -word[0])


@lru_cache(maxsize=1 << 15)
def _read_slots(written: str) -> Slots:
    return tuple((consonant.lower(), vowels) for consonant, vowels in _SLOT.findall(written))


def _joined(slots: Slots) -> str:
    return "".join(consonant + vowels for consonant, vowels in slots).replace("*", "")


def read_index(lines: list[str]) -> Index:
    """Read an index: lines of a sound key, a tab, and what `pack` wrote."""
    cut = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {key: words for key, _, words in cut}


@cache
def retriever() -> Retriever:
    """Return the retriever with the shipped index and channel, read at first use."""
    lines = read_bytes("transliteration/names_latin.txt.xz").decode("ascii").split("\n")
    return Retriever(read_index(lines), channel())
