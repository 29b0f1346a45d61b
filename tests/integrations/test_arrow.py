"""Arrow: every kind of string array, nulls and slices; dictionaries are looked at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from strategies import WILD_TEXT

import gujtext

pytest.importorskip("pyarrow")

import pyarrow as pa

from gujtext.integrations.arrow import apply

TEXTS = ["અેક ગામ. હા.", None, "", "ક", "અાખી", "અેક ગામ. હા."]
NORMALIZED = [text if text is None else gujtext.normalize(text) for text in TEXTS]
WORDS = [text if text is None else gujtext.word_tokenize(text) for text in TEXTS]
KINDS = [pa.string(), pa.large_string(), pa.string_view()]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_arrays_keep_their_type_and_their_nulls(kind: Any) -> None:
    array = pa.array(TEXTS, kind)
    for one in (array, pa.concat_arrays([pa.array(["x"], kind), array]).slice(1)):
        out = apply(one, "normalize")
        assert out.type == kind
        assert out.to_pylist() == NORMALIZED
        words = apply(one, "words")
        assert words.type == pa.list_(kind)
        assert words.to_pylist() == WORDS


@pytest.mark.parametrize("kind", KINDS[:2], ids=str)
def test_dictionaries_are_looked_at_once_and_stay_dictionaries(kind: Any) -> None:
    seen: list[str] = []

    def watch(text: str) -> str:
        seen.append(text)
        return gujtext.normalize(text)

    dictionary = pa.array(["અેક", "એક", None, "ક"], kind)
    indices = pa.array([0, 1, 2, 3, None, 0, 0, 1], pa.int8())
    array = pa.DictionaryArray.from_arrays(indices, dictionary)
    out = apply(array, watch)
    assert [text for text in seen if text] == ["અેક", "એક", "ક"]
    assert out.type == array.type
    assert out.to_pylist() == ["એક", "એક", None, "ક", None, "એક", "એક", "એક"]
    assert len(set(out.dictionary.to_pylist())) == len(out.dictionary)
    assert apply(array, "words").to_pylist()[3:6] == [["ક"], None, ["અેક"]]
    chunked = pa.chunked_array([array, array.slice(3)])
    assert apply(chunked, "normalize").to_pylist() == out.to_pylist() + out.to_pylist()[3:]


def test_chunks_stay_chunks_and_none_has_the_right_type() -> None:
    array = pa.chunked_array([TEXTS[:2], [], TEXTS[2:]], pa.string())
    assert apply(array, "normalize").num_chunks == 3
    assert apply(array, "normalize").to_pylist() == NORMALIZED
    assert apply(array, "words").to_pylist() == WORDS
    empty = pa.chunked_array([], pa.large_string())
    assert apply(empty, "normalize").type == pa.large_string()
    assert apply(empty, "words").type == pa.list_(pa.large_string())
    assert apply(pa.nulls(2), "words").type == pa.list_(pa.string())
    assert apply(pa.nulls(2), "words").to_pylist() == [None, None]


def test_clean_arrays_come_back_as_the_same_object() -> None:
    clean = pa.array(["ગામ", None, ""])
    assert apply(clean, "normalize") is clean
    chunked = pa.chunked_array([clean, clean])
    assert apply(chunked, "normalize") is chunked
    encoded = clean.dictionary_encode()
    assert apply(encoded, "normalize") is encoded


@settings(max_examples=100)
@given(st.lists(st.none() | WILD_TEXT.map(lambda text: text.encode("utf-8", "ignore").decode())))
def test_spans_are_offsets_into_the_text_in_code_points(texts: list[str | None]) -> None:
    for step, function in (("sentence_spans", gujtext.sent_spans), ("word_spans", gujtext.word_spans)):
        rows = apply(pa.array(texts, pa.string()), step).to_pylist()
        for text, spans in zip(texts, rows, strict=True):
            if text is None:
                assert spans is None
                continue
            assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
            assert [tuple(span.values()) for span in spans] == list(map(tuple, function(text)))


def test_other_types_are_refused_by_name() -> None:
    for array in (pa.array([1]), pa.array([b"x"]), pa.array([["x"]])):
        with pytest.raises(TypeError, match=r"int64|binary|list"):
            apply(array, "normalize")
    with pytest.raises(gujtext.GujtextError, match="normalise"):
        apply(pa.array(["x"]), "normalise")
