"""Latin spellings for a Gujarati name: listed words that sound like it, and the likeliest letters, ranked together.

The index is packed by ``benchmarks/build_names.py``: sound key -> Latin words with what their frequency is worth, best
first. The likeliest letters bound what the channel can add, so the search stops where no word left can come into the
list. All weights are those of `name_weights`.
"""

from __future__ import annotations

import math
import re
from functools import cache
from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import read_bytes
from gujtext.transliteration.name_channel import Channel, Heard, channel
from gujtext.transliteration.name_sounds import Slots, gujarati_slots, keys_of, latin_slots
from gujtext.transliteration.popular import spell_word

_LONGEST = 40
# So many spellings of the likeliest letters join the listed words.
_LIKELIEST = 6
# How an index line writes what a frequency is worth: in steps, each a sign that is no part of a word.
_STEPS = "!\"#$%&'()+,-/0123456789:;<=>?@[\\]^_`{|}~"
_STEP = 0.3
MOST_WORTH = _STEP * (len(_STEPS) - 1)
_WORTH = {sign: place * _STEP for place, sign in enumerate(_STEPS)}
_WORD = re.compile("([A-Za-z.*]+)([^A-Za-z.*])")
_OF_WORDS = re.compile("[A-Za-z.*]")
_LETTERS = re.compile("[A-Za-z.*]+")
# The first slot has no consonant, and may have no vowels either.
_SLOT = re.compile("(^|[A-Z*]+)([a-z]*)")

if TYPE_CHECKING:
    from collections.abc import Iterable

Index = dict[str, str]


class Sounding(NamedTuple):
    """A Latin spelling of a word.

    Arguments:
        score: higher is better; differences are log odds.
        latin: in lower case.
        listed: whether the index has it.
        heard: which reading of the Gujarati slots it was compared with; -1 where it is like none.
        facing: the Latin slots.
        other_key: whether one consonant is read otherwise than usual.
        spelled: whether it is the plain spelling.
    """

    score: float
    latin: str
    listed: bool
    heard: int
    facing: Slots
    other_key: bool
    spelled: bool


class Retriever:
    """Looks words up in an index with a channel; the shipped pair by default, others for experiments."""

    def __init__(self, index: Index, sounds: Channel) -> None:
        self.index = index
        self.weights = sounds.weights
        self._channel = sounds

    def soundings(self, word: str, n: int) -> list[Sounding]:
        """Return up to n Latin spellings of a Gujarati word, best first; plain spelling is always considered."""
        spelled = spell_word(word, name=True)
        if len(word) > _LONGEST:
            return [Sounding(0.0, spelled, False, -1, (), False, True)]
        search = _Search(self.index, self.weights.dense, spelled, n)
        readings = [
            _Reading(place, self._channel.hear(slots), keys_of(slots))
            for place, slots in enumerate(gujarati_slots(word))
        ]
        search.plain(readings)
        for reading in readings:
            search.likeliest(reading)
        for reading in readings:
            for place, key in enumerate(reading.keys):
                search.listed(reading, key, place > 0)
        found: dict[str, Sounding] = {}
        for sounding in sorted(search.best, reverse=True):
            # A spelling that two keys lead to stands where it scores best.
            found.setdefault(sounding.latin, sounding)
        return list(found.values())


class _Reading(NamedTuple):
    """One way to read the Gujarati word as slots: its place among them, how it is heard, and its sound keys."""

    place: int
    heard: Heard
    keys: list[str]


