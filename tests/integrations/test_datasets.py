"""datasets: map in several processes, and a fingerprint that is stable where it should be and only there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gujtext

pytest.importorskip("datasets")

from datasets import Dataset
from datasets.fingerprint import Hasher

from gujtext.integrations.datasets import MapStep

TEXTS = ["અેક ગામ. હા.", None, "", "અાખી રાત"] * 5


@pytest.fixture
def dataset() -> Any:
    return Dataset.from_dict({"text": TEXTS, "id": list(range(len(TEXTS)))})


@pytest.mark.parametrize("options", [{"batched": True}, {"batched": True, "num_proc": 2, "batch_size": 3}])
def test_map(dataset: Any, options: dict[str, Any]) -> None:
    out = dataset.map(MapStep("normalize"), **options)
    assert out["text"][:] == [text if text is None else gujtext.normalize(text) for text in TEXTS]
    assert out["id"][:] == list(range(len(TEXTS)))
    words = dataset.map(MapStep("words", out="words"), **options)["words"][:]
    assert words == [text if text is None else gujtext.word_tokenize(text) for text in TEXTS]


def test_map_one_by_one(dataset: Any) -> None:
    out = dataset.map(MapStep("normalize"))
    assert out["text"][:] == [text if text is None else gujtext.normalize(text) for text in TEXTS]
    assert out["id"][:] == list(range(len(TEXTS)))


@pytest.mark.parametrize("format_", [None, "arrow", "pandas", "numpy", "polars"])
def test_explode_in_every_format(dataset: Any, format_: str | None) -> None:
    if format_ == "polars":
        pytest.importorskip("polars")
    step = MapStep("sentence_spans", out="sentence", explode=True)
    rows = dataset.with_format(format_).map(step, batched=True).with_format(None)
    assert rows["sentence"][:3] == ["અેક ગામ.", "હા.", "અાખી રાત"]
    assert len(rows) == 15
    for row in rows:
        assert row["text"][row["start"] : row["end"]] == row["sentence"]
        assert TEXTS[row["id"]] == row["text"]


def test_a_streamed_dataset(dataset: Any) -> None:
    rows = list(dataset.to_iterable_dataset().map(MapStep("normalize"), batched=True, batch_size=3))
    assert [row["text"] for row in rows] == [text if text is None else gujtext.normalize(text) for text in TEXTS]


FINGERPRINT = """
from datasets.fingerprint import Hasher
from gujtext.integrations.datasets import MapStep
print(Hasher.hash(MapStep("words", "body", abbreviations={"અમ.", "તમ.", "કમ."}, split_hyphens=True)))
"""


def test_the_fingerprint_is_the_same_in_every_process(repository: Path) -> None:
    found = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(repository)}
        command = [sys.executable, "-c", FINGERPRINT]
        found.add(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)
    assert len(found) == 1


def test_the_fingerprint_follows_options_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    used = MapStep("normalize")
    used({"text": TEXTS})
    assert Hasher.hash(used) == Hasher.hash(MapStep("normalize"))
    others = [MapStep("normalize", "body"), MapStep("normalize", profile="nfc"), MapStep("transliterate")]
    prints = [Hasher.hash(step) for step in [used, *others]]
    monkeypatch.setattr(gujtext, "__version__", "99")
    prints.append(Hasher.hash(MapStep("normalize")))
    assert len(set(prints)) == 5


def test_the_cache_is_used(dataset: Any, tmp_path: Path) -> None:
    dataset.save_to_disk(tmp_path / "data")
    files = []
    for _ in range(2):
        again = Dataset.load_from_disk(str(tmp_path / "data"))
        files.append(again.map(MapStep("normalize"), batched=True).cache_files)
    assert files[0] == files[1] != []
