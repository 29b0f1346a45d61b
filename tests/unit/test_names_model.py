"""The model of names: the search finds what a full comparison would, and its files are what they should be."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from gujtext.transliteration import name_channel, name_retrieval
from gujtext.transliteration.name_channel import channel, count, read_counts, write_counts
from gujtext.transliteration.name_retrieval import pack, read_index, retriever
from gujtext.transliteration.name_sounds import gujarati_slots, latin_slots
from gujtext.transliteration.name_weights import Weights, read_weights, weights, write_weights

ROWS = st.lists(st.floats(-9, 9), max_size=8).map(lambda row: [(x,) for x in sorted(row, reverse=True)])


@given(ROWS, ROWS, st.integers(1, 8))
def test_the_best_sums_are_those_of_all_pairs(firsts, seconds, n):
    every = sorted((a[0] + b[0] for a in firsts for b in seconds), reverse=True)
    assert [row[0] for row in name_channel._best_sums(firsts, seconds, n)] == every[:n]


@pytest.mark.parametrize("word", ["નુલેન્ડ", "મેલોની", "યુસુફઝઈ", "રાવ", "ક"])
def test_no_spelling_scores_above_the_bound(word):
    for slots in gujarati_slots(word):
        heard = channel().hear(slots)
        best = heard.spell(6)
        assert [score for score, _ in best] == sorted((score for score, _ in best), reverse=True)
        for score, facing in best:
            assert score == pytest.approx(heard.score(facing))
            assert score <= heard.most + 1e-9


@pytest.mark.parametrize("word", ["નુલેન્ડ", "ગારલેન્ડ", "મેલોની", "કુલેબા", "શોલ્ઝ", "ઝાવેન"])
def test_the_search_stops_only_where_nothing_better_is_left(word):
    """A long list and a short one begin with the same spellings: no bound cuts off a better one."""
    many = retriever().soundings(word, 300)
    for few in (1, 3, 12):
        assert [one.latin for one in retriever().soundings(word, few)] == [one.latin for one in many[:few]]


def test_spellings_of_no_sound_in_common_are_still_answered():
    assert [one.heard for one in retriever().soundings("ઃ", 1)] != []


def test_words_of_an_index_line_are_found_and_parts_of_words_are_not():
    words = ["putin", "patan", "pitana"]
    slots = {word: next(latin_slots(word))[1] for word in words}
    line = pack((slots[word], worth) for word, worth in zip(words, (9.0, 3.0, 6.0), strict=True))
    found = [name_retrieval._find(line, name_retrieval._written(slots[word])) for word in words]
    assert found == [30, 10, 20]
    assert name_retrieval._find(line, "TiN") == name_retrieval._find(line, "PuTi") == -1


def test_the_words_of_the_shipped_index_fall_in_worth():
    signs = name_retrieval._WORTH
    for line in list(retriever().index.values())[::50]:
        worth = [signs[sign] for _, sign in name_retrieval._WORD.findall(line)]
        assert worth == sorted(worth, reverse=True)
        assert worth


def test_an_index_and_counts_read_back_as_written():
    slots = (gujarati_slots("પુતિન")[0], next(latin_slots("putin"))[1])
    counts = count([(2.0, *slots)])
    assert read_counts(write_counts(counts, 0.1)) == counts
    assert read_index(["# note", "PTN\tPuTiN["]) == {"PTN": "PuTiN["}


def test_weights_read_back_as_written():
    own = Weights({"slot": 1.25}, {"zipf": -0.5}, {"v  i ": 0.125, "c ક c": -2.0}, {"": 0.0, "ની": 1.0})
    assert read_weights(write_weights(own)) == own
    assert set(weights().endings) >= {"", "ની", "ના"}


def test_the_training_words_hold_no_measured_name():
    numpy = pytest.importorskip("numpy")
    assert numpy is not None
    from benchmarks.train_names import held_out, lexicon_words

    unseen = held_out()
    words = lexicon_words(unseen)
    assert len(words) > 5000
    assert unseen.isdisjoint(words)
    assert unseen.isdisjoint(latin for spellings in words.values() for latin in spellings)
