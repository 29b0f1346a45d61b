"""Long and hostile input: linear work, nothing lost."""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

import pytest
import unicodedata2

from gujtext.normalization import PROFILES, check, explain, normalize
from gujtext.normalization.canonical import begins_segment
from gujtext.normalization.scan import suspect_places
from gujtext.types import replay

BOMBS = [
    "઼્", "ક઼્", "ં", "ુૂ", "ક\u200c\u200d", "\u0301\u0334", "\u00a0\u200b", "અા",
    "ક ્ ", "૨ર", "દુ:", "॥।", "|", "&amp;", "@a.b ",
    "\ud800ક", "\x00ં",
]  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS, ids=ascii)
def test_repeated(bomb: str) -> None:
    for text in (bomb * 20_000, "ક" + bomb * 20_000 + "ક"):
        for profile in PROFILES:
            result = normalize(text, profile)
            assert normalize(result, profile) == result
        assert replay(text, explain(text, "repair").changes) == normalize(text, "repair")
        check(text)


def test_a_million_alternating_marks() -> None:
    text = "ક" + "઼્" * 500_000
    result = normalize(text)
    assert result == "ક઼્"
    assert sum(c.end - c.start for c in explain("ક" + "઼્" * 1_000).changes) == 2_000


def test_a_bad_cluster_that_goes_on_unseen_is_looked_at_once() -> None:
    text = "ક" + "ંુ" * 200_000 + "\u200cા"
    assert normalize(text, "nfc", enable=["O01"]) is text


def test_emoji_do_not_shift_the_places_of_bad_pairs() -> None:
    assert suspect_places("😀😀અે 😀શંુ") == [2, 7]
    assert [(c.start, c.end) for c in explain("😀😀અે 😀શંુ").changes] == [(2, 4), (7, 9)]


def test_normal_form_conformance(repository: Path) -> None:
    """UAX #15: NFC of every column, and every other character its own NFC."""
    path = repository / "tests" / "data" / "unicode" / "NormalizationTest-18.0.0.txt.xz"
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = [line.split("#")[0].split(";")[:5] for line in file if line[0] not in "#@\n"]
    rows = [["".join(chr(int(code, 16)) for code in cell.split()) for cell in line] for line in lines]
    listed = {source for source, *_ in rows}
    # What is newer than the installed unicodedata2 is left out; none of it is where that is of the same version.
    known = [row for row in rows if all(unicodedata2.category(c) != "Cn" for c in row[0])]
    assert len(known) > 18_000
    assert len(known) == len(rows) or unicodedata2.unidata_version < "18"
    for source, nfc, nfd, nfkc, nfkd in known:
        for text in (source, nfc, nfd):
            assert normalize(text, "nfc") == nfc
            assert replay(text, explain(text, "nfc").changes) == nfc
        assert normalize(nfkc, "nfc") == normalize(nfkd, "nfc") == nfkc
    others = [character for character in map(chr, range(sys.maxunicode + 1)) if character not in listed]
    assert [character for character in others if normalize(character, "nfc") is not character] == []


def test_segments_begin_where_composition_cannot_reach() -> None:
    second = {
        int(parts[1], 16)
        for code_point in range(0x110000)
        if len(parts := unicodedata2.decomposition(chr(code_point)).split()) == 2 and parts[0][0] != "<"
    }
    composing = [chr(c) for c in second if unicodedata2.normalize("NFC", chr(c)) == chr(c)]
    assert [hex(ord(c)) for c in composing if begins_segment(c)] == []
    assert not any(begins_segment(chr(c)) for c in range(0x1161, 0x1176))


@pytest.mark.parametrize("pair", ["અે", "ાે", "ંુ", "ંં", "્્", "઼઼", "્ા", "ે઼"])
def test_the_quick_test_misses_no_bad_pair(pair: str) -> None:
    for text in (pair, "ક" + pair, "😀" + pair, "\ud800" + pair, "é" * 999 + pair, pair + "字" * 999):
        assert text.index(pair) in suspect_places(text)
