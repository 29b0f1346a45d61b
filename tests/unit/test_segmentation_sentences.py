"""Sentences: the case files, the seed article, the options, and the tables that decide."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import casefiles
import pytest

from gujtext.resources import read_bytes
from gujtext.segmentation.abbreviations import KINDS, Abbreviation, abbreviations
from gujtext.segmentation.sentence_words import (
    BOUND,
    DEGREE,
    FINAL,
    INITIAL,
    MARKS,
    NUMBER,
    OPEN,
    PLAIN,
    WORD,
    WordVerdicts,
    sentence_words,
)
from gujtext.segmentation.sentences import SentenceSplitter, sent_spans, sent_tokenize
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", casefiles.parameters("sentences"))
def test_case(case: dict[str, Any]) -> None:
    text = case.get("between", " ").join(case["sentences"])
    assert sent_tokenize(text) == case["sentences"]


def test_seed_article_has_its_25_sentences(reference: Path) -> None:
    text = (reference / "seed" / "article.txt").read_text(encoding="utf-8")
    rows = [
        line.split("\t")
        for line in (reference / "seed" / "sentences.gold.tsv").read_text(encoding="utf-8").splitlines()
        if line[:1].isdigit()
    ]
    assert len(rows) == 25
    assert [(start, end) for _, start, end in sent_spans(text)] == [(int(row[0]), int(row[1])) for row in rows]


def test_challenge_paragraphs(reference: Path) -> None:
    lines = (reference / "segmentation" / "challenge.txt").read_text(encoding="utf-8").splitlines()
    expected = [line.split(" ⏎ ") for line in lines if line and not line.startswith("#")]
    wrong = [sentences for sentences in expected if sent_tokenize(" ".join(sentences)) != sentences]
    assert len(expected) == 58
    assert wrong == []


def test_newline_policies() -> None:
    text = "એક\nબે\r\n \r\nત્રણ. ચાર\n"
    assert sent_tokenize(text) == ["એક", "બે", "ત્રણ.", "ચાર"]
    assert SentenceSplitter(newline="blank").tokenize(text) == ["એક\nબે", "ત્રણ.", "ચાર"]


def test_a_stop_before_a_line_end_inside_a_paragraph() -> None:
    splitter = SentenceSplitter(newline="blank")
    assert splitter.tokenize("રામ ડૉ.\nપટેલ છે.\nતે ગયા.") == ["રામ ડૉ.\nપટેલ છે.", "તે ગયા."]


def test_own_abbreviations_of_both_forms() -> None:
    text = "નિવૃત્ત મહા. શાહ આવ્યા. તેમનો પદ ગ્રેડ. ૧૯૯૦માં મળ્યો."
    assert sent_tokenize(text)[0] == "નિવૃત્ત મહા."
    own = ["મહા.", Abbreviation("ગ્રેડ.", "degree", True, "")]
    assert SentenceSplitter(abbreviations=own).tokenize(text) == [
        "નિવૃત્ત મહા. શાહ આવ્યા.",
        "તેમનો પદ ગ્રેડ.",
        "૧૯૯૦માં મળ્યો.",
    ]


def test_an_own_abbreviation_that_is_long_leaves_the_fast_path() -> None:
    assert SentenceSplitter(abbreviations=["સેક્રેટરી."]).tokenize("નવા સેક્રેટરી. શાહ આવ્યા.") == ["નવા સેક્રેટરી. શાહ આવ્યા."]


@pytest.mark.parametrize("form", ["ડૉ", ".", "", "ડૉ.x"])
def test_an_abbreviation_must_end_in_a_stop(form: str) -> None:
    with pytest.raises(GujtextError, match="full stop"):
        SentenceSplitter(abbreviations=[form])


def test_unknown_options_are_named() -> None:
    with pytest.raises(ValueError, match="newline must be one of"):
        SentenceSplitter(newline="never")
    with pytest.raises(GujtextError, match="kind"):
        SentenceSplitter(abbreviations=[Abbreviation("ક.", "noun", True, "")])


def test_bytes_are_refused() -> None:
    for function in (sent_tokenize, sent_spans, lambda data: list(SentenceSplitter().stream([data]))):
        with pytest.raises(TypeError, match="decode first"):
            function(b"a.")  # type: ignore[operator]


def test_clean_input_comes_back_as_the_same_object() -> None:
    text = "રામ શાળાએ ગયો"
    assert sent_tokenize(text)[0] is text


def test_pickled_splitter_decides_alike() -> None:
    splitter = SentenceSplitter(abbreviations=["મહા."], newline="blank", recover=True)
    text = "મહા. શાહ\nઆવ્યા. તે ગયા."
    copy = pickle.loads(pickle.dumps(splitter))
    assert (copy.newline, copy.recover) == ("blank", True)
    assert copy.tokenize(text) == splitter.tokenize(text) == ["મહા. શાહ\nઆવ્યા.", "તે ગયા."]


def test_stream_of_one_endless_line_holds_little() -> None:
    # Every sentence comes out before the line has ended.
    taken = 0

    def chunks() -> Any:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield "ગામમાં શાળા છે. " * 20

    first = next(iter(SentenceSplitter().stream(chunks())))
    assert first.text == "ગામમાં શાળા છે."
    assert taken < 50


def test_recovery_cuts_a_transcript_and_supplies_a_forgotten_stop() -> None:
    recover = SentenceSplitter(recover=True).tokenize
    transcript = (
        "આ ગામમાં મુખ્યત્વે ખેતી થાય છે ગામમાં પ્રાથમિક શાળા આવેલી છે અહીં દર વર્ષે મેળો ભરાય છે "
        "લોકો દૂર દૂરથી આ મેળામાં આવે છે તેમણે ૧૯૬૦માં પ્રથમ નવલકથા લખી હતી"
    )
    assert recover(transcript)[:2] == ["આ ગામમાં મુખ્યત્વે ખેતી થાય છે", "ગામમાં પ્રાથમિક શાળા આવેલી છે"]
    forgotten = (
        "આ ગામમાં મુખ્યત્વે ખેતી, ખેતમજૂરી તેમ જ પશુપાલનનો વ્યવસાય કરવામાં આવે છે "
        "તેમણે અમદાવાદની ગુજરાત કૉલેજમાંથી ૧૯૩૪માં સ્નાતકની પદવી મેળવી હતી. પછી તે ગયા."
    )
    assert [len(sentence.split()) for sentence in recover(forgotten)] == [12, 9, 3]
    assert len(sent_tokenize(forgotten)) == 2


def test_recovery_leaves_relative_clauses_and_headlines_whole() -> None:
    recover = SentenceSplitter(recover=True).tokenize
    for text in ("જે લોકો અહીં રહે છે તે લોકો ખેતીનો વ્યવસાય કરે છે.", "24 વર્ષમાં પહેલીવાર ઉત્તર કોરિયાની મુલાકાત લેશે વ્લાદિમીર પુતિન"):
        assert recover(text) == [text]


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("છે", FINAL), ("બતાવ્યું", FINAL), ("“છે", FINAL), ("ગુજરાત", PLAIN), ("છે”", MARKS), ("સ્ત્રી", PLAIN),
        ("તે", WORD), ("૧૫", NUMBER), ("18.06.2024", NUMBER), ("ડૉ", BOUND), ("ઈ.સ", BOUND), ("(ડૉ", BOUND),
        ("કિ.મી", OPEN), ("એફ.બી.આઈ", OPEN), ("F.B.I", OPEN), ("બી.એ", DEGREE), ("એન", INITIAL), ("ર", INITIAL),
        ("J", INITIAL), ("ડૉ.પટેલ", PLAIN), ("ડબલ્યુ", INITIAL),
    ],
)  # fmt: skip
def test_verdict_on_the_word_before_a_stop(word: str, verdict: str) -> None:
    assert WordVerdicts(abbreviations())(word) == verdict


def test_abbreviation_table_is_well_formed() -> None:
    for form, entry in abbreviations().items():
        assert form == entry.form
        assert form.endswith(".")
        assert not any(character.isspace() for character in form)
        assert entry.kind in KINDS
        # A title is never followed by the end of a sentence, unless it follows the name.
        assert entry.kind != "title" or not entry.can_end_sentence or entry.note


def test_no_word_is_both_an_abbreviation_and_final() -> None:
    roles = sentence_words()
    assert {form.rstrip(".") for form in abbreviations()}.isdisjoint(roles["final"] | roles["word"])


def test_resource_tables_have_no_duplicates() -> None:
    for name, key_columns in (("abbreviations", 1), ("sentence_words", 2)):
        lines = read_bytes(f"segmentation/{name}.tsv").decode("utf-8").splitlines()
        keys = [tuple(line.split("\t")[:key_columns]) for line in lines if line and not line.startswith("#")]
        assert len(keys) == len(set(keys))
