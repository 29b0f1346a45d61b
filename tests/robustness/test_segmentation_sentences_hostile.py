"""Sentences of hostile text: long text of one thing is split in seconds and nothing is lost."""

from __future__ import annotations

import pytest

from gujtext.segmentation.sentences import SentenceSplitter, sent_spans

UNITS = [
    "a", ".", ". ", "ક.", "ક. ", "૧.", "૧. ", '"', '."', '." ', ".)", "(ક. ", "છે.", "છે. ", "છે?", "…", "છે | ",
    "http://a.", "a@b.c.", "#.", "“છે.", "છે.”ક", 'છે."ક', "॥૧॥", "। ૧ ", "જે. ", "ક . ", "\ud800.", "\x00", "્", "\u2028",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_long_monotonous_text_is_kept_whole(unit: str) -> None:
    # Anything quadratic would take minutes on a million characters, and seconds here.
    text = unit * (50_000 // len(unit))
    for splitter in (SentenceSplitter(), SentenceSplitter(newline="blank")):
        found = splitter.spans(text)
        assert "".join("".join(sentence.split()) for sentence, _, _ in found) == "".join(text.split())
        assert list(splitter.stream(text[place : place + 997] for place in range(0, len(text), 997))) == found


def test_recovery_takes_long_text_without_punctuation() -> None:
    text = "ગામમાં શાળા છે " * 5000
    assert sum(len(sentence.split()) for sentence in SentenceSplitter(recover=True).tokenize(text)) == 15_000


def test_spans_of_lone_surrogates_and_controls() -> None:
    text = "\ud800. \udfff! \x00? \ufeff. ક\u0acd\u0acd\u0acd."
    assert all(text[start:end] == sentence for sentence, start, end in sent_spans(text))
