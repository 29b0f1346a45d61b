"""Train the context model of popular spelling; a minute on one CPU, the same bytes every time.

    python -m benchmarks.train_popular DATA

DATA is the folder of reference data; the Dakshina training words (without any word of its dev part) are read from it
and ``resources/transliteration/popular_weights.bin.xz`` is written. Each attested romanization of a word says which
schwas its writer heard; the weights are those of a logistic regression on these decisions, averaged over all steps.
"""

from __future__ import annotations

import itertools
import lzma
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.romanizations import fold, read_pairs
from gujtext.resources import root
from gujtext.transliteration.popular import sound, spell_symbols
from gujtext.transliteration.popular_model import SCALE, TABLE, TABLE_BITS, Features, open_places

SEEDS = range(4)  # as many runs, whose weights are averaged
EPOCHS = 3
RATE = 0.1
SMOOTHING = 0.01  # added to the sum of squared errors that slows each weight's steps
LARGEST_WORD = 8  # decisions in a word: all combinations are tried
RAREST_FEATURE = 2
# What a romanization counts that agrees with ours in its schwas but not in its letters.
OTHER_HABITS = 0.2
# Habits of spelling that say nothing about schwas are levelled before romanizations are compared.
HABITS = (
    ("aae", "ae"), ("ee", "i"), ("oo", "u"), ("w", "v"), ("ph", "f"), ("chh", "ch"), ("jh", "z"), ("aa", "a"),
    ("iae", "ie"), ("oae", "oe"), ("uae", "ue"), ("dhy", "dy"), ("x", "ksh"),
)  # fmt: skip


class Decision(NamedTuple):
    """One place in one word: its features, what the rule says, how often it was seen and heard."""

    slots: tuple[int, ...]
    rule: bool
    weight: float
    heard: float


def level(latin: str) -> str:
    latin = fold(latin)
    for habit, plain in HABITS:
        latin = latin.replace(habit, plain)
    return latin


def decisions(word: str, romanizations: dict[str, int]) -> list[tuple[list[int], bool, float, float]]:
    """Return (slots, rule, weight, heard) for every decision that the romanizations of a word show."""
    sounded = sound(word)
    places = open_places(sounded.symbols)
    if not places or len(places) > LARGEST_WORD:
        return []
    written: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    for latin, count in romanizations.items():
        written[level(latin)] += count
        exact[fold(latin)] += count
    seen: dict[tuple[bool, ...], float] = {}
    for choice in itertools.product((True, False), repeat=len(places)):
        heard = list(sounded.heard)
        for place, kept in zip(places, choice, strict=True):
            heard[place] = kept
        said = [symbol for symbol, kept in zip(sounded.symbols, heard, strict=True) if kept]
        latin = spell_symbols(said)
        votes = exact[latin] + OTHER_HABITS * (written[level(latin)] - exact[latin])
        if votes > 0:
            seen[tuple(heard)] = votes
    features = Features(sounded)
    found: dict[tuple[int, tuple[bool, ...]], tuple[list[int], bool, float, float]] = {}
    for pattern, votes in seen.items():
        share = votes / sum(seen.values())
        for place in places:
            key = place, pattern[place + 1 :]
            slots, rule, weight, heard_share = found.get(key) or (
                features.at(place, pattern), sounded.heard[place], 0.0, 0.0,
            )  # fmt: skip
            found[key] = slots, rule, weight + share, heard_share + share * pattern[place]
    return list(found.values())


def training_set(data: Path) -> list[Decision]:
    dev = read_pairs(data / "transliteration" / "dakshina_dev.tsv")
    words = read_pairs(data / "transliteration" / "dakshina_train.tsv.xz")
    rows = [row for word, latin in words.items() if word not in dev for row in decisions(word, latin)]
    seen = Counter(slot for slots, *_ in rows for slot in slots)
    return [
        Decision(tuple(slot for slot in slots if seen[slot] >= RAREST_FEATURE), rule, weight, heard / weight)
        for slots, rule, weight, heard in rows
    ]


def train(examples: list[Decision], seed: int) -> list[float]:
    """Return the averaged weights, one for each slot."""
    size = 1 << TABLE_BITS
    weights, squares, drift = [0.0] * size, [0.0] * size, [0.0] * size
    generator = random.Random(seed)
    step = 0
    for _ in range(EPOCHS):
        for slots, rule, weight, heard in generator.sample(examples, len(examples)):
            step += 1
            total = (1.0 if rule else -1.0) + sum([weights[k] for k in slots])
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - heard) * weight
            if abs(error) < 0.01:
                continue
            for k in slots:
                squares[k] += error * error
                change = -RATE * error / math.sqrt(squares[k] + SMOOTHING)
                weights[k] += change
                drift[k] += change * step
    return [weight - moved / step for weight, moved in zip(weights, drift, strict=True)]


def main(data: Path) -> None:
    examples = training_set(data)
    runs = [train(examples, seed) for seed in SEEDS]
    weights = [sum(values) / len(runs) for values in zip(*runs, strict=True)]
    packed = bytes(max(-127, min(127, round(weight * SCALE))) & 255 for weight in weights)
    (Path(root()) / TABLE).write_bytes(lzma.compress(packed, preset=9))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
