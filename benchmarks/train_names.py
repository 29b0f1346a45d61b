"""Train what makes the right Latin spelling of a name win; a few minutes on one CPU, the same bytes every time.

    python -m benchmarks.train_names DATA
    python -m benchmarks.build_names DATA

DATA is the folder of reference data. The first command writes ``resources/transliteration/names_weights.tsv.xz``, the
second packs the Latin words with what these weights make of their frequency. It needs numpy and wordfreq (the extra
``build``).

For every word of the name tables the spellings that the search would consider are collected, with a channel that has
not counted the pairs of the same fold. The weights are those of a log-linear model over them (conditional maximum
likelihood, L2, Adam). No development name, and none of the measured places, is trained on. What it costs to take an
ending off is learned last, from words that end like a case and from names with endings put on.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import numpy

from benchmarks.build_names import (
    RESOURCES,
    build_index,
    laid_pairs,
    noisy_pairs,
    plain,
    reviewed_words,
    word_pairs,
    write,
)
from benchmarks.latin_words import LatinWords, feature_names
from benchmarks.quality.names import development_names, places
from gujtext.resources import table
from gujtext.transliteration.name_channel import Channel, consonant_key, count, vowel_key, where
from gujtext.transliteration.name_lexicon import FILES, NameRow, fold as fold_name
from gujtext.transliteration.name_retrieval import MOST_WORTH, Retriever, drop
from gujtext.transliteration.name_sounds import gujarati_slots, latin_slots
from gujtext.transliteration.name_suffixes import splits
from gujtext.transliteration.name_weights import FILE, Weights, write_weights
from gujtext.transliteration.name_words import may_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gujtext.transliteration.name_retrieval import Index, Sounding
    from gujtext.transliteration.name_sounds import Slots

FOLDS = 4
CONSIDERED = 30
# People stand in the news more often than the many small places of the tables.
PEOPLE = "names_people.tsv"
PEOPLE_WEIGHT = 3.0
STEPS, RATE, SLOWER, SLOWER_AT = 250, 0.08, 3.0, (125, 200)
L2_DENSE, L2_LETTERS = 1e-4, 1e-4
# The weights that the candidates are collected with, of about the size that training gives.
START_DENSE = {
    "consonant": 0.2, "vowels_i": 0.35, "vowels_m": 0.3, "vowels_f": 0.4, "slot": 1.3, "other_key": -1.0,
    "unlisted": 2.0, "unlisted_letter": -0.5, "spelled": 2.0, "misfit": -5.0,
}  # fmt: skip
START_PRIOR = {
    "listed": 1.0, "reviewed": 1.0, "only_reviewed": 2.5, "zipf_none": 0.5, "zipf": 0.9, "zipf_over_3.0": -0.6,
    "weight": 0.4, "has_plural": -0.5, "form_ing": -0.3, "form_ed": -0.4, "is_s": -0.8, "is_ed": -0.8,
}  # fmt: skip
# How often a name that is asked for has an ending, and how often which.
ENDED = 0.1
ENDINGS = {"ની": 22, "ના": 18, "નો": 8, "ને": 14, "થી": 4, "ે": 14, "ઓ": 2, "વાળા": 1, "નાં": 2}
L2_ENDING = 0.05
NOTE = """\
# Weights of the model of names, in thousandths. columns: kind, key, weight.
# source: trained by benchmarks/train_names.py on gujtext names_*.tsv, CLDR 48 and GeoNames names, Dakshina v1.0
#   (CC BY-SA 4.0), a sample of AI4Bharat Aksharantar (CC BY 4.0), US Census 1990 names, the English list of wordfreq
#   3.1 (CC BY-SA 4.0). licence: CC BY-SA 4.0."""

Matrix = Any
# Names of Gujarat, which are spelled as they sound and are in the tables: an unknown name is rather from elsewhere.
_REGULAR = frozenset(["names_given.tsv", "names_surnames.tsv"])


class Word(NamedTuple):
    """A word to learn from: the spellings considered, which are right, and what it weighs."""

    folded: str
    considered: list[Sounding]
    slots: list[Slots]
    right: frozenset[str]
    weight: float


def held_out() -> set[str]:
    """Return the Gujarati and Latin words that are measured and must not be trained on."""
    words = set()
    for item in [*development_names(), *places()]:
        words.update(item.gujarati.split())
        words.update(plain(word) for latin in item.accepted for word in latin.split())
    return words


