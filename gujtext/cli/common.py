"""What the subcommands share: their options, a progress bar, messages; and plain blocks for those without a task."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from gujtext import io
from gujtext.cli import BAD_DATA, IO_FAILURE, USAGE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gujtext.io.sources import Source

# Below this size a progress bar would only flicker, and importing it would cost more than the work.
_WORTH_A_BAR = 5_000_000
_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def add_common(parser: argparse.ArgumentParser, *, after_a_word: bool = False) -> None:
    """Add the options that every subcommand over files has; ``after_a_word``: the files are not its first words."""
    # Not "*" there: argparse would take that as given, with nothing, where options stand between word and files.
    files = parser.add_argument(
        "files",
        nargs="+" if after_a_word else "*",
        default=[],
        metavar="FILE",
        help="UTF-8 text; - or nothing: standard input",
    )
    files.required = False
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write here instead of standard output; the file is whole or absent, and compressed if its name says so",
    )
    parser.add_argument(
        "--errors",
        choices=io.DECODING_POLICIES,
        default="strict",
        help="bytes that are not UTF-8: stop with FILE:LINE:BYTE (strict, the default), replace them by U+FFFD, "
        "carry them through unchanged (surrogateescape), or leave out their lines, and records without the field "
        "(skip), each with a message",
    )
    parser.add_argument(
        "--max-line",
        type=_size,
        default=_default_longest(),
        metavar="BYTES",
        help="a longer line is an error, so that memory stays bounded; 0: any length (default 16M)",
    )
    parser.add_argument(
        "--progress",
        choices=("auto", "always", "never"),
        default="auto",
        help="a bar on standard error; auto: when that is a terminal, the output is not, and the work is long",
    )


def add_work(
    parser: argparse.ArgumentParser,
    *,
    rewrites: bool = False,
    compares: bool = False,
    format_option: str = "--format",
    after_a_word: bool = False,
) -> None:
    """Add all options of a subcommand that the engine runs.

    Arguments:
        parser: takes the options.
        rewrites: the result is a new version of the input, which may be written in place or into a folder.
        compares: the new version has the lines of the old one, so that the two can be compared.
        format_option: what the option for the format of the input is called.
        after_a_word: another word of the command line comes before the files.
    """
    add_common(parser, after_a_word=after_a_word)
    records = parser.add_argument_group("records and folders")
    formats = ("text", "jsonl", "csv", "tsv", "parquet")
    records.add_argument(
        format_option,
        dest="format",
        choices=formats,
        metavar="FORMAT",
        help="text, jsonl, csv, tsv or parquet (default: by the name of the file, before .gz .bz2 .xz .zst; else text)",
    )
    records.add_argument(
        "--field", action="append", metavar="NAME", help="the field of a record; may be given again (default: text)"
    )
    records.add_argument("-0", "--null", action="store_true", help="lines end with NUL and not with a line feed")
    records.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="PATTERN",
        help="of a folder take the files with such names, as '*.srt' (default: those whose name tells a format)",
    )
    records.add_argument(
        "-j", "--jobs", type=_jobs, default=1, metavar="N", help="work in N processes; 0: one for each processor"
    )
    parser.set_defaults(out_field=None, in_place=None, check=False, diff=False, summary=False)
    if rewrites:
        records.add_argument(
            "--out-field", action="append", metavar="NAME", help="write the result here, one for each --field"
        )
        records.add_argument(
            "-i",
            "--in-place",
            nargs="?",
            const="",
            metavar="SUFFIX",
            help="rewrite each file, whole or not at all; -i.bak keeps the old one",
        )
        parser.epilog = (
            f"{parser.epilog or ''}\nFolders are walked with -i, or with -o FOLDER/, which gets a file for each."
        )
    if compares:
        compared = parser.add_argument_group("comparing")
        compared.add_argument(
            "--check",
            action="store_true",
            help="write nothing but the lines that would change; exit code 1 if any",
        )
        compared.add_argument("--diff", action="store_true", help="write a unified diff; exit code 1 if not empty")


def add_summary(parser: argparse.ArgumentParser) -> None:
    """Add the options for a summary at the end."""
    group = parser.add_argument_group("summary")
    group.add_argument(
        "--summary", "--stats", action="store_true", help="at the end, on standard error, the changes by rule"
    )
    group.add_argument("--json", action="store_true", help="the summary as a JSON object")


def show_summary(arguments: argparse.Namespace, tally: dict[str, int]) -> None:
    """Write the summary: changes by rule, most first, and their sum."""
    ordered = dict(sorted(tally.items(), key=lambda item: (-item[1], item[0])))
    total = sum(tally.values())
    if arguments.json:
        import json

        print(json.dumps({"changes": total, "rules": ordered}), file=sys.stderr)
        return
    for rule, count in ordered.items():
        print(f"{count:>12}  {rule}", file=sys.stderr)
    print(f"{total:>12}  changes", file=sys.stderr)


def _default_longest() -> int:
    from gujtext.io.decoding import LONGEST_LINE

    return LONGEST_LINE


def _size(text: str) -> int:
    """Read a number of bytes, with K, M or G behind it or not."""
    number, unit = text.rstrip("kKmMgG"), text[len(text.rstrip("kKmMgG")) :].lower()
    if not number.isascii() or not number.isdigit() or unit not in _UNITS:
        import argparse

        raise argparse.ArgumentTypeError(f"not a number of bytes: {text!r}")
    return int(number) * _UNITS[unit]


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        import argparse

        raise argparse.ArgumentTypeError(f"not a number of processes: {text!r}")
    return int(text) or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def add_record_formats(parser: argparse.ArgumentParser, columns: str) -> None:
    """Add ``--tsv`` and ``--json``; ``columns`` names what they show."""
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--tsv", action="store_true", help=f"a table: {columns}")
    formats.add_argument("--json", action="store_true", help="the same as one JSON object a line")


def inputs_of(arguments: argparse.Namespace) -> list[str]:
    """Return the inputs that the command line names."""
    return arguments.files or [io.STANDARD_INPUT]


def complain(message: str) -> None:
    """Say something on standard error."""
    print(f"gujtext: {message}", file=sys.stderr)


def message_of(error: Exception) -> str:
    """Return what to say of an error."""
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    return str(error)


def exit_code_of(error: Exception) -> int:
    """Return the exit code of an error."""
    if isinstance(error, OSError):
        return IO_FAILURE
    if isinstance(error, io.DataError):
        return BAD_DATA
    return IO_FAILURE if type(error).__name__ == "WorkerError" else USAGE


def blocks(arguments: argparse.Namespace) -> Iterator[tuple[str, io.Block]]:
    """Read every input in turn as (display name, block)."""
    from gujtext.io.sources import find_sources

    sources = find_sources(inputs_of(arguments), format="text")
    with progress(arguments, sources) as advance:
        for path, name, *_ in sources:
            with io.open_input(path) as file:
                read = io.read_blocks(file, name, arguments.errors, arguments.max_line, note=complain)
                for block in read:
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
def progress(arguments: argparse.Namespace, sources: Sequence[Source]) -> Iterator[Callable[[int], object]]:
    """Show a bar over the bytes of the inputs, if that is wanted; yield what takes the bytes done."""
    known = all(os.path.isfile(source.path) for source in sources)
    total = sum(os.path.getsize(source.path) for source in sources if os.path.isfile(source.path))
    if not _wants_bar(arguments, total):
        yield _no_bar
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # no thread beside this one, which workers could not be copied with; nor is it needed
    delay = 0.3 if arguments.progress == "auto" else 0
    size = total if known else None
    with tqdm(total=size, unit="B", unit_scale=True, file=sys.stderr, delay=delay, miniters=1) as bar:
        yield bar.update


def _wants_bar(arguments: argparse.Namespace, total: int) -> bool:
    if arguments.progress != "auto":
        return bool(arguments.progress == "always")
    to_terminal = arguments.output is None and sys.stdout.isatty()
    return sys.stderr.isatty() and not to_terminal and total >= _WORTH_A_BAR


def write_records(file: IO[bytes], records: Iterable[dict[str, Any]], *, as_json: bool) -> None:
    """Write records as JSON lines, or as tab-separated cells in the order of their keys."""
    from gujtext.cli.tasks import record_lines

    file.write(io.encode(record_lines(records, as_json=as_json)))
