"""Pipelines: steps and options, documents, streams of texts, values that can be copied and compared."""

from __future__ import annotations

import copy
import json
import multiprocessing
import pickle
from collections.abc import Iterator
from fractions import Fraction
from itertools import count, islice
from typing import Any

import pytest

import gujtext
from gujtext import Pipeline, PipelineError
from gujtext.pipeline import DocToken
from gujtext.pipeline.steps import STEPS

EVERYTHING = ["normalize", "sentences", "words", "names", "numbers", "transliterate"]


def test_offsets_are_in_the_original_after_lengths_changed() -> None:
    text = "\ufeffઅેક ગામમાં  શંુ થયુંં? રશિયામાં ૨૫ લોકો આવ્યા."
    doc = Pipeline(EVERYTHING)(text)
    assert doc.text is text
    assert doc.normalized == "એક ગામમાં  શું થયું? રશિયામાં ૨૫ લોકો આવ્યા."
    assert [text[one.start : one.end] for one in doc.sentences] == ["અેક ગામમાં  શંુ થયુંં?", "રશિયામાં ૨૫ લોકો આવ્યા."]
    assert doc.tokens[3] == DocToken("થયુંં", 17, 22, "word", "થયું"), "the doubled mark goes with its word"
    assert [(text[one.start : one.end], one.latin, one.suffix) for one in doc.names] == [("રશિયા", "Russia", "માં")]
    assert [(text[one.start : one.end], one.value) for one in doc.numbers] == [("અેક", 1), ("૨૫", 25)]
    assert doc.latin == "ek gamma  shun thayu? Russiama ૨૫ loko aavya."


def test_two_tokens_of_one_change_stand_where_it_was_made() -> None:
    doc = Pipeline(["verbalize", "words"])("₹૫૦૦ આપો")
    assert [(token.normalized, token.start, token.end) for token in doc.tokens] == [
        ("પાંચસો", 0, 4),
        ("રૂપિયા", 0, 4),
        ("આપો", 5, 8),
    ]


def test_changes_of_several_steps_are_told_in_the_original() -> None:
    doc = Pipeline(["normalize", "to_ascii_digits", "verbalize"])("અેક ૨૫ ગામ")
    assert [(one.start, one.end, one.before, one.after) for one in doc.changes] == [
        (0, 2, "અે", "એ"),
        (4, 6, "૨૫", "પચ્ચીસ"),
    ]
    assert doc.changes[1].rule == "to_ascii_digits+cardinal"


def test_a_clean_text_comes_back_as_the_same_object() -> None:
    text = "Nothing to do here."
    for step, kind in STEPS.items():
        if kind.role == "rewrites":
            assert Pipeline([step])(text).normalized is text
            assert Pipeline([step]).text(text) is text
    assert Pipeline([])(text).normalized is text


def test_words_alone_and_words_of_sentences() -> None:
    text = "એક ગામ. બે ગામ."
    assert Pipeline(["words"])(text).tokens == Pipeline(["sentences", "words"])(text).tokens
    assert Pipeline(["words", "sentences"])(text).sentences == Pipeline(["sentences", "words"])(text).sentences
    assert Pipeline(["sentences"])(text).sentences[0].tokens == ()


