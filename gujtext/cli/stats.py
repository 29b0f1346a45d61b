"""``gujtext stats``: what a text consists of, and what normalization would change in it."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.normalize import add_rules, changes_by_rule
from gujtext.cli.tasks import Result, Task

if TYPE_CHECKING:
    from gujtext.io import Block
    from gujtext.normalization import Normalizer

DESCRIPTION = """\
Count over all inputs: lines, characters (code points), sentences, tokens by kind, characters by script, and the
changes by rule that gujtext normalize would make.
"""
EXAMPLE = """\
example:
  gujtext stats corpus/ -j 4
  gujtext stats --json --field body news.jsonl.gz
"""
_PLAIN = ("lines", "characters", "sentences", "tokens", "changes")
_GROUPS = {"token": "tokens by kind", "script": "characters by script", "rule": "changes by rule"}
# Scripts that are counted by name; Common is spaces, marks and ASCII digits.
_SCRIPTS = (
    *("Gujarati", "Latin", "Devanagari", "Common", "Inherited", "Arabic", "Bengali", "Gurmukhi", "Oriya", "Tamil"),
    *("Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Tibetan", "Greek", "Cyrillic", "Hebrew", "Han"),
    *("Hiragana", "Katakana", "Hangul"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser)
    add_rules(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Count block by block: no sentence and no token crosses a line end."""
    from gujtext.normalization import Normalizer

    normalizer = Normalizer(arguments.profile, enable=arguments.enable, disable=arguments.disable)
    return engine.run(arguments, _Counting(normalizer, as_json=arguments.json))


class _Counting(Task):
    """Counts, shown at the end."""

    report = True

    def __init__(self, normalizer: Normalizer, *, as_json: bool) -> None:
        self._normalizer = normalizer
        self._as_json = as_json

    def block(self, block: Block) -> Result:
        from gujtext.segmentation import sent_tokenize, word_spans

        text = block.text
        tally = Counter({"lines": text.count("\n") + (not text.endswith("\n")), "characters": len(text)})
        tally["sentences"] = len(sent_tokenize(text))
        kinds = Counter(token.kind for token in word_spans(text))
        tally["tokens"] = kinds.total()
        tally.update({f"token:{kind}": number for kind, number in kinds.items()})
        for character, number in Counter(text).items():
            tally[f"script:{_script(character)}"] += number
        if not self._normalizer.is_normalized(text):
            rules = changes_by_rule(self._normalizer, text)
            tally["changes"] = sum(rules.values())
            tally.update({f"rule:{rule}": number for rule, number in rules.items()})
        return Result(tally=dict(tally))

    def finish(self, payload: list[Any], tally: dict[str, int]) -> str:
        ordered = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
        groups = {
            group: {name.partition(":")[2]: number for name, number in ordered if name.startswith(f"{group}:")}
            for group in _GROUPS
        }
        plain = {name: tally.get(name, 0) for name in _PLAIN}
        if self._as_json:
            named = {title.replace(" ", "_"): groups[group] for group, title in _GROUPS.items()}
            return json.dumps({**plain, **named}) + "\n"
        lines = [f"{number:>14,}  {name}" for name, number in plain.items()]
        for group, title in _GROUPS.items():
            lines += ["", f"{title}:", *(f"{number:>14,}  {name}" for name, number in groups[group].items())]
        return "\n".join(lines) + "\n"


@cache
def _script(character: str) -> str:
    """Return the script of a character, one that is not counted by name as Other."""
    import regex

    for name in _SCRIPTS:
        if regex.match(rf"\p{{Script={name}}}", character):
            return name
    return "Other"
