"""Pipelines over any text: offsets in the original, pieces in order, one result however it is computed."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from strategies import WILD_TEXT

import gujtext
from gujtext import Doc, Pipeline
from gujtext.pipeline.alignment import Alignment
from gujtext.types import replay

REWRITERS = [
    "normalize",
    ("normalize", {"profile": "repair"}),
    ("normalize", {"profile": "search"}),
    "repair_digit_confusables",
    "to_gujarati_digits",
    "to_ascii_digits",
    "verbalize",
    "inverse_normalize",
]
FINDERS = ["sentences", "words", "names", "numbers"]
EVERYTHING = Pipeline(["normalize", *FINDERS, "transliterate"])

CHAINS = st.tuples(
    st.lists(st.sampled_from(REWRITERS), max_size=3),
    st.lists(st.sampled_from([*FINDERS, "transliterate"]), unique=True, max_size=5),
).map(lambda halves: Pipeline([*halves[0], *halves[1]]))


def pieces_of(doc: Doc) -> dict[str, Any]:
    return {name: getattr(doc, name) for name in ("sentences", "tokens", "names", "numbers") if name in doc.to_dict()}


@settings(max_examples=400)
@given(CHAINS, WILD_TEXT)
def test_every_piece_is_a_slice_of_the_original_and_pieces_come_in_order(pipeline: Pipeline, text: str) -> None:
    doc = pipeline(text)
    assert doc.text is text
    assert replay(text, doc.changes) == doc.normalized
    assert all(text[change.start : change.end] == change.before for change in doc.changes)
    for pieces in pieces_of(doc).values():
        assert all(0 <= one.start <= one.end <= len(text) for one in pieces)
        assert all(text[one.start : one.end] == one.text for one in pieces)
        assert all(one.start <= two.start and one.end <= two.end for one, two in pairwise(pieces))


@settings(max_examples=200)
@given(CHAINS, WILD_TEXT)
def test_pieces_overlap_only_where_one_change_wrote_both(pipeline: Pipeline, text: str) -> None:
    doc = pipeline(text)
    for pieces in pieces_of(doc).values():
        for one, two in pairwise(pieces):
            if two.start < one.end:
                assert any(change.start <= two.start and one.end <= change.end for change in doc.changes)


@settings(max_examples=200)
@given(WILD_TEXT)
def test_without_changes_a_pipeline_is_its_functions(text: str) -> None:
    doc = Pipeline(["words", "names", "numbers", "transliterate"])(text)
    assert doc.normalized is text
    assert doc.changes == ()
    assert [token[:4] for token in doc.tokens] == [tuple(token) for token in gujtext.word_spans(text)]
    assert list(doc.names) == gujtext.find_names(text)
    assert list(doc.numbers) == gujtext.find_numbers(text)
    assert doc.latin == gujtext.Romanizer(names=True).romanize(text)


@settings(max_examples=200)
@given(WILD_TEXT)
def test_after_normalization_the_pieces_are_those_of_the_normalized_text(text: str) -> None:
    doc = EVERYTHING(text)
    clean = gujtext.normalize(text)
    assert doc.normalized == clean
    assert [one.normalized for one in doc.sentences] == gujtext.sent_tokenize(clean)
    assert doc.changes == gujtext.explain(text).changes
    assert [one.latin for one in doc.names] == [one.latin for one in gujtext.find_names(clean)]
    assert [one.value for one in doc.numbers] == [one.value for one in gujtext.find_numbers(clean)]


@settings(max_examples=200)
@given(CHAINS, WILD_TEXT)
def test_sentences_hold_their_tokens(pipeline: Pipeline, text: str) -> None:
    if not {"sentences", "words"} <= set(pipeline.steps):
        pipeline = Pipeline([*(step for step in pipeline.steps if step in REWRITERS), "sentences", "words"])
    doc = pipeline(text)
    assert tuple(token for sentence in doc.sentences for token in sentence.tokens) == doc.tokens
    for sentence in doc.sentences:
        assert "".join(sentence.normalized.split()) == "".join(token.normalized for token in sentence.tokens)
        assert all(sentence.start <= token.start and token.end <= sentence.end for token in sentence.tokens)


@settings(max_examples=200)
@given(CHAINS, WILD_TEXT)
def test_text_is_the_text_of_the_document(pipeline: Pipeline, text: str) -> None:
    doc = pipeline(text)
    assert pipeline.text(text) == (doc.latin if "transliterate" in pipeline.steps else doc.normalized)


@settings(max_examples=200)
@given(CHAINS, WILD_TEXT)
def test_a_document_is_json_with_the_same_offsets(pipeline: Pipeline, text: str) -> None:
    found = json.loads(json.dumps(pipeline(text).to_dict()))
    assert found["text"] == text
    for name in ("sentences", "tokens", "names", "numbers", "changes"):
        for one in found.get(name, []):
            assert text[one["start"] : one["end"]] == one.get("text", one.get("before"))
    for sentence in found.get("sentences", []) if "tokens" in found else []:
        first, last = sentence["tokens"]
        mine = found["tokens"][first:last]
        assert "".join(token["normalized"] for token in mine) == "".join(sentence["normalized"].split())


@settings(max_examples=100)
@given(CHAINS)
def test_a_pipeline_reads_back_from_its_line_and_its_repr(pipeline: Pipeline) -> None:
    assert Pipeline(str(pipeline) or []) == pipeline
    assert hash(Pipeline(pipeline.steps)) == hash(Pipeline(list(pipeline.steps)))


@pytest.mark.slow
@settings(max_examples=3)
@given(st.lists(WILD_TEXT, min_size=1, max_size=30), st.integers(1, 8))
def test_pipe_is_map_also_in_two_processes(texts: list[str], batch_size: int) -> None:
    expected = list(map(EVERYTHING, texts))
    assert list(EVERYTHING.pipe(texts)) == expected
    assert list(EVERYTHING.pipe(texts, n_process=2, batch_size=batch_size)) == expected


@settings(max_examples=300)
@given(WILD_TEXT, st.sampled_from(["standard", "repair", "search"]), st.data())
def test_many_spans_are_found_as_one_is(text: str, profile: str, data: st.DataObject) -> None:
    result = gujtext.explain(text, profile)
    back = Alignment(result)
    edges = sorted(data.draw(st.lists(st.integers(0, len(result.text)), min_size=2, max_size=12)))
    spans = list(pairwise(edges))
    firsts, lasts = back.spans(*zip(*spans, strict=True))
    assert list(zip(firsts, lasts, strict=True)) == [back.span(*one) for one in spans]
