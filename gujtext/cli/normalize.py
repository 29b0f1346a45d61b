"""``gujtext normalize``: every word in its one Unicode spelling."""

from __future__ import annotations

import argparse

from gujtext import io
from gujtext.cli import DIFFERENCES, OK, common

DESCRIPTION = """\
Write the text with every word in its one Unicode spelling. What is already right comes out byte by byte as it
went in; other scripts, emoji, URLs, times and line ends are never touched.
"""
EXAMPLE = """\
example:
  gujtext normalize dirty.txt -o clean.txt
  gujtext normalize --check *.txt      exit code 1 and the lines that would change
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    parser.add_argument("-p", "--profile", default="standard", help="nfc, visual, standard (default), repair or search")
    parser.add_argument("--enable", action="append", default=[], metavar="RULE", help="add a rule by its id")
    parser.add_argument("--disable", action="append", default=[], metavar="RULE", help="leave a rule out")
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing but the lines that would change; exit code 1 if any",
    )


def run(arguments: argparse.Namespace) -> int:
    """Normalize block by block: the rules never look across a line end."""
    from gujtext.normalization import Normalizer

    normalizer = Normalizer(arguments.profile, enable=arguments.enable, disable=arguments.disable)
    differences = False
    with common.output(arguments) as file:
        for name, block in common.blocks(arguments):
            if not arguments.check:
                file.write(io.encode(normalizer.normalize(block.text)))
                continue
            if normalizer.is_normalized(block.text):
                continue
            differences = True
            for number, line in enumerate(block.text.split("\n"), block.line):
                if not normalizer.is_normalized(line):
                    file.write(io.encode(f"{name}:{number}: {line}\n"))
    return DIFFERENCES if differences else OK
