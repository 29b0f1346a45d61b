"""``gujtext check``: report ill-formed Gujarati, for people and for continuous integration."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from gujtext.cli import common, engine
from gujtext.cli.tasks import Result, Task, record_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.io import Block

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


_REPORTS = ("text", "json", "sarif")
_INPUTS = ("jsonl", "csv", "tsv", "parquet")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    common.add_work(parser, format_option="--input-format")
    parser.add_argument(
        "--format",
        dest="report",
        choices=(*_REPORTS, *_INPUTS),
        default="text",
        help="of the report: text (default), json (an object a line) or sarif; jsonl, csv, tsv and parquet are taken "
        "for the format of the input",
    )


def run(arguments: argparse.Namespace) -> int:
    """Check block by block: a finding never crosses a line end."""
    style = arguments.report
    if style in _INPUTS:
        arguments.format, style = style, "text"
    return engine.run(arguments, _Check(style))


class _Check(Task):
    """What is ill-formed, as text, JSON lines or one SARIF document."""

    report = True
    places = True

    def __init__(self, style: str) -> None:
        self._style = style

    def block(self, block: Block) -> Result:
        found = list(_records(block))
        if self._style == "sarif":
            return Result(differs=bool(found), payload=tuple(found))
        if self._style == "json":
            return Result(record_lines(found, as_json=True), differs=bool(found))
        return Result(
            "".join(
                f"{block.place}:{one['line']}:{one['column']}: {one['code']} {one['message']}: {one['text']}\n"
                for one in found
            ),
            differs=bool(found),
        )

    def finish(self, payload: list[Any], tally: dict[str, int]) -> str:
        return record_lines([_sarif(payload)], as_json=True) if self._style == "sarif" else ""


def _records(block: Block) -> Iterator[dict[str, Any]]:
    """Find everything; lines and columns count from 1, start and end are code points into the file or field."""
    from gujtext.normalization import check

    findings = check(block.text)
    if not findings:
        return
    begins = [0]
    for line in block.text.split("\n"):
        begins.append(begins[-1] + len(line) + 1)
    for start, end, code, message in findings:
        row = bisect_right(begins, start) - 1
        yield {
            "file": block.name,
            **({"record": block.record, "field": block.field} if block.record else {}),
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
                        # A record of a table has no line of its own; its number stands for it.
                        "region": {
                            "startLine": record.get("record", record["line"]),
                            "startColumn": record["column"],
                        },
                    }
                }
            ],
        }
        for record in records
    ]
    driver = {"name": "gujtext check", "version": __version__}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
