"""Popular spelling: the rules, the tables and the model behind them."""

from __future__ import annotations

import pytest

from benchmarks.romanizations import agreement, read_pairs
from gujtext.resources import read_bytes, table
from gujtext.script import ZWJ, ZWNJ
from gujtext.transliteration import align, popular
from gujtext.transliteration.popular import sound, spell_ending, spell_word
from gujtext.transliteration.popular_model import SCALE, TABLE, TABLE_BITS, Features, corrected, open_places
from gujtext.transliteration.schwa import SCHWA, silence, spoken, symbols


def heard(word: str) -> str:
    written = symbols(word)
    return "".join(symbol for symbol, kept in zip(written, spoken(written), strict=True) if kept)


@pytest.mark.parametrize(("word", "expected"), [
    ("ક", "કə"),  # the only vowel is heard
    ("કમળ", "કəમəળ"),
    ("કમળા", "કəમળઆ"),
    ("સૂર્ય", "સઊરયə"),  # a cluster that needs its schwa
    ("ધર્મ", "ધəરમ"),  # one that does not
    ("અચરજ", "અચરəજ"),
    ("સમજણ", "સəમજəણ"),  # no two schwas in a row fall silent
])  # fmt: skip
def test_schwa_rules(word, expected):
    assert heard(word) == expected


def test_silence_keeps_everything_else():
    word = "કમળા્‌ઃં"
    assert silence(word).replace("્", "") == word.replace("્", "")


def test_a_case_ending_and_a_plural_are_parted_from_the_stem():
    assert sound("ઉપકરણોની").stem == sound("ઉપકરણો").stem == len(symbols("ઉપકરણ")) - 1
    assert sound("ભારતની").stem == len(symbols("ભારત"))


def test_names_are_spelled_with_one_a():
    assert spell_word("આકાશ") == "aakash"
    assert spell_word("આકાશ", name=True) == "akash"


def test_endings_have_no_nasal():
    assert spell_ending("માં") == "ma"
    assert spell_ending("નું") == "nu"


@pytest.mark.parametrize("word", ["ડૉક્ટર", "ડોકટર", "ડોક્ટર"])
def test_variants_of_a_loan_need_no_rows_of_their_own(word):
    assert spell_word(word) == "doctor"


def test_no_two_loans_share_a_key():
    listed = [row.gujarati for row in table("transliteration/popular_words.tsv", popular._Letter)]
    assert len({popular._key(word) for word in listed}) == len(listed)


def test_a_decision_is_open_for_every_schwa_but_the_first_vowel():
    written = symbols("કમળં")
    assert [written[place] for place in open_places(written)] == ["ં", SCHWA, SCHWA]
    assert 1 not in open_places(written)


def test_weights_fill_the_table():
    assert len(read_bytes(TABLE)) == 1 << TABLE_BITS


@pytest.mark.parametrize("word", ["સરકારો", "ભણતર", "અંધકારમય", "સમજણભરેલું"])
def test_a_decision_is_the_sum_of_the_weights_of_its_features(word):
    """What is precomputed for speed gives what the features that the training saw would give."""
    weights = memoryview(read_bytes(TABLE)).cast("b")
    sounded = sound(word)
    heard = list(sounded.heard)
    for place in open_places(sounded.symbols):
        total = sum(weights[slot] for slot in Features(sounded).at(place, heard))
        heard[place] = total + (SCALE if heard[place] else -SCALE) > 0
    assert corrected(sounded) == heard


@pytest.mark.parametrize("joiner", [ZWJ, ZWNJ])
def test_a_sign_after_a_joiner_replaces_no_schwa(joiner):
    word = f"સરક{joiner}ો"
    assert "".join(letters for letters, _ in align(word)) == word
    assert "".join(latin for _, latin in align(word)) == spell_word(word)


@pytest.mark.slow
def test_agreement_with_dakshina_dev(reference):
    dev = read_pairs(reference / "transliteration" / "dakshina_dev.tsv")
    exact, errors = agreement(spell_word, dev)
    assert exact > 93
    assert errors < 1.1
