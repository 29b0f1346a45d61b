"""One step over a column of every kind of batch: the same rows, whoever holds them."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import gujtext
from gujtext.integrations.batches import BatchStep

ROWS: dict[str, list[Any]] = {"text": ["અેક ગામ. હા.", None, "", "આખી રાત"], "id": [1, 2, 3, 4]}


def as_kind(kind: str) -> Any:
    if kind == "dict":
        return dict(ROWS)
    module = pytest.importorskip(kind)
    if kind == "pyarrow":
        return module.table(ROWS)
    if kind == "polars":
        pytest.importorskip("pyarrow")
    return module.DataFrame(ROWS)


def as_dict(batch: Any) -> dict[str, list[Any]]:
    if isinstance(batch, dict):
        return batch
    if hasattr(batch, "to_pydict"):
        return dict(batch.to_pydict())
    if hasattr(batch, "to_dicts"):
        return {name: batch[name].to_list() for name in batch.columns}
    return {name: [None if x is not x or x != x else x for x in batch[name].tolist()] for name in batch.columns}


@pytest.mark.parametrize("kind", ["dict", "pyarrow", "pandas", "polars"])
def test_every_kind_of_batch(kind: str) -> None:
    batch = as_kind(kind)
    out = BatchStep("normalize")(batch)
    assert type(out) is type(batch)
    assert as_dict(out) == {"text": ["એક ગામ. હા.", None, "", "આખી રાત"], "id": [1, 2, 3, 4]}
    beside = as_dict(BatchStep("words", out="words")(batch))
    assert list(beside) == ["text", "id", "words"]
    assert [list(words) if words is not None else None for words in beside["words"]] == [
        ["અેક", "ગામ", ".", "હા", "."], None, [], ["આખી", "રાત"],
    ]  # fmt: skip
    exploded = BatchStep("sentences", out="sentence", explode=True)(batch)
    assert type(exploded) is type(batch)
    assert as_dict(exploded) == {
        "text": ["અેક ગામ. હા.", "અેક ગામ. હા.", "આખી રાત"],
        "id": [1, 1, 4],
        "sentence": ["અેક ગામ.", "હા.", "આખી રાત"],
    }
    spans = as_dict(BatchStep("sentence_spans", explode=True)(batch))
    assert spans == {
        "text": ["અેક ગામ.", "હા.", "આખી રાત"],
        "id": [1, 1, 4],
        "start": [0, 9, 0],
        "end": [8, 12, 7],
    }
    # The caller's batch is as it was.
    assert as_dict(batch) == ROWS


@pytest.mark.parametrize("kind", ["dict", "pyarrow", "pandas", "polars"])
def test_missing_columns_are_named(kind: str) -> None:
    with pytest.raises(gujtext.GujtextError, match=r"'body'.*'text', 'id'"):
        BatchStep("normalize", "body")(as_kind(kind))


def test_columns_are_not_overwritten_unasked() -> None:
    batch = {"text": ["હા."], "start": [7]}
    with pytest.raises(gujtext.GujtextError, match="'start'"):
        BatchStep("word_spans", explode=True)(batch)
    assert BatchStep("words", explode=True)(batch) == {"text": ["હા", "."], "start": [7, 7]}


def test_one_record_instead_of_a_batch() -> None:
    assert BatchStep("words", out="words")({"text": "હા.", "id": 1}) == {"text": "હા.", "id": 1, "words": ["હા", "."]}
    assert BatchStep("normalize")({"text": None}) == {"text": None}
    with pytest.raises(gujtext.GujtextError, match="batches"):
        BatchStep("words", explode=True)({"text": "હા."})


def test_explode_wants_lists() -> None:
    with pytest.raises(gujtext.GujtextError, match="lists"):
        BatchStep("normalize", explode=True)


def test_pickle_keeps_everything() -> None:
    step = BatchStep("sentence_spans", "body", "sentence", explode=True, newline="blank")
    batch = {"body": ["હા.\nના."], "id": [1]}
    again = pickle.loads(pickle.dumps(step))
    assert again == step != BatchStep("sentence_spans", "body", "sentence", explode=True)
    assert hash(again) == hash(step)
    assert again(batch) == step(batch)
    assert again(batch)["sentence"] == gujtext.SentenceSplitter(newline="blank").tokenize(batch["body"][0])


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        BatchStep("normalize")({"text": ["ક".encode()]})
