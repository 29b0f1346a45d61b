"""Names that the reviewed lexicon knows for certain, found in running text.

Only rows marked ``certain`` count: words that are never ordinary Gujarati words, and phrases. કિમ જોંગ ઉન is found, a
lone ઉન (wool) is not. Letters with points are found too: the initials before a name, where it need not be certain
(એસ. જયશંકર), and dotted acronyms (યુ.એન.).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from gujtext.letter_names import letter_names
from gujtext.script import has_gujarati, is_consonant
from gujtext.transliteration.name_lexicon import LONGEST, WORDS, NameRow, fold_letters, folded, lexicon
from gujtext.transliteration.name_suffixes import splits
from gujtext.transliteration.popular import spell_word
from gujtext.types import NameMatch, require_text

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

# A short word is taken only as the lexicon spells it: folded, it may meet an ordinary word.
_FOLD_FROM = 5
# The kinds of the reviewed tables; derived ones mark nothing as certain and say nothing against it.
_REVIEWED = frozenset(["person", "place", "organisation", "acronym"])
_PEOPLE = frozenset(["person", "given", "surname"])
# How many initials a name has, and letters a dotted acronym, at most.
_MOST_INITIALS, _MOST_LETTERS = 6, 10
# What stands between initials, and letter names that are ordinary words too.
_POINTS = frozenset([".", ". "])
_ORDINARY = frozenset(["એ", "ઓ", "કે", "જે", "જી"])


def find_names(text: str) -> list[NameMatch]:
    """Find the names in a text that the lexicon knows for certain, the longest phrase first.

    Returns:
        ``NameMatch(text, start, end, latin, suffix)`` for each name, in order and disjoint: the name without its
        glued ending and its place in code points; its Latin spelling; the glued ending, ``""`` where there is none.

    Raises:
        TypeError: ``text`` is not a string.

    Example:
        >>> for name in find_names("કિમ જોંગ ઉનની રશિયામાં મુલાકાત"):
        ...     print(name)
        NameMatch(text='કિમ જોંગ ઉન', start=0, end=11, latin='Kim Jong Un', suffix='ની')
        NameMatch(text='રશિયા', start=14, end=19, latin='Russia', suffix='માં')
    """
    require_text(text)
    if not has_gujarati(text):
        return []
    words = list(WORDS.finditer(text))
    keys = [folded(word.group()) for word in words]
    runs = _runs_of_initials(words) if "." in text else []
    found = []
    place = 0
    while place < len(words):
        length, latin, suffix = _known(words, keys, place, certain=True)
        if not latin and runs and runs[place] > place:
            length, latin, suffix = _lettered(words, keys, place, runs[place])
        if latin:
            start, end = words[place].start(), words[place + length - 1].end() - len(suffix)
            found.append(NameMatch(text[start:end], start, end, latin, suffix))
        place += length
    return found


def _known(words: Sequence[re.Match[str]], keys: Sequence[str], place: int, *, certain: bool) -> tuple[int, str, str]:
    """Return length, Latin spelling and glued ending of the name that begins here; the spelling is empty for none."""
    for phrase in lexicon().phrases(words, keys, place):
        if phrase.row.certain or not certain:
            return phrase.length, phrase.row.latin, phrase.suffix
    word = words[place].group()
    if len(word) > LONGEST:
        return 1, "", ""
    latin, suffix = _single(word)
    if not latin and not certain:
        latin, suffix = _person(word)
    return 1, latin, suffix


def _runs_of_initials(words: Sequence[re.Match[str]]) -> list[int]:
    """Return for each word where the letters with points that begin there end; the word's own place for none."""
    runs = list(range(len(words) + 1))
    for place in range(len(words) - 1, -1, -1):
        if _pointed(words[place]):
            goes_on = runs[place + 1] > place + 1 and _gap(words, place + 1) in _POINTS
            runs[place] = runs[place + 1] if goes_on else place + 1
    return runs


def _lettered(words: Sequence[re.Match[str]], keys: Sequence[str], place: int, last: int) -> tuple[int, str, str]:
    """Return the same for a name after the initials from place to last, or for a dotted acronym that begins here."""
    if last - place <= _MOST_INITIALS and _gap(words, last) in _POINTS:
        letters = [word.group() for word in words[place:last]]
        latin_names = all(letter in letter_names() for letter in letters)
        loose = latin_names and not _ORDINARY.issuperset(letters)
        length, latin, suffix = _known(words, keys, last, certain=not loose)
        # A lone Gujarati consonant is rather the label of a list: ક. ભારત.
        if latin and (latin_names or len(letters) > 1):
            return len(letters) + length, _initials(words, place, last) + latin, suffix
    return _dotted(words, place)


def _dotted(words: Sequence[re.Match[str]], place: int) -> tuple[int, str, str]:
    """Return the same for letter names with nothing but points between them; the last one may have an ending."""
    last = place
    end = min(len(words), place + _MOST_LETTERS)
    while last < end and words[last].group() in letter_names() and _gap(words, last + 1) == ".":
        last += 1
    letters = [letter_names()[word.group()] for word in words[place:last]]
    if letters and last < len(words):
        word = words[last].group()
        for stem, suffix in ((word, ""), *(split[:2] for split in splits(word))):
            if stem in letter_names() and not _ORDINARY.issuperset([stem, words[place].group()]):
                return len(letters) + 1, ".".join([*letters, letter_names()[stem]]), suffix
    return (len(letters), ".".join(letters), "") if len(letters) > 1 else (1, "", "")


def _pointed(word: re.Match[str]) -> bool:
    """Tell whether a word is the name of a letter, or a lone consonant, with a point after it."""
    letter = word.group()
    return (letter in letter_names() or is_consonant(letter)) and word.string.startswith(".", word.end())


def _gap(words: Sequence[re.Match[str]], place: int) -> str:
    """Return what stands before a word; nothing where there is none."""
    return words[place].string[words[place - 1].end() : words[place].start()] if place < len(words) else ""


def _initials(words: Sequence[re.Match[str]], first: int, end: int) -> str:
    """Spell initials, with what follows each of them."""
    pieces = []
    for place in range(first, end):
        word = words[place].group()
        pieces += [letter_names().get(word) or spell_word(word)[:1].upper(), _gap(words, place + 1)]
    return "".join(pieces)


# Running text repeats its words.
@lru_cache(maxsize=1 << 16)
def _single(word: str) -> tuple[str, str]:
    """Return Latin spelling and glued ending of a certain name, or two empty strings."""
    rows = _rows(word)
    if rows:
        return (rows[0].latin, "") if all(row.certain for row in rows) else ("", "")
    for split in splits(word):
        rows = _rows(split.stem)
        if rows:
            return (rows[0].latin, split.suffix) if all(row.certain for row in rows) else ("", "")
    return "", ""


def _rows(word: str) -> Sequence[NameRow]:
    names = lexicon()
    rows = names.exact(word)
    if not rows and len(word) >= _FOLD_FROM:
        key = fold_letters(word)
        rows = [row for row in names.rows(word) if fold_letters(row.gujarati) == key]
    reviewed = [row for row in rows if row.kind in _REVIEWED]
    return reviewed or rows


@lru_cache(maxsize=1 << 12)
def _person(word: str) -> tuple[str, str]:
    """Return Latin spelling and glued ending of a word that may be a person's name, or two empty strings."""
    for stem, suffix in ((word, ""), *(split[:2] for split in splits(word))):
        for row in _rows(stem):
            if row.kind in _PEOPLE:
                return row.latin, suffix
    return "", ""
