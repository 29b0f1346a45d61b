"""How likely Latin letters are for the units of a Gujarati word: counts of what faced what.

The counts come from attested romanizations laid side by side with their words (`benchmarks/train_latin.py`), and are
smoothed from the narrow context to the wide one (Witten and Bell 1991), as those of names are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from gujtext.resources import read_bytes
from gujtext.script import VIRAMA
from gujtext.transliteration.latin_units import chunks, joined, parts
from gujtext.transliteration.name_channel import counted_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    # Where the consonants and the vowels of each unit end.
    Path = Sequence[tuple[int, int]]

TABLE = "transliteration/latin_channel.tsv.xz"

# A context is its kind, a letter, and what it conditions on, one character between; its counts are Latin letters.
Counts = dict[str, dict[str, float]]
FIRST, LAST = "^", "$"
_BETWEEN = " "
_UNSEEN = 1e-7
_LEFT, _LEFT_ALWAYS = 1.0, 5.0
# Contexts that are known before the neighbours are: enough to search with.
_SEARCHED = 2
_LEAST_SHARE, _LEAST_SCORE = 1e-4, -11.0
_MOST_CANDIDATES = 40
_IMPOSSIBLE = -1e9


def onset_contexts(onset: str, nucleus: str, before: str) -> tuple[str, ...]:
    """Return the contexts of an onset, the widest first; ``before`` is the nucleus of the unit before."""
    where = FIRST if before == FIRST else ""
    silent = VIRAMA if nucleus == VIRAMA else ""
    return (
        f"a{onset}",
        _BETWEEN.join((f"b{onset}", where, silent)),
        _BETWEEN.join((f"c{onset}", nucleus, before)),
    )


def nucleus_contexts(onset: str, nucleus: str, before: str, after: str, then: str) -> tuple[str, ...]:
    """Return the contexts of a nucleus, the widest first; ``after`` and ``then`` are the parts of the next unit."""
    last = LAST if after == LAST else ""
    kind = then if then in ("", VIRAMA, LAST) else "+"
    return (
        _BETWEEN.join((f"v{nucleus}", last)),
        _BETWEEN.join((f"w{nucleus}", last, onset)),
        _BETWEEN.join((f"x{nucleus}", FIRST if before == FIRST else "", after, kind)),
        _BETWEEN.join((f"y{nucleus}", before, after, then, onset)),
    )


def surroundings(units: Sequence[str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each unit as onset, nucleus, the nucleus before it, and the parts of the unit after it."""
    before = FIRST
    split = [parts(unit) for unit in units]
    for (onset, nucleus), (after, then) in zip(split, [*split[1:], (LAST, LAST)], strict=True):
        yield onset, nucleus, before, after, then
        before = nucleus


def count(words: Iterable[tuple[float, Sequence[str], str, Path]]) -> Counts:
    """Count what faces what in (weight, units, latin, path)."""
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for weight, units, latin, path in words:
        start = 0
        for (onset, nucleus, before, after, then), (middle, end) in zip(surroundings(units), path, strict=True):
            for context in onset_contexts(onset, nucleus, before):
                counts[context][latin[start:middle]] += weight
            for context in nucleus_contexts(onset, nucleus, before, after, then):
                counts[context][latin[middle:end]] += weight
            start = end
    return {context: dict(seen) for context, seen in counts.items()}


def write_counts(counts: Counts, least: Mapping[str, float]) -> Iterator[str]:
    """Write counts as lines: context, then letters and count; rarer ones than ``least`` of their kind go."""
    for context in sorted(counts):
        kept = [
            f"{latin}\t{max(1, round(times))}"
            for latin, times in sorted(counts[context].items())
            if times >= least[context[0]]
        ]
        if kept:
            yield "\t".join([context, *kept])


def read_counts(lines: Iterable[str]) -> Counts:
    """Read what `write_counts` wrote."""
    return {context: dict(counted) for context, counted in counted_lines(lines)}


