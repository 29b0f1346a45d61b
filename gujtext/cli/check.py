"""``gujtext check``: report ill-formed Gujarati, for people and for continuous integration."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from gujtext import io
from gujtext.cli import DIFFERENCES, OK, common

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTION = """\
Report marks that stand where Gujarati does not allow them, mixed digits, characters that do not belong into
Gujarati text. Exit code 1 if there is anything to report.
"""
EXAMPLE = """\
example:
  gujtext check *.txt                     FILE:LINE:COLUMN: CODE message
  gujtext check --format sarif *.txt -o check.sarif
"""
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_common(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="text (default), a JSON object a line, SARIF",
    )


def run(arguments: argparse.Namespace) -> int:
    """Check block by block: a finding never crosses a line end."""
    found: list[dict[str, Any]] = []
    any_found = False
    with common.output(arguments) as file:
        for record in _records(arguments):
            any_found = True
            if arguments.format == "sarif":
                found.append(record)
            elif arguments.format == "json":
                common.write_records(file, [record], as_json=True)
            else:
                file.write(io.encode("{file}:{line}:{column}: {code} {message}: {text}\n".format(**record)))
        if arguments.format == "sarif":
            common.write_records(file, [_sarif(found)], as_json=True)
    return DIFFERENCES if any_found else OK


def _records(arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Find everything; lines and columns count from 1, start and end are code points into the file."""
    from gujtext.normalization import check

    for name, block in common.blocks(arguments):
        findings = check(block.text)
        if not findings:
            continue
        begins = [0]
        for line in block.text.split("\n"):
            begins.append(begins[-1] + len(line) + 1)
        for start, end, code, message in findings:
            row = bisect_right(begins, start) - 1
            yield {
                "file": name,
                "line": block.line + row,
                "column": start - begins[row] + 1,
                "start": start + block.offset,
                "end": end + block.offset,
                "code": code,
                "message": message,
                "text": _in_its_word(block.text, start, end),
            }


def _in_its_word(text: str, start: int, end: int) -> str:
    """Return the finding with what stands around it up to a space, a few characters at most."""
    left = text[max(0, start - 12) : start].split()
    right = text[end : end + 12].split()
    before = left[-1] if left and not text[start - 1].isspace() else ""
    after = right[0] if right and not text[end : end + 1].isspace() else ""
    return before + text[start:end] + after


def _sarif(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the findings in the Static Analysis Results Interchange Format."""
    from gujtext import __version__

    results = [
        {
            "ruleId": record["code"],
            "level": "warning",
            "message": {"text": f"{record['message']}: {record['text']}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": record["file"]},
                        "region": {"startLine": record["line"], "startColumn": record["column"]},
                    }
                }
            ],
        }
        for record in records
    ]
    driver = {"name": "gujtext check", "version": __version__}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
