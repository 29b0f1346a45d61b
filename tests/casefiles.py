"""Case files: JSON lines in tests/cases/<room>/, one case a line, comments beginning with ``#``.

Four files a room, after python-ftfy: ``wild`` (seen in real text), ``synthetic`` (made to reach a rule),
``negative`` (must not change or must not split) and ``known_failures`` (strict xfail: an improvement breaks it
loudly). Each case has a ``label``; the other keys are the room's own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"
KINDS = ("wild", "synthetic", "negative", "known_failures")


def load(room: str, kind: str) -> list[dict[str, Any]]:
    """Return the cases of one file; a missing file is an error, an empty one is not."""
    lines = (CASES / room / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip() and not line.startswith("#")]


def parameters(room: str) -> list[Any]:
    """Return every case of a room as pytest parameters; known failures are marked strict xfail."""
    found = []
    for kind in KINDS:
        marks = [pytest.mark.xfail(strict=True)] if kind == "known_failures" else []
        found += [pytest.param(case, id=f"{kind}: {case['label']}", marks=marks) for case in load(room, kind)]
    return found
