"""Names that the reviewed lexicon knows for certain, found in running text.

Only rows marked ``certain`` count: words that are never ordinary Gujarati words, and phrases. કિમ જોંગ ઉન is found, a
lone ઉન (wool) is not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from gujtext.script import has_gujarati
from gujtext.transliteration.name_lexicon import LONGEST, WORDS, NameRow, fold_letters, folded, lexicon
from gujtext.transliteration.name_suffixes import splits
from gujtext.types import NameMatch, require_text

if TYPE_CHECKING:
    from collections.abc import Sequence

# A short word is taken only as the lexicon spells it: folded, it may meet an ordinary word.
_FOLD_FROM = 5
# The kinds of the reviewed tables; derived ones mark nothing as certain and say nothing against it.
_REVIEWED = frozenset(["person", "place", "organisation", "acronym"])


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
    found = []
    place = 0
    while place < len(words):
        phrase = next((found for found in lexicon().phrases(words, keys, place) if found.row.certain), None)
        if phrase is not None:
            length, latin, suffix = phrase.length, phrase.row.latin, phrase.suffix
        else:
            word = words[place].group()
            length, (latin, suffix) = 1, _single(word) if len(word) <= LONGEST else ("", "")
        if latin:
            start, end = words[place].start(), words[place + length - 1].end() - len(suffix)
            found.append(NameMatch(text[start:end], start, end, latin, suffix))
        place += length
    return found


@lru_cache(maxsize=1 << 14)
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
