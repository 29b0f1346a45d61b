"""Laws of the numerals room: inverse pairs, styles that do not change the value, spans that lose nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given, settings, strategies as st
from strategies import WILD_TEXT

from gujtext import numerals
from gujtext.numerals import find, quantities
from gujtext.script import WORD_CLASS
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


# Below a million lis, das and si change the words of different numbers below a hundred, so that they may go together;
# hundred changes what such a word is glued to, so that it is crossed with them; scale changes nothing.
SWEEPS = [STYLES[0], STYLES[-1], STYLES[0] | {"hundred": "spaced"}, STYLES[-1] | {"hundred": "joined"}]


@pytest.mark.slow
@pytest.mark.parametrize("style", SWEEPS, ids=lambda style: " ".join(style.values()))
def test_every_number_below_a_million_reads_back(style):
    spell, parse = numerals.spell_number, numerals.parse_number_words
    wrong = [n for n in range(10**6) if parse(spell(n, **style)) != n]
    assert wrong == []


def test_sweeps_spell_every_word_in_every_style():
    words = {word for sweep in SWEEPS for n in range(1000) for word in numerals.spell_number(n, **sweep).split()}
    assert words == {
        word for style in STYLES for n in range(1000) for word in numerals.spell_number(n, **style).split()
    }


@pytest.mark.slow
@pytest.mark.parametrize("year", ["hundreds", "thousand"])
@pytest.mark.parametrize("style", SWEEPS, ids=lambda style: " ".join(style.values()))
def test_every_year_reads_back(style, year):
    spell, parse = numerals.spell_number, numerals.parse_number_words
    assert [n for n in range(10**4) if parse(spell(n, style="year", year=year, **style)) != n] == []


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


# A number between words that concern numbers, which are glued to other letters as often as not.
CUES = [
    "લાખ", "પહેલી", "મે", "જૂન", "માર્ચ", "તા", "તા.", "ફોન", "રૂ", "રૂ.", "ઈસ", "સન", "ઈ.સ.", "કિમી", "ટકા", "રૂપિયા",
    "વાગ્યે", "વાગીને", "સવારે", "સાંજે", "થી", "માં", "મી", "ગણું", "AD", "km", "Rs", "to", "Jan", "of May", "₹", "/-",
]  # fmt: skip
LETTERS = st.sampled_from(["", "", "કલા", "ડી", "s"])
GAP = st.sampled_from(["", " ", " ", "-", ". ", ", ", ": "])
NUMBER = st.sampled_from(["1", "5", "૧૦", "૧૯૪૭", "10:30", "એક", "પાંચ", "એકવીસમી", "સાડા છ", "બમણું"])
PIECE = st.tuples(LETTERS, st.sampled_from(CUES), GAP, NUMBER, GAP, st.sampled_from(CUES), LETTERS).map("".join)
GLUED = st.lists(PIECE, min_size=1, max_size=3).map(" ".join)
_JOINED = re.compile(f"[{WORD_CLASS}A-Za-z]")


@given(GLUED)
@settings(max_examples=1000, deadline=None)
def test_a_match_begins_and_ends_with_a_word(text):
    """Only digits, and Roman numerals, may be glued to letters that are not theirs."""
    for match in numerals.find_numbers(text):
        first, last = match.text[0], match.text[-1]
        if _JOINED.match(first) and match.kind != "roman":
            assert match.start == 0 or not _JOINED.match(text[match.start - 1]), match
        if _JOINED.match(last) and match.kind != "roman":
            assert match.end == len(text) or not _JOINED.match(text[match.end]), match


@given(GLUED)
@settings(max_examples=1000, deadline=None)
def test_quick_looks_around_a_number_hide_nothing(text):
    """What follows and precedes a number is read only where a table of beginnings allows it."""
    everything = -1
    found = numerals.find_numbers(text)
    with (
        patch.object(find, "following", lambda text, at: everything),
        patch.object(quantities, "following", lambda text, at: everything),
        patch.object(find, "preceding", lambda text, at: everything),
    ):
        assert numerals.find_numbers(text) == found


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
