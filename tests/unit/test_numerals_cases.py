"""The case list by kind: every function of the room against reviewed expectations."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from gujtext import numerals

CASES = Path(__file__).resolve().parent.parent / "cases" / "numerals" / "cases_dev.tsv"


def load():
    found = []
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#") and not line.startswith("kind\t"):
            kind, given, expected, _ = line.split("\t")
            found.append(pytest.param(kind, given, expected, id=f"{kind} {given}"))
    return found


def number(shown):
    if "/" in shown:
        return Fraction(shown)
    return Decimal(shown) if "." in shown else int(shown)


def only(text):
    """The one number of the text."""
    matches = numerals.find_numbers(text)
    assert len(matches) == 1, matches
    return matches[0]


def match_suffix(text):
    match = only(text)
    shown = f"{match.kind.upper()} {match.value}"
    return f"{shown} + {match.suffix}" if match.suffix else shown


def match_date(text):
    match = only(text)
    if isinstance(match.value, date):
        return match.value.isoformat()
    return f"{match.unit} {match.value}".strip()


def match_time(text):
    match = only(text)
    assert isinstance(match.value, time)
    return match.value.isoformat("minutes")


def match_range(text):
    match = only(text)
    low, high = match.value
    return f"RATIO {low}:{high}" if match.kind == "ratio" else f"{low}..{high}"


def match_money(text):
    match = only(text)
    assert match.kind == "money"
    return f"{match.unit} {match.value}"


def match_unit(text):
    match = only(text)
    return f"{match.value} {match.unit.lstrip('°')}"


def spell_money(shown):
    unit, value = shown.split()
    assert unit == "INR"
    return numerals.verbalize(f"₹{value}")


def spell_ordinal(given, style="words"):
    value, gender = given.split(":")
    return numerals.spell_ordinal(int(value), gender, style=style)


DOES = {
    "digits.to_ascii": numerals.to_ascii_digits,
    "digits.to_gujarati": numerals.to_gujarati_digits,
    "digits.to_devanagari": numerals.to_devanagari_digits,
    "format.indian": lambda given: numerals.format_number(number(given)),
    "format.western": lambda given: numerals.format_number(number(given), "western"),
    "format.compact": lambda given: numerals.format_number(number(given), "compact", "ascii"),
    "parse.number": lambda given: numerals.parse_number(given),
    "spell.cardinal": lambda given: numerals.spell_number(number(given)),
    "spell.digits": lambda given: numerals.spell_number(number(given), style="digits"),
    "words.cardinal": numerals.parse_number_words,
    "words.fraction": numerals.parse_number_words,
    "spell.fraction": lambda given: numerals.spell_number(Fraction(given), style="fraction"),
    "ordinal.word": spell_ordinal,
    "ordinal.parse": numerals.parse_ordinal,
    "ordinal.num": lambda given: spell_ordinal(given, "digits"),
    "suffix.case": match_suffix,
    "mult": numerals.parse_number_words,
    "money.parse": match_money,
    "money.spell": spell_money,
    "date.parse": match_date,
    "time.parse": match_time,
    "range": match_range,
    "unit": match_unit,
    "tn.text": numerals.verbalize,
    "itn.text": numerals.inverse_normalize,
    "protect": lambda given: (numerals.verbalize(given), numerals.inverse_normalize(given)),
    "confusable": lambda given: numerals.repair_digit_confusables(given, latin=True),
    "roman": lambda given: only(given).value,
}


@pytest.mark.parametrize(("kind", "given", "expected"), load())
def test_case(kind, given, expected):
    if expected == "ERROR":
        with pytest.raises(numerals.NumberError) as error:
            DOES[kind](given)
        assert error.value.offset is not None
        return
    result = DOES[kind](given)
    if kind == "protect":
        assert result == (given, given)
        assert numerals.find_numbers(given) == []
    elif isinstance(result, str):
        assert result == expected
    else:
        assert result == number(expected)
        assert not isinstance(result, float)
