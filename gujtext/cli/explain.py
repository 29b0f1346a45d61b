"""``gujtext explain``: what normalization changes, where, and by which rule."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.normalize import add_rules
from gujtext.cli.tasks import Result, Task, record_lines

if TYPE_CHECKING:
    from gujtext.io import Block
    from gujtext.normalization import Normalizer

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
    common.add_work(parser)
    add_rules(parser)
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

    normalizer = Normalizer(arguments.profile, enable=arguments.enable, disable=arguments.disable)
    style = "json" if arguments.json else "html" if arguments.html else "text"
    return engine.run(arguments, _Explanation(normalizer, style, colour=_wants_colour(arguments)))


class _Explanation(Task):
    """The changes of a normalizer as text, JSON lines or one page."""

    report = True
    places = True

    def __init__(self, normalizer: Normalizer, style: str, *, colour: bool) -> None:
        self._normalizer = normalizer
        self._style = style
        self._colour = colour

    def block(self, block: Block) -> Result:
        from gujtext.normalization.report import terminal_lines

        result = self._normalizer.explain(block.text)
        if self._style == "html":
            title = f"{block.place}, from line {block.line}" if block.line > 1 else block.place
            return Result(payload=((title, result),))
        if self._style == "json":
            where = {"file": block.name, "record": block.record, "field": block.field} if block.record else {}
            records = [
                {
                    **where,
                    **change._replace(start=change.start + block.offset, end=change.end + block.offset)._asdict(),
                }
                for change in result.changes
            ]
            return Result(record_lines(records, as_json=True))
        lines = terminal_lines(block.text, result.changes, colour=self._colour, name=block.place, offset=block.offset)
        return Result("".join(f"{line}\n" for line in lines))

    def finish(self, payload: list[Any], tally: dict[str, int]) -> str:
        if self._style != "html":
            return ""
        from gujtext.normalization.report import html_page

        return html_page("What gujtext normalize changes", payload)


def _wants_colour(arguments: argparse.Namespace) -> bool:
    if arguments.colour != "auto":
        return bool(arguments.colour == "always")
    return arguments.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
