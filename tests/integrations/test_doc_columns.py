"""Columns of documents: every pipeline's documents fit the type that is made for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from strategies import WILD_TEXT

from gujtext import GujtextError, Pipeline

pytest.importorskip("pyarrow")

from gujtext.integrations.doc_columns import RowError, column, document_type

FINDERS = ["sentences", "words", "names", "numbers", "transliterate"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(FINDERS), unique=True, min_size=1), st.lists(st.none() | WILD_TEXT, max_size=4))
def test_documents_come_back_from_arrow_as_they_are(steps: list[str], texts: list[str | None]) -> None:
    # Arrow holds UTF-8, where there are no lone surrogates.
    clean = [text and text.encode("utf-8", "replace").decode() for text in texts]
    pipeline = Pipeline(["normalize", *steps])
    if pipeline.ends_in_text:
        pipeline = Pipeline(["normalize", *steps, "words"])
    found = column(pipeline, clean, document_type(pipeline.steps)).to_pylist()
    assert len(found) == len(clean)
    for text, one in zip(clean, found, strict=True):
        assert (one is None) == (text is None)
        if text is not None:
            assert {"text": text, **one} == pipeline(text).to_dict()


def test_a_refused_text_is_told_by_its_row() -> None:
    pipeline = Pipeline([("transliterate", {"scheme": "wx", "strict": True}), "words"])
    with pytest.raises(RowError, match="cannot express") as error:
        column(pipeline, ["ગામ", None, "ક\u0afa"], document_type(pipeline.steps))
    assert error.value.row == 2
    assert isinstance(error.value, GujtextError)
