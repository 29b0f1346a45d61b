"""What holds for the names of any text."""

from __future__ import annotations

import re

import strategies
from hypothesis import given, settings

from gujtext.script import WORD_CLASS
from gujtext.transliteration.known_names import find_names
from gujtext.transliteration.name_lexicon import fold
from gujtext.transliteration.name_sounds import gujarati_slots, keys_of, latin_slots
from gujtext.transliteration.names import name_candidates, romanize_name

WORDS = re.compile(f"[{WORD_CLASS}]+")


@settings(max_examples=150, deadline=None)
@given(strategies.WILD_TEXT)
def test_what_is_not_gujarati_stays_in_order(text):
    pattern = ".*".join(map(re.escape, WORDS.split(text)))
    assert re.fullmatch(pattern, romanize_name(text), re.DOTALL)


@settings(max_examples=60, deadline=None)
@given(strategies.WILD_TEXT)
def test_candidates_begin_with_the_answer(text):
    found = name_candidates(text, 3)
    assert [candidate.text for candidate in found[:1]] in ([], [romanize_name(text)])
    assert all(0 <= candidate.score <= 1 for candidate in found)


@settings(max_examples=150, deadline=None)
@given(strategies.WILD_TEXT)
def test_known_names_are_disjoint_places_of_the_text(text):
    done = 0
    for name, start, end, latin, suffix in find_names(text):
        assert done <= start < end
        assert name == text[start:end]
        assert text.startswith(suffix, end)
        assert latin
        done = end + len(suffix)


@settings(max_examples=100, deadline=None)
@given(strategies.CLEAN_WORDS)
def test_folding_is_stable(word):
    assert fold(fold(word)) == fold(word)


@settings(max_examples=150, deadline=None)
@given(strategies.CLEAN_WORDS)
def test_a_key_has_a_class_for_each_slot(word):
    for slots in gujarati_slots(word):
        assert all(len(key) == len(slots) - 1 for key in keys_of(slots))


@settings(max_examples=150, deadline=None)
@given(strategies.st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_latin_slots_hold_every_letter(word):
    for key, slots in latin_slots(word):
        assert len(key) == len(slots) - 1
        assert "".join(consonant + vowels for consonant, vowels in slots).replace("*", "") == word
