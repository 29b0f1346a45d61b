"""Popular Latin spelling read as Gujarati: the Dakshina development words, and the development names.

A romanization counts as right if the first answer is the word that its writer had in view; one of several words that
are spelled alike is the right one, so nothing can reach 100 %. The development words were never trained on; the word
list is that of Gujarati Wikipedia, from which Dakshina took its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.quality.names import development_names
from benchmarks.romanizations import distance, read_pairs
from benchmarks.tables import Table
from gujtext import gujarati_candidates, to_gujarati
from gujtext.transliteration.name_lexicon import fold as same_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    System = tuple[str, Callable[[str], str]]

BEST = 5


class _Item(NamedTuple):
    """A romanization, the word that was meant, and how many writers wrote it so."""

    latin: str
    word: str
    writers: int


def tables(data: Path) -> list[Table]:
    dev = read_pairs(data / "transliteration" / "dakshina_dev.tsv")
    items = [_Item(latin, word, n) for word, romanizations in dev.items() for latin, n in romanizations.items()]
    return [_words(items), _names()]


def _words(items: list[_Item]) -> Table:
    found = [gujarati_candidates(item.latin, BEST) for item in items]
    top = [any(one.text == item.word for one in answers) for item, answers in zip(items, found, strict=True)]
    expected = sum(answers[0].score for answers in found) / len(found)
    own = _measured(items, lambda latin: to_gujarati(latin, "popular"))
    rows = [("gujtext", *own, f"{100 * sum(top) / len(top):.1f}", f"{100 * expected:.1f}")]
    rows += [(name, *_measured(items, read), "", "") for name, read in _peers()]
    return Table(
        f"Popular Latin to Gujarati, Dakshina dev, {len(items):,} romanizations",
        ("system", "top 1 %", "by writers %", "CER %", f"top {BEST} %", "mean score %"),
        rows,
    )


def _measured(items: list[_Item], read: Callable[[str], str]) -> tuple[str, str, str]:
    """Return exact answers in %, the same with every writer counted, and the character error rate."""
    right = writers = wrong = 0
    for item in items:
        answer = read(item.latin)
        right += answer == item.word
        writers += item.writers * (answer == item.word)
        wrong += distance(answer, item.word)
    everyone = sum(item.writers for item in items)
    letters = sum(len(item.word) for item in items)
    return f"{100 * right / len(items):.1f}", f"{100 * writers / everyone:.1f}", f"{100 * wrong / letters:.1f}"


def _names() -> Table:
    """Read the development names in small letters and as printed; variants of spelling count as the same name."""
    names = [(name.gujarati, min(name.accepted)) for name in development_names()]
    rows = []
    for title, form in (("as printed", str.title), ("in small letters", str)):
        right = sum(same_name(to_gujarati(form(latin), "popular")) == same_name(gujarati) for gujarati, latin in names)
        rows.append((title, str(len(names)), f"{100 * right / len(names):.1f}"))
    for name, read in _peers():
        right = sum(same_name(read(latin)) == same_name(gujarati) for gujarati, latin in names)
        rows.append((name, str(len(names)), f"{100 * right / len(names):.1f}"))
    return Table(
        "Names in Latin letters read as Gujarati, development names",
        ("spelled", "number", "top 1 %"),
        rows,
        "The reviewed lexicon holds most of these names; case endings that they carry are not in the Latin spelling.",
    )


def _peers() -> Iterator[System]:
    """Yield the peers that are installed."""
    for systems in (_icu, _aksharamukha, _indic_transliteration):
        try:
            yield from systems()
        except ImportError:
            continue


def _icu() -> list[System]:
    import icu

    return [("ICU Latin-Gujarati", icu.Transliterator.createInstance("Latin-Gujarati").transliterate)]


def _aksharamukha() -> list[System]:
    from aksharamukha.transliterate import process

    return [("aksharamukha RomanColloquial", lambda text: str(process("RomanColloquial", "Gujarati", text)))]


def _indic_transliteration() -> list[System]:
    from indic_transliteration.sanscript import transliterate

    return [("indic-transliteration itrans", lambda text: str(transliterate(text, "itrans", "gujarati")))]
