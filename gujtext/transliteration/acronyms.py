"""Acronyms and initials spelled with the names of the Latin letters: યુએન is UN, એન. ડી. are two initials.

Words that only look like letter names (બીજી is "second") are in ``resources/transliteration/acronym_veto.tsv``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.letter_names import letter_names
from gujtext.resources import table

# The longest acronym that news print has about ten letters.
_MOST_LETTERS = 10


class _Veto(NamedTuple):
    gujarati: str
    note: str


@cache
def _vetoed() -> frozenset[str]:
    return frozenset(row.gujarati for row in table("transliteration/acronym_veto.tsv", _Veto))


@cache
def _longest_name() -> int:
    return max(map(len, letter_names()))


def letters_of(word: str) -> str:
    """Return the Latin letters whose names a word strings together, or "" where it is no such string.

    Longer letter names win: એમ is M, not A and something else.

    Example:
        >>> letters_of("બીબીસી"), letters_of("ડબલ્યુએચઓ"), letters_of("ભારત")
        ('BBC', 'WHO', '')
    """
    names, longest = letter_names(), _longest_name()
    if len(word) > longest * _MOST_LETTERS:
        return ""
    # Letters of the rest of the word from each place, filled from the end; None where the rest cannot be read.
    readings: list[str | None] = [None] * len(word) + [""]
    for place in range(len(word) - 1, -1, -1):
        for length in range(longest, 0, -1):
            if place + length <= len(word):
                rest, letter = readings[place + length], names.get(word[place : place + length])
                if rest is not None and letter is not None:
                    readings[place] = letter + rest
                    break
    return readings[0] or ""


def acronym(word: str) -> str:
    """Return the acronym that a word spells, or "" for single letters and ordinary words.

    Example:
        >>> acronym("સીબીઆઈ"), acronym("બીજી"), acronym("એ")
        ('CBI', '', '')
    """
    letters = letters_of(word)
    return letters if 2 <= len(letters) <= _MOST_LETTERS and word not in _vetoed() else ""
