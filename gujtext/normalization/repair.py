"""Rules of the profile ``repair`` and its kin: what a reader would correct from the context.

O05 a vowel sign typed before the rakar, S03 and S04 the look-alikes of letter and digit, T01 marks that another
tokenizer split off, P01 and P02 dandas, P03 and P05 colon and visarga. Each acts only where the result is
well-formed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gujtext.script import (
    ANUSVARA,
    BINDU_CLASS,
    CONSONANT_CLASS,
    DANDA,
    DIGIT_CLASS,
    DOUBLE_DANDA,
    JOINER_CLASS,
    LETTER_CLASS,
    MARK_CLASS,
    NUKTA,
    NUKTA_BASES,
    VIRAMA,
    VISARGA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
)
from gujtext.visarga import visarga_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.normalization.edits import Edit

_WORD = LETTER_CLASS + MARK_CLASS
_SIGN = f"[{VOWEL_SIGN_CLASS}]"
_BINDU = f"[{BINDU_CLASS}]"
_END = f"(?![{MARK_CLASS}])"

_SIGN_BEFORE_RAKAR = re.compile(f"(?<=[{CONSONANT_CLASS}{NUKTA}])({_SIGN})({VIRAMA}ર)(?={_BINDU}?{_END})")
_DIGIT_TO_LETTER = {"૨": "ર", "૫": "પ"}
_LETTER_TO_DIGIT = {"ર": "૨", "પ": "૫"}
_DIGIT_IN_WORD = re.compile(
    f"(?<![{DIGIT_CLASS}A-Za-z0-9])[૨૫](?=(?:{VIRAMA}|{_SIGN}{_BINDU}?|[ંઁ]){_END})"
    f"|(?<=[{_WORD}])[૨૫](?=[{LETTER_CLASS}])"
)
_LETTER_IN_NUMBER = re.compile(f"(?<=[{DIGIT_CLASS}])[રપ]++(?=[{DIGIT_CLASS}])")
_DOUBLED_DANDA = re.compile(DANDA * 2)
_PIPE = re.compile(f"(?<=[{_WORD}])(?:[ ]?)(\\|)(?=[ ]?(?:\\r?\\Z|[{LETTER_CLASS}]))")


@cache
def _colon_for_visarga() -> re.Pattern[str]:
    stems = "|".join(row.stem for row in visarga_stems())
    return re.compile(f"(?<![{_WORD}{JOINER_CLASS}])(?:{stems}):(?=[{LETTER_CLASS}])")


@cache
def _visarga_for_colon() -> re.Pattern[str]:
    letter, vowel = f"[{CONSONANT_CLASS}]", f"[{VOWEL_LETTER_CLASS}]"
    in_place = "|".join(
        f"(?<={syllable}{anusvara}{VISARGA})"
        for syllable in (vowel, letter, letter + NUKTA, letter + _SIGN, letter + NUKTA + _SIGN)
        for anusvara in ("", ANUSVARA)  # a label such as સરનામુંઃ
    )
    return re.compile(f"(?<![{_WORD}{JOINER_CLASS}])([{_WORD}{JOINER_CLASS}]*+)(?:{in_place})(?=[ ]|\\r?\\Z)")


@cache
def _visarga_words() -> frozenset[str]:
    return frozenset(row.stem for row in visarga_stems() if row.final)


def rakar_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the vowel signs typed before virama and RA, which rule O05 puts after them.

    Example:
        >>> list(rakar_edits("વજા્ર", "O05"))
        [(2, 5, '્રા', 'O05')]
    """
    for match in _SIGN_BEFORE_RAKAR.finditer(line):
        yield match.start(), match.end(), match[2] + match[1], rule


def digit_in_word_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the digits two and five that rule S03 reads as the letters RA and PA.

    Example:
        >>> list(digit_in_word_edits("ગુજ૨ાત વર્ષ ૨૦૨૫", "S03"))
        [(3, 4, 'ર', 'S03')]
    """
    for match in _DIGIT_IN_WORD.finditer(line):
        yield match.start(), match.end(), _DIGIT_TO_LETTER[match[0]], rule


def letter_in_number_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the letters RA and PA that rule S04 reads as digits.

    Example:
        >>> list(letter_in_number_edits("૧ર૩", "S04"))
        [(1, 2, '૨', 'S04')]
    """
    for match in _LETTER_IN_NUMBER.finditer(line):
        yield match.start(), match.end(), "".join([_LETTER_TO_DIGIT[c] for c in match[0]]), rule


def danda_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the pairs of dandas that rule P01 writes as one double danda.

    Example:
        >>> list(danda_edits("છે।।", "P01"))
        [(2, 4, '॥', 'P01')]
    """
    for match in _DOUBLED_DANDA.finditer(line):
        yield match.start(), match.end(), DOUBLE_DANDA, rule


def pipe_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the pipe that rule P02 reads as a danda: the only one of its line, after a Gujarati word.

    Example:
        >>> list(pipe_edits("તે આવ્યો |", "P02")), list(pipe_edits("એક | બે | ત્રણ", "P02"))
        ([(9, 10, '।', 'P02')], [])
    """
    if line.count("|") == 1:
        for match in _PIPE.finditer(line):
            yield match.start(1), match.end(1), DANDA, rule


def colon_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the colons that rule P03 reads as visarga: after a stem that takes one, before a letter.

    Example:
        >>> list(colon_edits("દુ:ખ, નામ:રામ", "P03"))
        [(2, 3, 'ઃ', 'P03')]
    """
    for match in _colon_for_visarga().finditer(line):
        yield match.end() - 1, match.end(), VISARGA, rule


def visarga_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find the word-final visargas that rule P05 reads as a label's colon.

    Example:
        >>> list(visarga_edits("સરનામુંઃ મુખ્યતઃ એક", "P05"))
        [(7, 8, ':', 'P05')]
    """
    for match in _visarga_for_colon().finditer(line):
        if match[1][:-1] not in _visarga_words():
            yield match.end() - 1, match.end(), ":", rule


def split_mark_edits(line: str, rule: str, *, nukta: bool = True) -> Iterator[Edit]:
    """Find the spaces that rule T01 takes out of a syllable; after a virama that stood alone, also the next one.

    Example:
        >>> [(e[0], e[1]) for e in split_mark_edits("ગુજરાત ી ભક ્ ત", "T01")]
        [(6, 7), (11, 12), (13, 14)]
    """
    for match in _split_syllable(nukta).finditer(line):
        for space in re.finditer(" ", match[0]):
            yield match.start() + space.start(), match.start() + space.end(), "", rule


@cache
def _split_syllable(nukta: bool) -> re.Pattern[str]:
    letter = f"[{CONSONANT_CLASS}]{NUKTA}?"
    if nukta:
        letter = f"(?:[{NUKTA_BASES}][ ]{NUKTA}|{letter})"
    return re.compile(
        f"{letter}(?:{VIRAMA}|[ ]{VIRAMA}(?:[ ](?=[{CONSONANT_CLASS}]))?"
        f"|[ ]?{_SIGN}(?:[ ]?{_BINDU})?|[ ]?{_BINDU})?(?![ ]?[{MARK_CLASS}])"
        f"|[{VOWEL_LETTER_CLASS}](?:[ ]?{_BINDU})?(?![ ]?[{MARK_CLASS}])"
    )
