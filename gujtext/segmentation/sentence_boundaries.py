"""Where sentences end within one line or paragraph: a scan for stops, and the plain cases decided on the way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gujtext.script import ASCII_DIGITS, GUJARATI_DIGITS
from gujtext.segmentation.sentence_marks import (
    FULL_STOPS,
    LETTERS,
    LOOK_BEHIND,
    PLAIN_BEGINNING_CLASS,
    PLAIN_BEGINNINGS,
    STOPS,
    has_rare_stops,
    next_word,
)
from gujtext.segmentation.sentence_stops import StopDecisions
from gujtext.segmentation.sentence_words import (
    BOUND,
    DEGREE,
    FINAL,
    INITIAL,
    NUMBER,
    OPEN,
    PLAIN,
    WordVerdicts,
    sentence_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gujtext.segmentation.abbreviations import Abbreviation

_ENDS, _GOES_ON, _GOES_ON_UNLESS_STARTER = range(1, 4)


def _common_cases() -> dict[str | None, dict[str, int]]:
    """Return what ``StopDecisions`` decides on single full stops that need no closer look.

    By verdict on the word before, then by what follows: a space and the character after it, or the character that
    follows without a space. What is not in the table is in doubt.
    """
    spaced = [" " + character for character in PLAIN_BEGINNINGS]
    cases: dict[str | None, dict[str, int]] = {
        PLAIN: dict.fromkeys(spaced, _ENDS),
        FINAL: dict.fromkeys([*spaced, *LETTERS], _ENDS),  # even where the space is missing
        NUMBER: dict.fromkeys(GUJARATI_DIGITS + ASCII_DIGITS, _GOES_ON),
        BOUND: dict.fromkeys([*spaced, *PLAIN_BEGINNINGS], _GOES_ON),
        DEGREE: dict.fromkeys(PLAIN_BEGINNINGS, _GOES_ON),
    }
    for verdict in (INITIAL, OPEN):
        cases[verdict] = dict.fromkeys(spaced, _GOES_ON_UNLESS_STARTER) | dict.fromkeys(PLAIN_BEGINNINGS, _GOES_ON)
    return cases


class Block:
    """One line or paragraph under work: where its current sentence began and how far it was searched."""

    __slots__ = ("protected", "searched", "start", "word_end")

    def __init__(self) -> None:
        self.start = 0
        self.searched = 0
        self.protected: list[tuple[int, int]] = []  # URLs in the word that was looked at last
        self.word_end = 0

    def shift(self, count: int) -> None:
        """Follow the text when its first ``count`` characters are dropped."""
        self.start -= count
        self.searched -= count
        self.word_end -= count
        self.protected = [(start - count, end - count) for start, end in self.protected]


class SentenceBoundaries:
    """Finds where sentences end, with one list of abbreviations."""

    def __init__(self, abbreviations: Mapping[str, Abbreviation]) -> None:
        self.verdicts = WordVerdicts(abbreviations)
        self._decisions = StopDecisions(self.verdicts)
        self._known = self.verdicts.known
        self._plain_stops = self.verdicts.plain_stop(PLAIN_BEGINNING_CLASS).findall
        self._starters = sentence_words()["starter"]
        self._cases = _common_cases()

    def plain_sentences(self, line: str) -> list[str] | None:
        """Return the sentences of a line that has plain ones only, else None: most lines, and fast.

        Plain is a whole word, a full stop, one space, a letter. The line must have no other stops, and no white
        space around it.
        """
        if len(self._plain_stops(line)) != line.count(".") - line.endswith("."):
            return None
        pieces = line.split(". ")
        last = pieces.pop()
        sentences = [piece + "." for piece in pieces]
        if last:
            sentences.append(last)
        return sentences

    def ends(self, text: str, block: Block, until: int) -> list[int]:
        """Return where sentences end, closing quotes and brackets included, for stops before ``until``.

        The end of the block itself is not among them. ``block`` remembers the state for the next call.
        """
        if not has_rare_stops(text):
            return self.ends_at_full_stops(text, block, until)
        found = []
        until = min(until, len(text.rstrip()) - 1)
        for match in STOPS.finditer(text, block.searched):
            begin, end = match.span()
            if begin >= until:
                break
            block.searched = end
            if begin >= block.start:
                decided = self._decisions.end_of_sentence(text, block, begin, end)
                if decided:
                    found.append(decided)
                    block.start = decided
        return found

    def ends_at_full_stops(self, text: str, block: Block, until: int) -> list[int]:
        """Do what ``ends`` does for a text without other stops, and decide the common cases here."""
        found = []
        start = block.start
        searched = block.searched
        known = self._known.get
        cases_of = self._cases.get
        pieces = text[searched:].split(".")
        until = min(until, len(text.rstrip()) - 1)
        stop = searched - 1
        for piece, following in pairwise(pieces):
            stop += len(piece) + 1
            if stop >= until:
                break
            if stop < searched or stop < start:
                continue  # taken with the stop before
            space = piece.rfind(" ")
            if space >= 0:
                word = piece[space + 1 :]
            else:
                lowest = max(start, stop - LOOK_BEHIND)
                word = text[text.rfind(" ", lowest, stop) + 1 or lowest : stop]
            cases = cases_of(known(word))
            if cases and start <= stop - len(word):
                decision = cases.get(following[:2]) or cases.get(following[:1])
                if decision == _ENDS:
                    start = stop + 1
                    found.append(start)
                    continue
                if decision and (decision == _GOES_ON or next_word(following, 1) not in self._starters):
                    continue
            block.start = start
            searched = FULL_STOPS.match(text, stop).end()  # type: ignore[union-attr]
            decided = self._decisions.end_of_sentence(text, block, stop, searched)
            if decided:
                start = decided
                found.append(start)
        block.searched = max(searched, min(until, stop + 1))
        block.start = start
        return found
