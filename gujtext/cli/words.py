"""``gujtext words``: words and marks apart."""

from __future__ import annotations

import argparse

from gujtext import io
from gujtext.cli import OK, common

DESCRIPTION = """\
Set words and marks apart: every line of the input becomes a line of tokens with one space between them. URLs,
handles, numbers, dates, abbreviations (ઈ.સ.), hyphenated compounds and emoji stay whole.
"""
EXAMPLE = """\
example:
  gujtext words article.txt
  gujtext words --tsv article.txt      start, end (code points into the file), kind, text
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    common.add_record_formats(parser, "start, end (code points into the file), kind, text")


def run(arguments: argparse.Namespace) -> int:
    """Tokenize block by block, or line by line where lines are kept."""
    from gujtext.segmentation import word_spans, word_tokenize

    with common.output(arguments) as file:
        for _, block in common.blocks(arguments):
            if arguments.tsv or arguments.json:
                records = (
                    {"start": start + block.offset, "end": end + block.offset, "kind": kind, "text": text}
                    for text, start, end, kind in word_spans(block.text)
                )
                common.write_records(file, records, as_json=arguments.json)
            else:
                lines = block.text.split("\n")
                ended = lines[-1] == ""  # the last line of a file may lack its line end
                tokens = [" ".join(word_tokenize(line)) for line in (lines[:-1] if ended else lines)]
                file.write(io.encode("\n".join(tokens) + ("\n" if ended else "")))
    return OK
