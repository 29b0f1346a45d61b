"""Laws of the numerals room: inverse pairs, styles that do not change the value, spans that lose nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings, strategies as st
from strategies import WILD_TEXT

from gujtext import numerals
from gujtext.types import replay

STYLES = [
    {"lis": lis, "das": das, "si": si, "hundred": hundred, "scale": scale}
    for lis, das, si, hundred, scale in product(
        "ળલ", ("દસ", "દશ"), ("સી", "શી"), ("joined", "spaced"), ("crore", "abaj")
    )
]
ANY_STYLE = st.sampled_from(STYLES)
MIXED_SIZES = st.integers(1, 60).flatmap(lambda digits: st.integers(0, 10**digits - 1))
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=4)
FRACTIONS = st.fractions(min_value=0, max_value=200, max_denominator=60)
NUMBER_TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "₹", "રૂ.", "૫૦૦", "12", "૧,૨૩,૪૫૬", ".", ",", "-", "/", ":",
                " ", " ", " ", "લાખ", "કરોડ", "સાડા", "પોણા", "દોઢ", "બે",
                "ત્રણ", "ત્રણસો", "પાંચમી", "વાગ્યે", "સાંજે", "જૂન", "૨૦૨૪",
                "ઈ.સ.", "થી", "ગણું", "ટકા", "%", "કિ.મી.", "°", "સે",
                "રૂપિયા", "પૈસા", "માં", "ની", "મી", "દશાંશ", "માઇનસ",
                "તૃતીયાંશ", "½", "XIV", "AM", "km", "+91", "ફોન", "@a1", "ર",
                "પ",
            ]
        ),
        st.integers(0, 10**7).map(str),
    ),
    max_size=14,
).map("".join)  # fmt: skip
ANY_TEXT = st.one_of(NUMBER_TEXT, WILD_TEXT)


@pytest.mark.slow
@pytest.mark.parametrize("style", [STYLES[0], STYLES[-1]], ids=["default style", "every other style"])
def test_every_number_below_a_million_reads_back(style):
    spell, parse = numerals.spell_number, numerals.parse_number_words
    wrong = [n for n in range(0, 10**6, 1 if style is STYLES[0] else 7) if parse(spell(n, **style)) != n]
    assert wrong == []


@given(MIXED_SIZES, ANY_STYLE)
@settings(max_examples=300, deadline=None)
def test_integers_read_back_in_every_style(n, style):
    assert numerals.parse_number_words(numerals.spell_number(n, **style)) == n


@given(st.lists(MIXED_SIZES, min_size=2, max_size=2, unique=True), ANY_STYLE)
@settings(max_examples=100, deadline=None)
def test_no_two_numbers_share_a_spelling(pair, style):
    assert numerals.spell_number(pair[0], **style) != numerals.spell_number(pair[1], **style)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["માઇનસ", "ઋણ"]))
@settings(max_examples=100, deadline=None)
def test_signs_read_back(n, minus):
    assert numerals.parse_number_words(numerals.spell_number(n, minus=minus)) == n


@given(DECIMALS, st.sampled_from(["દશાંશ", "પોઈન્ટ"]))
@settings(max_examples=100, deadline=None)
def test_decimals_read_back(value, point):
    assert numerals.parse_number_words(numerals.spell_number(value, decimal=point)) == value


@given(FRACTIONS)
@settings(max_examples=200, deadline=None)
def test_fractions_read_back(value):
    assert numerals.parse_number_words(numerals.spell_number(value, style="fraction")) == value


@given(st.integers(0, 10**12))
@settings(max_examples=200, deadline=None)
def test_quarters_and_halves_of_scales_read_back(n):
    assert numerals.parse_number_words(numerals.spell_number(n * 25, style="fraction")) == n * 25


@given(st.integers(1000, 2999), st.sampled_from(["hundreds", "thousand"]))
@settings(max_examples=100, deadline=None)
def test_years_read_back(n, style):
    assert numerals.parse_number_words(numerals.spell_number(n, style="year", year=style)) == n


@given(MIXED_SIZES)
@settings(max_examples=100, deadline=None)
def test_respelling_is_idempotent(n):
    spelled = numerals.spell_number(n)
    assert numerals.spell_number(numerals.parse_number_words(spelled)) == spelled


@given(
    st.one_of(st.integers(-(10**30), 10**30), DECIMALS, st.fractions(max_denominator=10**6)),
    st.sampled_from(["indian", "western", "none"]),
    st.sampled_from(["gujarati", "ascii", "devanagari"]),
)
@settings(max_examples=200, deadline=None)
def test_formatted_numbers_read_back(value, grouping, digits):
    shown = numerals.format_number(value, grouping, digits)
    read = numerals.parse_number(shown)
    assert read == value
    assert not isinstance(read, float)


@given(st.one_of(st.integers(-1000, 1000), DECIMALS))
@settings(max_examples=100, deadline=None)
def test_percent_reads_back(value):
    assert numerals.parse_number(numerals.format_number(value, percent=True)) == value


@given(st.integers(0, 10**9), st.sampled_from("nmfo"))
@settings(max_examples=200, deadline=None)
def test_ordinals_read_back_with_their_gender(n, gender):
    for style in ("words", "digits"):
        assert numerals.read_ordinal(numerals.spell_ordinal(n, gender, style=style)) == (n, gender)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_spans_are_ordered_disjoint_and_exact(text):
    done = 0
    for match in numerals.find_numbers(text):
        assert done <= match.start < match.end
        assert text[match.start : match.end] == match.text
        assert match.text.endswith(match.suffix)
        values = match.value if isinstance(match.value, tuple) else (match.value,)
        assert not any(isinstance(value, float) for value in values)
        done = match.end


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_rewriting_changes_nothing_but_numbers(text):
    spans = {(match.start, match.end) for match in numerals.find_numbers(text)}
    for explained, plain in (
        (numerals.verbalize_explained(text), numerals.verbalize(text)),
        (numerals.inverse_normalize_explained(text), numerals.inverse_normalize(text)),
    ):
        assert explained.text == plain
        assert explained.original == text
        assert replay(text, explained.changes) == plain
        assert {(change.start, change.end) for change in explained.changes} <= spans
        if not explained.changes:
            assert plain is text


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_digit_functions_keep_the_length_and_each_other(text):
    gujarati, ascii_ = numerals.to_gujarati_digits(text), numerals.to_ascii_digits(text)
    assert len(gujarati) == len(ascii_) == len(text)
    assert numerals.to_ascii_digits(gujarati) == ascii_
    assert numerals.to_gujarati_digits(ascii_) == gujarati
    assert numerals.to_gujarati_digits(gujarati) is gujarati
    repaired = numerals.repair_digit_confusables(text)
    assert len(repaired) == len(text)
    assert numerals.repair_digit_confusables(repaired) is repaired


def value_or_error(parse, text):
    try:
        return parse(text)
    except numerals.NumberError as error:
        return error


@given(st.one_of(ANY_TEXT, st.text(max_size=20)))
@settings(max_examples=300, deadline=None)
def test_parsers_read_a_number_or_say_where_not(text):
    for parse in (numerals.parse_number, numerals.parse_number_words, numerals.parse_ordinal):
        outcome = value_or_error(parse, text)
        if isinstance(outcome, numerals.NumberError):
            assert outcome.offset is not None
            assert 0 <= outcome.offset <= len(text)
            assert outcome.expected
        else:
            assert isinstance(outcome, (int, Decimal, Fraction))


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_no_digit_that_was_found_is_left_by_verbalize(text):
    for change in numerals.verbalize_explained(text).changes:
        if change.rule in ("cardinal", "ordinal", "percent", "phone", "roman"):
            assert not any(character.isdecimal() for character in change.after), change
