"""Names in Latin letters as a newspaper prints them: કિમ જોંગ ઉન is Kim Jong Un, પુતિનની is Putin.

The caller says what is a name; nothing is searched for. A name is a row of words: phrases and words of the reviewed
lexicon come first, then words without a glued ending, acronyms, Latin name words that sound like it, and at last
plain spelling. Every answer says where it comes from.
"""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gujtext.letter_names import letter_names
from gujtext.script import CONSONANT_CLASS, DIGIT_CLASS, VOWEL_LETTER_CLASS, VOWEL_SIGN_CLASS, has_gujarati
from gujtext.transliteration.name_lexicon import WORDS, Lexicon, NameRow, folded, particles
from gujtext.transliteration.name_suffixes import splits
from gujtext.transliteration.name_words import WordReader, word_reader
from gujtext.transliteration.popular import spell_word
from gujtext.types import Candidate, GujtextError, require_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_PHRASE_SCORE = 0.99
# An initial has its point; the letters of G20 and T-20 have a number.
_AFTER_INITIAL = re.compile(rf"\.|-?[0-9{DIGIT_CLASS}]")
_SINGLE_AKSHARA = re.compile(f"[{CONSONANT_CLASS}][{VOWEL_SIGN_CLASS}]?|[{VOWEL_LETTER_CLASS}]")
# How many readings of each word are combined into readings of the whole name.
_BEAM = 8
# A name has fewer words; what comes after these is read in the best way alone, so that the work stays small.
_MOST_WORDS = 64


class _Piece(NamedTuple):
    """A stretch of the name with its readings."""

    start: int
    end: int
    readings: tuple[Candidate, ...]


class NameRomanizer:
    """Romanizes names, with the caller's own spellings if there are any; reusable.

    Arguments:
        overrides: Gujarati name (a word or a phrase) -> Latin; these win over everything else.
        words: how single words are read; the shipped lexicon and model by default.

    Example:
        >>> NameRomanizer({"પ્યોંગયાંગ": "P'yŏngyang"}).romanize("પ્યોંગયાંગમાં")
        "P'yŏngyang"
    """

    def __init__(self, overrides: Mapping[str, str] | None = None, words: WordReader | None = None) -> None:
        rows = (NameRow(name, latin, "override", True, "") for name, latin in (overrides or {}).items())
        self._own = Lexicon(rows) if overrides else None
        self._words = words

    def romanize(self, text: str) -> str:
        """Spell a name in Latin letters; see `romanize_name`."""
        require_text(text)
        if not has_gujarati(text):
            return text
        pieces = self._pieces(text, 1)
        if not pieces:
            return text
        whole = _as_one(text, pieces)
        return text[: whole.start] + whole.readings[0].text + text[whole.end :]

    def candidates(self, text: str, n: int = 5) -> list[Candidate]:
        """Return up to ``n`` spellings of a name; see `name_candidates`."""
        require_text(text)
        if n < 1:
            raise GujtextError(f"n is the number of candidates, at least 1, not {n}")
        if not has_gujarati(text):
            return []
        width = max(n, _BEAM)
        ends = [_End(1.0, "", math.inf)]
        gaps = []
        done = 0
        steps: list[list[tuple[int, str]]] = []
        pieces = self._pieces(text, width)
        if len(pieces) > _MOST_WORDS:
            pieces[_MOST_WORDS:] = [_as_one(text, pieces[_MOST_WORDS:])]
        for piece in pieces:
            gaps.append(text[done : piece.start])
            done = piece.end
            ends, step = _extend(ends, piece.readings, width)
            steps.append(step)
        return [
            Candidate(_written(gaps, steps, place) + text[done:], round(end.score, 4), end.source)
            for place, end in enumerate(ends[:n])
        ]

    def _pieces(self, text: str, n: int) -> list[_Piece]:
        """Cut a text into words and known phrases, each with up to n readings."""
        reader = self._words or word_reader()
        words = list(WORDS.finditer(text))
        keys = [folded(word.group()) for word in words]
        pieces: list[_Piece] = []
        place = 0
        while place < len(words):
            phrase = self._phrase(words, keys, place, reader.names)
            if phrase is not None:
                length, found = phrase
            else:
                length, found = 1, self._word(words, place, reader, n if len(pieces) < _MOST_WORDS else 1)
            pieces.append(_Piece(words[place].start(), words[place + length - 1].end(), found))
            place += length
        return pieces

    def _phrase(
        self, words: list[re.Match[str]], keys: list[str], place: int, names: Lexicon
    ) -> tuple[int, tuple[Candidate, ...]] | None:
        """Return length and reading of the longest phrase that begins here; the caller's own go first."""
        for lexicon, score, source in ((self._own, 1.0, "override"), (names, _PHRASE_SCORE, "lexicon")):
            if lexicon is not None:
                for phrase in lexicon.phrases(words, keys, place):
                    return phrase.length, (Candidate(phrase.row.latin, score, source),)
        return None

    def _word(self, words: list[re.Match[str]], place: int, reader: WordReader, n: int) -> tuple[Candidate, ...]:
        word = words[place].group()
        if self._own is not None:
            for stem in (word, *(split.stem for split in splits(word))):
                if rows := self._own.rows(stem):
                    return (Candidate(rows[0].latin, 1.0, "override"),)
        letter = letter_names().get(word)
        if letter is not None and _is_initial(words, place, reader.names):
            return (Candidate(letter, 0.95, "acronym"),)
        if _SINGLE_AKSHARA.fullmatch(word) and words[place].string.startswith(".", words[place].end()):
            # The initial of a name written in Gujarati: ર. વ. દેસાઈ is R. V. Desai.
            return (Candidate(_initial(word), 0.95, "acronym"),)
        inside = 0 < place < len(words) - 1
        if inside and word in particles():
            return (Candidate(particles()[word], 0.9, "lexicon"),)
        return reader.readings(word, n)