def lexicon_words(unseen: set[str]) -> dict[str, dict[str, str]]:
    """Return the words of the name tables: Gujarati -> Latin -> file, without those of ``unseen``."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file in FILES:
        if file in _REGULAR:
            continue
        for word, latin in word_pairs((row.gujarati, row.latin) for row in table(f"transliteration/{file}", NameRow)):
            if word not in unseen and latin not in unseen:
                found[word].setdefault(latin, file)
    return dict(found)


def fold_of(latin: str) -> int:
    return crc32(latin.encode()) % FOLDS


def channels(data: Path, unseen: set[str], own: Weights) -> list[Channel]:
    """Return a channel for each fold, which has not counted the pairs of that fold."""
    noisy = list(noisy_pairs(data, unseen))
    laid = list(laid_pairs(unseen))
    return [
        Channel(count(pair[1:] for pair in itertools.chain((p for p in laid if fold_of(p[0]) != fold), noisy)), own)
        for fold in range(FOLDS)
    ]


def new_to(fold: int, index: Index, latin: LatinWords) -> Index:
    """Return the index without the words of a fold that it has from their own rows alone, as if those were new."""
    own = [word for word, spelled in latin.reviewed.items() if fold_of(word) == fold and len(spelled) == 1]
    index = dict(index)
    for word in own:
        if word not in latin.zipf and word not in latin.weights:
            for key, slots in latin_slots(word):
                if key in index:
                    index[key] = drop(index[key], slots)
    return index


def examples(words: dict[str, dict[str, str]], readers: list[Retriever]) -> Iterator[tuple[int, Word]]:
    """Yield the words to learn from, each with its fold."""
    for word, spellings in words.items():
        for fold in sorted({fold_of(latin) for latin in spellings}):
            considered = readers[fold].soundings(word, CONSIDERED)
            right = frozenset(latin for latin in spellings if fold_of(latin) == fold)
            if right & {sounding.latin for sounding in considered}:
                people = PEOPLE in [spellings[latin] for latin in right]
                yield (
                    fold,
                    Word(fold_name(word), considered, gujarati_slots(word), right, PEOPLE_WEIGHT if people else 1.0),
                )


class Design:
    """The considered spellings of all words as a table of features: dense ones, and one for each pair of letters."""

    def __init__(self, words: list[tuple[int, Word]], sounds: list[Channel], latin: LatinWords) -> None:
        self.dense, self.prior = list(START_DENSE), feature_names()
        self.columns = {name: place for place, name in enumerate(self.dense + self.prior)}
        self.letters: dict[str, int] = {}
        self._latin = latin
        rows: list[list[float]] = []
        self._row: list[int] = []
        self._letter: list[int] = []
        right, starts, weights = [], [], []
        for fold, word in words:
            starts.append(len(rows))
            weights.append(word.weight)
            for sounding in word.considered:
                right.append(sounding.latin in word.right)
                rows.append(self._features(word, sounding, sounds[fold], len(rows)))
        self.table = numpy.array(rows)
        self.right, self.starts, self.weights = numpy.array(right), numpy.array(starts), numpy.array(weights)
        self.rows, self.places = numpy.array(self._row), numpy.array(self._letter)

    def _features(self, word: Word, sounding: Sounding, sounds: Channel, row: int) -> list[float]:
        values = [0.0] * len(self.columns)
        columns = self.columns
        slots = word.slots[max(0, sounding.heard)]
        values[columns["slot"]] = len(slots)
        values[columns["other_key"]] = float(sounding.other_key)
        values[columns["spelled"]] = float(sounding.spelled)
        values[columns["misfit"]] = float(sounding.heard < 0)
        if sounding.listed:
            for name, value in self._latin.features(sounding.latin, word.folded):
                values[columns[name]] = value
        else:
            values[columns["unlisted"]] = 1.0
            values[columns["unlisted_letter"]] = len(sounding.latin)
        if sounding.heard < 0:
            return values
        pairs = zip(sounding.facing, sounds.hear(slots).pairs, strict=True)
        for place, ((consonant, vowels), (for_consonant, for_vowels)) in enumerate(pairs):
            position = where(place, len(slots))
            values[columns[f"vowels_{position}"]] += for_vowels[vowels]
            keys = [f"{vowel_key(slots[place][1], position)} {vowels}"]
            if place:
                values[columns["consonant"]] += for_consonant[consonant]
                keys.append(f"{consonant_key(slots[place][0])} {consonant}")
            for key in keys:
                self._row.append(row)
                self._letter.append(self.letters.setdefault(key, len(self.letters)))
        return values


def fit(design: Design) -> Matrix:
    """Return the weights that make the right spellings likeliest among those considered."""
    scale = design.table.std(0) + 1e-6
    features = design.table / scale
    rows, dense, letters = len(features), features.shape[1], len(design.letters)
    starts, sizes = design.starts, numpy.diff(numpy.append(design.starts, rows))
    weight = numpy.repeat(design.weights / design.weights.sum(), sizes)
    wrong = numpy.where(design.right, 0.0, -1e9)
    penalty = numpy.concatenate([numpy.full(dense, L2_DENSE), numpy.full(letters, L2_LETTERS)])
    theta = numpy.zeros(dense + letters)
    mean, square = numpy.zeros_like(theta), numpy.zeros_like(theta)
    rate = RATE

    def shares(scores: Matrix) -> Matrix:
        odds = numpy.exp(scores - numpy.repeat(numpy.maximum.reduceat(scores, starts), sizes))
        return odds / numpy.repeat(numpy.add.reduceat(odds, starts), sizes)

    for step in range(1, STEPS + 1):
        scores = features @ theta[:dense]
        scores += numpy.bincount(design.rows, weights=theta[dense:][design.places], minlength=rows)
        pull = (shares(scores) - shares(scores + wrong)) * weight
        of_letters = numpy.bincount(design.places, weights=pull[design.rows], minlength=letters)
        slope = numpy.concatenate([features.T @ pull, of_letters]) + penalty * theta
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        theta -= rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.99**step)) + 1e-8)
        if step in SLOWER_AT:
            rate /= SLOWER
    theta[:dense] /= scale
    return theta


def as_weights(design: Design, theta: Matrix, latin: LatinWords) -> Weights:
    """Name the weights; the worths of the listed words are moved so that the greatest is the most that is packed."""
    values = [float(value) for value in theta]
    named = dict(zip(design.columns, values, strict=False))
    prior = {name: named[name] for name in design.prior}
    listed = {word for row in latin.by_key().values() for word, _ in row}
    moved = MOST_WORTH - max(
        sum(prior[name] * value for name, value in latin.features(word)) for word in sorted(listed)
    )
    prior["listed"] += moved
    prior["only_reviewed"] += moved
    dense = {name: named[name] for name in design.dense}
    dense["unlisted"] += moved
    letters = {key: values[len(design.columns) + place] for key, place in design.letters.items()}
    return Weights(dense, prior, letters, {"": 0.0})


def ending_costs(words: dict[str, dict[str, str]], readers: list[Retriever]) -> dict[str, float]:
    """Return what to add to the score of a stem so that endings come off names and names that only end so stay."""
    seen: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    generator = random.Random(0)
    endings, shares = list(ENDINGS), list(ENDINGS.values())
    for word, spellings in words.items():
        reader = readers[fold_of(min(spellings))]
        asked = [(word, "")]
        if generator.random() < ENDED:
            ending = generator.choices(endings, shares)[0]
            if re.search("[ક-હ]$", word) or ending not in ("ે",):
                asked.append((word + ending, ending))
        for name, ending in asked:
            ways = splits(name)
            if any(way.sure for way in ways):
                continue
            whole = reader.soundings(name, 1)[0].score if ways else 0.0
            for way in ways:
                if may_end(way.stem) and ending in ("", way.suffix):
                    gain = reader.soundings(way.stem, 1)[0].score - whole
                    seen[way.suffix].append((gain, ending == way.suffix))
    overall = _bias([pair for pairs in seen.values() for pair in pairs], 0.0)
    return {"": overall} | {ending: _bias(pairs, overall) for ending, pairs in sorted(seen.items())}


def _bias(pairs: list[tuple[float, bool]], around: float) -> float:
    """Return the constant that makes a logistic regression on gains likeliest, drawn towards a value."""
    bias = around
    for _ in range(50):
        slope = L2_ENDING * (around - bias)
        bend = L2_ENDING
        for gain, ended in pairs:
            share = 1 / (1 + math.exp(-max(-30.0, min(30.0, gain + bias))))
            slope += ended - share
            bend += share * (1 - share)
        bias += max(-1.0, min(1.0, slope / bend))
    return bias


def train(data: Path) -> Weights:
    unseen = held_out()
    latin = LatinWords(data, reviewed_words(unseen))
    words = lexicon_words(unseen)
    start = Weights(START_DENSE, dict.fromkeys(feature_names(), 0.0) | START_PRIOR, {}, {"": 0.0})
    sounds = channels(data, unseen, start)
    index = build_index(latin, start)
    readers = [Retriever(new_to(fold, index, latin), one) for fold, one in enumerate(sounds)]
    found = list(examples(words, readers))
    neutral = start._replace(dense=dict.fromkeys(START_DENSE, 1.0))
    design = Design(found, [one.weighed(neutral) for one in sounds], latin)
    own = as_weights(design, fit(design), latin)
    index = build_index(latin, own)
    readers = [Retriever(new_to(fold, index, latin), one.weighed(own)) for fold, one in enumerate(sounds)]
    return own._replace(endings=ending_costs(words, readers))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of reference data")
    lines: Iterable[str] = write_weights(train(parser.parse_args().data))
    write(RESOURCES / Path(FILE).name, itertools.chain([NOTE], lines))


if __name__ == "__main__":
    main()
