"""Case clitics: the case files and the gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import casefiles
import pytest

from gujtext.segmentation import split_clitics


@pytest.mark.parametrize("case", casefiles.parameters("clitics"))
def test_case(case: dict[str, Any]) -> None:
    assert split_clitics(case["word"]) == (case["stem"], case["clitic"])


@pytest.mark.parametrize(("part", "least", "at_least"), [("dev", 0.99, 650), ("held", 0.99, 200), ("sign", 0.97, 300)])
def test_gold(repository: Path, part: str, least: float, at_least: int) -> None:
    lines = (repository / "tests" / "cases" / "clitics" / "gold.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    gold = [(word, stem, clitic) for word, stem, clitic, _, of in rows if of == part]
    right = sum(split_clitics(word) == (stem, clitic) for word, stem, clitic in gold)
    assert len(gold) >= at_least
    assert right / len(gold) >= least


def test_every_exception_ends_like_a_case_ending() -> None:
    """A row that could never matter is a mistake in the table."""
    from gujtext.segmentation.clitics import _endings, _exceptions

    assert [word for word in _exceptions() if not word.endswith(_endings())] == []


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        split_clitics(b"a")  # type: ignore[arg-type]