@cache
def _plain() -> NameRomanizer:
    return NameRomanizer()


def romanize_name(text: str, *, overrides: Mapping[str, str] | None = None) -> str:
    """Spell a name in Latin letters as a newspaper prints it; a case ending at its end comes off.

    Arguments:
        text: a name, or several in a line; what is not Gujarati stays in its place.
        overrides: the caller's own spellings, Gujarati name (a word or a phrase) -> Latin; they win.

    Raises:
        TypeError: ``text`` is not a string.

    Example:
        >>> romanize_name("કિમ જોંગ ઉન"), romanize_name("પુતિનની"), romanize_name("એન. ડી. તિવારી")
        ('Kim Jong Un', 'Putin', 'N. D. Tiwari')
        >>> romanize_name("પ્યોંગયાંગ", overrides={"પ્યોંગયાંગ": "P'yŏngyang"})
        "P'yŏngyang"
    """
    return (NameRomanizer(overrides) if overrides else _plain()).romanize(text)


def name_candidates(text: str, n: int = 5, *, overrides: Mapping[str, str] | None = None) -> list[Candidate]:
    """Return up to ``n`` spellings of a name, best first, with a score in 0..1 and the source.

    The score of several words is the product of theirs; the source is that of the least sure word. The first
    candidate is what `romanize_name` gives. Text without Gujarati has none.

    Raises:
        TypeError: ``text`` is not a string.
        GujtextError: ``n`` is less than 1.

    Example:
        >>> name_candidates("બીબીસી")[0].text, name_candidates("મોદી", 1)[0].source
        ('BBC', 'lexicon')
    """
    return (NameRomanizer(overrides) if overrides else _plain()).candidates(text, n)


def _as_one(text: str, pieces: list[_Piece]) -> _Piece:
    """Join pieces, each in its best reading, into one."""
    best = [piece.readings[0] for piece in pieces]
    gaps = [text[left.end : right.start] for left, right in pairwise(pieces)]
    latin = "".join(part for pair in zip([reading.text for reading in best], [*gaps, ""], strict=True) for part in pair)
    least = min(best, key=lambda reading: reading.score)
    joined = Candidate(latin, math.prod(reading.score for reading in best), least.source)
    return _Piece(pieces[0].start, pieces[-1].end, (joined,))


class _End(NamedTuple):
    """A reading of the name so far: its score, and the source and score of its least sure word."""

    score: float
    source: str
    least: float


def _extend(ends: list[_End], readings: tuple[Candidate, ...], width: int) -> tuple[list[_End], list[tuple[int, str]]]:
    """Add one word to the best readings so far; the steps say which reading each new one continues, and how."""
    longer = []
    for place, end in enumerate(ends):
        for reading in readings:
            source = reading.source if reading.score < end.least else end.source
            new = _End(end.score * reading.score, source, min(end.least, reading.score))
            longer.append((new, (place, reading.text)))
    longer.sort(key=lambda pair: -pair[0].score)
    return [new for new, _ in longer[:width]], [step for _, step in longer[:width]]


def _written(gaps: list[str], steps: list[list[tuple[int, str]]], place: int) -> str:
    """Follow the steps back from a reading of the whole name and join it with what stands between its words."""
    pieces: list[str] = []
    for gap, step in zip(reversed(gaps), reversed(steps), strict=True):
        place, latin = step[place]
        pieces += (latin, gap)
    return "".join(reversed(pieces))


@cache  # there are a few hundred syllables of one letter
def _initial(akshara: str) -> str:
    return spell_word(akshara)[:1].upper()


def _is_initial(words: list[re.Match[str]], place: int, names: Lexicon) -> bool:
    """Tell whether a letter name stands for the letter: એન. ડી. તિવારી, કે એલ રાહુલ."""
    word = words[place]
    if _AFTER_INITIAL.match(word.string, word.end()):
        return True
    if place + 1 == len(words):
        return False
    letters = letter_names()
    beside = [words[k].group() in letters for k in (place - 1, place + 1) if 0 <= k < len(words)]
    unknown = not names.exact(word.group()) and word.group() not in particles()
    return any(beside) or (place == 0 and unknown)
