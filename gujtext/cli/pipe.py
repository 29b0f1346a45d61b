"""``gujtext pipe``: several steps in one go, over lines of text or over folders of Parquet."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from typing import IO, TYPE_CHECKING, NamedTuple

from gujtext import io
from gujtext.cli import IO_FAILURE, OK, common
from gujtext.parallel import WorkerError, ordered_map
from gujtext.pipeline import Pipeline
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterator

# A block that becomes records has at most so many, or one line.
_CODE_POINTS = 1 << 16

DESCRIPTION = """\
Run several steps over every line of a text. The result is one JSON object a line, with the line's number, its
offset in the file, and all that the steps found; offsets in it count code points of the line as it was. Where all
steps change the text, the result is the text.

Steps that change the text come first: normalize, repair_digit_confusables, to_gujarati_digits, to_ascii_digits,
to_devanagari_digits, verbalize, inverse_normalize. Then in any order: sentences, words, names, numbers,
transliterate. Options stand behind a step: normalize profile=repair enable=P03,V20.

With --input, the work is done on a column of Parquet files, one file at a time and worker; each becomes one file of
the same name in the folder --output. A file that is there already is done: run the same command again after a
stop. A line of JSON on standard output tells of every file.
"""
EXAMPLE = """\
example:
  gujtext pipe "normalize | sentences | words" article.txt > article.jsonl
  gujtext pipe "normalize profile=visual | transliterate" article.txt
  gujtext pipe "normalize | words" --input 'in/*.parquet' --field text --output out -j 4
  gujtext pipe "normalize | words" --engine ray --input 'in/*.parquet' --field text --output out
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.usage = "gujtext pipe STEPS [options] [FILE ...]"
    parser.add_argument("steps", metavar="STEPS", help='steps with | between, such as "normalize | words"')
    # Not "*": argparse would take that as given, with nothing, where options stand between STEPS and the files.
    files = parser.add_argument(
        "files", nargs="+", default=[], metavar="FILE", help="UTF-8 text; - or nothing: standard input"
    )
    files.required = False
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write here instead of standard output, whole or absent; with --input, the folder to write to",
    )
    parser.add_argument("-j", "--jobs", type=int, metavar="N", help="so many worker processes (1)")
    common.add_decoding(parser)
    folder = parser.add_argument_group("folders of Parquet")
    folder.add_argument(
        "--input", action="append", metavar="PATTERN", help="files to read, such as 'in/**/*.parquet'; may be repeated"
    )
    folder.add_argument("--field", default="text", metavar="NAME", help="the column with the texts (text)")
    folder.add_argument(
        "--out-field",
        metavar="NAME",
        help="the column for the result: for text the one that was read, for documents gujtext",
    )
    folder.add_argument(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="what runs the workers: this machine (local), or Ray, in the cluster that RAY_ADDRESS names if it is set",
    )


def run(arguments: argparse.Namespace) -> int:
    """Do the steps over lines, or over the files of folders."""
    try:
        pipeline = Pipeline(arguments.steps)
        if arguments.input:
            if arguments.files:
                raise GujtextError(f"either --input or files, not both: {arguments.files[0]}")
            from gujtext.cli.pipe_folder import run_folder

            return run_folder(pipeline, arguments)
        if arguments.engine != "local":
            raise GujtextError(
                f"--engine {arguments.engine} is for folders of Parquet: --input PATTERN --output FOLDER"
            )
        _over_lines(pipeline, arguments)
        return OK
    except WorkerError as error:
        print(f"gujtext: {error}", file=sys.stderr)
        return IO_FAILURE


def _over_lines(pipeline: Pipeline, arguments: argparse.Namespace) -> None:
    paths = arguments.files or [io.STANDARD_INPUT]
    work = _Work(pipeline, named=len(paths) > 1)
    jobs = 1 if arguments.jobs is None else arguments.jobs
    blocks = _blocks(paths, arguments.errors, arguments.max_line)
    if not pipeline.ends_in_text:
        blocks = (smaller for block in blocks for smaller in _cut(block))
    with io.open_output(arguments.output, paths) as file, closing(ordered_map(work, blocks, jobs)) as results:
        for data in results:
            file.write(data)
            _flush(file)


def _flush(file: IO[bytes]) -> None:
    if file is sys.stdout.buffer:  # who feeds a pipe line by line gets the answers line by line
        file.flush()


class _Named(NamedTuple):
    """A block and the input that it is of."""

    name: str
    block: io.Block


def _blocks(paths: list[str], errors: str, longest: int) -> Iterator[_Named]:
    for path in paths:
        name = io.display_name(path)
        with io.open_input(path) as file:
            for block in io.read_blocks(file, name, errors, longest, note=common.complain):
                yield _Named(name, block)


def _cut(item: _Named) -> Iterator[_Named]:
    """Cut a block where lines end: its records are twenty times as long as its text, and several are in memory."""
    block = item.block
    text, line, start = block.text, block.line, 0
    while start < len(text):
        end = text.rfind("\n", start, start + _CODE_POINTS) + 1 or text.find("\n", start) + 1 or len(text)
        piece = text[start:end]
        yield _Named(item.name, block._replace(text=piece, line=line, offset=block.offset + start))
        line += piece.count("\n")
        start = end


class _Work:
    """What a worker does with a block; ``named`` puts the name of its input into every record."""

    def __init__(self, pipeline: Pipeline, *, named: bool) -> None:
        self.pipeline = pipeline
        self.named = named

    def __call__(self, item: _Named) -> bytes:
        """Return what is to be written."""
        name, block = item
        pieces = []
        offset = block.offset
        for number, line in enumerate(block.text.split("\n"), block.line):
            try:
                if self.pipeline.ends_in_text:
                    pieces.append(self.pipeline.text(line))
                elif line.strip():
                    pieces.append(self._record(name, number, offset, line))
            except GujtextError as error:  # a character that a strict scheme cannot express
                raise io.DataError(f"{name}:{number}: {error}") from None
            offset += len(line) + 1
        return io.encode("\n".join(pieces) if self.pipeline.ends_in_text else "".join(pieces))

    def _record(self, name: str, number: int, offset: int, line: str) -> str:
        place = {"file": name} if self.named else {}
        record = {**place, "line": number, "offset": offset, **self.pipeline(line).to_dict()}
        return json.dumps(record, ensure_ascii=False) + "\n"
