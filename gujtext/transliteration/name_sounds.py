"""Names as rows of slots, a consonant and the vowels after it, on both sides, so that they can be laid side by side.

The slots of મેક્રોન are (મ ે)(ક)(ર ો)(ન); those of macron are (m a)(c)(r o)(n): both have the sound key MKRN, and each
Gujarati slot faces one Latin slot. ય and હ, as y and h, count with the vowels: they come and go in spelling.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import table
from gujtext.script import ANUSVARA, CANDRABINDU, JOINER_CLASS, NUKTA, VIRAMA, VISARGA, VOWEL_SIGN_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator

# A slot: the consonant ("" before the first one) and the vowels that follow it.
Slot = tuple[str, str]
Slots = tuple[Slot, ...]

SCHWA = "ə"
_CLASSES = {
    "K": "કખ", "G": "ગઘ", "C": "ચછ", "J": "જઝ", "T": "ટઠતથ", "D": "ડઢદધ", "N": "ણનઞઙ" + ANUSVARA, "M": "મ",
    "P": "પફ", "B": "બભ", "R": "ર", "L": "લળ", "V": "વ", "S": "શષસ",
}  # fmt: skip
_CLASS_OF = {consonant: name for name, consonants in _CLASSES.items() for consonant in consonants}
# What else a Gujarati consonant may stand for in a Latin spelling.
_OTHER_CLASS = {
    ANUSVARA: "M",
    "ઝ": "S",
    "સ": "J",
    "જ": "G",
    "ડ": "R",
    "ઢ": "R",
    "શ": "C",
    "ખ": "C",
}
_GLIDES = "યહ"
_SIGN_OF = dict(zip("અઆઇઈઉઊએઐઓઔઍઑીૂ", SCHWA + "ાિિુુેૈોૌૅૉિુ", strict=True))
_LEFT_OUT = re.compile(f"[{NUKTA}{VISARGA}{JOINER_CLASS}]")
_SIGN_FOLLOWS = re.compile(f"[{VIRAMA}{VOWEL_SIGN_CLASS}]")
_LATIN_VOWELS = frozenset("aeiouy")
_MOST_ALTERNATIVES = 4


def gujarati_slots(word: str) -> list[Slots]:
    """Return the slots of a Gujarati word; a second row where a closing વ may be a vowel, as in રાવ Rao."""
    word = _LEFT_OUT.sub("", word).replace("જ્ઞ", "ગ્ન").replace(CANDRABINDU, ANUSVARA)
    word = word.replace("ઋ", "રિ").replace("ૃ", VIRAMA + "રિ")
    slots: list[Slot] = [("", "")]
    for place, character in enumerate(word):
        consonant, vowels = slots[-1]
        if character in _CLASS_OF or character in _GLIDES:
            bare = character == ANUSVARA or _SIGN_FOLLOWS.match(word, place + 1) is not None
            own_vowel = "" if bare else SCHWA
            if character in _GLIDES:
                slots[-1] = (consonant, vowels + character + own_vowel)
            elif _repeats(slots[-1], character):
                slots[-1] = (consonant + character, own_vowel)
            else:
                slots.append((character, own_vowel))
        elif character != VIRAMA:
            slots[-1] = (consonant, vowels + _SIGN_OF.get(character, character))
    rows = [tuple(slots)]
    for place, (consonant, vowels) in enumerate(slots):
        closes = vowels == "" or (vowels == SCHWA and place == len(slots) - 1)
        if consonant == "વ" and closes:
            before, vowels_before = slots[place - 1]
            rows.append((*slots[: place - 1], (before, vowels_before + "વ"), *slots[place + 1 :]))
    return rows[:_MOST_ALTERNATIVES]


def _repeats(slot: Slot, character: str) -> bool:
    """Tell whether a consonant doubles the one of the slot before: દ્ધ, ક્ક."""
    consonant, vowels = slot
    if not consonant or vowels or consonant == ANUSVARA:
        return False
    return _CLASS_OF[consonant[-1]] == _CLASS_OF[character]


def keys_of(slots: Slots) -> list[str]:
    """Return the sound keys of Gujarati slots, the plain one first, then those with one consonant read otherwise.

    Example:
        >>> keys_of(gujarati_slots("મેક્રોન")[0])
        ['MKRN']
    """
    plain = "".join(_CLASS_OF[consonant[0]] for consonant, _ in slots[1:])
    others = [
        plain[:place] + _OTHER_CLASS[consonant[0]] + plain[place + 1 :]
        for place, (consonant, _) in enumerate(slots[1:])
        if consonant[0] in _OTHER_CLASS
    ]
    return [plain, *others]


class _Grapheme(NamedTuple):
    grapheme: str
    where: str
    sounds: str
    note: str


@cache
def _graphemes() -> dict[tuple[str, str], list[str]]:
    rows = table("transliteration/names_graphemes.tsv", _Grapheme)
    return {(row.grapheme, row.where): row.sounds.replace("-", "").split("|") for row in rows}


@cache
def _latin_letters() -> re.Pattern[str]:
    wheres: dict[str, set[str]] = {}
    for name, where in _graphemes():
        wheres.setdefault(name, set()).add(where)
    names = sorted((name for name in wheres if len(name) > 1), key=len, reverse=True)
    # What is one sound only before another vowel (gu, ti) is no unit elsewhere.
    longer = "|".join(f"{name}(?=[aeiou])" if wheres[name] == {"open"} else name for name in names)
    return re.compile(rf"{longer}|([b-df-hj-np-tv-xz])\1|.", re.DOTALL)


def _sounds(grapheme: str, word: str, start: int, end: int) -> list[str]:
    """Return the sound classes that a grapheme may have at its place."""
    following = word[end : end + 1]
    places = []
    if start == 0:
        places.append("first")
    if end == len(word) and len(grapheme) == 1 and word[start - 1 : start] in _LATIN_VOWELS:
        places.append("last")
    if grapheme == "tz" and end == len(word):
        places.append("last")
    if following and following in "eiy":
        places.append("soft")
    if following and following in "aeiou":
        places.append("open")
    tables = _graphemes()
    names = [grapheme]
    if len(grapheme) == 2 and grapheme[0] == grapheme[1]:
        names.append(grapheme[0])
    for name in names:
        for place in (*places, "any"):
            if (name, place) in tables:
                return tables[name, place]
    return [""]


def latin_slots(word: str) -> Iterator[tuple[str, Slots]]:
    """Yield sound key and slots of a Latin word (a to z), the likeliest reading first.

    Example:
        >>> next(latin_slots("macron"))
        ('MKRN', (('', ''), ('m', 'a'), ('c', ''), ('r', 'o'), ('n', '')))
        >>> [key for key, slots in latin_slots("chicago")]
        ['CKG', 'KKG', 'SKG']
    """
    graphemes = [
        (match.group(), [""] if match.group() in _LATIN_VOWELS else _sounds(match.group(), word, *match.span()))
        for match in _latin_letters().finditer(word)
    ]
    plainest = [0] * len(graphemes)
    yield _latin_reading(graphemes, plainest)
    others = ((place, other) for place, (_, sounds) in enumerate(graphemes) for other in range(1, len(sounds)))
    for place, other in islice(others, _MOST_ALTERNATIVES - 1):
        choice = plainest.copy()
        choice[place] = other
        yield _latin_reading(graphemes, choice)


def _latin_reading(graphemes: list[tuple[str, list[str]]], choice: list[int]) -> tuple[str, Slots]:
    slots: list[Slot] = [("", "")]
    key = ""
    for (grapheme, sounds), picked in zip(graphemes, choice, strict=True):
        classes = sounds[picked]
        if not classes:
            slots[-1] = (slots[-1][0], slots[-1][1] + grapheme)
        elif len(classes) == 1:
            slots.append((grapheme, ""))
            key += classes
        else:
            # Two sounds of one letter: x is k and s.
            slots += [(grapheme[0], ""), (grapheme[1:] or "*", "")]
            key += classes
    return key, tuple(slots)
