"""``gujtext transliterate``: Gujarati in Latin letters, and back."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.tasks import Result, Rewrite, Task, record_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from gujtext.io import Block
    from gujtext.types import Candidate

DESCRIPTION = """\
Write Gujarati in Latin letters: running text in popular spelling, with the names that the lexicon is sure of spelled
as a newspaper prints them; or by a standard (--scheme); or lists of names (--names). Everything that is not Gujarati
stays as it is.
"""
EXAMPLE = """\
example:
  gujtext transliterate article.txt
  gujtext transliterate --scheme iso15919 article.txt
  gujtext transliterate --names --annotate people.txt    each line a name; source and other spellings beside it
  gujtext transliterate --reverse --scheme itrans old.txt
  gujtext transliterate --reverse --scheme popular chat.txt    kem chho becomes કેમ છો
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser, rewrites=True, compares=True)
    parser.add_argument(
        "-s",
        "--scheme",
        help="popular (default), iso15919, iast, ala-lc, hunterian, un, itrans, hk, slp1, wx or velthuis",
    )
    parser.add_argument("--plain", action="store_true", help="popular spelling without looking for known names")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--names", action="store_true", help="every line is a name: case endings come off")
    what.add_argument("--reverse", action="store_true", help="read Latin letters as Gujarati; iso15919 if no --scheme")
    parser.add_argument(
        "--annotate",
        action="store_true",
        help="with --names, a table: name, spelling, score, source, other spellings",
    )
    parser.add_argument("--json", action="store_true", help="with --annotate: one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Transliterate block by block, or name by name."""
    if arguments.annotate:
        return engine.run(arguments, _Annotation(as_json=arguments.json))
    return engine.run(arguments, Rewrite(_converter(arguments)))


def _converter(arguments: argparse.Namespace) -> Callable[[str], str]:
    """Return the function of a block that the options ask for; it can be pickled."""
    from gujtext.transliteration import Romanizer, romanize_name, to_gujarati

    # Functions that can be sent to another process, so no lambdas.
    if arguments.names:
        return partial(_every_line, romanize_name)
    if arguments.reverse:
        return partial(to_gujarati, scheme=arguments.scheme or "iso15919")
    scheme = arguments.scheme or "popular"
    return Romanizer(scheme=scheme, names=scheme == "popular" and not arguments.plain).romanize


def _every_line(convert: Callable[[str], str], text: str) -> str:
    return "\n".join(map(convert, text.split("\n")))


class _Annotation(Task):
    """For every line its best spelling, where it comes from, and the next best ones."""

    report = True

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def block(self, block: Block) -> Result:
        from gujtext.transliteration import name_candidates
        from gujtext.types import Candidate

        names = [line.strip() for line in block.text.split("\n") if line.strip()]
        records = [_record(name, name_candidates(name) or [Candidate(name, 1.0, "unchanged")]) for name in names]
        return Result(record_lines(records, as_json=self._as_json))


def _record(name: str, candidates: list[Candidate]) -> dict[str, Any]:
    best, *others = candidates
    alternatives = ", ".join(one.text for one in others)
    return {
        "name": name,
        "latin": best.text,
        "score": round(best.score, 3),
        "source": best.source,
        "others": alternatives,
    }
