"""Alignment: the pairs make up the word and its romanization."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given, settings, strategies as st
from strategies import CLEAN_WORDS, GUJARATI_BLOCK, JOINERS

from gujtext.script import WORD_CLASS
from gujtext.transliteration import Romanizer, align, romanize
from gujtext.transliteration.popular import spell_word
from gujtext.transliteration.schemes import schemes

OF_WORDS = "".join(re.findall(f"[{WORD_CLASS}]", GUJARATI_BLOCK + JOINERS))
WORDS = st.one_of(CLEAN_WORDS, st.text(st.sampled_from(OF_WORDS), max_size=10))
WORDS = WORDS.filter(lambda word: not word.startswith(tuple(JOINERS)))  # a word begins with a letter or a sign


@pytest.mark.parametrize("name", ["popular", *schemes()])
@settings(max_examples=40, deadline=None)
@given(word=WORDS)
def test_nothing_is_lost(name, word):
    pairs = align(word, name)
    assert "".join(gujarati for gujarati, _ in pairs) == word
    latin = "".join(latin for _, latin in pairs)
    assert latin == (spell_word(word) if name == "popular" else romanize(word, name))


def test_a_listed_word_is_one_pair():
    assert align("ડૉક્ટર") == [("ડૉક્ટર", "doctor")]


def test_romanizers_can_be_sent_to_another_process():
    own = Romanizer({"અમદાવાદ": "Ahmedabad"}, digits="convert")
    assert pickle.loads(pickle.dumps(own)).romanize("અમદાવાદ ૧") == "Ahmedabad 1"
