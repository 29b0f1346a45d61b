"""What a subcommand does with a stretch of text, as objects that can be sent to other processes.

A subcommand declares its options and returns one of these; where the text comes from and where the result goes is
the engine's business.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gujtext.io import Block


class Result(NamedTuple):
    """What became of a block.

    ``text`` is what to write, ``value`` what to write in a record instead; ``notes`` go to standard error;
    ``differs`` and ``refused`` tell the exit code (1 and 3); ``tally`` counts things; ``payload`` is kept for the
    end.
    """

    text: str = ""
    value: Any = None
    notes: tuple[str, ...] = ()
    differs: bool = False
    refused: bool = False
    tally: dict[str, int] | None = None
    payload: tuple[Any, ...] = ()


class Task(ABC):
    """A subcommand's work on one block of whole lines, or on the text of one field of a record.

    ``report`` tells that the result is about the input and no new version of it; ``lists`` that it is so for plain
    text, while a record gets a value. ``places`` tells that it needs to know where its block stands. ``shape`` is
    what a record gets: ``str``, or a list of texts or of objects, given as ``[str]`` or ``[{"start": int}]``, or one
    object; in a table with text cells the texts are joined by ``joint``. ``makes_lines`` tells that each line of the
    result is a record of its own. ``block_bytes`` is about how much a block of lines may have where the usual is too
    much, because its result is so much longer.
    """

    report = False
    lists = False
    places = False
    makes_lines = False
    block_bytes: int | None = None
    shape: Any = str
    joint = " "

    @abstractmethod
    def block(self, block: Block) -> Result:
        """Work on whole lines."""

    def field(self, block: Block) -> Result:
        """Work on the text of one field; unless a task says otherwise, as on lines."""
        result = self.block(block)
        return result if self.report else result._replace(value=result.text)

    def changes(self, text: str) -> dict[str, int]:
        """Count what this task changes in the text, by rule."""
        return {}

    @property
    def in_bytes(self) -> Callable[[bytes], bytes | None] | None:
        """What does to whole lines of UTF-8 what the task does to their text; None is returned for no change."""
        return None

    def finish(self, payload: list[Any], tally: dict[str, int]) -> str:
        """Return what is written at the very end."""
        return ""

    def cell(self, value: Any) -> str | None:
        """Return a value as the text of a cell."""
        if value is None or isinstance(value, str):
            return value
        if all(isinstance(one, str) for one in value):
            return self.joint.join(value)
        import json

        return json.dumps(value, ensure_ascii=False)


class Rewrite(Task):
    """A function from text to text that keeps line ends, such as ``gujtext.normalize``.

    Arguments:
        function: can be pickled; a bound method or a ``functools.partial`` can, a lambda cannot.
        changes: counts by rule what the function changes in a text, for the summary.
        in_bytes: does the same to UTF-8, faster; it returns None for what stays as it is.
    """

    def __init__(
        self,
        function: Callable[[str], str],
        changes: Callable[[str], dict[str, int]] | None = None,
        in_bytes: Callable[[bytes], bytes | None] | None = None,
    ) -> None:
        self._function = function
        self._changes = changes
        self._in_bytes = in_bytes

    @property
    def in_bytes(self) -> Callable[[bytes], bytes | None] | None:
        """What does the same to UTF-8, if there is such a function."""
        return self._in_bytes

    def block(self, block: Block) -> Result:
        """Apply the function."""
        return Result(self._function(block.text))

    def changes(self, text: str) -> dict[str, int]:
        """Count by rule what the function changes."""
        return self._changes(text) if self._changes is not None else {}


class Records(Task):
    """Things found in a text, each a row of a table or a JSON object.

    Arguments:
        find: a function from text to records with ``start`` and ``end``; can be pickled.
        as_json: write JSON objects.
        shape: names and types of what a record holds.
    """

    lists = True
    places = True

    def __init__(
        self, find: Callable[[str], Iterable[dict[str, Any]]], shape: dict[str, Any], *, as_json: bool
    ) -> None:
        self._find = find
        self._as_json = as_json
        self.shape = [shape]

    def block(self, block: Block) -> Result:
        """List what is found, with places in the file."""
        records = list(self._find(block.text))
        for record in records:
            record["start"] += block.offset
            record["end"] += block.offset
        return Result(record_lines(records, as_json=self._as_json))

    def field(self, block: Block) -> Result:
        """Return what is found, with places in the text of the field."""
        return Result(value=list(self._find(block.text)))


def record_lines(records: Iterable[dict[str, Any]], *, as_json: bool) -> str:
    """Return records as JSON lines, or as tab-separated cells in the order of their keys.

    In a table a tab or line end inside a cell is shown as an escape, so that a row stays a row.
    """
    if as_json:
        import json

        lines = [json.dumps(record, ensure_ascii=False, default=str) for record in records]
    else:
        lines = ["\t".join(map(cell_of, record.values())) for record in records]
    return "\n".join([*lines, ""])


def cell_of(value: object) -> str:
    """Return a value as one cell of one line."""
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
