"""``gujtext normalize``: every word in its one Unicode spelling."""

from __future__ import annotations

import argparse
from functools import partial

from gujtext.cli import common, engine
from gujtext.cli.tasks import Rewrite

DESCRIPTION = """\
Write the text with every word in its one Unicode spelling. What is already right comes out byte by byte as it
went in; other scripts, emoji, URLs, times and line ends are never touched.
"""
EXAMPLE = """\
example:
  gujtext normalize dirty.txt -o clean.txt
  gujtext normalize -i.bak -j 4 corpus/     every file below, in place; the old ones stay beside them
  gujtext normalize --field title --field body news.jsonl.gz -o clean.jsonl.gz
  gujtext normalize --check *.txt      exit code 1 and the lines that would change
  gujtext normalize --diff *.txt | patch -p0
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser, rewrites=True, compares=True)
    add_rules(parser)
    common.add_summary(parser)


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose the rules."""
    parser.add_argument("-p", "--profile", default="standard", help="nfc, visual, standard (default), repair or search")
    parser.add_argument("--enable", action="append", default=[], metavar="RULE", help="add a rule by its id")
    parser.add_argument("--disable", action="append", default=[], metavar="RULE", help="leave a rule out")


def run(arguments: argparse.Namespace) -> int:
    """Normalize block by block: the rules never look across a line end."""
    from gujtext.normalization import Normalizer
    from gujtext.normalization.utf8 import normalize_utf8

    arguments.summary |= arguments.json
    normalizer = Normalizer(arguments.profile, enable=arguments.enable, disable=arguments.disable)
    counts, in_bytes = partial(changes_by_rule, normalizer), partial(normalize_utf8, normalizer)
    return engine.run(arguments, Rewrite(normalizer.normalize, counts, in_bytes))


def changes_by_rule(normalizer: object, text: str) -> dict[str, int]:
    """Count what a normalizer changes in a text."""
    counts: dict[str, int] = {}
    for change in normalizer.explain(text).changes:  # type: ignore[attr-defined]
        counts[change.rule] = counts.get(change.rule, 0) + 1
    return counts
