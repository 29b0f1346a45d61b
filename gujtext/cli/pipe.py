"""``gujtext pipe``: several steps in one go, over text and records, or over folders of Parquet."""

from __future__ import annotations

import argparse
import json
import os
from typing import TYPE_CHECKING, Any

from gujtext import io
from gujtext.cli import common, engine
from gujtext.cli.tasks import Result, Task
from gujtext.integrations.doc_columns import document_shape
from gujtext.pipeline import Pipeline
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from gujtext.io import Block

# Records are twenty times as long as their text, and several blocks of them are in memory.
_BLOCK_BYTES = 1 << 17

DESCRIPTION = """\
Run several steps over every line of a text. The result is one JSON object a line, with the line's number, its
offset in the file, and all that the steps found; offsets in it count code points of the line as it was. Where all
steps change the text, the result is the text. In JSON Lines, CSV, TSV and Parquet the steps run over a field of
every record, and the result is another field: for text the same one, for documents "gujtext", unless --out-field
names it.

Steps that change the text come first: normalize, repair_digit_confusables, to_gujarati_digits, to_ascii_digits,
to_devanagari_digits, verbalize, inverse_normalize. Then in any order: sentences, words, names, numbers,
transliterate. Options stand behind a step: normalize profile=repair enable=P03,V20.

With --input, whole Parquet files are the work of one worker each, here or in Ray; each becomes one file of the same
name in the folder --output. A file that is there already is done: run the same command again after a stop. A line
of JSON on standard output tells of every file.
"""
EXAMPLE = """\
example:
  gujtext pipe "normalize | sentences | words" article.txt > article.jsonl
  gujtext pipe "normalize profile=visual | transliterate" article.txt
  gujtext pipe "normalize | words" --field body news.jsonl.gz -o news.words.jsonl -j 4
  gujtext pipe "normalize | words" --input 'in/*.parquet' --field text --output out -j 4
  gujtext pipe "normalize | words" --engine ray --input 'in/*.parquet' --field text --output out
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.usage = "gujtext pipe STEPS [options] [FILE ...]"
    parser.add_argument("steps", metavar="STEPS", help='steps with | between, such as "normalize | words"')
    common.add_work(parser, rewrites=True, after_a_word=True)
    parser.set_defaults(jobs=None)
    folder = parser.add_argument_group("folders of Parquet, a worker for each file")
    folder.add_argument(
        "--input", action="append", metavar="PATTERN", help="files to read, such as 'in/**/*.parquet'; may be repeated"
    )
    folder.add_argument(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="what runs the workers: this machine (local), or Ray, in the cluster that RAY_ADDRESS names if it is set",
    )


def run(arguments: argparse.Namespace) -> int:
    """Do the steps over lines or records, or over the files of folders."""
    pipeline = Pipeline(arguments.steps)
    if arguments.input:
        from gujtext.cli.pipe_folder import run_folder

        return run_folder(pipeline, arguments)
    if arguments.engine != "local":
        raise GujtextError(f"--engine {arguments.engine} is for folders of Parquet: --input PATTERN --output FOLDER")
    arguments.jobs = arguments.jobs or 1
    if pipeline.ends_in_text:
        return engine.run(arguments, _Texts(pipeline, whole=arguments.null))
    if arguments.in_place is not None:
        raise GujtextError("-i is for steps that give text; these give documents, which want another file: -o FILE")
    arguments.out_field = arguments.out_field or ["gujtext"]
    named = len(arguments.files) > 1 or any(map(os.path.isdir, arguments.files))
    return engine.run(arguments, _Documents(pipeline, whole=arguments.null, named=named))


class _Steps(Task):
    """A pipeline over lines; ``whole``: what is given is one record, line ends included."""

    def __init__(self, pipeline: Pipeline, *, whole: bool) -> None:
        self.pipeline = pipeline
        self._whole = whole

    def lines(self, block: Block) -> list[str]:
        """Return the texts to work on."""
        return [block.text] if self._whole else block.text.split("\n")


class _Texts(_Steps):
    def block(self, block: Block) -> Result:
        texts = []
        for number, line in enumerate(self.lines(block), block.line):
            try:
                texts.append(self.pipeline.text(line))
            except GujtextError as error:  # a character that a strict scheme cannot express
                raise io.DataError(f"{block.name}:{number}: {error}") from None
        return Result("\n".join(texts))

    def field(self, block: Block) -> Result:
        try:
            return Result(value=self.pipeline.text(block.text))
        except GujtextError as error:
            raise io.DataError(f"{block.place}: {error}") from None


class _Documents(_Steps):
    lists = True
    places = True
    block_bytes = _BLOCK_BYTES

    def __init__(self, pipeline: Pipeline, *, whole: bool, named: bool) -> None:
        super().__init__(pipeline, whole=whole)
        self._named = named
        self.shape = document_shape(pipeline.steps)

    def block(self, block: Block) -> Result:
        records = []
        offset = block.offset
        for number, line in enumerate(self.lines(block), block.line):
            if line.strip():
                place = {"file": block.name} if self._named else {}
                found = self._found(line, f"{block.name}:{number}")
                record = {**place, "line": number, "offset": offset, "text": line, **found}
                records.append(json.dumps(record, ensure_ascii=False) + "\n")
            offset += len(line) + 1
        return Result("".join(records))

    def field(self, block: Block) -> Result:
        return Result(value=self._found(block.text, block.place))

    def cell(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def _found(self, text: str, place: str) -> dict[str, Any]:
        try:
            found = self.pipeline(text).to_dict()
        except GujtextError as error:
            raise io.DataError(f"{place}: {error}") from None
        del found["text"]
        return found
