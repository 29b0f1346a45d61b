"""A Pipeline as the step of a host: its offsets are in the original, whatever normalization did to lengths."""

from __future__ import annotations

import pickle

import pytest

from gujtext.integrations.batches import BatchStep
from gujtext.integrations.options import Step

pytest.importorskip("gujtext.pipeline")

from gujtext.pipeline import Pipeline

TEXT = "\ufeffઅેક ગામ. પુતિનની ૨.૫ લાખ ગાયો."


def test_a_pipeline_that_ends_in_text_gives_text() -> None:
    step = Step(Pipeline(["normalize", ("transliterate", {"scheme": "iso15919"})]))
    assert step.many is False
    assert step(TEXT) == "ēka gāma. putinanī ૨.૫ lākha gāyō."
    assert step.each(["ગામ", None]) == ["gāma", None]


@pytest.mark.parametrize("last", ["sentences", "words", "names", "numbers"])
def test_a_pipeline_that_finds_gives_records_with_offsets(last: str) -> None:
    pipeline = Pipeline(["normalize", last])
    step = pickle.loads(pickle.dumps(Step(pipeline)))
    records = step(TEXT)
    assert step.many is True
    assert records
    for record in records:
        assert tuple(record) == step.fields
        assert TEXT[record["start"] : record["end"]] == record["text"]
    assert step("") == []


def test_every_host_shares_the_batches() -> None:
    rows = BatchStep(Pipeline(["normalize", "sentences"]), out="sentence", explode=True)({"text": [TEXT, None]})
    assert rows["normalized"][0] == "એક ગામ."
    assert [TEXT[start:end] for start, end in zip(rows["start"], rows["end"], strict=True)] == rows["sentence"]
    pa = pytest.importorskip("pyarrow")
    from gujtext.integrations.arrow import apply

    column = apply(pa.array([TEXT, None]), Pipeline(["normalize", "words"]))
    assert column.to_pylist()[0][0] == {"text": "અેક", "start": 1, "end": 4, "kind": "word", "normalized": "એક"}
    assert column.to_pylist()[1] is None
