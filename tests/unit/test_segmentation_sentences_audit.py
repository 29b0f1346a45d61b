"""The audit of benchmarks/audit/sentences.tsv names every disagreement with the gold, and no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from gujtext.segmentation.sentences import sent_spans

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["flores_dev", "ntrex128"])
def test_every_disagreement_is_audited(name: str, reference: Path, repository: Path) -> None:
    lines = (repository / "benchmarks" / "audit" / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert {row[4] for row in rows} == {"gold", "gujtext", "arguable"}
    audited = {(int(row[1]), int(row[2]), row[3]) for row in rows if row[0] == name}
    documents = (reference / "segmentation" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    differing = set()
    for number, line in enumerate(documents):
        document = json.loads(line)
        gold = set()
        end = 0
        for sentence in document["sentences"]:
            end = document["text"].index(sentence, end) + len(sentence)
            gold.add(end)
        found = {span.end for span in sent_spans(document["text"])}
        differing |= {(number, place, "gold") for place in gold - found}
        differing |= {(number, place, "gujtext") for place in found - gold}
    assert differing == audited
