"""Long and hostile input: bounded work, one kind of error, nothing lost."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from gujtext import numerals

TEXT_FUNCTIONS = [
    numerals.to_ascii_digits,
    numerals.to_gujarati_digits,
    numerals.to_devanagari_digits,
    numerals.find_numbers,
    numerals.verbalize,
    numerals.inverse_normalize,
    numerals.repair_digit_confusables,
]
PARSERS = [numerals.parse_number, numerals.parse_number_words, numerals.parse_ordinal]
# Each repeats a piece that some pattern begins with and never finishes.
HOSTILE = [
    "૧", "1,", "૧.", "1-", "1:", "૧/", "૧ ", "એક ", "એક-", "કરોડ ", "સાડા ",
    "બે લાખ ", "એક બે ", "₹", "₹૧ ", "ઈ.સ. ", "૧થી ", "૨૦૨૪-", "૧૦:૩૦ ",
    "જૂન ", "૧ જૂન ", "XIV ", "I", "M", "A1", "a.1", "ર", "૨પ", "ક", "ા", "૧ર",
    "\u200d", "૧૨૩૪૫ ", "+91 ", "ફોન ", "૧½", "એકસો", "GJ 01 ", "૧ ૨/",
    "સવારે ", "સવારે ૧ થી ", "૩-૨ ", "૧૦ વાગીને ", "-૧", "એક અબજ ", "લl૦", "l", "પાંચમીની", "૧,૨૩,",
    "ISBN ", "રૂ. ૧ ", "#૧", "૧ કિ.મી./", "બાર માસ ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
@pytest.mark.parametrize("function", TEXT_FUNCTIONS, ids=lambda f: f.__name__)
def test_repeated_pieces_cost_linear_work(function, piece):
    # With a quadratic step in it this would outlast the patience of any test run.
    text = piece * (12_000 // len(piece))
    result = function(text)
    assert result == function(text)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("text", ["૧" * 1_000_000, "૧," * 500_000, "એક " * 200_000, "કરોડ " * 20_000, "1" * 5000])
def test_a_million_digits_are_refused_with_an_offset(parse, text):
    with pytest.raises(numerals.NumberError) as error:
        parse(text)
    assert error.value.offset is not None
    assert len(str(error.value)) < 300


@pytest.mark.parametrize("value", [10**600, -(10**600), *map(Decimal, ("1E+999999", "1E-999999", "NaN", "Infinity"))])
def test_numbers_without_bound_are_refused(value):
    for write in (numerals.spell_number, numerals.format_number):
        with pytest.raises(numerals.NumberError):
            write(value)


@pytest.mark.parametrize("value", [1.5, "૫", None, True, 1j])
def test_what_is_no_exact_number_is_a_type_error(value):
    for write in (numerals.spell_number, numerals.format_number, numerals.spell_ordinal):
        with pytest.raises(TypeError):
            write(value)


@pytest.mark.parametrize("function", [*TEXT_FUNCTIONS, *PARSERS], ids=lambda f: f.__name__)
def test_bytes_are_refused(function):
    with pytest.raises(TypeError, match="decode first"):
        function("૧૨".encode())


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "૧\ud800", "१२\x00૩", "એક\udfffબે", "²", "①", "٣", "１２"])
@pytest.mark.parametrize("function", TEXT_FUNCTIONS, ids=lambda f: f.__name__)
def test_odd_characters_go_through(function, text):
    function(text)


@pytest.mark.parametrize(
    "text",
    ["٣", "１２", "²", "①", "1e5", "1_000", "0x10", "nan", "inf", "Infinity", "૧e૫", "", " ", "--૧", "+-૧", "૧ ૨"],
)
def test_what_python_accepts_does_not_leak_through(text):
    for parse in PARSERS:
        with pytest.raises(numerals.NumberError):
            parse(text)


def test_the_error_survives_pickling():
    with pytest.raises(numerals.NumberError) as raised:
        numerals.parse_number("૧,૨૩,૪૫")
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.offset, again.piece, again.expected, str(again)) == (
        5,
        "૪૫",
        raised.value.expected,
        str(raised.value),
    )


def test_digits_of_a_long_text_are_those_of_its_parts():
    text = "સને ૧૯૪૭, १५ ઑગસ્ટ 1947 ક્ષ " * 5000
    clean = "ગુજરાતી " * 20_000
    assert numerals.to_ascii_digits(text) == numerals.to_ascii_digits(text[: len(text) // 5000]) * 5000
    assert numerals.to_ascii_digits(clean) is clean
