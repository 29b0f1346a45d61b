"""Popular Latin spelling of Gujarati words, as newspapers and messages write them: બદલવું is badalvu.

Symbols with explicit schwa -> the ending apart from its stem -> schwa deletion by rule -> corrections by a small
context model -> letters. The conventions (i for ઈ, chh for છ, z for ઝ) are tables: ``popular_letters.tsv``,
``popular_contexts.tsv`` and ``popular_endings.tsv`` in ``resources/transliteration/``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from gujtext.resources import table
from gujtext.script import ANUSVARA, CONSONANT_CLASS, NUKTA, VIRAMA, ZWJ, ZWNJ, is_vowel_sign
from gujtext.segmentation import split_clitics
from gujtext.transliteration.popular_model import Sounded, corrected
from gujtext.transliteration.schwa import SCHWA, is_vowel, spoken, symbols, units

_BEGINNING, _VOWEL = "^", "V"
# Of letters that writers of a loan confuse, one stands for both; a virama may be left out.
_ONE_OF_TWO = str.maketrans("ઈઊઍઑીૂૅૉ", "ઇઉએઓિુેો", ZWNJ + ZWJ)
_NASAL = re.compile(f"(?<=.)[ઙઞણનમ]{VIRAMA}(?=[{CONSONANT_CLASS}])")
_OPEN = re.compile(f"[{CONSONANT_CLASS}]{NUKTA}?\\Z")


class _Letter(NamedTuple):
    gujarati: str
    latin: str
    note: str


class _Context(NamedTuple):
    before: str
    gujarati: str
    after: str
    latin: str
    names: bool
    note: str


class _Ending(NamedTuple):
    ending: str
    least: int
    note: str


@cache
def _letters() -> dict[str, str]:
    letters = {row.gujarati: row.latin for row in table("transliteration/popular_letters.tsv", _Letter)}
    letters[SCHWA] = letters["અ"]
    return letters


@cache
def _words() -> dict[str, str]:
    return {_key(row.gujarati): row.latin for row in table("transliteration/popular_words.tsv", _Letter)}


def _key(word: str) -> str:
    """Return what the variants of one spelling have in common."""
    return _NASAL.sub(ANUSVARA, word.translate(_ONE_OF_TWO)).replace(VIRAMA, "")


@cache
def _contexts(name: bool) -> dict[str, list[_Context]]:
    found: dict[str, list[_Context]] = {}
    for row in table("transliteration/popular_contexts.tsv", _Context):
        if row.names or not name:
            found.setdefault(row.gujarati, []).append(row)
    return found


@cache
def _endings() -> dict[str, int]:
    return {row.ending: row.least for row in table("transliteration/popular_endings.tsv", _Ending)}


def spell_word(word: str, *, name: bool = False) -> str:
    """Spell one Gujarati word in Latin letters the popular way, in lower case.

    Arguments:
        word: a word, with or without a case ending.
        name: spell as names are spelled, where that differs: anand, not aanand.

    Example:
        >>> [spell_word(word) for word in ("કમળ", "અમદાવાદ", "આનંદ", "સંપત્તિ", "ભારતની", "જ્ઞાન")]
        ['kamal', 'amdavad', 'aanand', 'sampatti', 'bharatni', 'gnan']
        >>> spell_word("આનંદ", name=True)
        'anand'
    """
    case = split_clitics(word, vowel_sign=False)
    listed = None if name else _listed(word, case)
    if listed is not None:
        return listed
    sounded = _sound(*_split_ending(*case))
    return "".join(_spell_each(list(compress(sounded.symbols, corrected(sounded))), name))


def _listed(word: str, case: tuple[str, str]) -> str | None:
    """Return the spelling of a word of the list, with or without an ending; ``case`` is the word's case split off."""
    if not _begins_listed(word[:2]):
        return None
    words = _words()
    if _key(word) in words:
        return words[_key(word)]
    for stem, ending in (case, _split_ending(*case)):
        latin = words.get(_key(stem)) if ending else None
        # No vowel goes after a silent e: minutema, but minito and not minuteo.
        if latin and not (latin.endswith("e") and is_vowel_sign(ending[0])):
            return latin + spell_ending(ending, stem)
    return None


