"""Spoken syllables: the case files, and what holds for every text."""

from __future__ import annotations

from typing import Any

import casefiles
import pytest
from hypothesis import given, settings
from strategies import CLEAN_WORDS, WILD_TEXT

from gujtext import syllables
from gujtext.script import ANUSVARA, VIRAMA, is_vowel_sign


@pytest.mark.parametrize("case", casefiles.parameters("syllables"))
def test_case(case: dict[str, Any]) -> None:
    assert "|".join(syllables(case["text"])) == case["syllables"]


@given(WILD_TEXT)
@settings(max_examples=300, deadline=None)
def test_joined_they_are_the_text_and_none_is_empty(text: str) -> None:
    found = syllables(text)
    assert "".join(found) == text
    assert all(found)


@given(CLEAN_WORDS)
@settings(max_examples=300, deadline=None)
def test_no_syllable_begins_with_a_sign_and_each_has_a_vowel(word: str) -> None:
    found = syllables(word)
    for syllable in found:
        assert not is_vowel_sign(syllable[0])
        assert syllable[0] not in (ANUSVARA, VIRAMA)
    # A syllable without a vowel would be a consonant that only virama ends.
    assert not any(len(syllable) == 2 and syllable[1] == VIRAMA for syllable in found)


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        syllables(b"a")  # type: ignore[arg-type]
