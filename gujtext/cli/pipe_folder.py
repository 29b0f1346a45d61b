"""``gujtext pipe --input``: a column of many Parquet files, file by file, here or in Ray.

A file is a shard: one worker reads it, works on it and writes one file, which appears under its name when it is
whole. A run that was stopped is taken up by the same command; a shard that cannot be read does not stop the others.
"""

from __future__ import annotations

import glob
import json
import os
import sys
from contextlib import closing, redirect_stdout
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext import io
from gujtext.cli import BAD_DATA, IO_FAILURE, OK
from gujtext.integrations.doc_columns import RowError, column, document_type, pyarrow
from gujtext.parallel import ordered_map
from gujtext.types import GujtextError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator, Iterator

    from gujtext.pipeline import Pipeline

# A batch holds about so many bytes of the columns of a file, or one row.
_BATCH_BYTES = 8 << 20
_MOST_ROWS = 1 << 16
# The key of the file's metadata that tells what was done; another command does not take the file for its own.
_MADE_BY = b"gujtext"
# So many shards for each worker may be done before one that was begun earlier.
_AHEAD = 16


class Shard(NamedTuple):
    """A file to read and the file to write."""

    source: str
    target: str


class Report(NamedTuple):
    """What became of a shard: rows written, or that it was there, or why it could not be read."""

    shard: Shard
    rows: int
    there: bool = False
    error: io.DataError | OSError | None = None


def run_folder(pipeline: Pipeline, arguments: argparse.Namespace) -> int:
    """Work on all shards; return the exit code."""
    if arguments.files:
        raise GujtextError(f"either --input or files, not both: {arguments.files[0]}")
    fields, outs = arguments.field or ["text"], arguments.out_field or []
    if len(fields) > 1 or len(outs) > 1:
        raise GujtextError("--input works on one --field and writes one --out-field")
    if not arguments.output:
        raise GujtextError("--input wants a folder to write to: --output FOLDER")
    shards = find_shards(arguments.input, arguments.output)
    pyarrow()  # that it is missing is said once, here
    out_field = outs[0] if outs else fields[0] if pipeline.ends_in_text else "gujtext"
    work = ShardWork(pipeline, fields[0], out_field, os.getcwd(), may_replace=pipeline.ends_in_text or bool(outs))
    os.makedirs(arguments.output, exist_ok=True)
    code = OK
    stdout = sys.stdout
    # Ray remarks on lost workers on standard output, which is for the reports alone.
    with redirect_stdout(sys.stderr), closing(_reports(work, shards, arguments.engine, arguments.jobs)) as reports:
        for report in reports:
            if report.error is not None:
                code = max(code, BAD_DATA if isinstance(report.error, io.DataError) else IO_FAILURE)
                print(f"gujtext: {_message(report)}", file=sys.stderr)
                continue
            source, target = report.shard
            record = {"input": source, "output": target, "rows": report.rows, "there": report.there}
            print(json.dumps(record, ensure_ascii=False), file=stdout, flush=True)
    return code


def _message(report: Report) -> str:
    if isinstance(report.error, OSError):
        return f"{report.shard.source}: {report.error.strerror or report.error}"
    return str(report.error)


def _reports(work: ShardWork, shards: list[Shard], engine: str, jobs: int | None) -> Generator[Report, None, None]:
    if engine == "ray":
        from gujtext.integrations.ray_engine import ray_map

        return ray_map(work, shards, jobs)
    workers = 1 if jobs is None else jobs
    return ordered_map(work, shards, workers, window=_AHEAD * max(workers, 1))


def find_shards(patterns: list[str], folder: str) -> list[Shard]:
    """Return the files that patterns name, sorted, with the places of their results.

    A result has the path of its file below the part of the pattern that is no pattern: ``in/**/*.parquet`` writes
    what it finds in ``in/a/1.parquet`` to ``a/1.parquet``. Results of an earlier run in a folder below that part are
    no inputs.

    Raises:
        FileNotFoundError: a pattern that no file matches.
        IsADirectoryError: a folder among them.
        GujtextError: two files with one result, a result that is one of the files.
    """
    found: dict[str, str] = {}
    for pattern in patterns:
        root = _fixed_part(pattern)
        results = _below(folder, root)
        matches = sorted(glob.glob(pattern, recursive=True))
        paths = [one for one in matches if not _is_folder(one, pattern) and not _below(one, *results)]
        if not paths:
            raise FileNotFoundError(2, "no file matches this", pattern)
        for path in paths:
            target = os.path.join(folder, os.path.relpath(path, root))
            if found.setdefault(target, path) != path:
                raise GujtextError(f"{found[target]} and {path} would both become {target}")
    sources = set(map(os.path.realpath, found.values()))
    for target in found:
        if os.path.realpath(target) in sources:
            raise GujtextError(f"{target} is both input and output; write to another folder")
    return [Shard(path, target) for target, path in found.items()]


def _is_folder(path: str, pattern: str) -> bool:
    """Tell whether a match is a folder; one that no ``**`` looks into must not be passed over in silence."""
    if not os.path.isdir(path):
        return False
    if "**" not in pattern:
        raise IsADirectoryError(21, "is a folder; its files are read as FOLDER/**/*.parquet", path)
    return True


def _below(path: str, *folders: str) -> list[str]:
    """Return the path itself, resolved, if it is below one of these folders, else nothing."""
    real = os.path.realpath(path)
    return [real for folder in folders if real.startswith(os.path.join(os.path.realpath(folder), ""))]


