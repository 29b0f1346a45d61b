"""Detokenization: tokens without places by rule, tokens with places exactly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import casefiles
import pytest

from gujtext.segmentation import detokenize, word_spans, word_tokenize


@pytest.mark.parametrize("case", casefiles.parameters("detokenize"))
def test_case(case: dict[str, Any]) -> None:
    assert detokenize(word_tokenize(case["text"])) == case["text"]


def test_places_give_back_odd_spacing() -> None:
    text = "છે .  “ હા ”ને ,ના"
    assert detokenize(word_spans(text)) == text


def test_places_count_from_the_first_token() -> None:
    assert detokenize(word_spans("એક બે  ત્રણ")[1:]) == "બે  ત્રણ"


def test_tokens_and_strings_may_be_mixed() -> None:
    assert detokenize([*word_spans("એક બે"), "."]) == "એક બે."


def test_an_iterator_will_do() -> None:
    assert detokenize(iter(["એક", ",", "બે"])) == "એક, બે"


def test_anything_else_is_refused() -> None:
    with pytest.raises(TypeError, match="not int"):
        detokenize(["એક", 2])  # type: ignore[list-item]


def test_most_sentences_of_ntrex_come_back(reference: Path) -> None:
    lines = (reference / "segmentation" / "ntrex128.jsonl").read_text(encoding="utf-8").splitlines()
    sentences = [sentence for line in lines for sentence in json.loads(line)["sentences"]]
    exact = sum(detokenize(word_tokenize(sentence)) == sentence for sentence in sentences)
    placed = sum(detokenize(word_spans(sentence)) == sentence for sentence in sentences)
    assert exact / len(sentences) >= 0.945
    assert placed == len(sentences)