class Channel:
    """Scores Latin letters for Gujarati units, as log probabilities."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._totals = {context: sum(seen.values()) for context, seen in counts.items()}
        self._onsets: defaultdict[str, list[str]] = defaultdict(list)
        self._nuclei: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
        for context, seen in counts.items():
            kind, key = context[0], context[1:]
            for latin, times in seen.items():
                if times >= _LEAST_SHARE * self._totals[context]:
                    if kind == "a":
                        self._onsets[latin].append(key)
                    elif kind == "v":
                        nucleus, last = key.split(_BETWEEN)
                        self._nuclei[latin, last == LAST].append(nucleus)
        self._onset_alone = lru_cache(maxsize=1 << 14)(self._score_onset_alone)
        self._nucleus_alone = lru_cache(maxsize=1 << 16)(self._score_nucleus_alone)
        self._onset = lru_cache(maxsize=1 << 15)(self._score_onset)
        self._nucleus = lru_cache(maxsize=1 << 16)(self._score_nucleus)

    def candidates(self, consonants: str, vowels: str, first: bool, last: bool) -> list[tuple[float, str]]:
        """Return the units that these letters may write, the likeliest first, each after its score."""
        found = []
        nuclei = self._nuclei.get((vowels, last), ())
        for onset in self._onsets.get(consonants, ()):
            # A silent nucleus (virama) changes what is expected of the onset.
            heard, silent = (self._onset_alone(consonants, onset, nucleus, first) for nucleus in ("", VIRAMA))
            for nucleus in nuclei:
                score = (silent if nucleus == VIRAMA else heard) + self._nucleus_alone(vowels, onset, nucleus, last)
                if score > _LEAST_SCORE:
                    unit = joined(onset, nucleus)
                    if unit:
                        found.append((score, unit))
        found.sort(key=lambda candidate: (-candidate[0], candidate[1]))
        return found[:_MOST_CANDIDATES]

    def score(self, units: Sequence[str], latin: str, path: Path) -> float:
        """Return how likely a word is written so, its letters laid beside its units by ``path``."""
        total = 0.0
        start = 0
        for (onset, nucleus, before, after, then), (middle, end) in zip(surroundings(units), path, strict=True):
            total += self._onset(latin[start:middle], onset, nucleus, before)
            total += self._nucleus(latin[middle:end], onset, nucleus, before, after, then)
            start = end
        return total

    def align(self, units: Sequence[str], latin: str) -> tuple[float, list[tuple[int, int]]]:
        """Lay a spelling beside a word as well as it goes; a very low score says that it does not."""
        reached: dict[int, tuple[float, tuple[Any, ...]]] = {0: (0.0, ())}
        for onset, nucleus, before, after, then in surroundings(units):
            further: dict[int, tuple[float, tuple[Any, ...]]] = {}
            for start, (total, path) in reached.items():
                for middle, end in chunks(latin, start):
                    score = total + self._onset(latin[start:middle], onset, nucleus, before)
                    score += self._nucleus(latin[middle:end], onset, nucleus, before, after, then)
                    if end not in further or further[end][0] < score:
                        further[end] = (score, (path, (middle, end)))
            reached = further
        score, path = reached.get(len(latin), (_IMPOSSIBLE, ()))
        return score, unrolled(path)

    def _score_onset_alone(self, latin: str, onset: str, nucleus: str, first: bool) -> float:
        return self._smoothed(onset_contexts(onset, nucleus, FIRST if first else "")[:_SEARCHED], latin)

    def _score_nucleus_alone(self, latin: str, onset: str, nucleus: str, last: bool) -> float:
        contexts = nucleus_contexts(onset, nucleus, "", LAST if last else "", "")
        return self._smoothed(contexts[:_SEARCHED], latin)

    def _score_onset(self, latin: str, onset: str, nucleus: str, before: str) -> float:
        return self._smoothed(onset_contexts(onset, nucleus, before), latin)

    def _score_nucleus(self, latin: str, onset: str, nucleus: str, before: str, after: str, then: str) -> float:
        return self._smoothed(nucleus_contexts(onset, nucleus, before, after, then), latin)

    def _smoothed(self, wider_first: Iterable[str], latin: str) -> float:
        probability = _UNSEEN
        for context in wider_first:
            seen = self._counts.get(context)
            if seen is not None:
                left = _LEFT * len(seen) + _LEFT_ALWAYS
                probability = (seen.get(latin, 0.0) + left * probability) / (self._totals[context] + left)
        return math.log(probability)


def unrolled(path: tuple[Any, ...]) -> list[Any]:
    """Return the steps of a path that was built as (path before, step), in order."""
    steps = []
    while path:
        path, step = path
        steps.append(step)
    return steps[::-1]


@cache
def channel() -> Channel:
    """Return the shipped channel, read at first use."""
    return Channel(read_counts(read_bytes(TABLE).decode("utf-8").split("\n")))
