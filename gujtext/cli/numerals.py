"""``gujtext numerals``: digits of another script, numbers to words and back, numbers in running text."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from gujtext import io
from gujtext.cli import DIFFERENCES, OK, common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gujtext.types import NumberMatch

DESCRIPTION = """\
Write the digits of a text in another script, find its numbers, write them as they are spoken or the other way round;
or spell and parse numbers, one a line. Text outside the numbers is never touched.
"""
EXAMPLE = """\
example:
  gujtext numerals --to-gujarati article.txt
  gujtext numerals --verbalize article.txt           for speech synthesis
  gujtext numerals --find --json article.txt
  echo 'સાડા ત્રણ કરોડ' | gujtext numerals --parse       35000000
"""

_HELP = {
    "to_gujarati": "ASCII and Devanagari digits become Gujarati ones",
    "to_ascii": "Gujarati and Devanagari digits become ASCII ones",
    "repair": "letters typed for digits become digits",
    "verbalize": "every number becomes words, as it is spoken",
    "inverse": "numbers in words become digits",
    "find": "a table: line, start, end, kind, value, unit, ending, text",
    "spell": "every line is a number in digits; write it in words",
    "parse": "every line is a number, in digits or words; write its value",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    for name, text in _HELP.items():
        what.add_argument("--" + name.replace("_", "-"), action="store_const", const=name, dest="task", help=text)
    parser.add_argument("--json", action="store_true", help="with --find, --spell and --parse: one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Do the task block by block, or line by line."""
    from gujtext import numerals

    rewrite: dict[str, Callable[[str], str]] = {
        "to_gujarati": numerals.to_gujarati_digits,
        "to_ascii": numerals.to_ascii_digits,
        "repair": numerals.repair_digit_confusables,
        "verbalize": numerals.verbalize,
        "inverse": numerals.inverse_normalize,
    }
    if arguments.task == "find":
        return _find(arguments)
    if arguments.task in ("spell", "parse"):
        return _each_line(arguments)
    with common.output(arguments) as file:
        for _, block in common.blocks(arguments):
            file.write(io.encode(rewrite[arguments.task](block.text)))
    return OK


def _find(arguments: argparse.Namespace) -> int:
    from gujtext.numerals import find_numbers

    with common.output(arguments) as file:
        for _, block in common.blocks(arguments):
            records = (
                _record(number, match)
                for number, line in enumerate(block.text.split("\n"), block.line)
                for match in find_numbers(line)
            )
            common.write_records(file, records, as_json=arguments.json)
    return OK


def _record(line: int, match: NumberMatch) -> dict[str, Any]:
    value = "..".join(map(str, match.value)) if isinstance(match.value, tuple) else str(match.value)
    return {
        "line": line,
        "start": match.start,
        "end": match.end,
        "kind": match.kind,
        "value": value,
        "unit": match.unit,
        "suffix": match.suffix,
        "text": match.text,
    }


def _each_line(arguments: argparse.Namespace) -> int:
    """Spell or parse every line; a line that is no number is told on standard error, with its place."""
    refused = False
    with common.output(arguments) as file:
        for name, block in common.blocks(arguments):
            for number, line in enumerate(block.text.split("\n"), block.line):
                if not line.strip():
                    continue
                result = _result(arguments.task, line)
                if isinstance(result, Exception):
                    refused = True
                    print(f"gujtext: {name}:{number}: {result}", file=sys.stderr)
                    continue
                common.write_records(file, _answer(line, result, arguments.json), as_json=arguments.json)
    return DIFFERENCES if refused else OK


def _answer(line: str, result: str, as_json: bool) -> Iterator[dict[str, Any]]:
    yield {"input": line.strip(), "result": result} if as_json else {"result": result}


def _result(task: str, line: str) -> str | Exception:
    from gujtext.numerals import NumberError, parse_number, parse_number_words, spell_number

    try:
        in_digits = any(character.isdecimal() for character in line)
        value = parse_number(line) if in_digits else parse_number_words(line)
        return spell_number(value) if task == "spell" else str(value)
    except NumberError as error:
        return error
