"""Tables as text: CSV with its quoting, and TSV, where a cell is what stands between two tabs.

The first row names the columns. A row whose cells stay as they were is written byte by byte as it was read.
"""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from gujtext.io.decoding import DataError, encode, read_blocks
from gujtext.io.records import BATCH_CHARACTERS, RecordError, Rows, no_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_NO_LIMIT = 1 << 30


class _Row(NamedTuple):
    """A row: its cells, its lines as they were read, and the number of the first one."""

    cells: list[str]
    raw: str
    line: int


class DelimitedReader:
    """Reads a table in batches of rows.

    Arguments:
        file: a binary stream with ``read1``.
        name: what error messages call it.
        format: csv or tsv.
        fields: the columns to read.
        errors: one of ``DECODING_POLICIES``; ``skip`` leaves out rows without the columns as well.
        longest: the most bytes of one row; 0 for any number.
        note: takes a message for each row that is left out.

    Raises:
        DataError: bytes that are not UTF-8, a missing column, quotes that do not close.
    """

    def __init__(
        self,
        file: IO[bytes],
        name: str,
        format: str,
        fields: Sequence[str],
        *,
        errors: str,
        longest: int,
        note: Callable[[str], object],
    ) -> None:
        self._name = name
        self._errors = errors
        self._longest = longest
        self._note = note
        self._line = 0
        lines = self._lines(file)
        rows = self._csv_rows(lines) if format == "csv" else self._tsv_rows(lines)
        self.header = next(rows, None)
        self._rows = rows
        if self.header is None:
            self._columns: list[int] = []
            return
        self.columns = [cell.removeprefix("\ufeff") if k == 0 else cell for k, cell in enumerate(self.header.cells)]
        try:
            self._columns = [self._column(field) for field in fields]
        except RecordError as error:
            raise DataError(f"{name}:1: {error}") from None

    def _column(self, field: str) -> int:
        if field not in self.columns:
            raise no_field(field, self.columns)
        return self.columns.index(field)

    def _lines(self, file: IO[bytes]) -> Iterator[str]:
        for block in read_blocks(file, self._name, self._errors, self._longest, note=self._note):
            self._line = block.line - 1
            yield from io.StringIO(block.text, newline="\n")

    def _csv_rows(self, lines: Iterator[str]) -> Iterator[_Row]:
        # A setting of the whole process; rows are bounded by ours.
        csv.field_size_limit(self._longest or _NO_LIMIT)
        raw: list[str] = []
        rows = csv.reader(self._recorded(lines, raw), strict=True)
        while True:
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise DataError(f"{self._name}:{self._line - len(raw) + 1}: not CSV: {error}") from None
            yield _Row(cells, "".join(raw), self._line - len(raw) + 1)
            raw.clear()

    def _recorded(self, lines: Iterator[str], raw: list[str]) -> Iterator[str]:
        size = 0
        for line in lines:
            self._line += 1
            size = size + len(line) if raw else len(line)
            if self._longest and size > self._longest:
                place = f"{self._name}:{self._line - len(raw)}"
                raise DataError(f"{place}: a row of more than {self._longest} characters; does a quote not close?")
            raw.append(line)
            yield line

    def _tsv_rows(self, lines: Iterator[str]) -> Iterator[_Row]:
        for line in lines:
            self._line += 1
            body = line.rstrip("\r\n")
            yield _Row(body.split("\t") if body else [], line, self._line)

    def batches(self) -> Iterator[Rows]:
        """Yield the rows behind the header; those before an error are yielded before it is raised."""
        while True:
            values: list[tuple[str | None, ...]] = []
            rows: list[_Row] = []
            size = 0
            failure = None
            try:
                while size < BATCH_CHARACTERS and (row := next(self._rows, None)) is not None:
                    texts = self._texts(row)
                    if texts is not None:
                        values.append(texts)
                        rows.append(row)
                        size += len(row.raw)
            except DataError as error:
                failure = error
            if rows:
                yield Rows(values, [row.line for row in rows], rows, size)
            if failure is not None:
                raise failure
            if size < BATCH_CHARACTERS:
                return

    def _texts(self, row: _Row) -> tuple[str, ...] | None:
        """Return the texts of the columns, none for an empty line; None where the row is to be left out."""
        if not row.cells:
            return ()
        try:
            return tuple(row.cells[column] for column in self._columns)
        except IndexError:
            message = f"{self._name}:{row.line}: only {len(row.cells)} of {len(self.columns)} cells"
        if self._errors != "skip":
            raise DataError(message)
        self._note(f"{message}; left out")
        return None


class DelimitedWriter:
    """Writes rows again, some cells of them new.

    Arguments:
        file: the output.
        reader: what the rows were read with.
        format: csv or tsv.
        outs: the columns that the new values go to, in the order of the reader's fields; new ones come last.
        again: the header is written already, by another file of the same columns.
    """

    def __init__(
        self, file: IO[bytes], reader: DelimitedReader, format: str, outs: Sequence[str], *, again: bool = False
    ) -> None:
        self._file = file
        self._format = format
        self.columns: list[str] = []
        if reader.header is None:
            return
        cells, raw, _ = reader.header
        self._line_end = "\r\n" if raw.endswith("\r\n") else "\n"
        new = [out for out in dict.fromkeys(outs) if out not in reader.columns]
        self.columns = [*reader.columns, *new]
        self._places = [self.columns.index(out) for out in outs]
        if not again:
            file.write(encode(self._written([*cells, *new]) if new else raw))

    def write(self, rows: Sequence[_Row], values: Sequence[tuple[Any, ...]] | None) -> None:
        """Write rows; without values, as they were."""
        if values is None:
            self._file.write(encode("".join(row.raw for row in rows)))
            return
        pieces = []
        for (cells, raw, _), new in zip(rows, values, strict=True):
            if not cells:  # an empty line
                pieces.append(raw)
                continue
            written = [*cells, *[""] * (len(self.columns) - len(cells))]
            for place, value in zip(self._places, new, strict=True):
                written[place] = value if value is not None else ""
            # Who quotes every cell goes on to do so.
            quoted = raw[0] == '"' and raw.count('"') >= 2 * len(cells)
            pieces.append(raw if written == cells else self._written(written, quoted=quoted))
        self._file.write(encode("".join(pieces)))

    def _written(self, cells: list[str], *, quoted: bool = False) -> str:
        if self._format == "csv":
            buffer = io.StringIO(newline="")
            csv.writer(
                buffer, lineterminator=self._line_end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
            ).writerow(cells)
            return buffer.getvalue()
        return "\t".join(map(_tsv_cell, cells)) + self._line_end


def _tsv_cell(value: str) -> str:
    r"""Return a cell that cannot break its row: tabs and line ends as \t, \n and \r."""
    return value.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
