"""One word of a name and its readings: lexicon, glued ending, joined name, acronym, sound, spelling."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from gujtext.resources import table
from gujtext.transliteration.acronyms import acronym
from gujtext.transliteration.name_lexicon import LONGEST, Lexicon, lexicon
from gujtext.transliteration.name_retrieval import Retriever, retriever
from gujtext.transliteration.name_sounds import gujarati_slots
from gujtext.transliteration.name_suffixes import splits
from gujtext.types import Candidate

# Scores of reviewed answers; the other rows of the same word come after the first.
_LEXICON, _OTHER_ROW, _JOINED, _ACRONYM = 0.97, 0.5, 0.93, 0.9
# How often the right spelling is among those considered; the rest of the probability is nobody's.
_CONSIDERED_AT_ALL = 0.97
_CONSIDERED = 12
_MOST_CACHED = 1 << 15
# An acronym of this many letters whose last is A is an ergative: એફબીઆઈએ is FBI with the ending એ.
_ERGATIVE_FROM = 4


class _Ending(NamedTuple):
    gujarati: str
    latin: str
    note: str


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    rows = table("transliteration/names_endings.tsv", _Ending)
    return tuple(sorted(((row.gujarati, row.latin) for row in rows), key=lambda row: -len(row[0])))


class WordReader:
    """Reads single words of names with a lexicon and a retriever; remembers its answers, within bounds."""

    def __init__(self, names: Lexicon, sounds: Retriever) -> None:
        self.names = names
        self._sounds = sounds
        self._answers: dict[tuple[str, int], tuple[Candidate, ...]] = {}

    def readings(self, word: str, n: int) -> tuple[Candidate, ...]:
        """Return up to n readings of one word of a name, best first.

        Example:
            >>> word_reader().readings("મોસ્કોમાં", 1)
            (Candidate(text='Moscow', score=0.97, source='lexicon'),)
        """
        if len(word) > LONGEST:  # no name: spelled as it is written
            return tuple(self._heard([(0.0, word)], 1))
        answer = self._answers.get((word, n))
        if answer is None:
            answer = tuple(self._read(word, n))
            if len(self._answers) >= _MOST_CACHED:
                self._answers.clear()
            self._answers[word, n] = answer
        return answer

    def _read(self, word: str, n: int) -> list[Candidate]:
        stem, found = self._known(word)
        if len(found) >= n:
            return found[:n]
        heard = self._heard([(0.0, stem)] if found else self._ways(word), n)
        spelled = {candidate.text.casefold() for candidate in found}
        rest = 1 - found[0].score if found else 1.0
        found += [
            candidate._replace(score=round(candidate.score * rest, 4))
            for candidate in heard
            if candidate.text.casefold() not in spelled
        ]
        return found[:n]

    def _known(self, word: str) -> tuple[str, list[Candidate]]:
        """Return the stem that the lexicon or the letter names can read, and their readings."""
        stems = [word, *(split.stem for split in splits(word))]
        # An acronym keeps its letters: ડબલ્યુએચઓના is WHO with ના, not WH with ઓના.
        for read, some in ((self._looked_up, stems), (_lettered, [word, *stems[:0:-1]])):
            for stem in some:
                if found := read(stem):
                    return stem, found
        return word, []

    def _looked_up(self, word: str) -> list[Candidate]:
        rows = self.names.rows(word)
        if rows:
            spellings = dict.fromkeys(row.latin for row in rows)
            scores = [_LEXICON] + [_OTHER_ROW / place for place in range(1, len(spellings))]
            return [Candidate(latin, score, "lexicon") for latin, score in zip(spellings, scores, strict=True)]
        for ending, latin in _endings():
            if word.endswith(ending) and (rows := self.names.rows(word[: -len(ending)])):
                return [Candidate(rows[0].latin + latin, _JOINED, "lexicon")]
        return []

    def _ways(self, word: str) -> list[tuple[float, str]]:
        """Return what of an unknown word may be the name, each with what that costs: મેલોની, or મેલો and an ending."""
        ways = [(0.0, word)]
        cost = self._sounds.weights.endings
        for split in splits(word):
            if split.sure:
                return [(0.0, split.stem)]
            if may_end(split.stem):
                ways.append((cost.get(split.suffix, cost[""]), split.stem))
        return ways

    def _heard(self, ways: list[tuple[float, str]], n: int) -> list[Candidate]:
        """Return the model's readings; more are weighed than asked for, so that each score knows its rivals.

        Who asks for a single one wants no score.
        """
        considered = max(n, _CONSIDERED) if n > 1 else 1
        best: dict[str, tuple[float, bool]] = {}
        for worth, stem in ways:
            for sounding in self._sounds.soundings(stem, considered):
                score = sounding.score + worth
                if sounding.latin not in best or score > best[sounding.latin][0]:
                    best[sounding.latin] = score, sounding.listed
        return _calibrated(best)[:considered]


@cache
def word_reader() -> WordReader:
    """Return the reader with the shipped lexicon and model, made at first use."""
    return WordReader(lexicon(), retriever())


def _lettered(word: str) -> list[Candidate]:
    letters = acronym(word)
    if len(letters) >= _ERGATIVE_FROM and word.endswith("એ"):
        letters = letters[:-1]
    return [Candidate(letters, _ACRONYM, "acronym")] if letters else []


def _calibrated(heard: dict[str, tuple[float, bool]]) -> list[Candidate]:
    """Turn log odds into probabilities, the likeliest spelling first."""
    ranked = sorted(heard.items(), key=lambda item: (item[1][0], item[0]), reverse=True)
    most = ranked[0][1][0]
    odds = [math.exp(score - most) for _, (score, _) in ranked]
    share = _CONSIDERED_AT_ALL / sum(odds)
    return [
        Candidate(latin.capitalize(), round(share * weight, 4), "model" if listed else "rule")
        for (latin, (_, listed)), weight in zip(ranked, odds, strict=True)
    ]


def may_end(stem: str) -> bool:
    """Tell whether a foreign name may be written so: two consonants or more, no short vowel at its end."""
    return len(gujarati_slots(stem)[0]) > 2 and not stem.endswith(("િ", "ુ"))
