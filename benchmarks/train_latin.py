"""Train what reads popular Latin spelling as Gujarati; two minutes on one CPU, the same bytes every time.

    python -m benchmarks.train_latin DATA

DATA is the folder of reference data. Two files of ``resources/transliteration/`` are written:

``latin_words.bin.xz``: the words of Gujarati Wikipedia with their frequencies, as a tree.
``latin_channel.tsv.xz``: which Latin letters faced which units of Gujarati words, in the Dakshina lexicon (train) and
sentences and the Aksharantar sample. The letters are laid beside the units by expectation maximization, without any
rule of spelling to begin with. No word of the Dakshina dev part is trained on.
"""

from __future__ import annotations

import lzma
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.romanizations import fold, read_pairs
from gujtext import normalize
from gujtext.resources import root
from gujtext.script import NUKTA, VIRAMA, WORD_CLASS
from gujtext.transliteration import latin_channel, word_tree
from gujtext.transliteration.latin_units import VOCALIC_R, chunks, parts, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEED = 0
STEPS = 5
SAMPLE = 40_000  # pairs that the first steps look at
# File, and what one of its romanizations counts.
SOURCES = (("dakshina_train.tsv.xz", 1.0), ("dakshina_sentences.tsv.xz", 0.3), ("aksampled_train.tsv.xz", 0.3))
MOST_WRITERS = 4
LONGEST_WORD, LONGEST_LATIN = 12, 30  # units, letters
FLOOR = 1e-7
# Counts below these do not stay in the table, by kind of context.
LEAST = {"a": 1.0, "b": 1.0, "c": 1.5, "v": 1.0, "w": 1.0, "x": 1.5, "y": 1.5}
HEADER = """\
# Which Latin letters faced the onset (a b c) or the nucleus (v w x y) of a unit of a Gujarati word, from wide to narrow
# contexts; made by benchmarks/train_latin.py.
# columns: kind and context, then letters and count in turn.
# source: Dakshina v1.0 (Google Research, CC BY-SA 4.0), a sample of Aksharantar (AI4Bharat, CC BY 4.0).
# licence: CC BY-SA 4.0.
"""
_LAST = {True: "$", False: ""}
_LATIN = re.compile("[a-z]+")
_WORD = re.compile(f"[{WORD_CLASS}]+")


class Pair(NamedTuple):
    """A romanization of a word that is cut into units."""

    weight: float
    units: tuple[str, ...]
    latin: str


Odds = dict[tuple[str, ...], dict[str, float]]


def pairs(data: Path, left_out: Iterable[str]) -> Iterator[Pair]:
    """Yield the attested romanizations, without those of some words."""
    forbidden = set(left_out)
    for name, weight in SOURCES:
        for word, romanizations in read_pairs(data / "transliteration" / name).items():
            cut = None if word in forbidden else units(word.replace(NUKTA, ""))
            if not cut or len(cut) > LONGEST_WORD:
                continue
            for latin, times in romanizations.items():
                folded = fold(latin)
                if _LATIN.fullmatch(folded) and len(folded) <= LONGEST_LATIN:
                    yield Pair(weight * min(times, MOST_WRITERS), tuple(cut), folded)


def _first_guess(onset: str, nucleus: str, consonants: str, vowels: str) -> float:
    """Return odds that know no more than which letters are vowels."""
    both = (onset == "") == (consonants == "")
    guess = 1 / (1 + abs(len(consonants) - 1)) if both else 1e-6
    if (vowels[:1] == "r") != (nucleus[:1] == VOCALIC_R):
        guess *= 1e-3
    if vowels == "":
        return guess * (1.0 if nucleus == VIRAMA else 0.3 if nucleus == "" else 0.02)
    if nucleus == VIRAMA or (vowels[-1] in "nm" and nucleus[-1:] not in ("ં", "ઁ")):
        return guess * 1e-4
    return guess


