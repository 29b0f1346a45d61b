"""What one process does with one piece of input: decode, hand it to the task, encode.

Everything here can be pickled, is done in the same way in this process or another one, and raises nothing for bad
data: what is wrong is part of the outcome, so that it comes up in its turn.
"""

from __future__ import annotations

import io as streams
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext import io
from gujtext.cli.tasks import Result, cell_of
from gujtext.io.decoding import BadBytes, too_long, too_long_line
from gujtext.io.records import RecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gujtext.cli.tasks import Task


class Piece(NamedTuple):
    """Some whole lines of a file: their bytes, or where they are in it.

    ``line`` and ``offset`` are the number of the first line, 0 where it was not counted, and the code points before
    it, where the task asks.
    """

    data: bytes | None
    path: str
    start: int
    length: int
    name: str
    format: str
    line: int = 1
    offset: int = 0

    def read(self) -> bytes:
        """Return the bytes."""
        if self.data is not None:
            return self.data
        descriptor = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return read_at(descriptor, self.start, self.length)
        finally:
            os.close(descriptor)


def read_at(descriptor: int, start: int, length: int) -> bytes:
    """Read exactly so many bytes of a file from a place on."""
    data = os.pread(descriptor, length, start)
    while len(data) < length:  # pragma: no cover  # files give all that they have
        more = os.pread(descriptor, length - len(data), start + len(data))
        if not more:
            raise OSError(0, "the file became shorter while it was read")
        data += more
    return data


class Table(NamedTuple):
    """Some rows of a table: for each the texts of its fields, and its number."""

    values: Sequence[tuple[str | None, ...]]
    numbers: Sequence[int]
    name: str


class Outcome(NamedTuple):
    """What came of a piece.

    ``data`` are the bytes to write, None where they are those that were read. ``values`` are the new values of a
    table, None where they are the old ones. ``problem`` is what is wrong
    with a line, after which nothing was done.
    """

    data: bytes | None
    values: list[tuple[Any, ...]] | None
    problem: BadBytes | None
    notes: tuple[str, ...]
    differs: bool
    refused: bool
    tally: dict[str, int]
    payload: tuple[Any, ...]


