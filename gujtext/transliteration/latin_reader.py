"""One word in Latin letters, read as Gujarati: listed spellings, the word list, free composition, plain rules.

All candidates are measured alike: how likely the word is, times how likely it is spelled so. A listed spelling (a name,
a loan) is taken to be what half of all writers choose; capitals make a name likelier.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.transliteration.latin_lexicon import by_letters, entries, messages
from gujtext.transliteration.latin_search import searcher
from gujtext.transliteration.latin_units import VOWELS, chunks, units
from gujtext.types import Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gujtext.transliteration.latin_search import Found

# Longer runs of letters are no words: they are read by the plain rules.
LONGEST = 40
_SIGHT = 10  # as many letters as a chunk may take
_MOST_CACHED = 1 << 15
_LISTED = math.log(0.5)
# How much likelier a capital, or a small letter, makes a name than an ordinary word.
_CAPITAL, _SMALL = 2.0, -1.0
# Below this score of its letters, for each unit, a listed word is doubtful and the open search is asked too.
_DOUBTFUL = -3.0
# What the alternatives leave to words that nobody thought of; how sure the scores are, by training words kept apart.
_UNTHOUGHT, _SHARPNESS = 1e-11, 0.6
_FILLING = 1.0
_SMALL_LETTERS = re.compile("[a-z]+")
_MOST_FOUND = 12


class Case(NamedTuple):
    """What the capitals of a word say: it may be a name, or an acronym."""

    capital: bool = False
    acronym: bool = False


class _Scored(NamedTuple):
    word: str
    score: float
    source: str


def read(latin: str, case: Case) -> str:
    """Return the best reading of a folded word; letters beyond a to z stay where they are."""
    if len(latin) <= LONGEST and _SMALL_LETTERS.fullmatch(latin):
        return _best(latin, case)
    return _SMALL_LETTERS.sub(lambda match: _piece(match.group(), case), latin)


def _piece(latin: str, case: Case) -> str:
    return _best(latin, case) if len(latin) <= LONGEST else plain(latin)


@lru_cache(maxsize=_MOST_CACHED)
def _best(latin: str, case: Case) -> str:
    found = _scored(latin, case, enough=1)
    return found[0].word


def candidates(latin: str, case: Case, n: int) -> list[Candidate]:
    """Return at most n readings of a folded word, the best first, with scores that say how often they are right."""
    if len(latin) > LONGEST or not _SMALL_LETTERS.fullmatch(latin):
        return [Candidate(read(latin, case), 0.0, "rule")]
    found = _scored(latin, case, enough=n)
    weights = [math.exp(max(-700.0, _SHARPNESS * (one.score - found[0].score))) for one in found]
    total = sum(weights) + math.exp(min(700.0, _SHARPNESS * (math.log(_UNTHOUGHT) - found[0].score)))
    return [Candidate(one.word, weight / total, one.source) for one, weight in zip(found, weights, strict=True)][:n]


def _scored(latin: str, case: Case, enough: int) -> list[_Scored]:
    """Return at least one reading."""
    if case.acronym:
        return _of_entries(latin, case) or [_Scored(by_letters(latin), 0.0, "acronym")]
    message = messages().get(latin)
    found = [_Scored(message, 0.0, "lexicon")] if message else []
    if found and enough == 1:
        return found
    found += _of_entries(latin, case)
    by_list = searcher().listed(latin)
    found += [_Scored(one.word, one.score, "lexicon") for one in by_list]
    doubtful = _doubtful(by_list)
    if doubtful or len(found) < enough:
        # Where the list is sure, composed words only fill up the candidates.
        most = math.inf if doubtful else max(one.score for one in found) - _FILLING
        found += [_Scored(one.word, min(one.score, most), "model") for one in searcher().open(latin)]
    best: dict[str, _Scored] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.word)):
        best.setdefault(one.word, one)
    return list(best.values())[:_MOST_FOUND] or [_Scored(plain(latin), -math.inf, "rule")]


def _doubtful(by_list: Sequence[Found]) -> bool:
    return not by_list or by_list[0].letters < _DOUBTFUL * len(by_list[0].units)


def _of_entries(latin: str, case: Case) -> list[_Scored]:
    tree = searcher().tree
    found = []
    for gujarati, name in entries(latin):
        share = tree.log_shares[max(1, tree.word_class(units(gujarati) or []))]
        of_case = (_CAPITAL if case.capital else _SMALL) if name else 0.0
        found.append(_Scored(gujarati, _LISTED + share + of_case, "lexicon"))
    return found


def plain(latin: str) -> str:
    """Read letters of any number, the longest chunk first, without looking at their neighbours.

    Example:
        >>> plain("kamala")
        'કમાંલા'
    """
    pieces = []
    place = 0
    while place < len(latin):
        ahead = latin[place : place + _SIGHT]
        unit, taken = _longest(ahead, place == 0, place + len(ahead) == len(latin))
        pieces.append(unit)
        place += taken
    return "".join(pieces)


@lru_cache(maxsize=_MOST_CACHED)
def _longest(ahead: str, first: bool, last: bool) -> tuple[str, int]:
    """Return the unit of the longest chunk that begins here, and how many letters it takes."""
    # Consonants with the vowels after them, not the nasal that may close a unit; then anything else.
    whole = [(not VOWELS.issuperset(ahead[middle:end]), -end, middle) for middle, end in chunks(ahead, 0)]
    for _, left, middle in sorted(whole):
        end = -left
        unit = searcher().likeliest(ahead[:middle], ahead[middle:end], first, last and end == len(ahead))
        if unit:
            return unit, end
    return ahead[0], 1
