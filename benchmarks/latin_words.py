"""The Latin words that may be names: GeoNames, census and CLDR names, the English list of wordfreq, the name tables.

What is known of each word is turned into features; ``benchmarks.train_names`` learns what they are worth.
"""

from __future__ import annotations

import gzip
import lzma
import math
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from gujtext.transliteration.name_sounds import Slots, latin_slots

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

# Where the slope of a frequency changes: Zipf frequency in English text, and the logarithm of the names' weight.
ZIPF_BENDS = (1.5, 2.0, 3.0, 4.0, 5.0)
WEIGHT_BENDS = (2.5, 3.5, 5.0, 6.5)
# An ordinary word has forms: sinks, sinking; or is one: sunken, rushed.
FORMS, ENDINGS = ("s", "ing", "ed"), ("s", "ed", "ing", "ly", "er")
SHORTEST_BASE = 3
# What is listed: rough weights of the two frequencies, the least sum, and how many words a key may have.
ROUGH_WEIGHT, ROUGH_ZIPF, ROUGH_BOTH, ROUGH_REVIEWED = 0.5, 1.4, 1.5, 3.0
MOST_ZIPF, MOST_ZIPF_OF_NO_NAME = 5.0, 4.2
LEAST_WORTH, MOST_WORDS_A_KEY = 1.45, 600
# The list of wordfreq has a bin for every hundredth of a power of ten, from one in one on.
_MOST = 9


def zipf_frequencies() -> dict[str, float]:
    """Return the words of wordfreq's large English list with their Zipf frequency."""
    import msgpack
    import wordfreq

    path = Path(wordfreq.__file__).parent / "data" / "large_en.msgpack.gz"
    with gzip.open(path) as file:
        _, *bins = msgpack.load(file, raw=False)
    return {
        word: _MOST - place / 100
        for place, words in enumerate(bins)
        for word in words
        if re.fullmatch("[a-z]{2,16}", word)
    }


def name_weights(data: Path) -> dict[str, float]:
    weights = {}
    with lzma.open(data / "transliteration" / "latin_names.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            word, *cells = line.split("\t")
            if not line.startswith("#") and word != "word":
                weights[word] = float(cells[0])
    return weights


class LatinWords:
    """The words of both lists, and those of the name tables.

    Arguments:
        data: the folder of reference data.
        reviewed: the words of the name tables, Latin -> the folded Gujarati words that are spelled so.
    """

    def __init__(self, data: Path, reviewed: Mapping[str, Collection[str]]) -> None:
        self.weights, self.zipf, self.reviewed = name_weights(data), zipf_frequencies(), reviewed

    def by_key(self) -> dict[str, list[tuple[str, Slots]]]:
        """Return the words to list under each sound key, with their slots, the commonest ones first."""
        found: defaultdict[str, list[tuple[float, str, Slots]]] = defaultdict(list)
        for word in sorted({*self.weights, *self.zipf, *self.reviewed}):
            worth = self._rough_worth(word)
            if len(word) > 1 and worth >= LEAST_WORTH:
                # Where two readings have the same key, the likelier one counts.
                for key, slots in dict(reversed(list(latin_slots(word)))).items():
                    found[key].append((-worth, word, slots))
        return {key: [row[1:] for row in sorted(rows)[:MOST_WORDS_A_KEY]] for key, rows in found.items()}

    def _rough_worth(self, word: str) -> float:
        weight, zipf = self.weights.get(word, 0.0), self.zipf.get(word, 0.0)
        common = min(zipf, MOST_ZIPF if weight else MOST_ZIPF_OF_NO_NAME)
        worth = ROUGH_WEIGHT * math.log1p(weight) + ROUGH_ZIPF * common + ROUGH_BOTH * bool(weight and zipf)
        return worth + ROUGH_REVIEWED * (word in self.reviewed)

    def _reviewed(self, word: str, but: str) -> bool:
        return any(other != but for other in self.reviewed.get(word, ()))

    def features(self, word: str, but: str = "") -> Iterator[tuple[str, float]]:
        """Yield what is known of a word besides that it spells one Gujarati word: name of the feature, value."""
        zipf, weight = self.zipf.get(word), self.weights.get(word)
        if zipf is None and weight is None:
            yield "only_reviewed", 1.0
            return
        yield "listed", 1.0
        if self._reviewed(word, but):
            yield "reviewed", 1.0
        if zipf is None:
            yield "zipf_none", 1.0
        else:
            yield from _bent("zipf", zipf, ZIPF_BENDS)
            yield from self._forms(word, zipf)
        if weight is None:
            yield "weight_none", 1.0
            yield from _bent("zipf_of_no_name", zipf or 0.0, (4.0,))
        else:
            yield from _bent("weight", math.log1p(weight), WEIGHT_BENDS)

    def _forms(self, word: str, zipf: float) -> Iterator[tuple[str, float]]:
        """Yield how common the forms of a word are beside it, and how common the word is that it may be a form of."""
        bare = word.removesuffix("e")
        for ending in FORMS:
            form = self.zipf.get((word if ending == "s" else bare) + ending)
            if form is not None:
                yield f"form_{ending}", max(0.0, form - zipf + 2)
        for ending in ENDINGS:
            base = word.removesuffix(ending)
            if word.endswith(ending) and len(base) >= SHORTEST_BASE:
                common = max(self.zipf.get(base, 0.0), self.zipf.get(base + "e", 0.0))
                if common:
                    yield f"is_{ending}", max(0.0, common - zipf + 1)
        if word + "s" in self.zipf:
            yield "has_plural", 1.0


def feature_names() -> list[str]:
    """Return the names of all features."""
    names = ["listed", "reviewed", "only_reviewed", "zipf_none", "weight_none", "has_plural"]
    names += [f"form_{ending}" for ending in FORMS] + [f"is_{ending}" for ending in ENDINGS]
    for name, bends in (("zipf", ZIPF_BENDS), ("zipf_of_no_name", (4.0,)), ("weight", WEIGHT_BENDS)):
        names += [name, *(f"{name}_over_{bend}" for bend in bends)]
    return names


def _bent(name: str, value: float, bends: tuple[float, ...]) -> Iterator[tuple[str, float]]:
    """Yield a value, and by how much it is over each bend: slopes that change there."""
    yield name, value
    for bend in bends:
        if value > bend:
            yield f"{name}_over_{bend}", value - bend
