"""How likely a Latin spelling is for a Gujarati name: counts of which Latin slot faced which Gujarati slot.

The counts come from name pairs, laid side by side by their sound keys (`benchmarks/build_names.py`), and are smoothed
from the narrow context to the wide one (Witten and Bell 1991).
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from gujtext.resources import read_bytes
from gujtext.transliteration.name_sounds import SCHWA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gujtext.transliteration.name_sounds import Slot, Slots

# A context is a letter for its kind and what it conditions on; its counts are the Latin spellings seen there.
Counts = dict[str, dict[str, float]]

# What no context has seen: the more the number of vowels differs, the less likely; a written vowel is seldom silent.
_UNSEEN_CONSONANT = 1e-4
_UNSEEN_VOWELS, _UNSEEN_LENGTH, _UNSEEN_SILENT = 3.0, 1.0, 0.01
# How much of the probability a context leaves to the wider one, for each different spelling it has seen.
_LEFT = 0.7
_LEFT_ALWAYS = 0.5
_MOST_CACHED = 1 << 14


def contexts(gujarati: Slots, place: int) -> tuple[list[str], list[str]]:
    """Return the contexts of a slot's consonant and of its vowels, the widest first."""
    consonant, vowels = gujarati[place]
    following = gujarati[place + 1][0][:1] if place + 1 < len(gujarati) else "$"
    where = "i" if place == 0 else "f" if place == len(gujarati) - 1 else "m"
    for_vowels = [
        f"v {vowels}",
        f"w {vowels} {where}",
        f"x {vowels} {consonant[-1:]} {following}",
    ]
    if place == 0:
        return [], for_vowels
    start = "s" if place == 1 else where
    for_consonant = [
        f"c {consonant}",
        f"d {consonant} {start} {vowels[:1]}",
        f"e {consonant} {gujarati[place - 1][1]} {vowels} {following}",
    ]
    return for_consonant, for_vowels


def count(pairs: Iterable[tuple[float, Slots, Slots]]) -> Counts:
    """Count slots of weighted pairs that are laid side by side."""
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for weight, gujarati, latin in pairs:
        for place, (consonant, vowels) in enumerate(latin):
            for_consonant, for_vowels = contexts(gujarati, place)
            for context in for_consonant:
                counts[context][consonant] += weight
            for context in for_vowels:
                counts[context][vowels] += weight
    return {context: dict(seen) for context, seen in counts.items()}


def write_counts(counts: Counts, least: float) -> Iterator[str]:
    """Write counts as lines: context, then spelling and count in hundredths; rare ones of narrow contexts go."""
    for context in sorted(counts):
        kept = [
            f"{spelling or '-'}\t{round(100 * times)}"
            for spelling, times in sorted(counts[context].items())
            if times >= least or context[0] in "cv"
        ]
        if kept:
            yield "\t".join([context, *kept])


def read_counts(lines: Iterable[str]) -> Counts:
    """Read what `write_counts` wrote."""
    counts: Counts = {}
    for line in lines:
        if line and not line.startswith("#"):
            context, *cells = line.split("\t")
            counts[context] = {
                "" if spelling == "-" else spelling: int(times) / 100
                for spelling, times in zip(cells[::2], cells[1::2], strict=True)
            }
    return counts


class Channel:
    """Scores Latin slots for Gujarati slots; what was asked before is remembered, within bounds."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._totals = {context: sum(seen.values()) for context, seen in counts.items()}
        # For each Gujarati slot in its surroundings, the log probabilities of Latin slots.
        self._known: dict[tuple[str, ...], dict[Slot, float]] = {}

    def hear(self, gujarati: Slots) -> Heard:
        """Return a scorer for Latin spellings of these Gujarati slots."""
        if len(self._known) >= _MOST_CACHED:
            self._known.clear()
        tables = []
        before = ""
        last = len(gujarati) - 1
        for place, (consonant, vowels) in enumerate(gujarati):
            following = gujarati[place + 1][0][:1] if place < last else "$"
            surroundings = (consonant, vowels, before, following, "012"[min(place, 2)])
            tables.append(self._known.setdefault(surroundings, {}))
            before = vowels
        return Heard(self, gujarati, tables)

    def slot(self, gujarati: Slots, place: int, latin: Slot) -> float:
        """Return the log probability of one Latin slot."""
        for_consonant, for_vowels = contexts(gujarati, place)
        consonant, vowels = latin
        spoken = gujarati[place][1]
        unseen = 10 ** (-_UNSEEN_VOWELS - _UNSEEN_LENGTH * abs(len(spoken) - len(vowels)))
        if not vowels and spoken not in ("", SCHWA):
            unseen *= _UNSEEN_SILENT
        value = math.log(self._smoothed(for_vowels, vowels, unseen))
        if place:
            value += math.log(self._smoothed(for_consonant, consonant, _UNSEEN_CONSONANT))
        return value

    def _smoothed(self, wider_first: list[str], spelling: str, base: float) -> float:
        probability = base
        for context in wider_first:
            seen = self._counts.get(context)
            if seen is not None:
                left = _LEFT * len(seen) + _LEFT_ALWAYS
                probability = (seen.get(spelling, 0.0) + left * probability) / (self._totals[context] + left)
        return probability


class Heard:
    """A Gujarati word as the channel hears it, to score many Latin spellings."""

    def __init__(self, sounds: Channel, gujarati: Slots, tables: list[dict[Slot, float]]) -> None:
        self._channel = sounds
        self._gujarati = gujarati
        self._tables = tables

    def score(self, latin: Slots, floor: float = -math.inf) -> float:
        """Return the log probability of as many Latin slots as the word has.

        Once the score is below ``floor`` it is of no interest, and may be too high.
        """
        total = 0.0
        for place, (slot, table) in enumerate(zip(latin, self._tables, strict=True)):
            value = table.get(slot)
            if value is None:
                value = table[slot] = self._channel.slot(self._gujarati, place, slot)
            total += value
            if total < floor:
                break
        return total


@cache
def channel() -> Channel:
    """Return the shipped channel, read at first use."""
    lines = read_bytes("transliteration/names_channel.tsv.xz").decode("utf-8").split("\n")
    return Channel(read_counts(lines))
