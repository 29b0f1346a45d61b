"""``gujtext convert``: text typed for a legacy font to Unicode, and back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gujtext.cli import common, engine
from gujtext.cli.tasks import Result, Task

if TYPE_CHECKING:
    from gujtext.io import Block

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

    common.add_work(parser, rewrites=True)
    parser.add_argument("--font", required=True, choices=fonts(), help="the font that the text was typed for")
    parser.add_argument("--reverse", action="store_true", help="from Unicode to the font's keys")


def run(arguments: argparse.Namespace) -> int:
    """Convert block by block: a block ends at a line end, which no syllable crosses."""
    return engine.run(arguments, _Conversion(arguments.font, reverse=arguments.reverse))


class _Conversion(Task):
    """Text in another encoding, with notes on what has no counterpart."""

    places = True

    def __init__(self, font: str, *, reverse: bool) -> None:
        self._font = font
        self._reverse = reverse

    def block(self, block: Block) -> Result:
        from gujtext.normalization.legacy import from_unicode, to_unicode

        converted = (from_unicode if self._reverse else to_unicode)(block.text, self._font)
        notes = tuple(
            f"{block.place}:{start + block.offset}-{end + block.offset}: {code} {message}"
            for start, end, code, message in converted.findings
        )
        return Result(converted.text, notes=notes, differs=bool(notes))
