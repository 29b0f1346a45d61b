"""Round trips over all well-formed clusters and over any run of Gujarati characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from strategies import CLEAN_TEXT, GUJARATI_BLOCK, JOINERS, WILD_TEXT

from gujtext.transliteration import romanize, to_gujarati
from gujtext.transliteration.schemes import letters, schemes

READABLE = [name for name, scheme in schemes().items() if scheme.reversible]
ALL = ["popular", *schemes()]
TABLE = letters("iso15919", "lenient")
CONSONANTS = st.sampled_from(sorted(TABLE.consonants))
CLUSTERS = st.builds(
    lambda consonants, sign, mark: "્".join(consonants) + sign + mark,
    st.lists(CONSONANTS, min_size=1, max_size=4),
    st.sampled_from(["", "્", *sorted(TABLE.signs)]),
    st.sampled_from(["", "", "", "ં", "ઁ", "ઃ"]),
)
VOWELS = st.sampled_from(sorted(TABLE.vowels) + sorted(TABLE.marks))
WELL_FORMED = st.lists(st.one_of(CLUSTERS, CLUSTERS, VOWELS), min_size=1, max_size=6).map("".join)
ANY_GUJARATI = st.text(st.sampled_from(GUJARATI_BLOCK + JOINERS), max_size=12)


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("style", ["lenient", "strict"])
@settings(max_examples=150, deadline=None)
@given(word=st.one_of(WELL_FORMED, ANY_GUJARATI))
def test_reads_back_what_it_wrote(name, style, word):
    assert to_gujarati(romanize(word, name, anusvara=style), name, anusvara=style) == word


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=60, deadline=None)
@given(text=WILD_TEXT)
def test_any_text_goes_through(name, text):
    kept = [c for c in romanize(text, name) if c in "\ud800\x00😀क;"]
    assert kept == [c for c in text if c in "\ud800\x00😀क;"]


@pytest.mark.parametrize("name", READABLE)
@settings(max_examples=40, deadline=None)
@given(text=WILD_TEXT)
def test_any_text_can_be_read(name, text):
    assert isinstance(to_gujarati(text, name), str)


@settings(max_examples=60, deadline=None)
@given(text=CLEAN_TEXT)
def test_words_are_spelled_one_by_one(text):
    assert romanize(text) == " ".join(romanize(word) for word in text.split(" "))
