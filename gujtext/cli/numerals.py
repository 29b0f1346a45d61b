"""``gujtext numerals``: digits of another script, numbers to words and back, numbers in running text."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.tasks import Records, Result, Rewrite, Task, record_lines
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from gujtext.io import Block
    from gujtext.types import NumberMatch

DESCRIPTION = """\
Find the numbers of a text, in digits and in words (the default); write its digits in another script, its numbers as
they are spoken or the other way round; or spell and parse numbers, one a line. Text outside the numbers is never
touched.
"""
EXAMPLE = """\
example:
  gujtext numerals article.txt                       start, end (code points into the file), kind, value ...
  gujtext numerals --to-gujarati article.txt
  gujtext numerals --verbalize article.txt           for speech synthesis
  echo 'સાડા ત્રણ કરોડ' | gujtext numerals --parse       35000000
"""

_HELP = {
    "to_gujarati": "ASCII and Devanagari digits become Gujarati ones",
    "to_ascii": "Gujarati and Devanagari digits become ASCII ones",
    "repair": "letters typed for digits become digits",
    "verbalize": "every number becomes words, as it is spoken",
    "inverse": "numbers in words become digits",
    "find": "a table of the numbers (the default)",
    "spell": "every line is a number in digits; write it in words",
    "parse": "every line is a number, in digits or words; write its value",
}
_SHAPE = {"start": int, "end": int, "kind": str, "value": str, "unit": str, "suffix": str, "text": str}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser, rewrites=True, compares=True)
    what = parser.add_mutually_exclusive_group()
    for name, text in _HELP.items():
        what.add_argument("--" + name.replace("_", "-"), action="store_const", const=name, dest="task", help=text)
    parser.set_defaults(task="find")
    common.add_record_formats(parser, "start, end (code points into the file), kind, value, unit, ending, text")


def run(arguments: argparse.Namespace) -> int:
    """Do the task block by block, or line by line."""
    from gujtext import numerals

    rewrites = {
        "to_gujarati": numerals.to_gujarati_digits,
        "to_ascii": numerals.to_ascii_digits,
        "repair": numerals.repair_digit_confusables,
        "verbalize": numerals.verbalize,
        "inverse": numerals.inverse_normalize,
    }
    if arguments.task in rewrites:
        return engine.run(arguments, Rewrite(rewrites[arguments.task]))
    if arguments.check or arguments.diff:
        raise GujtextError("--check and --diff go with what rewrites a text, such as --to-gujarati")
    if arguments.task == "find":
        return engine.run(arguments, Records(_found, _SHAPE, as_json=arguments.json))
    return engine.run(arguments, _EachLine(arguments.task, as_json=arguments.json))


def _found(text: str) -> list[dict[str, Any]]:
    """Find the numbers line by line."""
    from gujtext.numerals import find_numbers

    found = []
    begin = 0
    for line in text.split("\n"):
        found += [_record(begin, match) for match in find_numbers(line)]
        begin += len(line) + 1
    return found


def _record(begin: int, match: NumberMatch) -> dict[str, Any]:
    """Return what is shown of a match in the line that begins at this offset."""
    value = "..".join(map(str, match.value)) if isinstance(match.value, tuple) else str(match.value)
    return {
        "start": match.start + begin,
        "end": match.end + begin,
        "kind": match.kind,
        "value": value,
        "unit": match.unit,
        "suffix": match.suffix,
        "text": match.text,
    }


class _EachLine(Task):
    """Spells or parses every line; what is no number is told with its place, and a record gets nothing for it."""

    lists = True
    places = True

    def __init__(self, task: str, *, as_json: bool) -> None:
        self._task = task
        self._as_json = as_json

    def block(self, block: Block) -> Result:
        notes, records = [], []
        for number, line in enumerate(block.text.split("\n"), block.line):
            if not line.strip():
                continue
            result = _result(self._task, line)
            if isinstance(result, Exception):
                notes.append(f"{block.place}:{number}: {result}")
            else:
                records.append({"input": line.strip(), "result": result} if self._as_json else {"result": result})
        return Result(record_lines(records, as_json=self._as_json), notes=tuple(notes), refused=bool(notes))

    def field(self, block: Block) -> Result:
        result = _result(self._task, block.text)
        if isinstance(result, Exception):
            return Result(notes=(f"{block.place}: {result}",), refused=True)
        return Result(value=result)


def _result(task: str, line: str) -> str | Exception:
    from gujtext.numerals import NumberError, parse_number, parse_number_words, spell_number

    try:
        in_digits = any(character.isdecimal() for character in line)
        value = parse_number(line) if in_digits else parse_number_words(line)
        return spell_number(value) if task == "spell" else str(value)
    except NumberError as error:
        return error
