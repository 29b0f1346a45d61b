"""Word tokens: the case files, the seed article, settings and refusals."""

from __future__ import annotations

import csv
import json
import pickle
from pathlib import Path
from typing import Any

import casefiles
import pytest

from gujtext.segmentation import WordTokenizer, word_spans, word_tokenize
from gujtext.types import GujtextError


@pytest.mark.parametrize("case", casefiles.parameters("words"))
def test_case(case: dict[str, Any]) -> None:
    assert word_tokenize(case["text"]) == case["tokens"]
    spans = word_spans(case["text"])
    assert [case["text"][span.start : span.end] for span in spans] == case["tokens"]
    if "kinds" in case:
        assert [span.kind for span in spans] == case["kinds"]


def test_seed_article_gives_every_gold_token_with_its_kind(reference: Path) -> None:
    text = (reference / "seed" / "article.txt").read_text(encoding="utf-8")
    lines = (reference / "seed" / "words.gold.tsv").read_text(encoding="utf-8").splitlines()
    gold = list(csv.reader([line for line in lines if line[:1].isdigit()], delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(gold) == 445
    assert [[str(token.start), str(token.end), token.kind, token.text] for token in word_spans(text)] == gold


def test_users_abbreviation_stays_whole_whatever_its_script() -> None:
    tokenizer = WordTokenizer(abbreviations=["અમ.", "ગુ.યુ.", "पं.", "Abk."])
    text = "અમ. પટેલ ગુ.યુ.ની पं. નેહરુ Abk. કિ.મી. છે."
    assert tokenizer.tokenize(text) == [
        "અમ.", "પટેલ", "ગુ.યુ.ની", "पं.", "નેહરુ", "Abk.", "કિ.મી.", "છે", "."
    ]  # fmt: skip
    assert "અમ." not in word_tokenize(text)


def test_users_abbreviation_may_hold_any_character() -> None:
    assert WordTokenizer(abbreviations=["ક(+.", "[*."]).tokenize("ક(+. ખ [*.") == ["ક(+.", "ખ", "[*."]


@pytest.mark.parametrize("form", ["", ".", "અમ", "અ મ.", "..અ."])
def test_what_is_no_abbreviation_is_refused(form: str) -> None:
    with pytest.raises(GujtextError, match="full stop"):
        WordTokenizer(abbreviations=[form])


def test_joiner_in_front_of_a_word_does_not_change_its_kind() -> None:
    assert [token.kind for token in word_spans("\u200dક \u200c\u200d")] == ["word", "symbol"]


def test_split_hyphens_divides_compounds_and_ranges_but_no_date() -> None:
    tokenizer = WordTokenizer(split_hyphens=True)
    text = "આગળ-પાછળ 18-19 ૧૮-૦૬-૨૦૨૪"
    assert tokenizer.tokenize(text) == ["આગળ", "-", "પાછળ", "18", "-", "19", "૧૮-૦૬-૨૦૨૪"]
    assert [token.kind for token in tokenizer.spans(text)][-1] == "date"


def test_tokenizer_survives_pickling() -> None:
    tokenizer = WordTokenizer(abbreviations=["અમ."], split_hyphens=True)
    copy = pickle.loads(pickle.dumps(tokenizer))
    assert copy.tokenize("અમ. આગળ-પાછળ") == tokenizer.tokenize("અમ. આગળ-પાછળ") == ["અમ.", "આગળ", "-", "પાછળ"]


def test_every_abbreviation_of_the_table_is_one_token() -> None:
    from gujtext.segmentation.abbreviations import abbreviations

    assert [form for form in abbreviations() if word_tokenize(f"આ {form} છે") != ["આ", form, "છે"]] == []


@pytest.mark.parametrize("function", [word_tokenize, word_spans])
def test_bytes_are_refused(function: Any) -> None:
    with pytest.raises(TypeError, match="decode first"):
        function("ક".encode())


def test_tokens_of_a_sentence_are_the_tokens_within_it(reference: Path) -> None:
    from gujtext.segmentation import sent_spans

    for name in ("flores_dev", "ntrex128"):
        lines = (reference / "segmentation" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for text in (json.loads(line)["text"] for line in lines):
            within = [
                (token.start + sentence.start, token.end + sentence.start, token.kind)
                for sentence in sent_spans(text)
                for token in word_spans(sentence.text)
            ]
            assert within == [(token.start, token.end, token.kind) for token in word_spans(text)]
