"""``gujtext sentences``: one sentence a line."""

from __future__ import annotations

import argparse

from gujtext import io
from gujtext.cli import OK, common

DESCRIPTION = """\
Split the text into sentences, one a line. A line end is always a boundary; a full stop is one only where a
reader would stop (not in ડૉ. પટેલ, ઈ.સ. ૧૯૪૭, ૧૮.૦૬.૨૦૨૪), and also where the space after it was forgotten.
"""
EXAMPLE = """\
example:
  gujtext sentences article.txt
  gujtext sentences --tsv article.txt  start, end (code points into the file), text
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    common.add_record_formats(parser, "start, end (code points into the file), text")


def run(arguments: argparse.Namespace) -> int:
    """Split block by block: a block ends at a line end, which is a boundary."""
    from gujtext.segmentation import sent_spans, sent_tokenize

    with common.output(arguments) as file:
        for _, block in common.blocks(arguments):
            if arguments.tsv or arguments.json:
                records = (
                    {"start": start + block.offset, "end": end + block.offset, "text": text}
                    for text, start, end in sent_spans(block.text)
                )
                common.write_records(file, records, as_json=arguments.json)
            elif sentences := sent_tokenize(block.text):
                file.write(io.encode("\n".join(sentences) + "\n"))
    return OK
