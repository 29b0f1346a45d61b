"""``gujtext convert``: text typed for a legacy font to Unicode, and back."""

from __future__ import annotations

import argparse
import sys

from gujtext import io
from gujtext.cli import DIFFERENCES, OK, common

DESCRIPTION = """\
Convert text typed for a legacy font, which draws Gujarati on Latin keys, to Unicode, or with --reverse back. The
font is named, never guessed. What has no counterpart stays as it is and is reported on standard error with its
place (code points from the beginning of the file); the exit code is then 1.
"""
EXAMPLE = """\
example:
  gujtext convert --font lmg-arun old.txt -o new.txt
  gujtext convert --font lmg-arun --reverse new.txt
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    from gujtext.normalization.legacy import fonts

    common.add_common(parser)
    parser.add_argument("--font", required=True, choices=fonts(), help="the font that the text was typed for")
    parser.add_argument("--reverse", action="store_true", help="from Unicode to the font's keys")


def run(arguments: argparse.Namespace) -> int:
    """Convert block by block: a block ends at a line end, which no syllable crosses."""
    from gujtext.normalization.legacy import from_unicode, to_unicode

    convert = from_unicode if arguments.reverse else to_unicode
    complete = True
    with common.output(arguments) as file:
        for name, block in common.blocks(arguments):
            converted = convert(block.text, arguments.font)
            file.write(io.encode(converted.text))
            for start, end, code, message in converted.findings:
                complete = False
                print(f"{name}:{start + block.offset}-{end + block.offset}: {code} {message}", file=sys.stderr)
    return OK if complete else DIFFERENCES
