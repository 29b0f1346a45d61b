"""Any text goes through every public function: no exception, nothing lost, and bytes are refused kindly."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from public_functions import FOUND, FUNCTIONS, OF_OTHER_THINGS, PARTIAL, examine
from strategies import LONE_SURROGATES, WILD_TEXT

import gujtext
from gujtext.types import replay

HOSTILE = [
    "",
    " ",
    "\x00",
    LONE_SURROGATES,
    "\ud83d",
    "\U0010ffff\u0a80\u0a84\u0aff",
    "\ufeffક",
    "ક" + "\u0acd\u0abc" * 200,
    "\u0abe" * 50,
    "\u200d\u200c" * 50,
    "👨‍👩‍👧‍👦" * 20,
    "-" * 500,
    "૧," * 300,
    "ક." * 300,
    "“" * 300,
]


def test_no_public_function_is_forgotten() -> None:
    """A new function that takes no text is named in ``OF_OTHER_THINGS``, or it is in no suite at all."""
    functions = {name for name in gujtext.__all__ if name[0].islower() and callable(getattr(gujtext, name))}
    assert functions == {name for name in FOUND if "." not in name} | OF_OTHER_THINGS
    assert functions > PARTIAL


@pytest.mark.parametrize("name", FUNCTIONS)
@settings(max_examples=60, deadline=None)
@given(text=WILD_TEXT)
def test_wild_text(name: str, text: str) -> None:
    examine(name, text)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_hostile_text(name: str, text: str) -> None:
    examine(name, text)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("name", sorted(PARTIAL))
def test_what_cannot_be_parsed_is_refused_with_an_offset(name: str, text: str) -> None:
    with pytest.raises(gujtext.GujtextError) as error:
        FUNCTIONS[name](text)
    assert error.value.offset is not None
    assert 0 <= error.value.offset <= len(text)


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name not in ("SentenceSplitter.stream", "detokenize")])
def test_bytes_are_refused_with_advice(name: str) -> None:
    with pytest.raises(TypeError, match="decode first"):
        FUNCTIONS[name]("ગુજરાતી".encode())  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(WILD_TEXT)
def test_pieces_are_slices_in_order_with_only_white_space_between(text: str) -> None:
    for pieces in (gujtext.sent_spans(text), gujtext.word_spans(text)):
        done = 0
        for piece in pieces:
            assert text[piece.start : piece.end] == piece.text != ""
            assert done <= piece.start
            assert text[done : piece.start].strip() == ""
            done = piece.end
        assert text[done:].strip() == ""
    assert gujtext.sent_tokenize(text) == [one.text for one in gujtext.sent_spans(text)]
    assert gujtext.word_tokenize(text) == [one.text for one in gujtext.word_spans(text)]


@settings(max_examples=200, deadline=None)
@given(WILD_TEXT)
def test_number_spans_are_slices_in_order(text: str) -> None:
    done = 0
    for match in gujtext.find_numbers(text):
        assert text[match.start : match.end] == match.text
        assert done <= match.start < match.end
        done = match.end


@pytest.mark.parametrize("name", ["explain", "verbalize_explained", "inverse_normalize_explained"])
@settings(max_examples=100, deadline=None)
@given(text=WILD_TEXT)
def test_changes_replay_and_offsets_map_both_ways(name: str, text: str) -> None:
    result = getattr(gujtext, name)(text)
    changes = result.changes
    assert replay(text, changes) == result.text
    assert result.original == text
    assert all(text[change.start : change.end] == change.before for change in changes)
    assert all(one.end <= other.start for one, other in pairwise(changes))
    forward = [result.to_normalized(i) for i in range(len(text) + 1)]
    backward = [result.to_original(i) for i in range(len(result.text) + 1)]
    assert forward == sorted(forward)
    assert backward == sorted(backward)
    touched = {i for change in changes for i in range(change.start, change.end)}
    for i in set(range(len(text))) - touched:
        assert result.to_original(forward[i]) == i
        assert result.text[forward[i]] == text[i]


@pytest.mark.parametrize(
    "name", ["normalize", "repair_digit_confusables", "romanize", "to_ascii_digits", "verbalize", "inverse_normalize"]
)
def test_text_with_nothing_to_do_comes_back_as_the_same_object(name: str) -> None:
    text = "Nothing to do here."
    assert FUNCTIONS[name](text) is text
