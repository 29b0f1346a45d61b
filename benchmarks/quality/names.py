"""Names in Latin letters: the development names, with the whole lexicon and without any of their words, and places.

"Unseen" leaves out every lexicon row and every training pair that has a Gujarati or a Latin word of the tested names;
the list of Latin name words may hold them. A name counts as right if it equals an accepted spelling after case,
diacritics, hyphens, points and apostrophes are set aside.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.build_names import build_index, plain, reviewed_words, train
from benchmarks.latin_words import LatinWords
from benchmarks.tables import Table
from gujtext.resources import table
from gujtext.transliteration.name_channel import Channel
from gujtext.transliteration.name_lexicon import FILES, Lexicon, NameRow
from gujtext.transliteration.name_retrieval import Retriever
from gujtext.transliteration.name_weights import weights
from gujtext.transliteration.name_words import WordReader
from gujtext.transliteration.names import NameRomanizer
from gujtext.transliteration.popular import spell_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DEV = Path(__file__).resolve().parents[2] / "tests" / "cases" / "names" / "dev.tsv"
# Letters that one Gujarati consonant may stand for are as good as each other.
_SAME_SOUND = str.maketrans("qcgvzjxfd", "kkkbssspt")
PLACES = ("names_cldr.tsv", "names_geonames.tsv")


class Item(NamedTuple):
    """A name, the spellings that count as right, and its kind."""

    gujarati: str
    accepted: frozenset[str]
    kind: str


def folded(latin: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", latin) if not unicodedata.combining(c))
    return " ".join(re.sub("[-.'’]", " ", bare.casefold()).split())


def development_names() -> list[Item]:
    with DEV.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [Item(row["gujarati"], frozenset(map(folded, row["latin"].split("|"))), row["kind"]) for row in rows]


def places() -> list[Item]:
    """Return every fifth city or territory that is no translation: as many words, most sounds in common."""
    rows = [row for file in PLACES for row in table(f"transliteration/{file}", NameRow)]
    rows = [row for row in rows if row.kind in ("city", "territory") and _same_beginnings(row)]
    return [Item(row.gujarati, frozenset([folded(row.latin)]), row.kind) for row in rows[::5]]


def _same_beginnings(row: NameRow) -> bool:
    words, latin = row.gujarati.split(), row.latin.split()
    if len(words) != len(latin):
        return False
    pairs = zip(words, latin, strict=True)
    return all(_skeleton(spell_word(word)) == _skeleton(plain(other)) for word, other in pairs)


def _skeleton(latin: str) -> str:
    return re.sub("[aeiouyhw]", "", latin.translate(_SAME_SOUND))[:3]


def unseen(data: Path, items: Iterable[Item]) -> NameRomanizer:
    """Return a romanizer whose lexicon and channel know no word of these names."""
    words = {word for item in items for word in item.gujarati.split()}
    words |= {plain(word) for item in items for latin in item.accepted for word in latin.split()}
    rows = (row for file in FILES for row in table(f"transliteration/{file}", NameRow))
    names = Lexicon(row for row in rows if words.isdisjoint([*row.gujarati.split(), *map(plain, row.latin.split())]))
    index = build_index(LatinWords(data, reviewed_words(words)), weights())
    return NameRomanizer(words=WordReader(names, Retriever(index, Channel(train(data, words)))))


def _spelled(text: str) -> str:
    return " ".join(spell_word(word) for word in text.replace(".", "").split())


def peers() -> dict[str, Callable[[str], str]]:
    """Return the installed peers, each as text to Latin."""
    found: dict[str, Callable[[str], str]] = {}
    try:
        import icu

        found["ICU Gujarati-Latin"] = icu.Transliterator.createInstance("Gujr-Latn; Latin-ASCII").transliterate
    except ImportError:
        pass
    try:
        import anyascii

        found["anyascii"] = anyascii.anyascii
    except ImportError:
        pass
    return found


def _share(right: Iterable[bool]) -> str:
    answers = list(right)
    return f"{100 * sum(answers) / len(answers):.1f}"


def _row(name: str, items: list[Item], romanizer: NameRomanizer) -> tuple[str, ...]:
    answers = [(item, romanizer.candidates(item.gujarati, 5)) for item in items]
    best = [(item, found[0]) for item, found in answers]
    right = [folded(found.text) in item.accepted for item, found in best]
    first = _share(right)
    fifth = _share(any(folded(c.text) in item.accepted for c in found) for item, found in answers)
    expected = f"{100 * sum(found.score for _, found in best) / len(best):.1f}"
    return name, str(len(items)), first, fifth, expected


def tables(data: Path) -> list[Table]:
    """Measure the development names and a sample of CLDR and GeoNames places."""
    items, sample = development_names(), places()
    news, new_places = unseen(data, items), unseen(data, sample)
    rows = []
    for kind in dict.fromkeys(item.kind for item in items):
        of_kind = [item for item in items if item.kind == kind]
        rows.append(_row(f"{kind}, lexicon", of_kind, NameRomanizer()))
        rows.append(_row(f"{kind}, unseen", of_kind, news))
    rows.append(_row("all, lexicon", items, NameRomanizer()))
    rows.append(_row("all, unseen", items, news))
    rows.append(_row("CLDR and GeoNames places, unseen", sample, new_places))
    for name, write in {"plain spelling": _spelled, **peers()}.items():
        for title, some in (("all", items), ("CLDR and GeoNames places", sample)):
            right = _share(folded(write(item.gujarati)) in item.accepted for item in some)
            rows.append((f"{title}, {name}", str(len(some)), right, "", ""))
    return [
        Table(
            "Names in Latin letters",
            ("names", "number", "top 1 %", "top 5 %", "mean score %"),
            rows,
            "The lexicon was completed after the development names were written, and its rows were not kept from them: "
            "only the unseen rows say what to expect of new names.",
        )
    ]
