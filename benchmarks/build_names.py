"""Build the two derived files of the names: the channel counts and the index of Latin name words.

    python -m benchmarks.build_names REFERENCE_FOLDER

It reads the name pairs in ``resources/transliteration/names_*.tsv``, the reference folder's transliteration pairs and
Latin name list, and the English frequency list of the ``wordfreq`` package (3.1), and writes ``names_channel.tsv.xz``
and ``names_latin.txt.xz`` into ``resources/transliteration/``. What the frequency of a word is worth is read from
``names_weights.tsv.xz``, so ``benchmarks.train_names`` runs first. No chance is involved: same input, same bytes.
"""

from __future__ import annotations

import argparse
import itertools
import lzma
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.latin_words import LatinWords
from gujtext.resources import table
from gujtext.transliteration.name_channel import Counts, count, write_counts
from gujtext.transliteration.name_lexicon import FILES, NameRow, fold
from gujtext.transliteration.name_retrieval import Index, pack
from gujtext.transliteration.name_sounds import Slots, gujarati_slots, keys_of, latin_slots
from gujtext.transliteration.name_weights import Weights, weights

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "transliteration"
LEXICON_WEIGHT, CLDR_WEIGHT = 4.0, 3.0
# Noisy pairs of general words and names teach rare slots; they weigh little.
NOISY = {"aksampled_train.tsv.xz": 0.05, "dakshina_sentences.tsv.xz": 0.02}
LEAST_COUNT = 0.1

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


def laid_pairs(unseen: Container[str] = frozenset()) -> Iterator[tuple[str, float, Slots, Slots]]:
    """Yield Latin word, weight and slots of the words of the name tables; those of ``unseen`` are left out."""
    for file in FILES:
        weight = CLDR_WEIGHT if file in ("names_cldr.tsv", "names_geonames.tsv") else LEXICON_WEIGHT
        yield from _laid(
            weight, ((row.gujarati, row.latin) for row in table(f"transliteration/{file}", NameRow)), unseen
        )


def noisy_pairs(data: Path, unseen: Container[str] = frozenset()) -> Iterator[tuple[str, float, Slots, Slots]]:
    """Yield the same for the pairs of general words and names."""
    for file, weight in NOISY.items():
        yield from _laid(weight, reference_pairs(data / "transliteration" / file), unseen)


def _laid(
    weight: float, pairs: Iterable[tuple[str, str]], unseen: Container[str]
) -> Iterator[tuple[str, float, Slots, Slots]]:
    for word, latin in word_pairs(pairs):
        if word not in unseen and latin not in unseen and (found := lay_side_by_side(word, latin)):
            yield (latin, weight, *found)


def train(data: Path, unseen: Container[str] = frozenset()) -> Counts:
    """Count the channel; pairs with a word of ``unseen``, Gujarati or Latin, are left out."""
    return count(pair[1:] for pair in itertools.chain(laid_pairs(unseen), noisy_pairs(data, unseen)))


def reviewed_words(unseen: Container[str] = frozenset()) -> dict[str, set[str]]:
    """Return the words of the name tables: Latin -> folded Gujarati words; those of ``unseen`` are left out."""
    found: dict[str, set[str]] = {}
    for file in FILES:
        for word, latin in word_pairs((row.gujarati, row.latin) for row in table(f"transliteration/{file}", NameRow)):
            if word not in unseen and latin not in unseen:
                found.setdefault(latin, set()).add(fold(word))
    return found


def build_index(words: LatinWords, own: Weights) -> Index:
    """Pack the Latin words under their sound keys, with what their frequency is worth by these weights."""
    return {
        key: pack((slots, sum(own.prior[name] * value for name, value in words.features(word))) for word, slots in row)
        for key, row in words.by_key().items()
    }


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path, help="the folder of reference data")
    data = parser.parse_args().reference
    lines = write_counts(train(data), LEAST_COUNT)
    write(RESOURCES / "names_channel.tsv.xz", itertools.chain([CHANNEL_NOTE], lines))
    index = build_index(LatinWords(data, reviewed_words()), weights())
    write(
        RESOURCES / "names_latin.txt.xz",
        itertools.chain([INDEX_NOTE], (f"{key}\t{index[key]}" for key in sorted(index))),
    )


if __name__ == "__main__":
    main()
