"""General words in popular spelling, the standards, and how much of Wikipedia each scheme gives back.

Popular spelling counts as right if any writer of the Dakshina lexicon chose it, after case, accents and apostrophes
are set aside; the character error rate is to the nearest attested spelling. The development words were never trained
on; English loans in ``popular_words.tsv`` were listed with their errors in view.
"""

from __future__ import annotations

import lzma
import re
from typing import TYPE_CHECKING

from benchmarks.romanizations import agreement, read_pairs
from benchmarks.tables import Table
from gujtext import normalize
from gujtext.script import WORD_CLASS
from gujtext.transliteration import romanize, to_gujarati
from gujtext.transliteration.popular import sound, spell_symbols
from gujtext.transliteration.schemes import schemes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    System = tuple[str, Callable[[str], str]]

_WORD = re.compile(f"[{WORD_CLASS}]+")


def tables(data: Path) -> list[Table]:
    return [_general_words(data), _official_list(data), _round_trips(data)]


def _general_words(data: Path) -> Table:
    dev = read_pairs(data / "transliteration" / "dakshina_dev.tsv")
    rows = []
    ours: list[System] = [("gujtext", lambda word: romanize(word)), ("gujtext, rules alone", _by_rules)]
    for name, spell in [*ours, *_peers()]:
        exact, errors = agreement(spell, dev)
        rows.append((name, f"{exact:.1f}", f"{errors:.2f}"))
    return Table("Popular spelling of general words, Dakshina dev", ("system", "attested %", "CER %"), rows)


def _official_list(data: Path) -> Table:
    lines = (data / "transliteration" / "cldr_official_test_gujr_latn.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t")[:2] for line in lines.splitlines() if not line.startswith("#")][1:]
    rows = []
    for style in ("cldr", "strict", "lenient"):
        right = sum(romanize(gujarati, "iso15919", anusvara=style) == latin for gujarati, latin in pairs)
        rows.append((f"gujtext iso15919, {style} anusvara", f"{100 * right / len(pairs):.1f}"))
    for name, write in _peers():
        right = sum(write(gujarati) == latin for gujarati, latin in pairs)
        rows.append((name, f"{100 * right / len(pairs):.1f}"))
    return Table("Official list of CLDR, Gujarati to Latin", ("system", "exact %"), rows)


def _round_trips(data: Path) -> Table:
    words = sorted(_wikipedia_words(data))
    rows = []
    for name in [name for name, scheme in schemes().items() if scheme.reversible]:
        back = sum(to_gujarati(romanize(word, name), name) == word for word in words)
        rows.append((name, f"{100 * back / len(words):.3f}", str(len(words) - back)))
    title = f"Gujarati to Latin and back, {len(words):,} words of Gujarati Wikipedia"
    return Table(title, ("scheme", "given back %", "lost"), rows)


def _wikipedia_words(data: Path) -> set[str]:
    words: set[str] = set()
    with lzma.open(data / "corpora" / "guwiki2020.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            words.update(_WORD.findall(normalize(line)))
    return words


def _by_rules(word: str) -> str:
    sounded = sound(word)
    return spell_symbols([symbol for symbol, heard in zip(sounded.symbols, sounded.heard, strict=True) if heard])


def _peers() -> Iterator[System]:
    """Yield the peers that are installed."""
    for systems in (_icu, _aksharamukha, _indic_transliteration, _uroman, _anyascii):
        try:
            yield from systems()
        except ImportError:
            continue


def _icu() -> list[System]:
    import icu

    return [
        (f"ICU {name}", icu.Transliterator.createInstance(name).transliterate)
        for name in ("Gujarati-Latin", "Gujarati-Latin; Latin-ASCII")
    ]


def _aksharamukha() -> list[System]:
    from aksharamukha.transliterate import process

    def colloquial(text: str) -> str:
        options = ["RemoveSchwaHindi"]
        devanagari = process("Gujarati", "Devanagari", text)
        return str(process("Devanagari", "RomanColloquial", devanagari, pre_options=options))

    return [
        ("aksharamukha ISO", lambda text: str(process("Gujarati", "ISO", text))),
        ("aksharamukha RomanColloquial by Devanagari", colloquial),
    ]


def _indic_transliteration() -> list[System]:
    from indic_transliteration.sanscript import transliterate

    def to(scheme: str) -> Callable[[str], str]:
        return lambda text: str(transliterate(text, "gujarati", scheme))

    return [(f"indic-transliteration {scheme}", to(scheme)) for scheme in ("iso", "itrans", "hk")]


def _uroman() -> list[System]:
    import uroman

    romanizer = uroman.Uroman()
    return [("uroman", lambda text: str(romanizer.romanize_string(text, lcode="guj")))]


def _anyascii() -> list[System]:
    from anyascii import anyascii

    return [("anyascii", anyascii)]
