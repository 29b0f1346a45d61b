"""Rules that replace one letter, digit or punctuation mark by another of the same role.

Those of the search key (L01, L03-L06, P06, D01), and what a caller may enable: spelled-out nasals (L02), stretched
letters (L08), digits (D02, S02), full-width forms (P07), the rupee (C01, C02), Devanagari in Gujarati words (S01).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gujtext.normalization.canonical import begins_segment
from gujtext.normalization.rules import mapping
from gujtext.script import (
    ABBREVIATION_SIGN,
    ANUSVARA,
    CONSONANT_CLASS,
    DEVANAGARI_WORD_CLASS,
    DIGIT_CLASS,
    LETTER_CLASS,
    MARK_CLASS,
    NUKTA,
    RUPEE_SIGN,
    VIRAMA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.normalization.edits import Edit

_WORD = LETTER_CLASS + MARK_CLASS
# A Devanagari letter that begins a word, so that the line is not in Gujarati alone.
_DEVANAGARI_WORD = re.compile(f"(?<![{_WORD}])[{DEVANAGARI_WORD_CLASS}]")
_ASCII_TOKEN = re.compile(r"[A-Za-z0-9_]++(?:[.,:/-][A-Za-z0-9_]++)*+")
_LATIN = re.compile("[A-Za-z_]")
_ASCII_NUMBER = re.compile("[0-9]++")
_STRETCHED_LETTER = re.compile(f"([{LETTER_CLASS}])\\1{{2,}}+")
_RUPEES = re.compile(f"(?<![{_WORD}])(?:રૂ[.{ABBREVIATION_SIGN}]|{RUPEE_SIGN})(?=[ ]?[0-9{DIGIT_CLASS}])")
# The nasal of each row of the alphabet, and the stops that it is pronounced with.
_HOMORGANIC = {"ઙ": "ક-ઘ", "ઞ": "ચ-ઝ", "ણ": "ટ-ઢ", "ન": "ત-ધ", "મ": "પ-ભ"}
_OPEN_SYLLABLE = f"[{CONSONANT_CLASS}]{NUKTA}?[{VOWEL_SIGN_CLASS}]?|[{VOWEL_LETTER_CLASS}]"
_NASAL_CONJUNCT = re.compile(
    f"(?:{_OPEN_SYLLABLE})({ANUSVARA}?(?:"
    + "|".join(f"{nasal}{VIRAMA}(?=[{stops}])" for nasal, stops in _HOMORGANIC.items())
    + "))"
)
_ANUSVARA_BEFORE_STOP = re.compile(f"(?:{_OPEN_SYLLABLE})({ANUSVARA})(?=([ક-ઘચ-ઝટ-ઢત-ધપ-ભ]))")


@cache
def _any_of(rule: str) -> str:
    return "[" + "".join(map(re.escape, mapping(rule))) + "]"


@cache
def _mapped(rule: str) -> re.Pattern[str]:
    """Return what a rule of ``mappings.tsv`` replaces."""
    one = _any_of(rule)
    if rule == "S01":
        return re.compile(f"(?<=[{_WORD}]){one}(?=[{_WORD}])")
    # Numbers change as wholes.
    return re.compile(one + "++" if rule in ("D01", "S02") else one)


def mapped_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find what one rule of ``mappings.tsv`` replaces.

    Example:
        >>> list(mapped_edits("દીવો ૧૯૪૭", "D01"))
        [(5, 9, '1947', 'D01')]
    """
    if rule == "S02" and _DEVANAGARI_WORD.search(line):
        return
    replacements = mapping(rule)
    for match in _mapped(rule).finditer(line):
        start, end = match.span()
        if rule == "P07" and end < len(line) and not begins_segment(line[end]):
            continue  # an ASCII letter might compose with the mark after it
        yield start, end, "".join([replacements[c] for c in match[0]]), rule


def number_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the ASCII numbers that rule D02 writes in Gujarati digits: those in no Latin word or code.

    Example:
        >>> list(number_edits("12.5 અને COVID-19", "D02"))
        [(0, 2, '૧૨', 'D02'), (3, 4, '૫', 'D02')]
    """
    digits = mapping(rule)
    for token in _ASCII_TOKEN.finditer(line):
        if _LATIN.search(token[0]):
            continue
        for number in _ASCII_NUMBER.finditer(line, *token.span()):
            yield number.start(), number.end(), "".join([digits[c] for c in number[0]]), rule


def rupee_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the rupee abbreviations before a number that rule C02 writes as the rupee symbol.

    Example:
        >>> list(rupee_edits("રૂ. ૫૦", "C02"))
        [(0, 3, '₹', 'C02')]
    """
    for match in _RUPEES.finditer(line):
        yield match.start(), match.end(), "₹", rule


def nukta_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the nuktas that rule L04 leaves out.

    Example:
        >>> list(nukta_edits("અંગ્રેજ઼", "L04"))
        [(7, 8, '', 'L04')]
    """
    for match in re.finditer(f"(?<=[{_WORD}]){NUKTA}", line):
        yield match.start(), match.end(), "", rule


def folded_nasal_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the nasal consonants before a stop of their own row that rule L01 writes as anusvara.

    Example:
        >>> list(folded_nasal_edits("અન્ત", "L01"))
        [(1, 3, 'ં', 'L01')]
    """
    for match in _NASAL_CONJUNCT.finditer(line):
        start, end = match.span(1)
        yield start, end, ANUSVARA, rule


def spelled_nasal_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the anusvaras that rule L02 spells as the nasal consonant of the stop after them.

    Example:
        >>> list(spelled_nasal_edits("અંત", "L02"))
        [(1, 2, 'ન્', 'L02')]
    """
    for match in _ANUSVARA_BEFORE_STOP.finditer(line):
        nasal = next(n for n, stops in _HOMORGANIC.items() if stops[0] <= match[2] <= stops[2])
        yield match.start(1), match.end(1), nasal + VIRAMA, rule


def elongation_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find letters written three times or more, of which rule L08 leaves one.

    Example:
        >>> list(elongation_edits("સરસસસ", "L08"))
        [(3, 5, '', 'L08')]
    """
    for match in _STRETCHED_LETTER.finditer(line):
        yield match.start() + 1, match.end(), "", rule
