"""Where a piece of the changed text stood in the original, after one change of the text or several."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from unicodedata2 import category

from gujtext.normalization.edits import Edit, as_changes, compose
from gujtext.script import JOINER_CLASS
from gujtext.types import Normalized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gujtext.types import Change


def rewritten(text: str, rewrites: Iterable[Callable[[str], Normalized]]) -> Normalized:
    """Change a text several times over; return the last text with the changes that lead there from the first.

    Arguments:
        text: the original.
        rewrites: functions like ``gujtext.explain``, each for the text that the one before it made.

    Example:
        >>> from gujtext import explain, verbalize_explained
        >>> rewritten("અેક, ૨", [explain, verbalize_explained]).changes
        (Change(start=0, end=2, before='અે', after='એ', rule='V03'),
         Change(start=5, end=6, before='૨', after='બે', rule='cardinal'))
    """
    edits: list[Edit] = []
    current = text
    for rewrite in rewrites:
        result = rewrite(current)
        if result.changes:
            second = [(start, end, after, rule) for start, end, _, after, rule in result.changes]
            edits = compose(edits, second, current)
            current = result.text
    changes = as_changes(text, edits)
    return Normalized(current if changes else text, changes)


class Alignment:
    """The way back from spans of the changed text to the original.

    A change is taken whole: two pieces of what one change wrote both stand where it was made. What was deleted
    between two pieces belongs to neither, but a mark or joiner after a piece goes with it: a reader sees one cluster.

    Example:
        >>> from gujtext import explain
        >>> back = Alignment(explain("અેક ગામંં"))
        >>> back.span(0, 2), back.span(3, 7)
        ((0, 3), (4, 9))
        >>> back.spans([0, 3], [2, 7])
        ([0, 4], [3, 9])
    """

    def __init__(self, result: Normalized) -> None:
        self._original_span = result.original_span
        self._clear = list(_unchanged(result.changes))
        self._dropped_marks = {
            change.start: change.end
            for change in result.changes
            if not change.after and all(map(_cannot_stand_alone, change.before))
        }

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the stretch of the changed text came from, half-open, in code points of the original."""
        first, last = self._original_span(start, end)
        while last in self._dropped_marks and end > start:
            last = self._dropped_marks[last]
        return first, last

    def spans(self, starts: Iterable[int], ends: Iterable[int]) -> tuple[list[int], list[int]]:
        """Do the same for many stretches in order; those that touch no change are only moved."""
        firsts, lasts = [], []
        clear = iter(self._clear)
        low, high, shift = next(clear)
        for start, end in zip(starts, ends, strict=True):
            while start >= high:
                low, high, shift = next(clear)
            first, last = (start + shift, end + shift) if low < start and end < high else self.span(start, end)
            firsts.append(first)
            lasts.append(last)
        return firsts, lasts


def _unchanged(changes: Iterable[Change]) -> Iterator[tuple[int, float, int]]:
    """Yield the gaps between changes in the changed text, and how much further right each stood in the original.

    The first gap begins before the text, the last ends nowhere.
    """
    low, shift = -1, 0
    for change in changes:
        begin = change.start - shift
        yield low, begin, shift
        low = begin + len(change.after)
        shift = change.end - low
    yield low, math.inf, shift


def _cannot_stand_alone(character: str) -> bool:
    return character in JOINER_CLASS or category(character)[0] == "M"
