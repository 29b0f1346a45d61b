"""The case files of the repository beside the peers: what a stranger can measure with the repository alone.

The wild, synthetic and negative files of each room are what the tests hold gujtext to, so that its own row is full
by construction; the rows of the peers tell how often today's tools meet the same expectation.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gujtext
from benchmarks.quality import normalization, sentences, words
from benchmarks.quality.names import development_names, folded, peers as name_writers
from benchmarks.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NEEDS_DATA = False
CASES = Path(__file__).resolve().parents[2] / "tests" / "cases"
KINDS = ("wild", "synthetic", "negative", "known_failures")


def tables(_: Path | None = None) -> list[Table]:
    """Return a table for sentences, words, normalization, detokenizing and names."""
    return [_sentences(), _words(), normalization.cases(), _names()]


def load(room: str) -> dict[str, list[dict[str, Any]]]:
    """Return the cases of a room by file."""
    found = {}
    for kind in KINDS:
        lines = (CASES / room / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        found[kind] = [json.loads(line) for line in lines if line.strip() and not line.startswith("#")]
    return found


def _table(
    title: str,
    cases: Mapping[str, Sequence[tuple[str, list[str]]]],
    tools: Mapping[str, Callable[[str], list[str]]],
) -> Table:
    rows = []
    for name, run in tools.items():
        counts = (
            f"{sum(_gives(run, text, wanted) for text, wanted in group)}/{len(group)}"
            for group in cases.values()
            if group
        )
        rows.append((name, *counts))
    columns = ("tool", *(kind for kind, group in cases.items() if group))
    return Table(title, columns, rows, "An exception counts as a wrong answer.")


def _gives(run: Callable[[str], list[str]], text: str, wanted: list[str]) -> bool:
    try:
        return run(text) == wanted
    except Exception:  # the peers raise many things, on lone surrogates above all
        return False


def _sentences() -> Table:
    cases = {
        kind: [(case.get("between", " ").join(case["sentences"]), case["sentences"]) for case in group]
        for kind, group in load("sentences").items()
    }
    tools = {"gujtext": gujtext.sent_tokenize, **sentences.peers()}
    stripped = {name: _stripped(split) for name, split in tools.items()}
    return _table("Sentences: cases of tests/cases/sentences", cases, stripped)


def _stripped(split: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    return lambda text: [piece for sentence in split(text) if (piece := sentence.strip())]


def _words() -> Table:
    cases = {kind: [(case["text"], case["tokens"]) for case in group] for kind, group in load("words").items()}
    return _table("Words: cases of tests/cases/words", cases, words.tokenizers())


def _names() -> Table:
    items = development_names()
    writers = {"gujtext": gujtext.romanize_name, **name_writers()}
    rows = [
        (name, f"{sum(folded(write(item.gujarati)) in item.accepted for item in items)}/{len(items)}")
        for name, write in writers.items()
    ]
    note = "With the whole lexicon, which was completed after these names were written: not what to expect of others."
    return Table("Names: tests/cases/names/dev.tsv", ("tool", "right"), rows, note)
