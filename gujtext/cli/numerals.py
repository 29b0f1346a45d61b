"""``gujtext numerals``: digits of another script, numbers to words and back, numbers in running text."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from gujtext import io
from gujtext.cli import BAD_DATA, OK, common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    what = parser.add_mutually_exclusive_group()
    for name, text in _HELP.items():
        what.add_argument("--" + name.replace("_", "-"), action="store_const", const=name, dest="task", help=text)
    parser.set_defaults(task="find")
    common.add_record_formats(parser, "start, end (code points into the file), kind, value, unit, ending, text")


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
            begin = block.offset
            for line in block.text.split("\n"):
                records = (_record(begin, match) for match in find_numbers(line))
                common.write_records(file, records, as_json=arguments.json)
                begin += len(line) + 1
    return OK


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
    return BAD_DATA if refused else OK


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
