"""What holds for any text that is read as popular Latin spelling."""

from __future__ import annotations

import re
import string

import strategies
from hypothesis import given, settings, strategies as st

from gujtext import gujarati_candidates, to_gujarati
from gujtext.script import CHARACTER_CLASS
from gujtext.transliteration.latin_reader import Case, plain, read
from gujtext.transliteration.latin_units import units
from gujtext.transliteration.word_tree import WordTree, pack

LETTERS = st.text(st.sampled_from(string.ascii_lowercase), min_size=1, max_size=14)
LATIN = re.compile("[A-Za-z]")
# Hyphens and spaces inside the names of several words, apostrophes inside words, and URLs are rules of their own.
OUTSIDE = re.compile(f"[{CHARACTER_CLASS}A-Za-zªµº\\s'’ʼ-]+|[\u00c0-\u024f\u0300-\u036f]+")


@settings(max_examples=150, deadline=None)
@given(strategies.WILD_TEXT)
def test_any_text_goes_through_the_same_way_twice(text):
    first = to_gujarati(text, "popular")
    assert to_gujarati(text, "popular") == first


@settings(max_examples=150, deadline=None)
@given(strategies.WILD_TEXT)
def test_what_has_no_latin_letters_stays_in_order(text):
    kept = OUTSIDE.sub("", text)
    assert OUTSIDE.sub("", to_gujarati(text, "popular")) == kept


@settings(max_examples=100, deadline=None)
@given(LETTERS)
def test_every_word_of_plain_letters_is_read_in_full(word):
    answer = read(word, Case())
    assert LATIN.search(answer) is None
    assert answer
    assert units(answer) is not None


@settings(max_examples=60, deadline=None)
@given(LETTERS)
def test_candidates_begin_with_the_answer(word):
    found = gujarati_candidates(word, 3)
    assert found[0].text == to_gujarati(word, "popular")
    assert all(0 <= one.score <= 1 for one in found)


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from(string.ascii_lowercase), min_size=1, max_size=300))
def test_plain_rules_read_letters_of_any_number(letters):
    assert LATIN.search(plain(letters)) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=5))
def test_lines_are_read_one_by_one(words):
    line = " ".join(words)
    assert to_gujarati(f"{line}\n{line}", "popular") == "\n".join([to_gujarati(line, "popular")] * 2)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(strategies.CLEAN_WORDS.filter(lambda word: units(word) is not None), st.integers(1, 10**6)))
def test_a_word_list_is_packed_without_loss(words):
    tree = WordTree(pack(words))
    for word, times in words.items():
        assert abs(2 ** ((tree.word_class(units(word)) - 1) / 2) / times - 1) < 0.2
