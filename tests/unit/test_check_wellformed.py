"""The well-formedness check: each code where it belongs, nothing on clean text."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from gujtext.normalization import check, normalize, rules, wellformed
from gujtext.normalization.wellformed import _MESSAGES

CASES = [
    ("ડ઼", [(1, 2, "W01")]),
    ("ઝ઼", [(1, 2, "L07")]),
    ("આ્", [(1, 2, "W02")]),
    ("ક્ં", [(2, 3, "W03")]),
    ("કઃં", [(2, 3, "O04")]),
    ("અા", [(1, 2, "W04")]),
    ("ક્ૂડબૂડ", [(2, 3, "W04")]),
    ("કુૂ", [(2, 3, "O06")]),
    ("a ેત્યારે", [(2, 3, "W05")]),
    ("Firefoxે", [(7, 8, "W05")]),
    ("૧2૩ ગામ", [(0, 3, "W06")]),
    ("ક\u200d્ષ", [(1, 2, "J08")]),
    ("ક\ufffd", [(1, 2, "H07")]),
    ("છે૤", [(2, 3, "H07")]),
    ("માઙલો", [(2, 3, "S05")]),
    ("વાઙીઓ", [(2, 3, "S05")]),
    ("૧o૦", [(1, 2, "S06")]),
    ("ચીનવુંુ", [(6, 7, "W04")]),
]
CLEAN = [
    "ગુજરાતી", "શું", "ક઼લમ", "ક્ષમા", "અંત", "ઓમ ૐ", "દુઃખ", "શ્રીમાન્\u200cજી", "ક્\u200dષ", "૧૦:૩૦", "વાઙ્મય", "◌ા",
    "વાઙમય", "ઙકાર", "તિઙંત",
    "\u00a0ા", "કૉલેજ", "ઍપ", "👨\u200d👩\u200d👧", "क्या", "hello", "૧,૨૩૪.૫૬", "રૂ૰", "ઽ", "ક્", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[ascii(text) for text, _ in CASES])
def test_finding(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert [(start, end, code) for start, end, code, _ in check(text)] == expected


@pytest.mark.parametrize("text", CLEAN, ids=ascii)
def test_clean(text: str) -> None:
    assert check(text) == []


def test_offsets_count_from_the_beginning_and_see_through_joiners() -> None:
    assert [(f.start, f.end) for f in check("ગામ\nક\u200cુૂ")] == [(7, 8)]


def test_codes_are_rules() -> None:
    assert set(_MESSAGES) <= set(rules())


def test_frequent_words_of_an_encyclopedia_raise_no_alarm(reference: Path) -> None:
    from collections import Counter

    with lzma.open(reference / "corpora" / "guwiki2020.txt.xz", "rt", encoding="utf-8") as file:
        words = Counter(word for _, line in zip(range(15_000), file, strict=False) for word in line.split())
    frequent = [word for word, count in words.items() if count >= 20]
    assert len(frequent) > 2_000
    assert [word for word in frequent if check(normalize(word))] == []


def test_the_quick_look_passes_over_nothing_that_is_looked_through() -> None:
    looked_through = [chr(code) for code in range(0x20000) if wellformed._invisible().match(chr(code))]
    assert len(looked_through) > 900
    assert all(wellformed._BESIDE_THE_USUAL.match(character) for character in looked_through)


def test_a_rare_mark_hides_no_second_bindu() -> None:
    assert [(one.start, one.code) for one in check("ઽઁૺઁ")] == [(3, "W03")]