@pytest.mark.parametrize("name", ["sentences", "tokens", "names", "numbers", "latin"])
def test_what_no_step_found_is_an_error_and_not_an_empty_answer(name: str) -> None:
    with pytest.raises(PipelineError, match="had no step"):
        getattr(Pipeline(["normalize"])("એક"), name)


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (["word"], "there is no step 'word'; the steps are normalize, .*words"),
        ([["normalize"]], "pair"),
        ([("normalize", {"profil": "visual"})], "no option 'profil'; its options are profile, enable, disable"),
        ([("names", {"x": 1})], "it has no options"),
        ([("normalize", {"profile": "visuel"})], "normalize profile=visuel: .*visual"),
        ([("normalize", {"profile": 3})], "expected a string"),
        ([("normalize", {"enable": ["no-such-rule"]})], "no-such-rule"),
        ([("words", {"split_hyphens": "yes"})], "expected true or false"),
        ([("sentences", {"newline": "never"})], "newline must be one of"),
        ([("sentences", {"abbreviations": 5})], "expected strings"),
        ([("inverse_normalize", {"digits": "roman"})], "digits is 'roman'"),
        ([("inverse_normalize", {"grouping": "roman"})], "grouping"),
        ([("inverse_normalize", {"min_value": True})], "whole number"),
        ([("transliterate", {"scheme": "iso"})], "iso15919"),
        ([("transliterate", {"overrides": ["a"]})], "mapping"),
        ([("normalize", "visual")], "are a dict, not str"),
        (["words", "normalize"], "'normalize' changes the text and must come before 'words'"),
        (["transliterate", "verbalize"], "must come before 'transliterate'"),
        (["words", "words"], "'words' comes twice"),
        ([None], "no step None"),
        ("normalize | word", "no step 'word'"),
        ("normalize |", "a step is missing"),
        ("", "a step is missing"),
        ("normalize visual", "'visual' is no option; options are written profile=…, enable=…"),
        ("words split_hyphens=maybe", "expected true or false"),
        ("inverse_normalize min_value=ten", "whole number"),
        ("transliterate overrides=a", "mapping"),
        ("normalize 'profile=visual", "No closing quotation"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_would(steps: Any, message: str) -> None:
    with pytest.raises(PipelineError, match=message):
        Pipeline(steps)


def test_options_reach_their_steps() -> None:
    text = "આગળ-પાછળ દુ:ખ\nઅમ. પટેલ ૨૫ અમદાવાદમાં"
    doc = Pipeline(
        [
            ("normalize", {"profile": "repair"}),
            "to_ascii_digits",
            ("sentences", {"newline": "blank", "abbreviations": ["અમ."]}),
            ("words", {"split_hyphens": True, "abbreviations": {"અમ."}}),
            ("transliterate", {"overrides": {"અમદાવાદ": "Ahmedabad"}}),
        ]
    )(text)
    assert len(doc.sentences) == 1
    assert [token.normalized for token in doc.tokens] == ["આગળ", "-", "પાછળ", "દુઃખ", "અમ.", "પટેલ", "25", "અમદાવાદમાં"]
    assert doc.latin.endswith("25 Ahmedabadma")


def test_a_line_is_the_same_pipeline() -> None:
    line = "normalize profile=visual enable=P03,H04|words split_hyphens=yes | transliterate overrides='અમદાવાદ:A bad'"
    steps = [
        ("normalize", {"profile": "visual", "enable": ("P03", "H04")}),
        ("words", {"split_hyphens": True}),
        ("transliterate", {"overrides": {"અમદાવાદ": "A bad"}}),
    ]
    assert Pipeline(line) == Pipeline(steps) == Pipeline(str(Pipeline(steps)))


def test_a_pipeline_is_a_value() -> None:
    pipeline = Pipeline(["normalize", ("words", {"abbreviations": ["અમ."]}), ("transliterate", {"scheme": "itrans"})])
    assert repr(pipeline) == (
        "Pipeline(['normalize', ('words', {'abbreviations': ('અમ.',)}), ('transliterate', {'scheme': 'itrans'})])"
    )
    for copied in (pickle.loads(pickle.dumps(pipeline)), copy.copy(pipeline), copy.deepcopy(pipeline)):
        assert copied == pipeline
        assert hash(copied) == hash(pipeline)
        assert copied("અમ. પટેલ") == pipeline("અમ. પટેલ")
    assert pipeline != Pipeline(["normalize", "words", ("transliterate", {"scheme": "itrans"})])
    assert Pipeline([("normalize", {"profile": "standard"})]) == Pipeline(["normalize"]), "a default is as good as none"
    one = Pipeline([("words", {"abbreviations": {"અમ.", "તમ."}})])
    assert one == Pipeline([("words", {"abbreviations": frozenset(["તમ.", "અમ."])})])


def test_a_document_is_a_value() -> None:
    pipeline = Pipeline(EVERYTHING)
    doc = pipeline("અેક ગામ. ૨૫ ગામ.")
    for copied in (pickle.loads(pickle.dumps(doc)), copy.deepcopy(doc), pipeline(doc.text)):
        assert copied == doc
        assert hash(copied) == hash(doc)
    assert doc != pipeline("અેક ગામ. ૨૬ ગામ.")
    assert doc != Pipeline(EVERYTHING[:3])(doc.text)
    assert repr(doc) == "<Doc 'અેક ગામ. ૨૫ ગામ.', 1 changes, 2 sentences, 6 tokens, 0 names, 2 numbers>"


def test_a_notebook_shows_the_original() -> None:
    html = Pipeline(["normalize"])("રશિયા <b> \u0a85\u0ac7ક")._repr_html_()
    assert '<rt lang="en">Russia</rt>' in html
    assert "<b>" not in html


def test_numbers_of_any_type_are_json() -> None:
    doc = Pipeline(["numbers"])("અઢી કલાક, ૧૮-૦૬-૨૦૨૪, પાંચ છ દિવસ, ૨.૫૦ કિ.મી., ૦૫/૦૬/૨૦૨૪, " + "૧" * 6000)
    records = json.loads(json.dumps(doc.to_dict()))["numbers"]
    values = [record["value"] for record in records]
    assert values[:3] == ["5/2", "2024-06-18", "5..6"]
    assert Fraction(values[0]) == doc.numbers[0].value
    assert all(isinstance(value, str) for value in values)
    for number, record in zip(doc.numbers, records, strict=True):
        assert len(number.alternatives) == len(record["alternatives"])
        assert all(doc.text[one.start : one.end] == one.text for one in number.alternatives)


def test_text_of_bytes_is_refused() -> None:
    pipeline = Pipeline(["normalize"])
    with pytest.raises(TypeError, match="decode first"):
        pipeline("એક".encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="decode first"):
        pipeline.text("એક".encode())  # type: ignore[arg-type]


def test_a_strict_step_raises_its_own_error() -> None:
    with pytest.raises(gujtext.GujtextError, match="cannot express"):
        Pipeline([("transliterate", {"scheme": "wx", "strict": True})])("ક\u0afa")


@pytest.mark.parametrize("n_process", [1, 2])
def test_pipe_is_lazy_ordered_and_keeps_contexts(n_process: int) -> None:
    taken = []

    def endless() -> Iterator[tuple[str, object]]:
        for number in count():
            taken.append(number)
            yield f"ગામ {number}", (lambda: None)  # a context that cannot be pickled

    stream = Pipeline(["words"]).pipe(endless(), as_tuples=True, n_process=n_process, batch_size=5)
    assert taken == []
    for number, (doc, context) in enumerate(islice(stream, 50)):
        assert doc.tokens[1].text == str(number)
        assert callable(context)
    assert len(taken) <= (50 if n_process == 1 else 50 + 5 * 4 + 5)
    stream.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_wrong_text_among_many_is_refused_after_those_before_it(n_process: int) -> None:
    stream = Pipeline(["words"]).pipe(["એક", "બે", b"x", "ચાર"], n_process=n_process)  # type: ignore[list-item]
    assert [next(stream).text, next(stream).text] == ["એક", "બે"]
    with pytest.raises(TypeError, match="decode first"):
        next(stream)


def test_pipe_refuses_one_text_and_senseless_numbers() -> None:
    pipeline = Pipeline(["words"])
    with pytest.raises(TypeError, match="call the pipeline itself"):
        pipeline.pipe("એક ગામ")
    for wrong in ({"n_process": 0}, {"batch_size": 0}):
        with pytest.raises(gujtext.GujtextError, match="at least 1"):
            pipeline.pipe([], **wrong)
