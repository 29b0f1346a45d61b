"""Syllables as they are spoken: ગુજરાતી is ગુજ, રા, તી, for the schwa of its જ is silent.

Every vowel that is heard makes a syllable. Of the consonants between two vowels the last begins the second syllable,
with the one before it where three or more meet and the last is ય ર લ વ: રાષ્-ટ્ર, but ચક્-ર and પુસ્-તક.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gujtext.script import JOINER_CLASS, WORD_CLASS
from gujtext.segmentation import aksharas
from gujtext.transliteration.popular import sound
from gujtext.transliteration.popular_model import corrected
from gujtext.transliteration.schwa import is_consonant, is_vowel, symbols, units
from gujtext.types import require_text

# A joiner between signs of another script or emoji is not ours.
_WORD = re.compile(f"((?![{JOINER_CLASS}])[{WORD_CLASS}]+)")
# The second consonant of what may begin a syllable together.
_SECOND_IN_ONSET = frozenset("યરલવ")
# Log-odds for a schwa that is silent by rule: below it is a habit of spelling (gujarati), above it a compound whose
# second part begins there (ભાવ-નગર).
_COMPOUND = 2.5
# Longer runs are no words: nobody speaks them, and they are cut as they are written.
_LONG = 100


class _Letter(NamedTuple):
    """A letter with its signs; ``consonant`` is empty for a vowel, ``sounds`` tells whether a vowel is heard."""

    text: str
    consonant: str
    sounds: bool


def syllables(text: str) -> list[str]:
    """Cut the Gujarati words of a text into spoken syllables, silent schwas left out of account.

    Two vowels side by side are two syllables: ભા-ઈ. For the units of writing see `aksharas`.

    Arguments:
        text: a word, or any text.

    Returns:
        the syllables in order, and what stands between the words each in one piece; joined, they are the text.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> syllables("ગુજરાતી"), syllables("રાષ્ટ્રપતિ")
        (['ગુજ', 'રા', 'તી'], ['રાષ્', 'ટ્ર', 'પ', 'તિ'])
        >>> syllables("સરકારની વાત")
        ['સર', 'કાર', 'ની', ' ', 'વાત']

    Source: the schwa rules and the model of popular spelling (see `romanize`); the cut between consonants as
    G. Cardona and B. Suthar describe it ("Gujarati", in The Indo-Aryan Languages, 2003).
    """
    require_text(text)
    found: list[str] = []
    for place, piece in enumerate(_WORD.split(text)):
        if place % 2:
            found += _of_word(piece) if len(piece) < _LONG else aksharas(piece)
        elif piece:
            found.append(piece)
    return found


# Running text repeats its words.
@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[str, ...]:
    letters = _letters(word)
    nuclei = [place for place, letter in enumerate(letters) if letter.sounds]
    cuts = [0]
    for left, right in pairwise(nuclei):
        cuts.append(_beginning(letters, left, right))
    cuts.append(len(letters))
    pieces = ("".join(letter.text for letter in letters[begin:end]) for begin, end in pairwise(cuts))
    return tuple(pieces)


def _letters(word: str) -> list[_Letter]:
    """Cut a word into letters, signs without a sound of their own with the letter before them."""
    sounded = sound(word)
    heard = iter(zip(sounded.symbols, corrected(sounded, _COMPOUND), strict=True))
    letters: list[_Letter] = []
    for unit in units(word):
        said = [next(heard) for _ in symbols(unit)]
        consonant = said[0][0] if said and is_consonant(said[0][0]) else ""
        sounds = any(is_vowel(symbol) and kept for symbol, kept in said)
        if letters and not consonant and not sounds:
            before = letters[-1]
            letters[-1] = before._replace(text=before.text + unit)
        else:
            letters.append(_Letter(unit, consonant, sounds))
    return letters


def _beginning(letters: list[_Letter], left: int, right: int) -> int:
    """Return which letter begins the syllable of the vowel at ``right``; ``left`` is the vowel before it."""
    consonant = letters[right].consonant
    meeting = right - left - 1  # consonants without a vowel in between
    if consonant and meeting > 1 and consonant[0] in _SECOND_IN_ONSET:
        return right - 1
    return right
