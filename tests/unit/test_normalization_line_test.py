"""The test of all lines at once passes over no line that a rule or normalization form C could change."""

from __future__ import annotations

import pytest
from unicodedata2 import combining, normalize

from gujtext.normalization.engine import engine
from gujtext.normalization.rules import selected
from gujtext.normalization.scan import _STRETCH, LineTest


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["nfc", "visual", "standard"])
def test_no_character_is_passed_over_that_could_change(profile: str) -> None:
    """All of the first plane between two letters; what is passed over is in normal form and composes with nothing."""
    rules = engine(selected(profile, (), ()))
    test = LineTest(rules._characters)
    lines = [f"ક{chr(code)}ખ" for code in range(0x10000) if chr(code) != "\n"]
    suspect = {start // 4 for start, _ in test.suspect_lines("\n".join(lines))}
    assert len(suspect) < len(lines) - 200
    for number, line in enumerate(lines):
        if number not in suspect:
            assert rules._line(line) is line
            assert normalize("NFC", line) == line
            assert combining(line[1]) == 0 or line[1] in "઼્"
            assert all(normalize("NFC", base + line[1]) == base + line[1] for base in "aક")


def test_characters_that_are_looked_for_are_found_in_every_block() -> None:
    looked_for = [chr(code) for code in (*range(0x20, 0x80), *range(0x2010, 0x2028), *range(0x0A80, 0x0B00))]
    for character in looked_for:
        found = [start // 2 for start, _ in LineTest(character).suspect_lines("\n".join(looked_for))]
        assert found == [looked_for.index(character)]


def test_text_with_emoji_is_taken_line_by_line() -> None:
    assert list(LineTest("").suspect_lines("ક\n😀\nખ")) == [(0, 1), (2, 3), (4, 5)]


@pytest.mark.parametrize("before", [_STRETCH - 2, _STRETCH - 1, _STRETCH, 3 * _STRETCH - 1])
def test_line_ends_and_stretches_are_counted_right(before: int) -> None:
    text = "ક" * before + "ંુ\n" + "ખ\n" * 3 + "અેક"
    assert list(LineTest("").suspect_lines(text)) == [(0, before + 2), (before + 9, before + 12)]
