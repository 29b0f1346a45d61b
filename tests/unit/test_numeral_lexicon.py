"""The tables: no form with two values, every attested spelling read, the options of the speller all in use."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

import pytest

from gujtext import numerals
from gujtext.numerals import lexicon, ordinals, surfaces, vocabulary


def test_no_form_has_two_values():
    values = defaultdict(set)
    for row in lexicon.cardinal_rows():
        values[row.form].add(row.value)
    for row in lexicon.fraction_rows():
        if row.kind == "quantity":
            values[row.form].add(Fraction(row.value))
        elif row.kind == "shift" and Fraction(row.value) != Fraction(1, 2):
            values[row.form].add(1 + Fraction(row.value))  # standing alone it is the quantity of 1
    for form, reading in ordinals.ordinal_words().items():
        values[form].add(("ordinal", reading.value))
    assert {form: found for form, found in values.items() if len(found) > 1} == {}


def test_every_cardinal_form_reads_as_its_value():
    wrong = []
    for row in lexicon.cardinal_rows():
        series = row.kind if row.kind in ("traditional", "hindi") else ""
        if numerals.parse_number_words(row.form, series=series) != row.value:
            wrong.append(row)
    assert wrong == []


def test_glued_compounds_read_as_the_spaced_ones():
    for joined, spaced in (("સાડાત્રણ", "સાડા ત્રણ"), ("પંદરસો", "પંદર સો"), ("દોઢસો", "દોઢ સો"), ("દસહજાર", "દસ હજાર"),
                           ("સવાલાખ", "સવા લાખ"), ("પોણાચાર", "પોણા ચાર"), ("સાડાત્રણસો", "સાડા ત્રણસો")):  # fmt: skip
        assert numerals.parse_number_words(joined) == numerals.parse_number_words(spaced)


def test_one_canonical_form_for_every_value():
    spelled = [row for row in lexicon.cardinal_rows() if row.kind in ("cardinal", "hundred", "scale")]
    canonical = [row.value for row in spelled if row.status == "canonical"]
    assert sorted(canonical) == [*range(100), *range(100, 1000, 100), 1000, 10**5, 10**7, 10**9]


def test_disputed_scales_are_read_only_in_a_named_series():
    with pytest.raises(numerals.NumberError, match="series='traditional'"):
        numerals.parse_number_words("એક ખર્વ")
    assert numerals.parse_number_words("એક ખર્વ", series="traditional") == 10**10
    assert numerals.parse_number_words("એક ખરબ", series="hindi") == 10**11


def test_a_half_before_one_or_two_is_read_only_when_not_strict():
    for text, value in (("સાડા એક", Fraction(3, 2)), ("સાડા બે", Fraction(5, 2))):
        with pytest.raises(numerals.NumberError):
            numerals.parse_number_words(text)
        assert numerals.parse_number_words(text, strict=False) == value


def test_unknown_options_are_named():
    for options in ({"lis": "x"}, {"style": "x"}, {"hundred": "x"}, {"minus": "x"}):
        with pytest.raises(ValueError, match=next(iter(options))):
            numerals.spell_number(-5, **options)


def test_homographs_are_words_of_the_lexicon():
    known = set(lexicon.words()) | set(ordinals.ordinal_words())
    stems = {
        word + ending
        for word in lexicon.words()
        for ending in (*vocabulary.suffixes("both"), *ordinals.regular_endings())
    }
    stems |= {word + ending for word in ordinals.ordinal_words() for ending in vocabulary.suffixes("both")}
    assert [form for form in vocabulary.homographs() if form not in known | stems] == []


def test_idioms_hold_a_number_word():
    for phrase in vocabulary.idioms():
        assert surfaces.seeds().intersection(phrase.split()), phrase


def test_every_unit_and_currency_can_be_said():
    assert [unit for unit in vocabulary.units().values() if unit not in vocabulary.spoken_units()] == []
    said = {row.currency for row in vocabulary.currency_rows() if row.plural and row.per_unit == 1}
    assert {row.currency for row in vocabulary.currency_rows()} == said
