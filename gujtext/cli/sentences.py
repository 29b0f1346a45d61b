"""``gujtext sentences``: one sentence a line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.tasks import Records, Result, Task

if TYPE_CHECKING:
    from gujtext.io import Block

DESCRIPTION = """\
Split the text into sentences, one a line. A line end is always a boundary; a full stop is one only where a
reader would stop (not in ડૉ. પટેલ, ઈ.સ. ૧૯૪૭, ૧૮.૦૬.૨૦૨૪), and also where the space after it was forgotten. In a
record the sentences become a list, in a table of text cells a text with line ends between them.
"""
EXAMPLE = """\
example:
  gujtext sentences article.txt
  gujtext sentences --tsv article.txt  start, end (code points into the file), text
  gujtext sentences --field body --out-field sentences news.parquet -o sentences.parquet
"""
_SHAPE = {"start": int, "end": int, "text": str}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser, rewrites=True)
    common.add_record_formats(parser, "start, end (code points into the file), text")


def run(arguments: argparse.Namespace) -> int:
    """Split block by block: a block ends at a line end, which is a boundary."""
    if arguments.tsv or arguments.json:
        return engine.run(arguments, Records(_spans, _SHAPE, as_json=arguments.json))
    return engine.run(arguments, _Sentences())


def _spans(text: str) -> list[dict[str, Any]]:
    from gujtext.segmentation import sent_spans

    return [{"start": start, "end": end, "text": sentence} for sentence, start, end in sent_spans(text)]


class _Sentences(Task):
    """Sentences, one a line."""

    makes_lines = True
    shape = [str]  # noqa: RUF012  # never changed
    joint = "\n"

    def block(self, block: Block) -> Result:
        from gujtext.segmentation import sent_tokenize

        return Result("\n".join([*sent_tokenize(block.text), ""]))

    def field(self, block: Block) -> Result:
        from gujtext.segmentation import sent_tokenize

        return Result(value=sent_tokenize(block.text))
