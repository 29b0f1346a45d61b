"""Build the two derived files of the names: the channel counts and the index of Latin name words.

    python -m benchmarks.build_names REFERENCE_FOLDER

It reads the name pairs in ``resources/transliteration/names_*.tsv``, the reference folder's transliteration pairs and
Latin name list, and the English frequency list of the ``wordfreq`` package (3.1), and writes ``names_channel.tsv.xz``
and ``names_latin.txt.xz`` into ``resources/transliteration/``. No chance is involved: same input, same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import lzma
import math
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from gujtext.resources import table
from gujtext.transliteration.name_channel import Counts, count, write_counts
from gujtext.transliteration.name_lexicon import FILES, NameRow
from gujtext.transliteration.name_retrieval import Index, pack
from gujtext.transliteration.name_sounds import Slots, gujarati_slots, keys_of, latin_slots

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "transliteration"
LEXICON_WEIGHT, CLDR_WEIGHT = 4.0, 3.0
# Noisy pairs of general words and names teach rare slots; they weigh little.
NOISY = {"aksampled_train.tsv.xz": 0.05, "dakshina_sentences.tsv.xz": 0.02}
LEAST_COUNT = 0.1

# The frequency of a word as a log prior: GeoNames and census weight, and Zipf frequency in English text.
NAME_WEIGHT, ZIPF_WEIGHT = 0.5, 1.6
LEAST_NAME_WEIGHT, LEAST_ZIPF = 11.0, 1.1
MOST_WORDS_A_KEY = 110
# Words of general English must not win over names by being common.
MOST_ZIPF, MOST_ZIPF_OF_NO_NAME = 5.0, 4.0

CHANNEL_NOTE = """\
# Counts of Latin spellings for Gujarati sounds in names: context, then spelling and hundredths, tab-separated.
# source: gujtext names_*.tsv, CLDR 48 and GeoNames names, Dakshina v1.0 (CC BY-SA 4.0), a sample of AI4Bharat
#   Aksharantar (CC BY 4.0), counted by benchmarks/build_names.py. licence: CC BY-SA 4.0."""
INDEX_NOTE = """\
# Latin name words by sound key: key, tab, words in slots, each closed by a sign for its log frequency.
# source: GeoNames (CC BY 4.0), US Census 1990 names (public domain), CLDR (Unicode-3.0), the English list of wordfreq
#   3.1 by Robyn Speer (CC BY-SA 4.0), joined by benchmarks/build_names.py. licence: CC BY-SA 4.0."""

_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ð": "d"})
_GUJARATI_WORD = re.compile("[\u0a80-\u0aff]+")


def plain(latin: str) -> str:
    """Return the letters a to z of a Latin word, lower case, without diacritics.

    Example:
        >>> plain("São"), plain("D'Souza")
        ('sao', 'dsouza')
    """
    decomposed = unicodedata.normalize("NFD", latin.lower().translate(_PLAIN))
    return re.sub("[^a-z]", "", decomposed)


def word_pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Split names of as many words on both sides into pairs of words."""
    for gujarati, latin in pairs:
        words, spelled = re.split("[ -]", gujarati), re.split("[ -]", latin)
        if len(words) == len(spelled):
            for word, other in zip(words, spelled, strict=True):
                if _GUJARATI_WORD.fullmatch(word) and plain(other):
                    yield word, plain(other)


def lay_side_by_side(word: str, latin: str) -> tuple[Slots, Slots] | None:
    """Return the slots of a pair that have a sound key in common."""
    readings = dict(reversed(list(latin_slots(latin))))
    for slots in gujarati_slots(word):
        for key in keys_of(slots):
            if key in readings:
                return slots, readings[key]
    return None


def reference_pairs(path: Path) -> Iterator[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(cells) == 4 and cells[0] != "gujarati":
                yield cells[0], cells[1]


def train(data: Path, unseen: Container[str] = frozenset()) -> Counts:
    """Count the channel; pairs with a word of ``unseen``, Gujarati or Latin, are left out."""
    sources: list[tuple[float, Iterable[tuple[str, str]]]] = [
        (
            CLDR_WEIGHT if file in ("names_cldr.tsv", "names_geonames.tsv") else LEXICON_WEIGHT,
            ((row.gujarati, row.latin) for row in table(f"transliteration/{file}", NameRow)),
        )
        for file in FILES
    ]
    sources += [(weight, reference_pairs(data / "transliteration" / file)) for file, weight in NOISY.items()]

    def laid() -> Iterator[tuple[float, Slots, Slots]]:
        for weight, pairs in sources:
            for word, latin in word_pairs(pairs):
                if word in unseen or latin in unseen:
                    continue
                found = lay_side_by_side(word, latin)
                if found:
                    yield (weight, *found)

    return count(laid())


def zipf_frequencies() -> dict[str, float]:
    """Return the words of wordfreq's large English list with their Zipf frequency."""
    import msgpack
    import wordfreq

    path = Path(wordfreq.__file__).parent / "data" / "large_en.msgpack.gz"
    with gzip.open(path) as file:
        _, *bins = msgpack.load(file, raw=False)
    # The list has a bin for every hundredth of a power of ten, from one in one on.
    return {
        word: 9 - place / 100 for place, words in enumerate(bins) for word in words if re.fullmatch("[a-z]{2,16}", word)
    }


def name_weights(data: Path) -> dict[str, float]:
    weights = {}
    with lzma.open(data / "transliteration" / "latin_names.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            word, *cells = line.split("\t")
            if not line.startswith("#") and word != "word":
                weights[word] = float(cells[0])
    return weights


def build_index(data: Path) -> Index:
    weights, zipf = name_weights(data), zipf_frequencies()
    by_key: defaultdict[str, list[tuple[str, Slots, float]]] = defaultdict(list)
    for word in sorted(weights.keys() | zipf.keys()):
        weight, frequency = weights.get(word, 0.0), zipf.get(word, 0.0)
        if len(word) > 1 and (weight >= LEAST_NAME_WEIGHT or frequency >= LEAST_ZIPF):
            common = min(frequency, MOST_ZIPF if weight else MOST_ZIPF_OF_NO_NAME)
            prior = NAME_WEIGHT * math.log1p(weight) + ZIPF_WEIGHT * common
            # Where two readings have the same key, the likelier one counts.
            for key, slots in dict(reversed(list(latin_slots(word)))).items():
                if key:
                    by_key[key].append((word, slots, prior))
    index = {}
    for key, words in by_key.items():
        words.sort(key=lambda word: (-word[2], word[0]))
        index[key] = pack((slots, prior) for _, slots, prior in words[:MOST_WORDS_A_KEY])
    return index


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path, help="the folder of reference data")
    data = parser.parse_args().reference
    lines = write_counts(train(data), LEAST_COUNT)
    write(RESOURCES / "names_channel.tsv.xz", itertools.chain([CHANNEL_NOTE], lines))
    index = build_index(data)
    write(
        RESOURCES / "names_latin.txt.xz",
        itertools.chain([INDEX_NOTE], (f"{key}\t{index[key]}" for key in sorted(index))),
    )


if __name__ == "__main__":
    main()
