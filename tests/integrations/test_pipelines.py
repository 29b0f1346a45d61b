"""A Pipeline as the step of a host: its offsets are in the original, whatever normalization did to lengths."""

from __future__ import annotations

import pickle

import pytest

from gujtext.integrations.batches import BatchStep
from gujtext.integrations.options import Step
from gujtext.pipeline import Pipeline
from gujtext.types import GujtextError

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


def test_a_line_as_on_the_command_line() -> None:
    step = pickle.loads(pickle.dumps(Step("normalize profile=repair | words")))
    assert step(TEXT) == Step(Pipeline([("normalize", {"profile": "repair"}), "words"]))(TEXT)
    assert Step("verbalize")("₹૫૦૦") == Pipeline(["verbalize"]).text("₹૫૦૦") != "₹૫૦૦"
    assert Step("inverse_normalize", digits="ascii")("પચ્ચીસ હજાર લોકો") == "25,000 લોકો"
    assert Step("numbers")("૨.૫ લાખ")[0]["value"] == "250000"
    with pytest.raises(TypeError, match="profile"):
        Step("normalize | words", profile="nfc")
    with pytest.raises(GujtextError, match="colour"):
        Step("normalize colour=red | words")


@pytest.mark.parametrize("options", [{}, {"scheme": "iso15919"}, {"names": False}])
def test_transliterate_is_the_same_step_everywhere(options: dict[str, object]) -> None:
    text = "પુતિનની કિમ જોંગ ઉન સાથે મુલાકાત"
    assert Step("transliterate", **options)(text) == Pipeline([("transliterate", options)]).text(text)