class _Search:
    """The search for one word: the n best spellings so far, as a heap."""

    def __init__(self, index: Index, dense: dict[str, float], spelled: str, n: int) -> None:
        self.best: list[Sounding] = []
        self._index, self._dense, self._spelled, self._n = index, dense, spelled, n
        self._seen: dict[str, float] = {}

    def _add(self, sounding: Sounding) -> None:
        if sounding.score <= self._seen.get(sounding.latin, -math.inf):
            return
        self._seen[sounding.latin] = sounding.score
        if len(self.best) < self._n:
            heappush(self.best, sounding)
        elif sounding > self.best[0]:
            heapreplace(self.best, sounding)

    def _worth(self, latin: str, key: str, facing: Slots) -> tuple[float, bool]:
        """Return what the frequency of a spelling is worth, and whether it is listed."""
        step = _find(self._index.get(key, ""), _written(facing))
        if step >= 0:
            return step * _STEP, True
        return self._dense["unlisted"] + self._dense["unlisted_letter"] * len(latin), False

    def plain(self, readings: list[_Reading]) -> None:
        """Consider the plain spelling, like the word in its sounds or not."""
        latin, dense = self._spelled, self._dense
        found = []
        spellings = list(latin_slots(latin))
        for place, heard, keys in readings:
            for key, facing in spellings:
                if key in keys:
                    other = key != keys[0]
                    worth, listed = self._worth(latin, key, facing)
                    score = heard.score(facing) + worth + dense["spelled"] + dense["other_key"] * other
                    found.append(Sounding(score, latin, listed, place, facing, other, True))
        if not found:
            score = dense["misfit"] + dense["slot"] * len(readings[0].heard.pairs)
            score += dense["unlisted"] + dense["unlisted_letter"] * len(latin) + dense["spelled"]
            found.append(Sounding(score, latin, False, -1, (), False, True))
        self._add(max(found))

    def likeliest(self, reading: _Reading) -> None:
        """Consider the likeliest letters, listed or not."""
        for score, facing in reading.heard.spell(_LIKELIEST):
            latin = _joined(facing)
            if latin:
                worth, listed = self._worth(latin, reading.keys[0], facing)
                self._add(Sounding(score + worth, latin, listed, reading.place, facing, False, False))

    def listed(self, reading: _Reading, key: str, other: bool) -> None:
        """Consider the words that the index has under a key."""
        line = self._index.get(key)
        if line is None:
            return
        heard = reading.heard
        cost = -self._dense["other_key"] if other else 0.0
        best, n = self.best, self._n
        for match in _WORD.finditer(line):
            written, sign = match.groups()
            worth = _WORTH[sign] - cost
            floor = best[0].score - worth if len(best) == n else -math.inf
            if heard.most < floor:
                return
            score = heard.score(_SLOT.findall(written), floor)
            if score >= floor:
                facing = _read_slots(written)
                self._add(Sounding(score + worth, _joined(facing), True, reading.place, facing, other, False))


def pack(words: Iterable[tuple[Slots, float]]) -> str:
    """Write Latin slots (a to z) and what their frequency is worth, from 0 on, as one line of an index.

    Consonants are capitals, a point stands between two of them, and each word is closed by a sign for its worth; those
    that are worth most come first.

    Example:
        >>> pack([((("", ""), ("p", "u"), ("t", "i"), ("n", "")), 9.0)])
        'PuTiN['
    """
    rows = sorted((-_step(worth), _written(slots)) for slots, worth in words)
    return "".join(written + _STEPS[-step] for step, written in rows)


def _written(slots: Slots) -> str:
    row = "".join([consonant.upper() + (vowels or "." * bool(consonant)) for consonant, vowels in slots])
    return row.removesuffix(".")


def _find(line: str, written: str) -> int:
    """Return the step that closes a word of an index line, or -1 where the line has no such word."""
    # What is no letter (a digit, a sign left over) may be a sign of the line.
    at = line.find(written) if _LETTERS.fullmatch(written) else -1
    while at >= 0:
        sign = line[at + len(written)]
        if _OF_WORDS.match(sign) is None and (at == 0 or _OF_WORDS.match(line, at - 1) is None):
            return _STEPS.index(sign)
        at = line.find(written, at + 1)
    return -1


def drop(line: str, slots: Slots) -> str:
    """Return an index line without a word.

    Example:
        >>> drop("PuTiN[PaTaN#", next(latin_slots("patan"))[1])
        'PuTiN['
    """
    written = _written(slots)
    step = _find(line, written)
    if step < 0:
        return line
    return re.sub(f"(?<![A-Za-z.*]){re.escape(written + _STEPS[step])}", "", line)


def _step(worth: float) -> int:
    return max(0, min(len(_STEPS) - 1, round(worth / _STEP)))


def _read_slots(written: str) -> Slots:
    return tuple((consonant.lower(), vowels) for consonant, vowels in _SLOT.findall(written))


def _joined(slots: Slots) -> str:
    return "".join([consonant + vowels for consonant, vowels in slots]).replace("*", "")


def read_index(lines: list[str]) -> Index:
    """Read an index: lines of a sound key, a tab, and what `pack` wrote."""
    cut = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {key: words for key, _, words in cut}


@cache
def retriever() -> Retriever:
    """Return the retriever with the shipped index and channel, read at first use."""
    lines = read_bytes("transliteration/names_latin.txt.xz").decode("ascii").split("\n")
    return Retriever(read_index(lines), channel())
