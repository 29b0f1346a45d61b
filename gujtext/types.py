"""The values that gujtext hands out, its errors, and the one check every public function begins with.

Every offset is a count of code points into the string the caller passed, half-open: ``text[start:end]``
is the piece. Values are named tuples: cheap, immutable, comparable, picklable.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKEN_KINDS = (
    "word",
    "number",
    "date",
    "time",
    "url",
    "email",
    "mention",
    "hashtag",
    "emoji",
    "punct",
    "symbol",
)


class GujtextError(ValueError):
    """What gujtext raises when an argument cannot be understood.

    Attributes:
        offset: where in the argument the trouble begins, in code points; ``None`` where no place applies.
    """

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.offset = offset

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.offset)


def require_text(value: object) -> None:
    """Refuse anything but ``str`` with a sentence that says what to do instead.

    Example:
        >>> require_text("ગુજરાતી")
        >>> require_text("ગુજરાતી".encode())
        Traceback (most recent call last):
        TypeError: gujtext works on text (str), not on bytes: decode first, for example data.decode("utf-8")
    """
    if isinstance(value, str):
        return
    if isinstance(value, (bytes, bytearray, memoryview)):
        kind = type(value).__name__
        raise TypeError(f'gujtext works on text (str), not on {kind}: decode first, for example data.decode("utf-8")')
    raise TypeError(f"gujtext works on text (str), not on {type(value).__name__}")


class Span(NamedTuple):
    """A place in the caller's text."""

    start: int
    end: int


class Token(NamedTuple):
    """A word, number, mark or other unit of running text; ``kind`` is one of ``TOKEN_KINDS``."""

    text: str
    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """A sentence, without the white space around it."""

    text: str
    start: int
    end: int


class Finding(NamedTuple):
    """Something that `check` reports: a code to look up and a message to read."""

    start: int
    end: int
    code: str
    message: str


class Candidate(NamedTuple):
    """One spelling of a name. ``score`` is in 0..1; ``source`` is lexicon, model, rule, acronym or override."""

    text: str
    score: float
    source: str


class NumberMatch(NamedTuple):
    """A number found in running text.

    ``kind`` is cardinal, ordinal, fraction, money, percent, date, time, range, ratio, unit, phone, year or roman.
    ``value`` is exact: int, Decimal or Fraction; a ``datetime.date`` or ``datetime.time`` where complete, else an
    ISO 8601 prefix such as ``"2024-06"``; a ``(low, high)`` tuple for ranges and approximate pairs.
    ``unit`` is an ISO 4217 code, ``"%"`` or a unit symbol; ``suffix`` the glued case ending; both ``""`` where none.
    ``alternatives`` holds other readings of the same span.
    """

    text: str
    start: int
    end: int
    kind: str
    value: Any
    unit: str = ""
    suffix: str = ""
    approximate: bool = False
    alternatives: tuple[Any, ...] = ()


class NameMatch(NamedTuple):
    """A name found in running text: ``text`` without its glued case ending, which ``suffix`` holds (``""``: none)."""

    text: str
    start: int
    end: int
    latin: str
    suffix: str = ""


class Change(NamedTuple):
    """One edit: ``original[start:end] == before`` became ``after`` by ``rule``."""

    start: int
    end: int
    before: str
    after: str
    rule: str


def replay(original: str, changes: Sequence[Change]) -> str:
    """Apply changes (sorted, disjoint) to the text they were made for.

    Example:
        >>> replay("અેક", [Change(0, 2, "અે", "એ", "V03")])
        'એક'
    """
    pieces: list[str] = []
    done = 0
    for change in changes:
        pieces += (original[done : change.start], change.after)
        done = change.end
    pieces.append(original[done:])
    return "".join(pieces)


class _NormalizedFields(NamedTuple):
    text: str
    changes: tuple[Change, ...]


class Normalized(_NormalizedFields):
    """A changed text with every change that led to it, and offset maps both ways.

    The fields are text and changes. The changes are sorted, disjoint, and their offsets count in the original;
    undoing them gives the original back, so nothing is lost.

    Example:
        >>> n = Normalized("એક ગામ", (Change(0, 2, "અે", "એ", "V03"),))
        >>> n.original
        'અેક ગામ'
        >>> n.original_span(3, 6), n.to_normalized(4), n.to_original(3)
        (Span(start=4, end=7), 3, 4)
    """

    @cached_property
    def _edges(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Change edges: original starts and ends, normalized starts and ends, each ascending."""
        shift = 0
        edges: tuple[list[int], list[int], list[int], list[int]] = ([], [], [], [])
        for change in self.changes:
            begin = change.start + shift
            shift += len(change.after) - (change.end - change.start)
            for column, value in zip(edges, (change.start, change.end, begin, change.end + shift), strict=True):
                column.append(value)
        return edges

    @property
    def original(self) -> str:
        """The text before the changes."""
        pieces: list[str] = []
        done = 0
        begins, ends = self._edges[2:]
        for change, begin, end in zip(self.changes, begins, ends, strict=True):
            pieces += (self.text[done:begin], change.before)
            done = end
        pieces.append(self.text[done:])
        return "".join(pieces)

    def to_original(self, offset: int) -> int:
        """Where the character at this offset of the new text stood in the original.

        Inside a change the answer is the beginning of what was changed.
        """
        starts, ends, begins, finishes = self._edges
        k = bisect_right(begins, offset) - 1
        if k < 0:
            return offset
        if offset >= finishes[k]:
            return offset - finishes[k] + ends[k]
        return starts[k]

    def to_normalized(self, offset: int) -> int:
        """Where the character at this offset of the original stands in the new text.

        Inside a change the answer is the beginning of its replacement.
        """
        starts, ends, begins, finishes = self._edges
        k = bisect_right(starts, offset) - 1
        if k < 0:
            return offset
        if offset >= ends[k]:
            return offset - ends[k] + finishes[k]
        return begins[k]

    def original_span(self, start: int, end: int) -> Span:
        """Return the smallest stretch of the original that became ``text[start:end]``; changes are taken whole."""
        first = self.to_original(start)
        if end <= start:
            return Span(first, first)
        _, ends, begins, finishes = self._edges
        k = bisect_left(begins, end) - 1  # the last change that begins before the end
        if k < 0:
            return Span(first, end)
        return Span(first, ends[k] if end <= finishes[k] else end - finishes[k] + ends[k])

    def _repr_html_(self) -> str:
        """Show the changes as a table in a notebook."""
        from gujtext.diff_html import diff_table

        return diff_table(self.original, self.changes)
