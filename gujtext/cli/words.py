"""``gujtext words``: words and marks apart."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.tasks import Records, Result, Task

if TYPE_CHECKING:
    from gujtext.io import Block

DESCRIPTION = """\
Set words and marks apart: every line of the input becomes a line of tokens with one space between them. URLs,
handles, numbers, dates, abbreviations (ઈ.સ.), hyphenated compounds and emoji stay whole. In a record the tokens
become a list, in a table of text cells a text.
"""
EXAMPLE = """\
example:
  gujtext words article.txt
  gujtext words --tsv article.txt      start, end (code points into the file), kind, text
  gujtext words --field body --out-field words news.jsonl -o words.jsonl
"""
_SHAPE = {"start": int, "end": int, "kind": str, "text": str}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser, rewrites=True)
    common.add_record_formats(parser, "start, end (code points into the file), kind, text")


def run(arguments: argparse.Namespace) -> int:
    """Tokenize block by block, or line by line where lines are kept."""
    if arguments.tsv or arguments.json:
        return engine.run(arguments, Records(_spans, _SHAPE, as_json=arguments.json))
    return engine.run(arguments, _Words())


def _spans(text: str) -> list[dict[str, Any]]:
    from gujtext.segmentation import word_spans

    return [{"start": start, "end": end, "kind": kind, "text": token} for token, start, end, kind in word_spans(text)]


class _Words(Task):
    """Tokens with a space between them."""

    shape = [str]  # noqa: RUF012  # never changed

    def block(self, block: Block) -> Result:
        from gujtext.segmentation import word_tokenize

        join = " ".join
        return Result("\n".join([join(word_tokenize(line)) for line in block.text.split("\n")]))

    def field(self, block: Block) -> Result:
        from gujtext.segmentation import word_tokenize

        return Result(value=word_tokenize(block.text))
