"""Writes outcomes in the format of their input."""

from __future__ import annotations

import io as streams
from typing import IO, TYPE_CHECKING, Any

from gujtext.io import DataError

if TYPE_CHECKING:
    from gujtext.cli.reading import Turn
    from gujtext.cli.work import Outcome, Work


class Sink:
    """One output.

    Arguments:
        file: takes the bytes.
        work: what was done, which tells what is written: new versions of the inputs, a list, or a diff.
    """

    def __init__(self, file: IO[bytes], work: Work) -> None:
        self._file = file
        self._work = work
        self._listing = work.task.report or work.mode == "check"
        self._diff: Any = None
        self._reader: Any = None
        self._table: Any = None
        self._columns: Any = None
        self.changed = False  # whether anything is written that was not read

    def begin(self, turn: Turn) -> None:
        """Look at a turn before its outcome is written: a new table may begin, or a file end.

        Raises:
            DataError: the second of two tables for one output has other columns.
        """
        if self._work.mode == "diff":
            self._begin_diff(turn)
        elif not self._listing and turn.reader is not None and turn.reader is not self._reader:
            self._begin_table(turn)

    def _begin_table(self, turn: Turn) -> None:
        self._reader = turn.reader
        outs = [out for _, out in self._work.fields]
        again = self._columns is not None
        if turn.source.format == "parquet":
            from gujtext.io.parquet import ParquetWriter

            if not again:
                self._table = ParquetWriter(self._file, turn.reader, outs, self._work.task.shape)
            columns = turn.reader.schema
            self.changed |= not again and not self._table.schema.equals(columns)
        else:
            from gujtext.io.delimited import DelimitedWriter

            self._table = DelimitedWriter(self._file, turn.reader, turn.source.format, outs, again=again)
            columns = self._table.columns
            self.changed |= turn.reader.header is not None and columns != turn.reader.columns
        if again and columns and columns != self._columns:
            raise DataError(f"{turn.source.name}: its columns are not those of the file before it")
        self._columns = self._columns or columns or None

    def _begin_diff(self, turn: Turn) -> None:
        from gujtext.io.diff import UnifiedDiff

        if self._diff is None:
            self._diff = UnifiedDiff(turn.source.name)
        if turn.reader is not None and turn.reader is not self._reader:
            self._reader = turn.reader
            self._write_diff(turn.reader.header.raw if turn.reader.header else "", self._new_rows(turn, None))
        if turn.last:
            self._file.write(self._diff.finish())
            self._diff = None

    def _new_rows(self, turn: Turn, values: Any) -> bytes:
        """Return rows as they would be written; without rows, the header."""
        from gujtext.io.delimited import DelimitedWriter

        buffer = streams.BytesIO()
        outs = [out for _, out in self._work.fields]
        writer = DelimitedWriter(buffer, turn.reader, turn.source.format, outs, again=turn.kept is not None)
        if turn.kept is not None:
            writer.write(turn.kept, values)
        return buffer.getvalue()

    def _write_diff(self, old: str, new: bytes) -> None:
        self._file.write(self._diff.add(old.encode("utf-8", "surrogateescape"), new))

    def write(self, turn: Turn, outcome: Outcome) -> None:
        """Write one outcome."""
        self.changed |= outcome.data is not None or outcome.values is not None
        if turn.kept is not None and not self._listing:
            values = outcome.values
            if values is not None and turn.source.format != "parquet":
                cell = self._work.task.cell
                values = [tuple(map(cell, row)) for row in values]
            if self._work.mode == "diff":
                self._write_diff("".join(row.raw for row in turn.kept), self._new_rows(turn, values))
            else:
                self._table.write(turn.kept, values)
        elif self._work.mode == "diff":
            old = turn.raw()
            self._file.write(self._diff.add(old, old if outcome.data is None else outcome.data))
        elif outcome.data is not None:
            self._file.write(outcome.data)
        elif turn.raw is not None and not self._listing:
            self._file.write(turn.raw())

    def close(self) -> None:
        """Write what comes at the end of a file."""
        if hasattr(self._table, "close"):
            self._table.close()

    def abandon(self) -> None:
        """Write nothing more: the output will be thrown away."""
        if hasattr(self._table, "abandon"):
            self._table.abandon()
