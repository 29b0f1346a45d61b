r"""The Gujarati block and its neighbours: the only place in the package that names code points.

The constants are strings of characters, or the inside of a character class for ``re`` (ending in ``_CLASS``), so
that hot paths can use explicit classes: the standard library's ``\w`` breaks Gujarati words at every vowel sign.

Source: The Unicode Standard 18.0, chapter 12, UnicodeData and IndicSyllabicCategory.
"""

from __future__ import annotations

import re
from functools import cache

VIRAMA = "\u0acd"
NUKTA = "\u0abc"
CANDRABINDU = "\u0a81"
ANUSVARA = "\u0a82"
VISARGA = "\u0a83"
AVAGRAHA = "\u0abd"
OM = "\u0ad0"
ABBREVIATION_SIGN = "\u0af0"
RUPEE_SIGN = "\u0af1"
ZWNJ = "\u200c"
ZWJ = "\u200d"
NO_BREAK_SPACE = "\u00a0"
DANDA = "\u0964"
DOUBLE_DANDA = "\u0965"
DOTTED_CIRCLE = "\u25cc"

GUJARATI_DIGITS = "૦૧૨૩૪૫૬૭૮૯"
DEVANAGARI_DIGITS = "०१२३४५६७८९"
ASCII_DIGITS = "0123456789"

# Insides of character classes.
CONSONANT_CLASS = "\u0a95-\u0aa8\u0aaa-\u0ab0\u0ab2\u0ab3\u0ab5-\u0ab9\u0af9"
VOWEL_LETTER_CLASS = "\u0a85-\u0a8d\u0a8f-\u0a91\u0a93\u0a94\u0ae0\u0ae1"
VOWEL_SIGN_CLASS = "\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb\u0acc\u0ae2\u0ae3"
# The consonants that take a nukta in Gujarati (ICANN label rules).
NUKTA_BASES = "કખગજફ"
BINDU_CLASS = CANDRABINDU + ANUSVARA + VISARGA
# Signs with a width of their own, and marks that a second one would only cover.
SPACING_SIGNS = "\u0abe\u0abf\u0ac0\u0ac9\u0acb\u0acc"
OVERLAYING_MARKS = "\u0a81\u0a82\u0abc\u0ac1\u0ac2\u0ac3\u0ac4\u0ac5\u0ac7\u0ac8\u0acd\u0ae2\u0ae3"
# Sindhi and Quranic letters borrow these; they sit above a letter like a nukta.
RARE_MARK_CLASS = "\u0afa-\u0aff"
LETTER_CLASS = CONSONANT_CLASS + VOWEL_LETTER_CLASS + AVAGRAHA + OM
MARK_CLASS = VOWEL_SIGN_CLASS + BINDU_CLASS + NUKTA + VIRAMA + RARE_MARK_CLASS
JOINER_CLASS = ZWNJ + ZWJ
DIGIT_CLASS = "\u0ae6-\u0aef"
BLOCK_CLASS = "\u0a80-\u0aff"
# Reserved code points where the dandas stand in Devanagari, and the block without them.
RESERVED_DANDA_CLASS = "\u0ae4\u0ae5"
CHARACTER_CLASS = "\u0a80-\u0ae3\u0ae6-\u0aff"
# Own normal form, combining with nothing before them: letters, digits, spacing and above-base signs.
GUJARATI_STARTER_CLASS = LETTER_CLASS + VOWEL_SIGN_CLASS + BINDU_CLASS + DIGIT_CLASS
# Code points of the block that no character has, the reserved dandas among them.
UNASSIGNED_CLASS = (
    "\u0a80\u0a84\u0a8e\u0a92\u0aa9\u0ab1\u0ab4\u0aba\u0abb\u0ac6\u0aca\u0ace\u0acf"
    "\u0ad1-\u0adf\u0ae4\u0ae5\u0af2-\u0af8"
)
# Devanagari letters and marks, without the dandas and digits that are written between them.
DEVANAGARI_WORD_CLASS = "\u0900-\u0963\u0970-\u097f"
# Letters written from right to left, which make direction marks in the same paragraph meaningful.
RIGHT_TO_LEFT_CLASS = "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Letters of other scripts, and emoji, whose shape a joiner next to them may change.
JOINED_SCRIPT_CLASS = (
    "\u0590-\u0963\u0966-\u0a7f\u0b00-\u1fff\u2190-\u2bff\u2e80-\u2fff\u3001-\ud7ff\uf900-\ufdff\ufe10-\ufefe"
    "\uff66-\uffdf\U00010000-\U0010ffff"
)
OTHER_LETTER_CLASS = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u058f" + JOINED_SCRIPT_CLASS
# What a Gujarati word is made of: letters, marks, joiners and the abbreviation sign.
WORD_CLASS = LETTER_CLASS + MARK_CLASS + JOINER_CLASS + ABBREVIATION_SIGN


@cache
def _first(character_class: str) -> re.Pattern[str]:
    return re.compile(f"[{character_class}]")


def has_gujarati(text: str) -> bool:
    """Tell whether any character of the Gujarati block stands in the text.

    Example:
        >>> has_gujarati("Kim કિમ"), has_gujarati("Kim किम")
        (True, False)
    """
    return _first(BLOCK_CLASS).search(text) is not None


def is_consonant(character: str) -> bool:
    """Tell whether this one character is a Gujarati consonant letter.

    Example:
        >>> is_consonant("ક"), is_consonant("અ")
        (True, False)
    """
    return _first(CONSONANT_CLASS).fullmatch(character) is not None


def is_vowel_sign(character: str) -> bool:
    """Tell whether this one character is a Gujarati vowel sign (matra).

    Example:
        >>> is_vowel_sign("ા"), is_vowel_sign("આ")
        (True, False)
    """
    return _first(VOWEL_SIGN_CLASS).fullmatch(character) is not None