class Aligner:
    """Lays letters beside units by what it has seen: of an onset, and of a nucleus inside or at the end of a word."""

    def __init__(self, odds: Odds | None) -> None:
        self._odds = odds

    def arcs(self, pair: Pair) -> Iterator[list[tuple[int, int, int, float]]]:
        """Yield for each unit the steps that it may take: start, where its consonants end, end, probability."""
        latin, size = pair.latin, len(pair.latin)
        starts = {0}
        for place, unit in enumerate(pair.units):
            onset, nucleus = parts(unit)
            last = place == len(pair.units) - 1
            steps = []
            for start in sorted(starts):
                for middle, end in chunks(latin, start):
                    if last and end != size:
                        continue
                    consonants, vowels = latin[start:middle], latin[middle:end]
                    if self._odds is None:
                        odds = _first_guess(onset, nucleus, consonants, vowels)
                    else:
                        odds = self._odds[onset,].get(consonants, FLOOR)
                        odds *= self._odds[nucleus, _LAST[last]].get(vowels, FLOOR)
                    steps.append((start, middle, end, odds))
            yield steps
            starts = {step[2] for step in steps if step[2] < size}

    def expect(self, pair: Pair, counts: defaultdict[tuple[str, ...], defaultdict[str, float]]) -> None:
        """Add to the counts what each unit is expected to face."""
        forward = [{0: 1.0}]
        layers = list(self.arcs(pair))
        for steps in layers:
            reached: defaultdict[int, float] = defaultdict(float)
            for start, _, end, odds in steps:
                reached[end] += forward[-1].get(start, 0.0) * odds
            forward.append(dict(reached))
        total = forward[-1].get(len(pair.latin), 0.0)
        if total <= 0:
            return
        backward = {len(pair.latin): 1.0}
        for place in range(len(layers) - 1, -1, -1):
            onset, nucleus = parts(pair.units[place])
            last = place == len(layers) - 1
            before: defaultdict[int, float] = defaultdict(float)
            for start, middle, end, odds in layers[place]:
                rest = odds * backward.get(end, 0.0)
                before[start] += rest
                share = pair.weight * forward[place].get(start, 0.0) * rest / total
                counts[onset,][pair.latin[start:middle]] += share
                counts[nucleus, _LAST[last]][pair.latin[middle:end]] += share
            backward = before

    def best(self, pair: Pair) -> list[tuple[int, int]]:
        """Return the likeliest path, or an empty list where there is none."""
        reached: dict[int, tuple[float, tuple[Any, ...]]] = {0: (1.0, ())}
        for steps in self.arcs(pair):
            further: dict[int, tuple[float, tuple[Any, ...]]] = {}
            for start, middle, end, odds in steps:
                if start in reached:
                    total, path = reached[start]
                    if end not in further or further[end][0] < total * odds:
                        further[end] = (total * odds, (path, (middle, end)))
            reached = further
        return latin_channel.unrolled(reached.get(len(pair.latin), (0.0, ()))[1])


def align(examples: list[Pair]) -> list[tuple[float, tuple[str, ...], str, list[tuple[int, int]]]]:
    """Lay every romanization beside its word."""
    known = [pair for pair in examples if pair.weight >= 1]
    sample = random.Random(SEED).sample(known, min(SAMPLE, len(known)))
    aligner = Aligner(None)
    for _ in range(STEPS):
        counts: defaultdict[tuple[str, ...], defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for pair in sample:
            aligner.expect(pair, counts)
        odds: Odds = defaultdict(dict)
        for context, seen in counts.items():
            total = sum(seen.values())
            odds[context] = {latin: times / total for latin, times in seen.items() if times / total > 1e-5}
        aligner = Aligner(odds)
    laid = [(pair.weight, pair.units, pair.latin, aligner.best(pair)) for pair in examples]
    return [row for row in laid if row[3]]


def wikipedia_words(data: Path) -> Counter[str]:
    """Count the words of Gujarati Wikipedia, normalized and without nukta."""
    raw: Counter[str] = Counter()
    with lzma.open(data / "corpora" / "guwiki2020.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            raw.update(_WORD.findall(line))
    counts: Counter[str] = Counter()
    for word, times in raw.items():
        counts[normalize(word).replace(NUKTA, "")] += times
    return counts


def train(data: Path, left_out: Iterable[str]) -> latin_channel.Counts:
    """Return the counts of the channel, trained without some words."""
    return latin_channel.count(align(list(pairs(data, left_out))))


def channel_lines(counts: latin_channel.Counts) -> str:
    return HEADER + "\n".join(latin_channel.write_counts(counts, LEAST)) + "\n"


def pack(data: bytes) -> bytes:
    return lzma.compress(data, preset=9 | lzma.PRESET_EXTREME)


def main(data: Path) -> None:
    dev = read_pairs(data / "transliteration" / "dakshina_dev.tsv")
    for name, content in (
        (latin_channel.TABLE, channel_lines(train(data, dev)).encode("utf-8")),
        (word_tree.TABLE, word_tree.pack(wikipedia_words(data))),
    ):
        packed = pack(content)
        (Path(root()) / name).write_bytes(packed)
        print(f"{name}: {len(packed):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
