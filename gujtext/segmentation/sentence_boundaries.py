"""Where sentences end within one line or paragraph: a scan for stops, and the plain cases decided on the way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gujtext.script import ASCII_DIGITS, GUJARATI_DIGITS
from gujtext.segmentation.sentence_marks import (
    DASHES,
    FULL_STOPS,
    LETTERS,
    LOOK_BEHIND,
    PLAIN_BEGINNING_CLASS,
    PLAIN_BEGINNINGS,
    SPACES,
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
    from collections.abc import Mapping, Sequence

    from gujtext.segmentation.abbreviations import Abbreviation

# What a common case says: a sentence ends, and the next begins so many characters after the stop; or it goes on.
_ENDS_GLUED, _ENDS, _GOES_ON, _GOES_ON_UNLESS_STARTER = 1, 2, -1, -2
_NEVER_AFTER_A_STOP = ",;:/%&=+*" + DASHES
_IN_DOUBT: dict[str, int] = {}
_MEMO_LIMIT = 50_000


def _common_cases() -> dict[str, dict[str, int]]:
    """Return what ``StopDecisions`` decides on single full stops that need no closer look.

    By verdict on the word before, then by what follows: a space and the character after it, or the character that
    follows without a space. What is not in the table is in doubt.
    """
    spaced = [" " + character for character in PLAIN_BEGINNINGS]
    never = dict.fromkeys(_NEVER_AFTER_A_STOP, _GOES_ON)
    ends = never | dict.fromkeys(spaced, _ENDS)
    opens = never | dict.fromkeys(spaced, _GOES_ON_UNLESS_STARTER) | dict.fromkeys(PLAIN_BEGINNINGS, _GOES_ON)
    return {
        PLAIN: ends,
        FINAL: ends | dict.fromkeys(LETTERS, _ENDS_GLUED),  # even where the space is missing
        NUMBER: never | dict.fromkeys(GUJARATI_DIGITS + ASCII_DIGITS, _GOES_ON),
        BOUND: never | dict.fromkeys([*spaced, *PLAIN_BEGINNINGS], _GOES_ON),
        DEGREE: never | dict.fromkeys(PLAIN_BEGINNINGS, _GOES_ON),
        INITIAL: opens,
        OPEN: opens,
    }


class Block:
    """One line or paragraph under work: where its current sentence began and how far it was searched."""

    start = 0
    searched = 0
    protected: Sequence[tuple[int, int]] = ()  # URLs in the word that was looked at last
    word_end = 0

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
        self._split_plain = self.verdicts.plain_stop(PLAIN_BEGINNING_CLASS).split
        self._starters = sentence_words()["starter"]
        self._cases = _common_cases()
        self._known: dict[str, dict[str, int]] = {}  # a space and a word -> its common cases

    def sentences(self, line: str) -> list[str]:
        """Return the sentences of a line that has full stops only, and no white space around it."""
        pieces = self._split_plain(line)
        if len(pieces) == line.count(".") + (not line.endswith(".")):  # most lines
            last = pieces.pop()
            return [*[piece + "." for piece in pieces], last]
        begins, ends = self._places(line, pieces)
        return [line[begin:end] for begin, end in zip(begins, ends, strict=True)]

    def places(self, line: str) -> tuple[list[int], list[int]]:
        """Return where the sentences begin and end for which ``sentences`` gives the texts."""
        return self._places(line, self._split_plain(line))

    def _places(self, line: str, pieces: list[str]) -> tuple[list[int], list[int]]:
        """Find the places of sentences in a line that was split at its plain stops."""
        begins: list[int] = []
        ends: list[int] = []
        start = 0
        block = Block()
        pieces[-1] = pieces[-1][:-1]  # as a plain stop is cut off from the others
        for piece in pieces:
            begins.append(start)
            end = start + len(piece)
            if "." in piece:
                block.start = block.searched = start
                self._at_full_stops(line, block, end, ends, begins)
            ends.append(end + 1)
            start = end + 2
        return begins, ends

    def ends(self, text: str, block: Block, until: int) -> list[int]:
        """Return where sentences end, closing quotes and brackets included, for stops before ``until``.

        The end of the block itself is not among them. ``block`` remembers the state for the next call.
        """
        said = text.rstrip()
        until = min(until, len(said) - 1)
        found: list[int] = []
        if not has_rare_stops(said):
            self._at_full_stops(text, block, until, found, [])
            return found
        for match in STOPS.finditer(text, block.searched):
            begin, end = match.span()
            if begin >= until:
                break
            block.searched = end
            if begin < block.start:
                continue  # taken with the stop before
            step = self._step(text, block.start, begin) if match.group() == "." else 0
            decided = begin + 1 if step > 0 else 0
            if not step:
                decided = self._decisions.end_of_sentence(text, block, begin, end)
            if decided:
                found.append(decided)
                block.start = decided
        return found

    def _at_full_stops(self, text: str, block: Block, until: int, ends: list[int], begins: list[int]) -> None:
        """Do what ``ends`` does for a text without other stops, and decide the common cases here.

        Adds where sentences end to ``ends``, and where the next ones begin to ``begins``.
        """
        start = block.start
        searched = block.searched
        taken = max(start, searched)  # nothing before this place is looked at again
        known = self._known.get
        stop = searched - 1
        for piece, following in pairwise(text[searched:until].split(".")):
            stop += len(piece) + 1
            word = piece[piece.rfind(" ") :]  # with the space before it; without one it is not known
            cases = known(word, _IN_DOUBT)
            step = cases.get(following[:2]) or cases.get(following[:1], 0)
            if step == _GOES_ON and taken <= stop:
                continue
            if step <= 0 or taken > stop - len(word) + 1:
                if stop < taken:
                    continue  # taken with the stop before
                if not cases or step or taken > stop - len(word) + 1:
                    step = self._step(text, start, stop)
            if step > 0:
                ends.append(stop + 1)
                start = stop + step
                begins.append(start)
            elif not step:
                block.start = start
                searched = FULL_STOPS.match(text, stop).end()  # type: ignore[union-attr]
                decided = self._decisions.end_of_sentence(text, block, stop, searched)
                if decided:
                    ends.append(decided)
                    start = SPACES.match(text, decided).end()  # type: ignore[union-attr]
                    begins.append(start)
                taken = max(start, searched)
        block.searched = max(searched, stop + 1)
        block.start = start

    def _step(self, text: str, start: int, stop: int) -> int:
        """Look a full stop up among the common cases: how far the next sentence is; < 0: it goes on; 0: in doubt."""
        lowest = max(start, stop - LOOK_BEHIND)
        word = text[text.rfind(" ", lowest, stop) + 1 or lowest : stop]
        cases = self._known.get(" " + word)
        if cases is None:
            cases = self._cases_of(word)
        following = text[stop + 1 : stop + 3]
        step = cases.get(following) or cases.get(following[:1], 0)
        if step == _GOES_ON_UNLESS_STARTER and next_word(text, stop + 2) in self._starters:
            return 0
        return step

    def _cases_of(self, word: str) -> dict[str, int]:
        if word.split() != [word]:
            return _IN_DOUBT
        if len(self._known) >= _MEMO_LIMIT:
            self._known.clear()
        cases = self._known[" " + word] = self._cases.get(self.verdicts(word), _IN_DOUBT)
        return cases
