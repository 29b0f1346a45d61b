"""Fractions in words: quarters and halves by their own words, others by denominator or as one number over another."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from gujtext.numerals.lexicon import CRORE, fraction_rows, grammar_word, spellings

if TYPE_CHECKING:
    from gujtext.numerals.spell import Speller

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


@cache
def denominators() -> dict[str, int]:
    """Return the words for "one n-th", form -> n."""
    return {row.form: int(row.value) for row in fraction_rows() if row.kind == "denominator"}


@cache
def _quantities() -> dict[Fraction, str]:
    rows = [row for row in fraction_rows() if row.kind == "quantity" and row.status == "canonical"]
    # Where the word has genders the neuter is the one to cite; where it has none there is one form.
    return {Fraction(row.value): row.form for row in rows if row.gender in ("", "n")}


@cache
def _shifts() -> dict[Fraction, str]:
    rows = [row for row in fraction_rows() if row.kind == "shift" and row.status == "canonical"]
    return {Fraction(row.value): row.form for row in rows}


@cache
def _denominator_words() -> dict[int, str]:
    rows = [row for row in fraction_rows() if row.kind == "denominator" and row.status == "canonical"]
    return {int(row.value): row.form for row in rows}


def spell_fraction(value: Fraction, speller: Speller, denominator: int = 0) -> str:
    """Spell a fraction from 0 up; a round part of a scale by its own words (દોઢ લાખ).

    A denominator says how it is written: ૧૨/૧૫ is not reduced.
    """
    if value.denominator == 1:
        return _scaled(value.numerator, speller) or speller.cardinal(value.numerator)
    denominator = denominator or value.denominator
    quarters = _quarters(value, speller) if denominator == value.denominator else ""
    if quarters:
        return quarters
    whole, rest = divmod(int(value * denominator), denominator)
    word = _denominator_words().get(denominator)
    part = f"{speller.cardinal(rest)} {word or grammar_word('over')}"
    if not word:
        part += f" {speller.cardinal(denominator)}"
    return f"{speller.cardinal(whole)} {grammar_word('whole')} {part}" if whole else part


def _quarters(value: Fraction, speller: Speller) -> str:
    """Spell N and a quarter, a half or three quarters, below a hundred; "" for any other number."""
    if value in _quantities():
        return _quantities()[value]
    if value.denominator not in (2, 4) or not 1 < value < 99:
        return ""
    for shift, word in _shifts().items():
        number = value - shift
        if number.denominator == 1 and (shift != HALF or number > 2):
            return f"{word} {speller.cardinal(number.numerator)}"
    return ""


def _scaled(number: int, speller: Speller) -> str:
    """Spell a number that is so many quarters of a hundred or a scale: 150000 is one and a half lakh."""
    for scale in (CRORE, 100000, 1000, 100):
        share = Fraction(number, scale)
        if share.denominator not in (2, 4) or share < 1:
            continue
        if scale == 100:
            return _hundreds(share, speller)
        spelled = _quarters(share, speller)
        if spelled:
            return f"{spelled} {spellings()[scale]}"
    return ""


def _hundreds(share: Fraction, speller: Speller) -> str:
    """Join the hundred to what stands before it: savaaso, adhiso, saadaa transo."""
    bare = spellings()[100]
    if share >= 10:
        return ""
    if share in _quantities():
        return _quantities()[share] + bare
    for shift, word in _shifts().items():
        number = share - shift
        # Three quarters before a thousand would be three quarters of it.
        if number.denominator == 1 and number < 10 and (shift != HALF or number > 2):
            return f"{word} {speller.cardinal(number.numerator * 100)}"
    return ""
