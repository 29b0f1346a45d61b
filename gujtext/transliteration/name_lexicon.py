"""The reviewed names: Gujarati words and phrases with the spelling that newspapers print.

A name is looked up as it is written and then by a folded key, because the same name is met as ટ્રમ્પ and ટ્રંપ, as
ઑસ્ટિન and ઓસ્ટિન, as વેલિંગ્ટન and વેલિંગટન. The rows are in ``resources/transliteration/names_*.tsv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gujtext.letter_names import letter_names
from gujtext.resources import table
from gujtext.script import ANUSVARA, CANDRABINDU, JOINER_CLASS, NUKTA, VIRAMA, WORD_CLASS
from gujtext.transliteration.name_suffixes import splits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Where two files know the same word, the earlier one gives the preferred spelling.
FILES = (
    "names_organisations.tsv",
    "names_people.tsv",
    "names_places_gujarat.tsv",
    "names_places_india.tsv",
    "names_places_world.tsv",
    "names_given.tsv",
    "names_surnames.tsv",
    "names_india.tsv",
    "names_world_given.tsv",
    "names_world_surnames.tsv",
    "names_cldr.tsv",
    "names_geonames.tsv",
)


class NameRow(NamedTuple):
    """A row of a name table; ``certain``: never an ordinary word, so that running text may be searched for it."""

    gujarati: str
    latin: str
    kind: str
    certain: bool
    note: str


# A joiner between signs of another script or emoji is not ours.
WORDS = re.compile(f"(?![{JOINER_CLASS}])[{WORD_CLASS}]+")
# What is longer is no name.
LONGEST = 100
# What may stand between the words of a phrase, and after an initial.
_GAPS = frozenset([" ", "-", "'", "\u2019", "\u2010", "\u2011", "\u2013", " - "])
_INITIAL_GAPS = frozenset([".", ". "])
_FOLDED_AWAY = re.compile(f"[{JOINER_CLASS}{NUKTA}]")
# A class nasal before a stop is written as anusvara too: ટ્રમ્પ, ટ્રંપ.
_NASAL_BEFORE_STOP = re.compile(f"[ઙઞણનમ]{VIRAMA}(?=[ક-ઘચ-ઝટ-ઢત-ધપ-ભ])")
# A silent schwa is written with or without virama; the first cluster of a word is always written with it.
_LATER_VIRAMA = re.compile(f"(?<=..){VIRAMA}", re.DOTALL)
_HIATUS = re.compile("(?<=િ)[અઆએઓ]")
_GLIDE = {"અ": "ય", "આ": "યા", "એ": "યે", "ઓ": "યો"}
_SAME_SOUND = tuple(zip("ઍઑૅૉઈઊીૂષઋ" + CANDRABINDU, (*"એઓેોઇઉિુશ", "રિ", ANUSVARA), strict=True))


def fold(name: str) -> str:
    """Return the key under which spelling variants of a name meet.

    Example:
        >>> fold("ટ્રમ્પ") == fold("ટ્રંપ"), fold("ઑસ્ટીન") == fold("ઓસ્ટિન"), fold("પટના") == fold("પટણા")
        (True, True, False)
        >>> fold("વેલિંગટન") == fold("વેલિંગ્ટન")
        True
    """
    return _LATER_VIRAMA.sub("", fold_letters(name))


_kept_fold = lru_cache(maxsize=1 << 16)(fold)


def folded(name: str) -> str:
    """Return the same key, remembered: running text repeats its words."""
    return _kept_fold(name) if len(name) <= LONGEST else fold(name)


def fold_letters(name: str) -> str:
    """Return a stricter key, in which conjuncts stay: કાર્ની (Carney) is not કારની (of the car).

    Example:
        >>> fold_letters("ટ્રમ્પ") == fold_letters("ટ્રંપ"), fold_letters("કાર્ની") == fold_letters("કારની")
        (True, False)
    """
    name = _FOLDED_AWAY.sub("", name)
    for written, key in _SAME_SOUND:
        name = name.replace(written, key)
    name = _NASAL_BEFORE_STOP.sub(ANUSVARA, name.replace("ૃ", VIRAMA + "રિ"))
    return _HIATUS.sub(lambda match: _GLIDE[match.group()], name)


class Phrase(NamedTuple):
    """A known phrase in a text: how many words it takes, its row, and the ending glued to its last word."""

    length: int
    row: NameRow
    suffix: str


class Lexicon:
    """Names to look up, word by word and phrase by phrase."""

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self._exact: dict[str, list[NameRow]] = {}
        self._folded: dict[str, list[NameRow]] = {}
        # First word of a phrase -> the rest of each phrase, longest first.
        self._phrases: dict[str, list[tuple[tuple[str, ...], NameRow]]] = {}
        for row in rows:
            words = WORDS.findall(row.gujarati)
            if len(words) == 1:
                self._exact.setdefault(row.gujarati, []).append(row)
                self._folded.setdefault(fold(row.gujarati), []).append(row)
            else:
                keys = tuple(fold(word) for word in words)
                self._phrases.setdefault(keys[0], []).append((keys[1:], row))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def rows(self, word: str) -> Sequence[NameRow]:
        """Return the rows of a word, exact ones first; the empty list where it is unknown."""
        exact = self._exact.get(word, [])
        folded = self._folded.get(fold(word), [])
        return [*exact, *(row for row in folded if row not in exact)] if exact else folded

    def exact(self, word: str) -> Sequence[NameRow]:
        """Return the rows of exactly this spelling."""
        return self._exact.get(word, [])

    def phrases(self, words: Sequence[re.Match[str]], keys: Sequence[str], place: int) -> Iterator[Phrase]:
        """Yield the phrases that begin at this place of the words of a text, the longest first.

        Arguments:
            words: the words, as matches in their text.
            keys: the folded words.
            place: which word the phrase begins with.
        """
        for rest, row in self._phrases.get(keys[place], ()):
            end = place + 1 + len(rest)
            if end > len(keys) or rest[:-1] != tuple(keys[place + 1 : end - 1]):
                continue
            suffix = _ending(words[end - 1].group(), keys[end - 1], rest[-1])
            if suffix is not None and _together(words[place:end]):
                yield Phrase(end - place, row, suffix)


def _ending(word: str, key: str, wanted: str) -> str | None:
    """Return the ending that a word has beyond a phrase's last word, or None where it is another word."""
    if key == wanted:
        return ""
    if not key.startswith(wanted[:-1]):
        return None
    return next((split.suffix for split in splits(word) if fold(split.stem) == wanted), None)


def _together(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether nothing but a space, a hyphen or the point of an initial stands between the words."""
    for left, right in pairwise(words):
        gap = left.string[left.end() : right.start()]
        if gap not in _GAPS and not (gap in _INITIAL_GAPS and left.group() in letter_names()):
            return False
    return True


@cache
def lexicon() -> Lexicon:
    """Return the reviewed names, read at first use."""
    return Lexicon(row for file in FILES for row in table(f"transliteration/{file}", NameRow))


@cache
def particles() -> dict[str, str]:
    """Return the small words inside names: બિન is bin between two words of a name."""
    return {row.gujarati: row.latin for row in table("transliteration/names_particles.tsv", NameRow)}
