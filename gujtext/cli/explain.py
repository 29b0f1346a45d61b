"""``gujtext explain``: what normalization changes, where, and by which rule."""

from __future__ import annotations

import argparse
import os
import sys

from gujtext import io
from gujtext.cli import OK, common

DESCRIPTION = """\
Show every change that gujtext normalize would make: its place (code points from the beginning of the file), its
rule, the old and the new text with code points named.
"""
EXAMPLE = """\
example:
  gujtext explain dirty.txt
  gujtext explain --html dirty.txt -o changes.html
  gujtext explain --json dirty.txt     start, end, before, after, rule
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    parser.add_argument("-p", "--profile", default="standard", help="nfc, visual, standard (default), repair or search")
    parser.add_argument("--enable", action="append", default=[], metavar="RULE", help="add a rule by its id")
    parser.add_argument("--disable", action="append", default=[], metavar="RULE", help="leave a rule out")
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--json", action="store_true", help="one JSON object a change")
    formats.add_argument("--html", action="store_true", help="a page, old and new side by side")
    parser.add_argument(
        "--colour",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto: on a terminal, unless NO_COLOR is set",
    )


def run(arguments: argparse.Namespace) -> int:
    """Explain block by block: the rules never look across a line end."""
    from gujtext.normalization import Normalizer
    from gujtext.normalization.report import html_page, terminal_lines
    from gujtext.types import Normalized

    normalizer = Normalizer(arguments.profile, enable=arguments.enable, disable=arguments.disable)
    colour = _wants_colour(arguments)
    sections: list[tuple[str, Normalized]] = []
    with common.output(arguments) as file:
        for name, block in common.blocks(arguments):
            result = normalizer.explain(block.text)
            if arguments.html:
                sections.append((f"{name}, from line {block.line}" if block.line > 1 else name, result))
                continue
            if arguments.json:
                records = (
                    change._replace(start=change.start + block.offset, end=change.end + block.offset)._asdict()
                    for change in result.changes
                )
                common.write_records(file, records, as_json=True)
                continue
            for line in terminal_lines(block.text, result.changes, colour=colour, name=name, offset=block.offset):
                file.write(io.encode(line + "\n"))
        if arguments.html:
            file.write(io.encode(html_page("What gujtext normalize changes", sections)))
    return OK


def _wants_colour(arguments: argparse.Namespace) -> bool:
    if arguments.colour != "auto":
        return bool(arguments.colour == "always")
    return arguments.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
