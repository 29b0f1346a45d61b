"""Names in hostile text: no exception, and no more than linear work."""

from __future__ import annotations

import pytest

from gujtext.transliteration.known_names import find_names
from gujtext.transliteration.names import name_candidates, romanize_name

HOSTILE = [
    "\ud800કિમ\udfff",
    "કિમ\x00જોંગ",
    "ક" + "્" * 5000,
    "ા" * 5000,
    "એ" * 5000,
    "યુએન" * 2000,
    "કિમ જોંગ " * 2000,
    "ની" * 5000,
    "એ. " * 3000,
    "અલ-" * 3000,
    "\u200d" * 3000 + "ક",
    "ૐ઼ઽ૰૱૯\u0af9\u0aff",
    "ઌૡૠૄઃ",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_goes_through(text):
    assert isinstance(romanize_name(text), str)
    assert len(name_candidates(text, 2)) <= 2
    assert isinstance(find_names(text), list)


@pytest.mark.parametrize("function", [romanize_name, name_candidates, find_names])
def test_bytes_are_refused_with_advice(function):
    with pytest.raises(TypeError, match="decode first"):
        function("કિમ".encode())
