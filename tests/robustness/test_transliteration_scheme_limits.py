"""Long and hostile words: nothing is raised, and the work grows with the length."""

from __future__ import annotations

import pytest

from gujtext.transliteration import romanize, to_gujarati
from gujtext.transliteration.schemes import schemes

BOMBS = [
    "ક" * 20_000,
    "ક્" * 20_000,
    "ા" * 20_000,
    "ં" * 20_000,
    "ક઼્" * 10_000,
    "\u200d" * 20_000,
    "અઇ" * 10_000,
    "ન્ત" * 9_000,
]


@pytest.mark.parametrize("name", ["popular", *schemes()])
def test_long_words(name):
    for bomb in BOMBS:
        romanize(bomb, name)


@pytest.mark.parametrize("name", [name for name, scheme in schemes().items() if scheme.reversible])
def test_long_words_read_back(name):
    for bomb in BOMBS:
        assert to_gujarati(romanize(bomb, name), name) == bomb


def test_latin_bombs():
    for bomb in (
        "k" * 50_000,
        "'" * 50_000,
        "a'" * 30_000,
        "a\u0304" * 30_000,
        "r\u0325\u0304" * 20_000,
        "{}" * 30_000,
    ):
        for name in ("iso15919", "velthuis", "itrans"):
            assert isinstance(to_gujarati(bomb, name), str)


@pytest.mark.parametrize("text", ["\ud800", "\x00", "ક\udfffખ", "\u0afb\u0afe", "", "\u200c"])
def test_odd_text(text):
    for name in ("popular", *schemes()):
        assert isinstance(romanize(text, name), str)
