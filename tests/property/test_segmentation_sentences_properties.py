"""What holds of sentences in any text: they partition it, in order, and a stream gives the same ones."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import strategies
from hypothesis import given, settings, strategies as st

from gujtext.segmentation import sentence_boundaries, sentence_quotes, sentence_stops, sentence_stream
from gujtext.segmentation.sentences import SentenceSplitter, sent_spans, sent_tokenize

# Text with everything that decisions look at, at a high rate.
PIECES = st.sampled_from(
    [
        "છે", "હતું", "ગયો", "તેણે", "કહ્યું", "એમ", "ડૉ", "ઈ", "સ", "કિ", "મી", "બી", "એ", "તે", "જે", "રામ",
        "ગુજરાતમાં", "૧", "૧૫", "૧૯૪૭", "2.5", "www.a.in", "https://a.in/b.c?d=e.", "a.b@c.in", "The", "end", "p",
        ".", ".", ".", ". ", ". ", ". ", "?", "!", "?!", "…", "...", "।", "॥", "|", "‼", ",", ":", "-", "– ",
        '"', "'", "“", "”", "‘", "’", "(", ")", "[", "]", " ", " ", " ", "  ", "\t", "\u00a0", "\n", "\r\n", "\n\n",
        "\u200c",
    ]
)  # fmt: skip
BUSY_TEXT = st.lists(PIECES, max_size=60).map("".join)
ANY_TEXT = st.one_of(BUSY_TEXT, strategies.WILD_TEXT)
POLICIES = st.sampled_from(["always", "blank"])


def cut(text: str, places: list[int]) -> list[str]:
    edges = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return [text[begin:end] for begin, end in pairwise(edges)]


@settings(max_examples=250, deadline=None)
@given(ANY_TEXT, POLICIES)
def test_sentences_are_ordered_slices_with_only_white_space_between(text: str, newline: str) -> None:
    done = 0
    for sentence, start, end in SentenceSplitter(newline=newline).spans(text):
        assert text[start:end] == sentence
        assert sentence
        assert sentence == sentence.strip()
        assert text[done:start].strip() == ""
        done = end
    assert text[done:].strip() == ""


@settings(max_examples=250, deadline=None)
@given(ANY_TEXT, POLICIES)
def test_strings_are_the_texts_of_the_spans(text: str, newline: str) -> None:
    # Strings take a path of their own for plain lines, which must decide as the rules do.
    splitter = SentenceSplitter(newline=newline)
    assert splitter.tokenize(text) == [sentence.text for sentence in splitter.spans(text)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["છે", "ડૉ", "કર્યું", "ગામડું", "ઈ", "જે", "ઑક્ટો", "ડબલ્યુ", "સ્ત્રી", "૧", ". ", ". ", " "])))
def test_the_fast_path_for_plain_lines_decides_as_the_rules_do(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert sent_tokenize(text) == [sentence.text for sentence in sent_spans(text)]


@settings(max_examples=150, deadline=None)
@given(BUSY_TEXT, POLICIES)
def test_the_common_cases_are_decided_as_the_rules_do(text: str, newline: str) -> None:
    splitter = SentenceSplitter(newline=newline)
    expected = splitter.spans(text)
    with patch.object(splitter._boundaries, "_cases", {}):
        assert splitter.spans(text) == expected


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.lists(st.integers(0, 10_000), max_size=12), POLICIES)
def test_a_stream_gives_the_sentences_of_the_whole(text: str, places: list[int], newline: str) -> None:
    splitter = SentenceSplitter(newline=newline)
    assert list(splitter.stream(cut(text, places))) == splitter.spans(text)


@settings(max_examples=150, deadline=None)
@given(BUSY_TEXT.map(lambda text: text * 9), st.lists(st.integers(0, 10_000), max_size=40), POLICIES)
def test_a_stream_that_decides_early_gives_the_same(text: str, places: list[int], newline: str) -> None:
    # With short contexts every window of a decision meets the edge of the buffer.
    with (
        patch.object(sentence_stream, "_LEAST", 1),
        patch.object(sentence_stream, "CONTEXT", 170),
        patch.object(sentence_quotes, "LOOK_FOR_QUOTE", 40),
        patch.object(sentence_quotes, "LOOK_BEHIND", 20),
        patch.object(sentence_quotes, "LOOK_AHEAD", 30),
        patch.object(sentence_stops, "LOOK_BEHIND", 20),
        patch.object(sentence_stops, "LOOK_AHEAD", 30),
        patch.object(sentence_boundaries, "LOOK_BEHIND", 20),
    ):
        splitter = SentenceSplitter(newline=newline)
        assert list(splitter.stream(cut(text, places))) == splitter.spans(text)


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT, st.lists(st.integers(0, 10_000), max_size=5), POLICIES)
def test_recovery_only_adds_boundaries_and_streams_alike(text: str, places: list[int], newline: str) -> None:
    splitter = SentenceSplitter(newline=newline, recover=True)
    found = splitter.spans(text)
    assert {end for _, _, end in SentenceSplitter(newline=newline).spans(text)} <= {end for _, _, end in found}
    assert all(text[start:end] == sentence for sentence, start, end in found)
    assert splitter.tokenize(text) == [sentence.text for sentence in found]
    assert list(splitter.stream(cut(text, places))) == found
