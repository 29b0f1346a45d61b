"""Tokens as in indic-nlp-library 0.92: every mark stands alone, numbers in ASCII digits are set together again."""

from __future__ import annotations

import re
from functools import cache

from gujtext.compat.indicnlp.faithful.tables import marks
from gujtext.script import DANDA, DOUBLE_DANDA

# ASCII punctuation but for the backslash, which the library forgets.
_ASCII_MARKS = r"""!"#$%&'()*+,\-./:;<=>?@\[\]^_`{|}~"""
_NUMBERS = re.compile(r"(?<![0-9])(?:[0-9]++ [,.:/] )+[0-9]++")
_BETWEEN = re.compile(r" ([-/\\]) ")
_BEFORE = re.compile(rf" ([!%)\]}},.:;>?{DANDA}{DOUBLE_DANDA}])")
_AFTER = re.compile(r"([#$(\[{<@]) ")
_OPENING, _CLOSING = "@RA", "@LA"  # stand for quotation marks in between; the library takes them for marks in its input


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"([{_ASCII_MARKS}{marks()}])")


def tokenize(text: str) -> list[str]:
    """Return the library's tokens.

    Example:
        >>> tokenize("રૂ. ૧,૨૩૪ અને 1,234.")
        ['રૂ', '.', '૧', ',', '૨૩૪', 'અને', '1,234', '.']
    """
    spaced = _marks().sub(r" \1 ", text.replace("\t", " "))
    return _close_numbers(" ".join(filter(None, spaced.split(" ")))).split(" ")


def detokenize(text: str) -> str:
    """Return the library's text from tokens with spaces between them.

    Example:
        >>> detokenize('તેણે કહ્યું : " હા , 1 , 234 રૂ . "')
        'તેણે કહ્યું: "હા, 1,234 રૂ."'
    """
    text = _close_numbers(text)
    for pattern in (_BETWEEN, _BEFORE, _AFTER):
        text = pattern.sub(r"\1", text)
    for mark in "'\"`":
        text = _attach(text, mark)
    return text


def _close_numbers(text: str) -> str:
    return _NUMBERS.sub(_closed, text)


def _closed(match: re.Match[str]) -> str:
    # A number that begins the text stays apart: so it is in the library.
    return match[0].replace(" ", "") if match.start() else match[0]


def _attach(text: str, mark: str) -> str:
    """Close up every first quotation mark with what follows and every second with what stands before it."""
    pieces = text.split(mark)
    sides = (_OPENING, _CLOSING)
    marked = pieces[0] + "".join(sides[index % 2] + piece for index, piece in enumerate(pieces[1:]))
    for stand_in in (_OPENING + " ", " " + _CLOSING, _OPENING, _CLOSING):
        marked = marked.replace(stand_in, mark)
    return marked
