"""Quotes and brackets at the end of a sentence: which of them close, and whether a quotation is taken up."""

from __future__ import annotations

import re

from gujtext.script import DIGIT_CLASS, LETTER_CLASS
from gujtext.segmentation.sentence_marks import (
    CLOSERS,
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    DANDAS,
    LOOK_AHEAD,
    LOOK_BEHIND,
    LOOK_FOR_QUOTE,
    OPENERS,
    OPENING_BRACKETS,
    OPENING_QUOTES,
    STOP_CLASS,
    STRAIGHT_QUOTES,
    next_word,
)
from gujtext.segmentation.sentence_words import sentence_words

# The quotes that may have opened what a straight quote closes.
_OF_THE_SAME_KIND = {'"': '“”«»"', "'": "‘’'"}
_ENDING_QUOTES = frozenset(CLOSING_QUOTES + STRAIGHT_QUOTES)
_BRACKETS = frozenset(CLOSING_BRACKETS)
# What follows most stops: the beginning of the next sentence, with a space before it or not.
_CLOSES_NOTHING = re.compile(rf" ?(?:[{LETTER_CLASS}A-Za-z0-9{DIGIT_CLASS}])")
_CLAUSE = re.compile(rf"[^.,:;!?{DANDAS}\"“”‘’()]*+")
_LONGEST_TAG = 6


def skip_closers(text: str, position: int) -> int:
    """Return the place after the quotes, brackets and further stops that close a sentence from here on."""
    if _CLOSES_NOTHING.match(text, position):
        return position
    limit = min(len(text), position + LOOK_BEHIND)
    while position < limit:
        character = text[position]
        if character in CLOSERS or character in STOP_CLASS or (character in STRAIGHT_QUOTES and closes(text, position)):
            position += 1
        elif character.isspace() and _closes_after_space(text, position + 1):
            position += 2
        else:
            break
    return position


def has_quote(closers: str) -> bool:
    """Tell whether a quote is among the closing marks."""
    return not _ENDING_QUOTES.isdisjoint(closers)


def has_bracket(closers: str) -> bool:
    """Tell whether a bracket is among the closing marks."""
    return not _BRACKETS.isdisjoint(closers)


def closes(text: str, position: int) -> bool:
    """Tell whether a straight quote closes: from its neighbours, else from the quotes before and after it."""
    after = text[position + 1 : position + 2]
    begins_word = bool(after) and (after.isalnum() or after in OPENERS)
    if text[position - 1].isspace():
        if begins_word:
            return False
    elif not begins_word:
        return True
    kind = _OF_THE_SAME_KIND[text[position]]
    lowest = max(0, position - LOOK_FOR_QUOTE)
    last = max(text.rfind(mark, lowest, position) for mark in kind)
    if last >= 0 and _opens(text, last):
        return True
    # No open quotation is in sight: this quote opens one if the next can close it.
    found = [text.find(mark, position + 1, position + LOOK_FOR_QUOTE) for mark in kind]
    coming = min((place for place in found if place >= 0), default=-1)
    return coming < 0 or _opens(text, coming)


def _closes_after_space(text: str, position: int) -> bool:
    character = text[position : position + 1]
    if not character or text[position + 1 : position + 2].isalnum():
        return False
    return character in CLOSERS or (character in STRAIGHT_QUOTES and closes(text, position))


def _opens(text: str, position: int) -> bool:
    """Tell whether a quote opens, as far as its neighbours show."""
    character = text[position]
    if character not in STRAIGHT_QUOTES:
        return character in OPENING_QUOTES
    before = text[position - 1 : position] if position else ""
    after = text[position + 1 : position + 2]
    return after.isalnum() and not before.isalnum() and before not in STOP_CLASS


def is_taken_up(text: str, following: int) -> bool:
    """Tell whether the clause after a closing quote belongs to the quotation: ``તેણે કહ્યું.``, ``એમ કહી ...``.

    A verb of saying that goes on (``તેણે કહ્યું કે ...``) begins a sentence of its own.
    """
    roles = sentence_words()
    first = next_word(text, following)
    if first in roles["quotative"]:
        return True
    if first in roles["clitic"] and text[following + len(first) : following + len(first) + 1] == " ":
        return True
    clause = _CLAUSE.match(text, following, following + LOOK_AHEAD)
    words = clause.group().split() if clause else []
    if not clause or not 0 < len(words) <= _LONGEST_TAG:
        return False
    stop = text[clause.end() : clause.end() + 1]
    if stop and stop not in "." + DANDAS:
        return False
    return not roles["reporting"].isdisjoint(words[-2:])


def opening_bracket(text: str, lowest: int, position: int) -> int:
    """Return the place of the last bracket that opens before here, or -1."""
    lowest = max(lowest, position - LOOK_BEHIND * 5)
    return max(text.rfind(bracket, lowest, position) for bracket in OPENING_BRACKETS)
