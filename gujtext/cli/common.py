"""What the subcommands share: their common options, blocks of input with a progress bar, records of output."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from gujtext import io

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

# Below this size a progress bar would only flicker, and importing it would cost more than the work.
_WORTH_A_BAR = 5_000_000


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every subcommand over files has."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text; - or nothing: standard input")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write here instead of standard output; the file is whole or absent",
    )
    parser.add_argument(
        "--errors",
        choices=io.DECODING_POLICIES,
        default="strict",
        help="bytes that are not UTF-8: stop with FILE:LINE:BYTE (strict, the default), replace them by U+FFFD, "
        "or carry them through unchanged (surrogateescape)",
    )
    parser.add_argument(
        "--progress",
        choices=("auto", "always", "never"),
        default="auto",
        help="a bar on standard error; auto: when that is a terminal, the output is not, and the work is long",
    )


def add_record_formats(parser: argparse.ArgumentParser, columns: str) -> None:
    """Add ``--tsv`` and ``--json``; ``columns`` names what they show."""
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--tsv", action="store_true", help=f"a table: {columns}")
    formats.add_argument("--json", action="store_true", help="the same as one JSON object a line")


def inputs_of(arguments: argparse.Namespace) -> list[str]:
    """Return the inputs that the command line names."""
    return arguments.files or [io.STANDARD_INPUT]


def blocks(arguments: argparse.Namespace) -> Iterator[tuple[str, io.Block]]:
    """Read every input in turn as (display name, block)."""
    with _progress(arguments) as advance:
        for path in inputs_of(arguments):
            name = io.display_name(path)
            with io.open_input(path) as file:
                for block in io.read_blocks(file, name, arguments.errors):
                    yield name, block
                    sys.stdout.flush()  # who feeds a pipe line by line gets the answers line by line
                    advance(len(io.encode(block.text)) if advance is not _no_bar else 0)


@contextmanager
def output(arguments: argparse.Namespace) -> Iterator[IO[bytes]]:
    """Open what the command writes to."""
    with io.open_output(arguments.output, inputs_of(arguments)) as file:
        yield file


def _no_bar(_: int) -> None:
    return


@contextmanager
def _progress(arguments: argparse.Namespace) -> Iterator[Callable[[int], object]]:
    paths = inputs_of(arguments)
    total = sum(os.path.getsize(path) for path in paths if os.path.isfile(path))
    if not _wants_bar(arguments, total):
        yield _no_bar
        return
    from tqdm import tqdm

    with tqdm(total=total or None, unit="B", unit_scale=True, file=sys.stderr, delay=0.3) as bar:
        yield bar.update


def _wants_bar(arguments: argparse.Namespace, total: int) -> bool:
    if arguments.progress != "auto":
        return bool(arguments.progress == "always")
    to_terminal = arguments.output is None and sys.stdout.isatty()
    return sys.stderr.isatty() and not to_terminal and total >= _WORTH_A_BAR


def write_records(file: IO[bytes], records: Iterable[dict[str, Any]], *, as_json: bool) -> None:
    """Write records as JSON lines, or as tab-separated cells in the order of their keys.

    In a table a tab or line end inside a cell is shown as an escape, so that a row stays a row.
    """
    if as_json:
        import json

        lines = (json.dumps(record, ensure_ascii=False, default=str) for record in records)
    else:
        lines = ("\t".join(_cell(value) for value in record.values()) for record in records)
    for line in lines:
        file.write(io.encode(line + "\n"))


def _cell(value: object) -> str:
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
