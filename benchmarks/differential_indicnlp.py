"""Compare ``gujtext.compat.indicnlp`` in exact mode with the real indic-nlp-library 0.92, line by line.

python -m benchmarks.differential_indicnlp FILE ...   every line of the files; plain text, .xz, .gz or .bz2
    --resources DIR   a checkout of indic_nlp_resources for ITRANS and syllables; else gujtext's own tables of it
    --limit N         at most N lines of each file
    --skip NAME       leave out the functions whose name begins so
    --record          write the library's results into the files instead: cases of tests/, JSON lines with a "line"

Prints a table: function, lines, lines that differ; exit status 1 if any does.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import indicnlp_peer
from benchmarks.corpus import open_text

SHOWN = 3


def record(path: Path) -> None:
    """Rewrite a file of cases with what the library gives for each line."""
    cases: list[dict[str, Any]] = [json.loads(raw) for raw in path.read_text(encoding="utf-8").splitlines()]
    for case in cases:
        case["results"] = {what: theirs(case["line"]) for what, theirs, _ in indicnlp_peer.pairs()}
    text = "".join(json.dumps(case, ensure_ascii="\ud800" in case["line"]) + "\n" for case in cases)
    path.write_text(text, encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--resources", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--skip", action="append", default=[], metavar="NAME")
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args(argv)
    indicnlp_peer.load(arguments.resources)
    if arguments.record:
        for path in arguments.files:
            record(path)
        return 0
    pairs = [pair for pair in indicnlp_peer.pairs() if not pair[0].startswith(tuple(arguments.skip))]
    different = dict.fromkeys((what for what, _, _ in pairs), 0)
    lines = 0
    for path in arguments.files:
        with open_text(path) as file:
            for raw in islice(file, arguments.limit):
                lines += 1
                # Every second line without its end: the library treats a line break as any other character.
                line = raw if lines % 2 else raw.rstrip("\n")
                for what, theirs, ours in pairs:
                    expected, got = theirs(line), ours(line)
                    if expected != got:
                        different[what] += 1
                        if different[what] <= SHOWN:
                            print(f"{path.name}: {what}\n  {line!r}\n  {expected!r}\n  {got!r}", file=sys.stderr)
    print("| function | lines | different |\n|---|---|---|")
    for what, count in different.items():
        print(f"| {what} | {lines:,} | {count:,} |")
    return int(any(different.values()))


if __name__ == "__main__":
    sys.exit(main())
