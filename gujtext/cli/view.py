"""``gujtext view``: a text as a page to look at in a browser."""

from __future__ import annotations

import argparse

from gujtext import io
from gujtext.cli import OK, common
from gujtext.types import GujtextError
from gujtext.view import PAGE_LIMIT, page

DESCRIPTION = """\
Write one page of HTML that needs nothing else: the text with its sentences numbered, tokens coloured by kind, names
with their Latin spelling, numbers with their values, what normalize would change and what check reports. Places are
code points from the beginning of the file.
"""
EXAMPLE = """\
example:
  gujtext view article.txt --html article.html
  gujtext view --limit 5000 book.txt > first-pages.html
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    parser.add_argument("--html", dest="output", metavar="FILE", help="the same as --output")
    parser.add_argument("--title", help="the page's title; the name of the file if left out")
    parser.add_argument(
        "--limit",
        type=int,
        default=PAGE_LIMIT,
        metavar="N",
        help=f"show the first N characters, and say so on the page ({PAGE_LIMIT:,}); 0: the whole file",
    )


def run(arguments: argparse.Namespace) -> int:
    """Read as much as is shown; the rest is only counted."""
    if len(common.inputs_of(arguments)) > 1:
        raise GujtextError(f"a page shows one file, not {len(arguments.files)}")
    if arguments.limit < 0:
        raise GujtextError(f"--limit is {arguments.limit}; it is a number of characters, 0 for the whole file")
    limit = arguments.limit or None
    pieces: list[str] = []
    length = 0
    with common.output(arguments) as file:
        for _, block in common.blocks(arguments):
            if limit is None or length <= limit:
                pieces.append(block.text)
            length += len(block.text)
        title = arguments.title
        if title is None:
            title = io.display_name(common.inputs_of(arguments)[0])
        file.write(io.encode(page("".join(pieces), title, limit=limit, length=length)))
    return OK
