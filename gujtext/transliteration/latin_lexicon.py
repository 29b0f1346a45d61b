"""Latin words whose Gujarati spelling is listed: names, English loans, words of messages, acronyms by letter names.

The tables of names and of loans are written for the way to Latin letters and are read here the other way round. Rows
that translate (ભારત beside India) are left out: what is asked for is the same word in other letters.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

import unicodedata2

from gujtext.letter_names import letter_names
from gujtext.resources import table
from gujtext.transliteration.acronyms import letters_of
from gujtext.transliteration.name_lexicon import FILES, NameRow
from gujtext.transliteration.popular import spell_word

# Which share of the letters, or of the consonants alone, a name and our spelling of it must have in common.
_SAME_LETTERS, _SAME_CONSONANTS = 0.5, 0.8
# Consonants that one Gujarati letter may stand for are as good as each other; glides come and go.
_SKELETON = str.maketrans("qcgvzjxfd", "kkkbssspt", "aeiouyhw")
_NO_LETTER = re.compile("['’ʼ.]")
_GAPS = re.compile("[ -]+")


class Entry(NamedTuple):
    """A listed Gujarati spelling; ``name``: it is a name, for which capitals speak."""

    gujarati: str
    name: bool


class _Loan(NamedTuple):
    gujarati: str
    latin: str
    note: str


class _Latin(NamedTuple):
    latin: str
    gujarati: str
    note: str


def fold(latin: str) -> str:
    """Return a word in small letters without accents and apostrophes.

    Example:
        >>> fold("Gāndhī’s")
        'gandhis'
    """
    if not latin.isascii():
        apart = unicodedata2.normalize("NFD", latin)
        latin = "".join(letter for letter in apart if not unicodedata2.combining(letter))
    return _NO_LETTER.sub("", latin.lower())


@cache
def messages() -> dict[str, str]:
    """Return the very common words that messages spell in ways of their own: che is છે."""
    return {row.latin: row.gujarati for row in table("transliteration/latin_messages.tsv", _Latin)}


@cache
def _endings() -> dict[str, str]:
    return {row.latin: row.gujarati for row in table("transliteration/latin_endings.tsv", _Latin)}


def splits(latin: str) -> list[tuple[str, str]]:
    """Return the stems that a folded word may have, each with the Gujarati ending after it.

    Example:
        >>> splits("takkarma"), splits("ma")
        ([('takkar', 'માં')], [])
    """
    found = ((latin[:-size], _endings().get(latin[-size:], "")) for size in range(1, 7) if size + 1 < len(latin))
    return [(stem, ending) for stem, ending in found if ending]


@cache
def _names() -> tuple[dict[str, list[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Return single names, and phrases by their first word, the longest first."""
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for file in FILES:
        for row in table(f"transliteration/{file}", NameRow):
            keys = tuple(map(fold, _GAPS.split(row.latin)))
            if len(keys) == 1 and " " not in row.gujarati:
                words.setdefault(keys[0], []).append(row.gujarati)
            elif len(keys) == len(_GAPS.split(row.gujarati)) > 1:
                phrases.setdefault(keys[0], []).append((keys[1:], row.gujarati))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return words, phrases


@cache
def _loans() -> dict[str, list[str]]:
    loans: dict[str, list[str]] = {}
    for row in table("transliteration/popular_words.tsv", _Loan):
        loans.setdefault(fold(row.latin), []).append(row.gujarati)
    return loans


def entries(latin: str) -> list[Entry]:
    """Return the listed spellings of a folded word.

    Example:
        >>> [entry.gujarati for entry in entries("doctor")], entries("kem")
        (['ડોક્ટર'], [])
    """
    found = dict.fromkeys((gujarati for gujarati in _names()[0].get(latin, ()) if _same_word(gujarati, latin)), True)
    found |= dict.fromkeys(_loans().get(latin, ()), False)
    return [Entry(gujarati, name) for gujarati, name in found.items()]


@lru_cache(maxsize=1 << 12)
def phrases(latin: str) -> list[tuple[tuple[str, ...], str]]:
    """Return the names of several words that begin with a folded word: their other words, and the Gujarati name."""
    found = _names()[1].get(latin, [])
    return [(rest, gujarati) for rest, gujarati in found if all(map(_same_word, _GAPS.split(gujarati), (latin, *rest)))]


def _same_word(gujarati: str, latin: str) -> bool:
    spelled = spell_word(gujarati, name=True)
    if SequenceMatcher(None, spelled, latin).ratio() >= _SAME_LETTERS or letters_of(gujarati).lower() == latin:
        return True
    consonants = SequenceMatcher(None, spelled.translate(_SKELETON), latin.translate(_SKELETON))
    return consonants.ratio() >= _SAME_CONSONANTS


@cache
def _names_of_letters() -> dict[str, str]:
    names: dict[str, str] = {}
    for gujarati, latin in letter_names().items():
        names.setdefault(latin.lower(), gujarati)
    return names


def by_letters(latin: str) -> str:
    """Return the names of a folded word's letters in a row.

    Example:
        >>> by_letters("bbc"), by_letters("cbi")
        ('બીબીસી', 'સીબીઆઈ')
    """
    return "".join(map(_names_of_letters().__getitem__, latin))
