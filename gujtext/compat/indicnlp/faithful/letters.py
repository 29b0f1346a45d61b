"""Letters as in indic-nlp-library 0.92: between blocks by their place, to and from ITRANS by a table."""

from __future__ import annotations

import re
from functools import cache

from gujtext.compat.indicnlp.faithful.tables import (
    DEVANAGARI_START,
    GUJARATI_START,
    PLACES,
    SHARED_PLACES,
    itrans_spellings,
    letters,
)
from gujtext.script import DANDA, DOUBLE_DANDA, NUKTA, VIRAMA

_INHERENT = chr(GUJARATI_START + PLACES - 1)  # where the library keeps the vowel a after a consonant
# Stretches of places, assigned or not.
_VOWEL_PLACES = range(0x04, 0x15)
_SIGN_PLACES = range(0x3E, 0x4D)
_CONSONANT_PLACES = range(0x15, 0x3A)


@cache
def _to_devanagari() -> dict[int, int]:
    return {GUJARATI_START + place: DEVANAGARI_START + place for place in range(SHARED_PLACES)}


@cache
def _to_gujarati() -> dict[int, int]:
    dandas = (ord(DANDA), ord(DOUBLE_DANDA))
    return {there: here for here, there in _to_devanagari().items() if there not in dandas}


def to_devanagari(text: str) -> str:
    """Return the text with Gujarati letters as Devanagari ones, place by place.

    Example:
        >>> to_devanagari("ગુજરાત ૧૦")
        'गुजरात १०'
    """
    return text.translate(_to_devanagari())


def to_gujarati(text: str) -> str:
    """Return the text with Devanagari letters as Gujarati places, some of which hold no character.

    Example:
        >>> to_gujarati("गुजरात।")
        'ગુજરાત।'
    """
    return text.translate(_to_gujarati())


@cache
def _spellings() -> dict[str, tuple[str, bool]]:
    """Return character -> its ITRANS and whether it takes away what was written last."""
    spelled = {letter.character: letter.itrans for letter in letters() if letter.itrans}
    found = {}
    for place in range(PLACES):
        character = chr(GUJARATI_START + place)
        drops = place in _SIGN_PLACES or character == VIRAMA
        latin = "" if character == VIRAMA else spelled.get(character, chr(DEVANAGARI_START + place))
        found[character] = (latin, drops)
    return found


def to_itrans(text: str) -> str:
    """Return the library's ITRANS of Gujarati text.

    Example:
        >>> to_itrans("ગુજરાતી"), to_itrans("x્")
        ('gujaraatii', '')
    """
    spellings = _spellings()
    written: list[str] = []
    for character in text:
        latin, drops = spellings.get(character, (character, False))
        if drops and written:
            written.pop()
        written.extend(latin)
    return "".join(written)


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Return ITRANS -> the characters that have this spelling, in the order of the block."""
    readings: dict[str, tuple[str, ...]] = {}
    for character, (latin, _) in _spellings().items():
        if character == VIRAMA:
            continue
        if ord(character) - GUJARATI_START in _CONSONANT_PLACES:
            readings[latin[:-1]] = (*readings.get(latin[:-1], ()), character, VIRAMA)
        else:
            readings[latin] = (*readings.get(latin, ()), character)
    return readings


@cache
def _itrans() -> re.Pattern[str]:
    longest_first = sorted(_readings(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _needless_virama() -> re.Pattern[str]:
    return re.compile(f"{VIRAMA}(?=[ા-ૌ{NUKTA}{_INHERENT}])")


def from_itrans(text: str) -> str:
    """Return the library's Gujarati of ITRANS.

    Example:
        >>> from_itrans("gujaraatii saMskR^ita"), from_itrans("kR^I")
        ('ગુજરાતી સંસ્કૃત', 'કૃઇ')
    """
    for spelling, becomes in itrans_spellings():
        text = text.replace(spelling, becomes)
    read: list[str] = []
    done = 0
    previous = ""
    for match in _itrans().finditer(text):
        between = text[done : match.start()]
        done = match.end()
        characters = _readings()[match[0]]
        if len(characters) == 2 and _is_vowel(characters[0]):
            is_sign = (between[-1:] or previous) == VIRAMA
            characters = characters[1:] if is_sign else characters[:1]
        read += (between, *characters)
        previous = characters[-1]
    read.append(text[done:])
    return _needless_virama().sub("", "".join(read)).replace(_INHERENT, "")


def _is_vowel(character: str) -> bool:
    return ord(character) - GUJARATI_START in _VOWEL_PLACES