def _fixed_part(pattern: str) -> str:
    folder = os.path.dirname(os.path.abspath(pattern))
    while glob.has_magic(folder):
        folder = os.path.dirname(folder)
    return folder


class ShardWork:
    """What a worker does with a shard.

    Arguments:
        pipeline: the steps.
        field: the column with the texts.
        out_field: the column for the result, a new one or one that is replaced.
        folder: what the paths of shards are relative to; a worker elsewhere has another current folder.
        may_replace: whether the column for the result may be one that is there.
    """

    def __init__(self, pipeline: Pipeline, field: str, out_field: str, folder: str, *, may_replace: bool) -> None:
        self.pipeline = pipeline
        self.field = field
        self.out_field = out_field
        self.folder = folder
        self.may_replace = may_replace

    def __call__(self, shard: Shard) -> Report:
        """Read, work and write, unless the result is there.

        Raises:
            GujtextError: the result is there and was made by another command.
            OSError: the result cannot be written.
        """
        source, target = (os.path.join(self.folder, path) for path in shard)
        if os.path.exists(target):
            return Report(shard, self._rows_there(target), there=True)
        try:
            file = open(source, "rb")  # noqa: SIM115  # closed by the with below; only opening is of this shard alone
        except OSError as error:
            return Report(shard, 0, error=error)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            with file, io.open_output(target, [source]) as output:
                return Report(shard, self._rewrite(shard.source, file, output))
        except io.DataError as error:
            return Report(shard, 0, error=error)

    @property
    def made_by(self) -> bytes:
        """What the metadata of a result tells."""
        facts = {"steps": str(self.pipeline), "field": self.field, "out_field": self.out_field}
        return json.dumps(facts, ensure_ascii=False).encode()

    def _rows_there(self, target: str) -> int:
        arrow = pyarrow()
        parquet = import_module("pyarrow.parquet")

        try:
            with parquet.ParquetFile(target) as file:
                made_by = (file.schema_arrow.metadata or {}).get(_MADE_BY)
                rows = int(file.metadata.num_rows)
        except arrow.ArrowInvalid:
            made_by = None
        if made_by != self.made_by:
            what = f"was made by {made_by.decode()}" if made_by else "was not made by gujtext pipe"
            raise GujtextError(f"{target} is there and {what}, not by {self.made_by.decode()}; use another folder")
        return rows

    def _rewrite(self, source: str, file: Any, output: Any) -> int:
        arrow = pyarrow()
        parquet = import_module("pyarrow.parquet")

        try:
            reader = parquet.ParquetFile(file)
        except (arrow.ArrowException, OSError) as error:
            raise io.DataError(f"{source}: not a Parquet file: {_first_line(error)}") from None
        kind = self._kind(source, reader.schema_arrow)
        schema = self._schema(reader.schema_arrow, kind)
        rows = 0
        with parquet.ParquetWriter(output, schema) as writer:
            for batch in self._batches(source, reader):
                values = self._column(source, rows, batch.column(self.field), kind)
                columns = {**{name: batch.column(name) for name in batch.schema.names}, self.out_field: values}
                table = arrow.Table.from_batches(
                    [arrow.RecordBatch.from_arrays([columns[name] for name in schema.names], schema=schema)]
                )
                writer.write_table(table)
                rows += batch.num_rows
        return rows

    def _kind(self, source: str, schema: Any) -> Any:
        """Return the type of the result; refuse a field that is not there or holds no text."""
        types = pyarrow().types
        if schema.names.count(self.field) != 1:
            known = ", ".join(schema.names)
            raise io.DataError(f"{source}: there is no field {self.field!r}; the fields are {known}")
        kind = schema.field(self.field).type
        if types.is_dictionary(kind):
            kind = kind.value_type
        if not (types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)):
            raise io.DataError(f"{source}: the field {self.field!r} holds {kind}, not text")
        if self.out_field in schema.names and not self.may_replace:
            raise io.DataError(f"{source}: there is a field {self.out_field!r} already; --out-field names another one")
        return kind if self.pipeline.ends_in_text else document_type(self.pipeline.steps)

    def _schema(self, schema: Any, kind: Any) -> Any:
        field = pyarrow().field(self.out_field, kind)
        place = schema.get_field_index(self.out_field)
        schema = schema.append(field) if place < 0 else schema.set(place, field)
        return schema.with_metadata({**(schema.metadata or {}), _MADE_BY: self.made_by})

    def _batches(self, source: str, reader: Any) -> Iterator[Any]:
        arrow = pyarrow()
        for number in range(reader.num_row_groups):
            about = reader.metadata.row_group(number)
            wide = max(1, about.total_byte_size // max(1, about.num_rows))
            most = min(_MOST_ROWS, max(1, _BATCH_BYTES // wide))
            try:
                # One thread: it is the workers that share out the processors.
                yield from reader.iter_batches(batch_size=most, row_groups=[number], use_threads=False)
            except (arrow.ArrowException, OSError) as error:
                raise io.DataError(f"{source}: row group {number + 1} cannot be read: {_first_line(error)}") from None

    def _column(self, source: str, row: int, texts: Any, kind: Any) -> Any:
        try:
            return column(self.pipeline, texts.to_pylist(), kind)
        except UnicodeDecodeError as error:
            raise io.DataError(f"{source}: after row {row}: not UTF-8: {error.reason}") from None
        except RowError as error:  # a character that a strict scheme cannot express
            raise io.DataError(f"{source}: row {row + error.row + 1}: {error}") from None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
