"""Long and hostile Latin text: nothing is raised, nothing is lost, and the work grows with the length."""

from __future__ import annotations

import pytest

from gujtext import gujarati_candidates, to_gujarati

MILLION = 1_000_000


@pytest.mark.parametrize("letters", ["k", "a", "ka", "shri", "xqz", "n'", "é"])
def test_a_million_letters_in_one_word(letters):
    answer = to_gujarati(letters * (MILLION // len(letters)), "popular")
    assert answer
    assert not answer.isascii()


def test_a_million_short_words():
    text = "kem chho " * (MILLION // 9)
    assert to_gujarati(text, "popular") == "કેમ છો " * (MILLION // 9)


def test_many_different_words_do_not_fill_the_memory():
    from gujtext.transliteration import latin_reader

    text = " ".join(f"b{chr(97 + k % 26)}{chr(97 + k // 26 % 26)}" for k in range(676))
    assert len(to_gujarati(text, "popular").split(" ")) == 676
    assert latin_reader._best.cache_info().maxsize == 1 << 15


@pytest.mark.parametrize(
    "text", ["\ud800kem\udfff", "\x00kem\x00", "'", "kem'", "'kem", "é\u0301", "\u0301", "A" * 60, "ÿ" * 60]
)
def test_odd_text(text):
    answer = to_gujarati(text, "popular")
    assert [c for c in answer if c in "\ud800\udfff\x00"] == [c for c in text if c in "\ud800\udfff\x00"]
    assert isinstance(gujarati_candidates(text), list)


def test_bytes_are_refused():
    with pytest.raises(TypeError, match="decode"):
        gujarati_candidates(b"kem")
    with pytest.raises(TypeError, match="decode"):
        to_gujarati(b"kem", "popular")
