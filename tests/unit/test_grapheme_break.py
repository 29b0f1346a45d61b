"""Graphemes: the Unicode test file in full, and Gujarati, of which that file has one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from gujtext.segmentation import graphemes


def test_unicode_grapheme_break_test(repository: Path) -> None:
    path = repository / "tests" / "data" / "unicode" / "GraphemeBreakTest-18.0.0.txt"
    rows = [line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    expected = [
        ["".join(chr(int(code, 16)) for code in cluster.replace("×", " ").split()) for cluster in row.split("÷")]
        for row in rows
        if row
    ]
    expected = [[cluster for cluster in clusters if cluster] for clusters in expected]
    assert len(expected) == 853
    assert [clusters for clusters in expected if graphemes("".join(clusters)) != clusters] == []


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("ક્ષત્રિય", ["ક્ષ", "ત્રિ", "ય"]),
        ("ક્\u200dષ", ["ક્\u200dષ"]),
        ("ન્\u200cત", ["ન્\u200c", "ત"]),
        ("સંસ્કૃત", ["સં", "સ્કૃ", "ત"]),
        ("દુઃખ", ["દુઃ", "ખ"]),
        ("ફ઼િલ્મ", ["ફ઼િ", "લ્મ"]),
        ("🇮🇳🇰🇵🇮", ["🇮🇳", "🇰🇵", "🇮"]),
        ("👨\u200d👩\u200d👧", ["👨\u200d👩\u200d👧"]),
        ("\r\nક", ["\r\n", "ક"]),
    ],
)
def test_clusters(text: str, clusters: list[str]) -> None:
    assert graphemes(text) == clusters


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        graphemes(b"a")  # type: ignore[arg-type]
