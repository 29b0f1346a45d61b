"""The values and their offset maps."""

from __future__ import annotations

import copy
import pickle

import pytest

from gujtext.types import Change, GujtextError, Normalized, Span, Token, replay, require_text

# original:   a B c D e   ->   a x c e        (B -> x, D deleted)
CHANGED = Normalized("axxc e", (Change(1, 2, "B", "xx", "one"), Change(3, 4, "D", "", "two")))


def test_original_is_rebuilt_from_the_changes() -> None:
    assert CHANGED.original == "aBcD e"
    assert replay(CHANGED.original, CHANGED.changes) == CHANGED.text


@pytest.mark.parametrize(("normalized", "original"), list(enumerate([0, 1, 1, 2, 4, 5, 6])))
def test_to_original(normalized: int, original: int) -> None:
    assert CHANGED.to_original(normalized) == original


@pytest.mark.parametrize(("original", "normalized"), list(enumerate([0, 1, 3, 4, 4, 5, 6])))
def test_to_normalized(original: int, normalized: int) -> None:
    assert CHANGED.to_normalized(original) == normalized


def test_original_span_takes_changes_whole_and_leaves_deletions_at_its_edges_out() -> None:
    assert CHANGED.original_span(2, 4) == (1, 3)  # half of "xx" and "c": all of "B", "c", not "D"
    assert CHANGED.original_span(4, 6) == (4, 6)  # " e" does not begin with the deleted "D"
    assert CHANGED.original_span(3, 5) == (2, 5)  # "c" and " " have "D" between them
    assert CHANGED.original_span(0, 6) == (0, 6)
    assert CHANGED.original_span(4, 4) == Span(4, 4)


def test_unchanged_text_maps_to_itself() -> None:
    same = Normalized("abc", ())
    assert [same.to_original(i) for i in range(4)] == [0, 1, 2, 3] == [same.to_normalized(i) for i in range(4)]
    assert same.original_span(1, 2) == (1, 2)
    assert same.original == "abc"


def test_values_survive_pickle_and_deepcopy() -> None:
    CHANGED.to_original(0)  # fills the cache, which must not get in the way
    error = GujtextError("no", 3)
    for value in (CHANGED, Token("ક", 0, 1, "word")):
        assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)
    assert (str(pickle.loads(pickle.dumps(error))), pickle.loads(pickle.dumps(error)).offset) == ("no", 3)


@pytest.mark.parametrize("value", [b"x", bytearray(b"x"), memoryview(b"x")])
def test_bytes_are_refused_with_advice(value: object) -> None:
    with pytest.raises(TypeError, match="decode first"):
        require_text(value)


def test_other_types_are_named() -> None:
    with pytest.raises(TypeError, match="not on NoneType"):
        require_text(None)
