"""Gujarati words cut into units, and the Latin letters that one unit may face.

A unit is an onset and what follows it, with its bindu: મિત્રો is મિ ત્ રો. Doubled consonants and ક્ષ, જ્ઞ, ક્સ are one
onset, because popular spelling writes them with one letter as often as with two. In Latin letters a unit is some
consonants and then some vowels, so that every unit takes at least one letter.
"""

from __future__ import annotations

import re
from functools import cache

from gujtext.script import BINDU_CLASS, CONSONANT_CLASS, VIRAMA, VOWEL_SIGN_CLASS

# The sign that stands for a vowel letter after a consonant; the inherent vowel has none.
SIGN_OF: dict[str, str] = dict(zip("અઆઇઈઉઊઋએઐઓઔઍઑ", ("", *"ાિીુૂૃેૈોૌૅૉ"), strict=True))
_VOWEL_LETTER = {sign: letter for letter, sign in SIGN_OF.items()}
VOCALIC_R = "ૃ"

_TOGETHER = "કષ જઞ કસ કક કખ ગગ ચચ ચછ જજ ટટ ટઠ ડડ ણણ તત તથ દદ દધ નન પપ ફફ બબ મમ યય લલ વવ શશ સસ"
_ONSET = "|".join([*(VIRAMA.join(pair) for pair in _TOGETHER.split()), f"[{CONSONANT_CLASS}]"])
_NUCLEUS = f"{VIRAMA}|[{VOWEL_SIGN_CLASS}]?[{BINDU_CLASS}]?"
_UNIT = re.compile(f"(?:{_ONSET})(?:{_NUCLEUS})|[{''.join(SIGN_OF)}][{BINDU_CLASS}]?")
_PARTS = re.compile(f"({_ONSET})({_NUCLEUS})")

VOWELS = frozenset("aeiou")
_MOST_CONSONANTS, _MOST_VOWELS = 5, 3
# What may close the vowels of a unit: a nasal for its bindu, letters that only lengthen.
_CLOSING = frozenset("nmhrw")


def units(word: str) -> list[str] | None:
    """Cut a word into units, or return None where it has a character that no unit has.

    Example:
        >>> units("મિત્રોને"), units("ઉત્તર"), units("ક-ખ")
        (['મિ', 'ત્', 'રો', 'ને'], ['ઉ', 'ત્ત', 'ર'], None)
    """
    found = _UNIT.findall(word)
    return found if sum(map(len, found)) == len(word) else None


@cache
def parts(unit: str) -> tuple[str, str]:
    """Return the onset of a unit, empty for a vowel letter, and its nucleus: sign and bindu, or virama.

    Example:
        >>> parts("ત્તિ"), parts("આં"), parts("ક"), parts("ક્")
        (('ત્ત', 'િ'), ('', 'ાં'), ('ક', ''), ('ક', '્'))
    """
    if unit[0] in SIGN_OF:
        return "", SIGN_OF[unit[0]] + unit[1:]
    match = _PARTS.fullmatch(unit)
    return match.group(1, 2) if match else (unit, "")  # type: ignore[return-value]


def joined(onset: str, nucleus: str) -> str:
    """Return the unit that has these parts, or an empty string where no unit has."""
    if onset:
        return onset + nucleus
    sign, bindu = (nucleus[:1], nucleus[1:]) if nucleus[:1] in _VOWEL_LETTER else ("", nucleus)
    return "" if nucleus == VIRAMA else _VOWEL_LETTER[sign] + bindu


def chunks(latin: str, place: int) -> list[tuple[int, int]]:
    """Return where the consonants and where the vowels end of every unit that may begin at this place.

    Example:
        >>> chunks("kaa", 0)
        [(1, 1), (1, 2), (1, 3)]
    """
    found = []
    middle = place
    while True:
        ends = _nucleus_ends(latin, middle)
        found += [(middle, end) for end in ends if end > place]
        if middle == len(latin) or latin[middle] in VOWELS or middle - place == _MOST_CONSONANTS:
            return found
        middle += 1


def _nucleus_ends(latin: str, start: int) -> list[int]:
    """Return where a nucleus that begins here may end; y may be its vowel, r and a vowel write ઋ."""
    length = len(latin)
    ends = {start}
    end = start
    while end < length and end < start + _MOST_VOWELS and (latin[end] in VOWELS or latin[end] == "y"):
        end += 1
        ends.add(end)
    ends |= {last + 1 for last in ends if start < last < length and latin[last] in _CLOSING}
    if start < length and latin[start] in "nmr":
        ends.add(start + 1)
        end = start + 1
        while latin[start] == "r" and end < length and end < start + _MOST_VOWELS and latin[end] in VOWELS:
            end += 1
            ends.add(end)
    return sorted(ends)