class Work(NamedTuple):
    """How pieces become outcomes; a function that can be pickled.

    ``mode`` is write, check (list what would change) or diff (write, and tell whether anything changed).
    ``fields`` are pairs of the field that is read and the one that is written.
    """

    task: Task
    errors: str
    end: bytes
    fields: tuple[tuple[str, str], ...]
    mode: str
    counting: bool
    longest: int

    def do(self, item: Piece | Table) -> Outcome:
        """Do the work on one piece."""
        state = _State()
        if isinstance(item, Table):
            values = self._table(item, state)
            data = "".join(state.texts).encode("utf-8", "surrogateescape")
            return state.outcome(data if self.task.report or self.mode == "check" else None, values, None)
        raw = item.read()
        cut = too_long_line(raw, self.end, self.longest) if item.data is None else -1
        if cut >= 0:
            raw = raw[:cut]
        if self._plain and item.format == "text" and cut < 0:
            with suppress(UnicodeDecodeError):  # the usual way tells where
                return state.outcome(self.task.in_bytes(raw), None, None)  # type: ignore[misc]
        problem = None
        texts = self._lines if item.format == "text" else self._objects
        for text, line, problem in io.decode_pieces(raw, self.errors, self.end, first=item.start == 0):
            if text:
                problem = texts(text, item, line, state) or problem
            if problem is not None:
                if self.errors != "skip":
                    break
                state.notes.append(f"{problem.at(item.name, item.line)}; left out")
        if cut >= 0 and problem is None:
            problem = too_long(raw.count(self.end), self.longest)
        kept = not (self.task.report or self.mode == "check" or state.changed or problem)
        if kept and self.errors in ("strict", "surrogateescape"):
            return state.outcome(None, None, None)
        written = io.encode("".join(state.texts))
        return state.outcome(None if kept and written == raw else written, None, problem)

    @property
    def _plain(self) -> bool:
        """Whether lines may be rewritten as bytes."""
        quiet = self.mode == "write" and not self.counting and self.end == b"\n"
        return quiet and self.errors == "strict" and self.task.in_bytes is not None

    def _lines(self, text: str, item: Piece, line: int, state: _State) -> None:
        """Work on plain text; records that end with NUL are taken one by one."""
        if self.end == b"\n":
            self._one(io.Block(text, item.line + line, item.offset + state.characters, item.name), state, "")
            state.characters += len(text)
            return
        records = text.split("\0")
        last = records.pop()
        for number, record in enumerate([*records, last] if last else records, item.line + line):
            end = "\0" if number - item.line - line < len(records) else ""
            self._one(io.Block(record, number, item.offset + state.characters, item.name), state, end)
            state.characters += len(record) + len(end)

    def _one(self, block: io.Block, state: _State, end: str) -> None:
        """Work on one block of lines, or on one record that ends with NUL."""
        result = self.task.block(block)
        state.take(result)
        text = result.text
        if self.task.report or self.task.lists:
            state.changed = True
            state.texts.append(text)
        elif self.task.makes_lines:
            state.changed = True
            state.texts.append(text if self.end == b"\n" else text.replace("\n", "\0"))
        elif text is block.text or text == block.text:
            if self.mode != "check":
                state.texts += (block.text, end)
        else:
            self._differing(block, text, end, state)

    def _differing(self, block: io.Block, new: str, end: str, state: _State) -> None:
        state.changed = True
        if self.mode != "write":
            state.differs = True
        if self.counting:
            state.count(self.task.changes(block.text))
        if self.mode != "check":
            state.texts += (new, end)
            return
        whole = self.end == b"\0"
        lines = [block.text] if whole else block.text.split("\n")
        for number, line in enumerate(lines, block.line):
            if self.task.block(block._replace(text=line, line=number)).text != line:
                state.texts.append(f"{block.name}:{number}: {cell_of(line) if whole else line}\n")

    def _objects(self, text: str, item: Piece, line: int, state: _State) -> BadBytes | None:
        """Work on JSON lines."""
        from gujtext.io.jsonl import field_of, members, rewrite_line

        for number, raw in enumerate(streams.StringIO(text, newline="\n"), line):
            body = raw.removeprefix("\ufeff") if number == 0 and item.start == 0 else raw
            if not body.strip():
                state.texts.append("" if self._lists else raw)
                continue
            place = io.Block("", 1, 0, item.name, item.line + number)
            try:
                if self.task.report:
                    found, _ = members(body)
                    for field, _ in self.fields:
                        self._report(place, field, field_of(found, field), state)
                    continue
                new = rewrite_line(body, self.fields, self._changer(place, state))
            except RecordError as error:
                problem = BadBytes(number, 0, str(error))
                if self.errors != "skip":
                    return problem
                state.changed = True
                state.notes.append(f"{problem.at(item.name, item.line)}; left out")
                continue
            if new is not body:
                state.changed = True
            if not self._lists:
                state.texts.append(raw if new is body else raw[: len(raw) - len(body)] + new)
        return None

    @property
    def _lists(self) -> bool:
        """Whether the output is no new version of the input but a list of what is in it."""
        return self.task.report or self.mode == "check"

    def _table(self, item: Table, state: _State) -> list[tuple[Any, ...]] | None:
        """Work on the rows of a table."""
        new: list[tuple[Any, ...]] = []
        for number, values in zip(item.numbers, item.values, strict=True):
            place = io.Block("", 1, 0, item.name, number)
            if self.task.report:
                for (field, _), value in zip(self.fields, values, strict=False):  # an empty line has no values
                    self._report(place, field, value, state)
                continue
            change = self._changer(place, state)
            new.append(
                tuple(
                    None if value is None else change(value, field)
                    for (field, _), value in zip(self.fields, values, strict=False)
                )
            )
        if self._lists:
            return None
        same = all(field == out for field, out in self.fields)
        return None if same and new == list(item.values) else new

    def _report(self, place: io.Block, field: str, value: str | None, state: _State) -> None:
        if value is not None:
            result = self.task.field(place._replace(text=value, field=field))
            state.take(result)
            state.texts.append(result.text)

    def _changer(self, place: io.Block, state: _State) -> Callable[[str, str], Any]:
        """Return the function that gives the new value for a text and its field."""

        def change(text: str, field: str) -> Any:
            block = place._replace(text=text, field=field)
            result = self.task.field(block)
            state.take(result)
            if result.value != text and self.task.shape is str:
                if self.mode != "write":
                    state.differs = True
                if self.counting:
                    state.count(self.task.changes(text))
                if self.mode == "check":
                    state.texts.append(f"{block.place}: {cell_of(text)}\n")
            return result.value

        return change


class _State:
    """What comes together over a piece."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.notes: list[str] = []
        self.payload: list[Any] = []
        self.tally: dict[str, int] = {}
        self.characters = 0
        self.changed = self.differs = self.refused = False

    def take(self, result: Result) -> None:
        """Add what a task returned, but for its text."""
        self.notes += result.notes
        self.payload += result.payload
        self.differs |= result.differs
        self.refused |= result.refused
        if result.tally:
            self.count(result.tally)

    def count(self, counts: dict[str, int]) -> None:
        """Add counts."""
        for name, number in counts.items():
            self.tally[name] = self.tally.get(name, 0) + number

    def outcome(self, data: bytes | None, values: list[tuple[Any, ...]] | None, problem: BadBytes | None) -> Outcome:
        """Return everything."""
        return Outcome(
            data,
            values,
            problem,
            tuple(self.notes),
            self.differs,
            self.refused,
            self.tally,
            tuple(self.payload),
        )
