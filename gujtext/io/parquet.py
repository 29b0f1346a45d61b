"""Parquet by ``pyarrow``: columns of text rewritten batch by batch, everything else as it was."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from gujtext.io.decoding import STANDARD_INPUT, DataError
from gujtext.io.records import BATCH_CHARACTERS, RecordError, Rows, no_field
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MOST_ROWS = 1 << 16
_READ_BYTES = 1 << 18
# A row group of the output is one of the input, or a part of about so many bytes of a larger one.
_GROUP_BYTES = 8 << 20
_ROWS_AT_ONCE = 64


def _pyarrow() -> tuple[Any, Any]:
    # Its other allocators keep what was freed; this one has no effect where the package is already there.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise GujtextError("parquet wants the package pyarrow: pip install 'gujtext[arrow]'") from None
    return pyarrow, pyarrow.parquet


class Batch(NamedTuple):
    """Some rows, and whether they are the last ones of their row group."""

    rows: Any
    ends_group: bool


class ParquetReader:
    """Reads a table in batches of rows.

    Arguments:
        path: the file.
        name: what error messages call it.
        fields: the columns to read: text, plain or dictionary-encoded.
        errors: ``skip`` leaves out row groups that cannot be read.
        note: takes a message for each row group that is left out.

    Raises:
        DataError: no Parquet file, a row group that cannot be read, a missing column or one that holds no text.
    """

    def __init__(
        self, path: str, name: str, fields: Sequence[str], *, errors: str, note: Callable[[str], object]
    ) -> None:
        self._arrow, parquet = _pyarrow()
        if path == STANDARD_INPUT:
            raise GujtextError("parquet cannot be read from a stream; name the file")
        self._name = name
        self._errors = errors
        self._note = note
        self._fields = fields
        handle = open(path, "rb")  # noqa: SIM115  # closed with the reader
        try:
            # Pages are read as they are needed, not whole row groups, whose size the writer of the file chose.
            self.file = parquet.ParquetFile(handle, buffer_size=_READ_BYTES, pre_buffer=False)
            self.schema = self.file.schema_arrow
            for field in fields:
                self._require_text(field)
        except (self._arrow.ArrowInvalid, OSError) as error:
            handle.close()
            raise DataError(f"{name}: not a Parquet file: {_first_line(error)}") from None
        except RecordError as error:
            handle.close()
            raise DataError(f"{name}: {error}") from None
        self._handle = handle

    def close(self) -> None:
        """Close the file."""
        self._handle.close()

    def _require_text(self, field: str) -> None:
        if field not in self.schema.names:
            raise no_field(field, self.schema.names)
        kind = self.schema.field(field).type
        types = self._arrow.types
        text = kind.value_type if types.is_dictionary(kind) else kind
        if not (types.is_string(text) or types.is_large_string(text) or types.is_string_view(text)):
            raise RecordError(f"field {field!r} holds {kind}, not text")

    def batches(self) -> Iterator[Rows]:
        """Yield the rows, row group by row group."""
        number = 1
        size_of_file = self._handle.seek(0, 2)
        per_row = size_of_file / max(1, self.file.metadata.num_rows)
        for group in range(self.file.num_row_groups):
            about = self.file.metadata.row_group(group)
            wide = about.total_byte_size / max(1, about.num_rows)
            most = int(min(_MOST_ROWS, max(16, 2 * BATCH_CHARACTERS / max(1, wide))))
            try:
                left = about.num_rows
                for batch in self.file.iter_batches(batch_size=most, row_groups=[group], use_threads=False):
                    columns = [batch.column(field).to_pylist() for field in self._fields]
                    rows = batch.num_rows
                    values = list(zip(*columns, strict=True))
                    left -= rows
                    kept = Batch(batch, ends_group=left == 0)
                    yield Rows(values, range(number, number + rows), kept, round(rows * per_row))
                    number += rows
            except (self._arrow.ArrowException, OSError, UnicodeDecodeError) as error:
                message = f"{self._name}: row group {group + 1} cannot be read: {_first_line(error)}"
                if self._errors != "skip":
                    raise DataError(message) from None
                self._note(f"{message}; left out")


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]


class ParquetWriter:
    """Writes batches again, some columns of them new; metadata and the compression of each column are kept.

    Arguments:
        file: the output.
        reader: what the batches were read with.
        outs: the columns that the new values go to, in the order of the reader's fields; new ones come last.
        shape: what the new values are: text, or a list of texts or of records; see `arrow_type`.
    """

    def __init__(self, file: IO[bytes], reader: ParquetReader, outs: Sequence[str], shape: Any) -> None:
        self._arrow, parquet = _pyarrow()
        self._outs = outs
        schema = reader.schema
        for field, out in zip(reader._fields, outs, strict=True):
            old = schema.field(field)
            kind = old.type if shape is str else self.arrow_type(shape)
            new = self._arrow.field(out, kind, nullable=True)
            at = schema.get_field_index(out)
            schema = schema.append(new) if at < 0 else schema.set(at, new.with_metadata(schema.field(out).metadata))
        self.schema = schema
        self._pending: list[Any] = []
        self._waiting = 0
        # After so many rows it looks whether a dictionary of the values still pays; long texts fill one quickly.
        self._writer = parquet.ParquetWriter(
            file, schema, compression=_compression(reader, schema), write_batch_size=_ROWS_AT_ONCE
        )

    def arrow_type(self, shape: Any) -> Any:
        """Return the type of a shape: ``str``, ``int``, ``bool``, ``[shape]`` or ``{name: shape}``."""
        if isinstance(shape, list):
            return self._arrow.list_(self.arrow_type(shape[0]))
        if isinstance(shape, dict):
            return self._arrow.struct([(name, self.arrow_type(kind)) for name, kind in shape.items()])
        return {str: self._arrow.string(), int: self._arrow.int64(), bool: self._arrow.bool_()}[shape]

    def write(self, kept: Batch, values: Sequence[tuple[Any, ...]] | None) -> None:
        """Write a batch; without values, as it was."""
        batch = kept.rows
        if values is not None:
            columns = {name: batch.column(name) for name in batch.schema.names}
            for out, column in zip(self._outs, zip(*values, strict=True), strict=True):
                columns[out] = self._array(column, self.schema.field(out).type)
            batch = self._arrow.record_batch([columns[name] for name in self.schema.names], schema=self.schema)
        self._pending.append(batch)
        self._waiting += batch.nbytes
        if kept.ends_group or self._waiting >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        """Write what waits as one row group."""
        rows = self._arrow.Table.from_batches(self._pending, self.schema)
        self._pending, self._waiting = [], 0
        if rows.num_rows:
            self._writer.write_table(rows, row_group_size=rows.num_rows)

    def _array(self, column: Sequence[Any], kind: Any) -> Any:
        if self._arrow.types.is_dictionary(kind):
            return self._arrow.array(column, kind.value_type).dictionary_encode().cast(kind)
        return self._arrow.array(column, kind)

    def close(self) -> None:
        """Write the rest and the end of the file, without which it cannot be read."""
        if self._pending:  # the rest of a row group that could not be read to its end
            self._flush()
        self._writer.close()

    def abandon(self) -> None:
        """Write nothing more; else the package would try when it forgets the writer."""
        self._writer.is_open = False


def _compression(reader: ParquetReader, schema: Any) -> Any:
    """Return the compression of each column, as in the first row group."""
    if not reader.file.num_row_groups:
        return "snappy"
    group = reader.file.metadata.row_group(0)
    known = {}
    for k in range(group.num_columns):
        column = group.column(k)
        name = {"UNCOMPRESSED": "none", "LZ4_RAW": "lz4"}.get(column.compression, column.compression.lower())
        known[column.path_in_schema.split(".")[0]] = name
    usual = next(iter(known.values()), "snappy")
    chosen = {name: known.get(name, usual) for name in schema.names}
    # One name for all also reaches the inside of nested columns.
    return usual if len(set(chosen.values())) == 1 else chosen
