"""Any code point at all, and texts made to be slow."""

from __future__ import annotations

import sys

import pytest

from gujtext.segmentation import aksharas, detokenize, graphemes, split_clitics, word_spans, word_tokenize

NASTY = (
    "a", "ક", "ક્", "ક.", "એ.", "એ.પી.", ".", "!", "?", "-", "ક-", "1", "૧", "1,", "1,00", "1.", "1/", "1:", "10:30-",
    "18/06/", "2024-", '"', "'", "ક'", "'ક'", "’ની", "‘", "(", "@", "#", "a@", "a.", "a@b.", "http://", "www.a.",
    "\u200d", "\u200c", "ા", "\u0300", "👨", "👨\u200d", "🇮", "\u0600🇮", "1\ufe0f\u20e3", "દુ:", "પ્રાય:", "_", "a_",
    "\u00ad", "ક\u00ad", " ", "\n", "\u3000", "x ", "漢", "क्", "\ud800", "\x00", "કિ.મી", "યુ.એસ.ની", "Ab.", "5ક.ક",
)  # fmt: skip


@pytest.mark.slow
def test_every_code_point_is_in_exactly_one_token() -> None:
    block = 1024
    for start in range(0, sys.maxunicode + 1, block):
        text = "ક".join(map(chr, range(start, start + block)))
        tokens = word_spans(text)
        assert "".join(token.text for token in tokens) == "".join(text.split())
        assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize("piece", NASTY)
def test_long_repetition_ends(piece: str) -> None:
    """Quadratic behaviour would take long here."""
    text = (piece * (30_000 // len(piece) + 1))[:30_000]
    tokens = word_tokenize(text)
    assert "".join(tokens) == "".join(text.split())
    detokenize(tokens)
    assert "".join(graphemes(text)) == text
    assert "".join(aksharas(text)) == text
    assert "".join(split_clitics(text)) == text


def test_white_space_alone_gives_nothing_however_long() -> None:
    assert word_tokenize(" \u3000\n" * 200_000) == []
    assert word_spans("") == []
