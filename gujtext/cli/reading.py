"""The pieces of all inputs in their order, each with what is needed once its outcome is there."""

from __future__ import annotations

import os
import stat
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from gujtext import io
from gujtext.cli.work import Piece, Table, read_at
from gujtext.io.packing import packing_of, unpacked
from gujtext.io.sources import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.cli.work import Work

# A block for a worker is larger than one that is answered at once: what is sent around counts.
WORKER_BLOCK_BYTES = 1 << 21
# What is found with its place takes many times the memory of the text.
_PLACES_BLOCK_BYTES = 1 << 18
_WINDOW = 1 << 14


class Turn(NamedTuple):
    """What belongs to one item of work, or to the end of a source.

    ``item`` is what to work on, None where there is nothing to do. ``read`` is how many bytes of the file it took;
    ``raw`` returns the bytes of a piece as they were read; ``kept`` is what the writer of a table wants back;
    ``reader`` is what the table is read with; ``error`` is why the source ends here.
    """

    source: Source
    item: Piece | Table | None
    read: int = 0
    raw: Any = None
    kept: Any = None
    reader: Any = None
    notes: tuple[str, ...] = ()
    error: Exception | None = None
    last: bool = False


class Reading:
    """Reads sources in turn.

    Arguments:
        work: what will be done, which tells how to read.
        longest: the most bytes of one line; 0 for any number.
        workers: how many processes work.
        failed: sources to read no further.
    """

    def __init__(self, work: Work, *, longest: int, workers: int, failed: set[Source]) -> None:
        self._work = work
        self._longest = longest
        self._workers = workers
        self._failed = failed
        self._notes: list[str] = []
        # Lines and places are known only to who reads from the beginning on.
        self._counts = work.task.places or work.mode != "write" or work.errors == "skip"

    def turns(self, sources: list[Source]) -> Iterator[Turn]:
        """Yield what is to do; an error of reading ends its source, and the next one follows."""
        for source in sources:
            try:
                for turn in self._turns_of(source):
                    yield turn._replace(notes=self._taken_notes())
                    if source in self._failed:
                        break
            except (io.DataError, OSError) as error:
                if isinstance(error, OSError) and error.filename is None:
                    error.filename = source.name
                yield Turn(source, None, notes=self._taken_notes(), error=error, last=True)
            else:
                yield Turn(source, None, notes=self._taken_notes(), last=True)

    def _taken_notes(self) -> tuple[str, ...]:
        notes = tuple(self._notes)
        self._notes.clear()
        return notes

    def _turns_of(self, source: Source) -> Iterator[Turn]:
        if source.format == "parquet":
            yield from self._parquet(source)
            return
        if source.path == io.STANDARD_INPUT:
            with io.open_input(source.path) as file:
                yield from self._stream(source, file, None)
            return
        with open(source.path, "rb") as raw:
            plain = not packing_of(source.path)
            regular = stat.S_ISREG(os.fstat(raw.fileno()).st_mode)
            lines = source.format in ("text", "jsonl")
            if self._workers > 1 and plain and regular and lines and not self._counts:
                yield from self._ranges(source, raw)
                return
            with unpacked(raw, source.path) as file:
                yield from self._stream(source, file, raw if regular else None)

    def _stream(self, source: Source, file: IO[bytes], raw: IO[bytes] | None) -> Iterator[Turn]:
        """Read from the beginning to the end; ``raw`` is the file that tells how far that is."""
        position = _position(raw)
        if source.format in ("text", "jsonl"):
            # Lines are counted when somebody asks, where the file can be read again.
            lines_later = raw is not None and raw is file
            at_once = raw is None and self._workers == 1
            turns = self._pieces(source, file, at_once=at_once, lines_later=lines_later)
        else:
            turns = self._rows(source, file)
        before = 0
        for turn in turns:
            now = position() if raw is not None else 0
            yield turn._replace(read=now - before if raw is not None else turn.read)
            before = now

    def _pieces(self, source: Source, file: IO[bytes], *, at_once: bool, lines_later: bool) -> Iterator[Turn]:
        parallel = self._workers > 1
        blocks = io.raw_blocks(
            file,
            source.name,
            end=self._work.end,
            size=self._block_bytes(parallel=parallel),
            longest=self._longest,
            at_once=at_once,
            count=self._counts or source.format != "text" or not lines_later,
        )
        characters = 0
        for data, line, offset in blocks:
            item = Piece(data, source.path, offset, len(data), source.name, source.format, line, characters)
            yield Turn(source, item, len(data), raw=item.read)
            if self._work.task.places:
                errors = "ignore" if self._work.errors in ("strict", "skip") else self._work.errors
                characters += len(data.decode("utf-8", errors))

    def _block_bytes(self, *, parallel: bool) -> int:
        if self._work.task.block_bytes is not None:
            return self._work.task.block_bytes
        if self._work.task.places:
            return _PLACES_BLOCK_BYTES
        return WORKER_BLOCK_BYTES if parallel else io.BLOCK_BYTES

    def _ranges(self, source: Source, raw: IO[bytes]) -> Iterator[Turn]:
        """Say where the blocks of a file are, so that workers read them themselves."""
        descriptor = raw.fileno()
        size = os.fstat(descriptor).st_size
        start = 0
        while start < size:
            end = self._line_end(descriptor, start, min(start + WORKER_BLOCK_BYTES, size), size, source.name)
            item = Piece(None, source.path, start, end - start, source.name, source.format, line=0)
            yield Turn(source, item, end - start, raw=_Range(source.path, start, end - start))
            start = end

    def _line_end(self, descriptor: int, start: int, at: int, size: int, name: str) -> int:
        """Return the end of the line that a place is in."""
        window = read_at(descriptor, max(start, at - _WINDOW), at - max(start, at - _WINDOW))
        found = window.rfind(self._work.end)
        if found >= 0:
            return at - len(window) + found + 1
        found = -1
        while at < size and found < 0:
            window = read_at(descriptor, at, min(_WINDOW, size - at))
            found = window.find(self._work.end)
            at += found + 1 if found >= 0 else len(window)
            if self._longest and at - start > self._longest:
                break
        return at

    def _rows(self, source: Source, file: IO[bytes]) -> Iterator[Turn]:
        from gujtext.io.delimited import DelimitedReader

        work = self._work
        fields = [field for field, _ in work.fields]
        reader = DelimitedReader(
            file,
            source.name,
            source.format,
            fields,
            errors=work.errors,
            longest=self._longest,
            note=self._notes.append,
        )
        yield Turn(source, None, reader=reader)
        for rows in reader.batches():
            yield Turn(source, Table(rows.values, rows.numbers, source.name), rows.size, kept=rows.kept, reader=reader)

    def _parquet(self, source: Source) -> Iterator[Turn]:
        from gujtext.io.parquet import ParquetReader

        fields = [field for field, _ in self._work.fields]
        reader = ParquetReader(source.path, source.name, fields, errors=self._work.errors, note=self._notes.append)
        try:
            yield Turn(source, None, reader=reader)
            for rows in reader.batches():
                item = Table(rows.values, rows.numbers, source.name)
                yield Turn(source, item, rows.size, kept=rows.kept, reader=reader)
        finally:
            reader.close()


class _Range(NamedTuple):
    """Bytes of a file that are read when they are wanted."""

    path: str
    start: int
    length: int

    def __call__(self) -> bytes:
        return Piece(None, self.path, self.start, self.length, "", "").read()


def _position(raw: IO[bytes] | None) -> Any:
    return raw.tell if raw is not None else None
