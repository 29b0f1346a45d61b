"""The marks that end, open and close sentences, and how far decisions about them look."""

from __future__ import annotations

import re

from gujtext.script import ASCII_DIGITS, DANDA, DOUBLE_DANDA, GUJARATI_DIGITS, LETTER_CLASS, WORD_CLASS
from gujtext.segmentation.sentence_words import DIGIT_CLASS

DANDAS = DANDA + DOUBLE_DANDA
# The ASCII bar stands for a danda where it was typed as one.
STOP_CLASS = ".!?…|‼⁇⁈⁉" + DANDAS
CLOSING_QUOTES = "”’»›"
OPENING_QUOTES = "“‘«‹"
STRAIGHT_QUOTES = "\"'"
CLOSING_BRACKETS = ")]}"
OPENING_BRACKETS = "([{"
CLOSERS = CLOSING_QUOTES + CLOSING_BRACKETS
OPENERS = OPENING_BRACKETS + OPENING_QUOTES
DASHES = "-–—"

# Bounds of what a decision reads. They keep the work linear, and let a stream decide as one piece does.
LOOK_BEHIND = 80
LOOK_AHEAD = 160
LOOK_FOR_QUOTE = 600
# What a stream keeps around a stop before it decides: more than all of the above together.
CONTEXT = 1000

LETTERS = frozenset(re.findall(f"[{LETTER_CLASS}]", "".join(map(chr, range(0x0A80, 0x0B00)))))
# What a sentence begins with when nothing about it needs a closer look.
PLAIN_BEGINNINGS = LETTERS | frozenset(GUJARATI_DIGITS + ASCII_DIGITS + "“‘(")
PLAIN_BEGINNING_CLASS = LETTER_CLASS + GUJARATI_DIGITS + ASCII_DIGITS + "“‘("

# A run of stops; stops that stand alone after it belong to it ("છે . .", "॥ ૧ ॥" after a verse).
STOPS = re.compile(
    rf"[{STOP_CLASS}](?:(?<=[{DANDAS}])[{DANDAS}]*+\s?[{DIGIT_CLASS}]{{1,4}}\s?[{DANDAS}]++"
    rf"|[{STOP_CLASS}]*+(?:\s[{STOP_CLASS}]{{1,8}}+(?=\s|\Z)){{0,4}}+)"
)
FULL_STOPS = re.compile(r"\.[.]*+(?:\s[.]{1,8}+(?=\s|\Z)){0,4}+")
SPACES = re.compile(r"\s*+")
NEXT_WORD = re.compile(rf"[{WORD_CLASS}]++|[A-Za-z]++")


def has_rare_stops(text: str) -> bool:
    r"""Tell whether a stop other than the full stop, or a line break, stands in the text.

    Example:
        >>> has_rare_stops("રામ આવ્યો."), has_rare_stops("રામ આવ્યો?"), has_rare_stops("રામ\nસીતા")
        (False, True, True)
    """
    # Written out, since this runs on every line: twenty searches of one character cost less than one of a class.
    return (
        "?" in text
        or "!" in text
        or "\n" in text
        or "…" in text
        or "|" in text
        or DANDA in text
        or DOUBLE_DANDA in text
        or "‼" in text
        or "⁇" in text
        or "⁈" in text
        or "⁉" in text
        or "\r" in text
        or "\v" in text
        or "\f" in text
        or "\x1c" in text
        or "\x1d" in text
        or "\x1e" in text
        or "\x85" in text
        or "\u2028" in text
        or "\u2029" in text
    )


def next_word(text: str, position: int) -> str:
    """Return the Gujarati or Latin word that begins exactly here, or nothing."""
    match = NEXT_WORD.match(text, position, position + LOOK_AHEAD)
    return match.group() if match else ""