@lru_cache(maxsize=1 << 14)
def _begins_listed(beginning: str) -> bool:
    return _key(beginning if is_vowel_sign(beginning[-1:]) else beginning[:1]) in _listed_beginnings()


@cache
def _listed_beginnings() -> frozenset[str]:
    return frozenset(key[:length] for key in _words() for length in range(3))


def spell_ending(ending: str, stem: str = "") -> str:
    """Spell an ending that follows a stem whose spelling comes from elsewhere.

    Example:
        >>> [spell_ending(ending) for ending in ("માં", "ની", "થી", "ને")]
        ['ma', 'ni', 'thi', 'ne']
    """
    sounded = sound(ending)
    said = list(compress(sounded.symbols, sounded.heard))
    last = symbols(stem)[-1:]
    return spell_symbols(last + said)[len(spell_symbols(last)) :]


def sound(word: str) -> Sounded:
    """Decide by rule what of a word is spoken, its ending apart from its stem.

    Example:
        >>> symbols, heard, stem = sound("ભારતની")
        >>> "".join(symbol for symbol, kept in zip(symbols, heard) if kept), stem
        ('ભઆરəતનઈ', 6)
    """
    return _sound(*_split_ending(*split_clitics(word, vowel_sign=False)))


def _sound(stem: str, ending: str) -> Sounded:
    first = symbols(stem)
    heard = spoken(first)
    whole = first
    if ending:
        second, opens, heard_second = _sounded_ending(ending)
        if opens:
            # The sign takes the place of the stem's last schwa, whose syllable it opens.
            first, heard = first[:-1], heard[:-1]
        whole, heard = first + second, heard + heard_second
    if len(whole) > 1 and whole[-1] == ANUSVARA:
        heard[-1] = False  # માં is ma, નું nu
    return Sounded(whole, heard, len(first))


@lru_cache(maxsize=1 << 10)
def _sounded_ending(ending: str) -> tuple[list[str], bool, list[bool]]:
    """Return the symbols of an ending, whether a vowel sign opens it, and which symbols are spoken."""
    second = symbols(ending)
    return second, is_vowel_sign(ending[0]), spoken(second)


def spell_symbols(said: list[str], *, name: bool = False) -> str:
    """Spell the symbols that are spoken."""
    return "".join(_spell_each(said, name))


def word_pairs(word: str) -> list[tuple[str, str]]:
    """Return the letters of a word with their signs, each with its Latin letters; a listed word stays whole.

    Example:
        >>> word_pairs("કમળ")
        [('ક', 'ka'), ('મ', 'ma'), ('ળ', 'l')]
    """
    case = split_clitics(word, vowel_sign=False)
    listed = _listed(word, case)
    if listed is not None:
        return [(word, listed)]
    sounded = _sound(*_split_ending(*case))
    heard = corrected(sounded)
    latin = iter(_spell_each(list(compress(sounded.symbols, heard)), name=False))
    spelled = iter([next(latin) if kept else "" for kept in heard])
    return [(unit, "".join(next(spelled) for _ in symbols(unit))) for unit in units(word)]


def _spell_each(said: list[str], name: bool) -> list[str]:
    letters, contexts = _letters(), _contexts(name)
    pieces = [letters.get(symbol, symbol) for symbol in said]
    for place in [place for place, symbol in enumerate(said) if symbol in contexts]:
        before = said[place - 1] if place else ""
        after = said[place + 1] if place + 1 < len(said) else ""
        for row in contexts[said[place]]:
            if _fits(row.before, before) and _fits(row.after, after):
                pieces[place] = row.latin
                break
    return pieces


def _fits(wanted: str, neighbour: str) -> bool:
    if not wanted:
        return True
    if not neighbour:
        return wanted == _BEGINNING
    return is_vowel(neighbour) if wanted == _VOWEL else neighbour in wanted


def _split_ending(stem: str, ending: str) -> tuple[str, str]:
    """Move the ending of a plural or an ergative from the stem to the case ending after it."""
    last = stem[-1:]
    least = _endings().get(last)
    # A sign takes the place of a schwa only where it stands at its consonant.
    if least is not None and len(stem) > least and (not is_vowel_sign(last) or _OPEN.search(stem[-3:-1])):
        return stem[:-1], last + ending
    return stem, ending
