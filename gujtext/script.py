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
DANDA = "\u0964"
DOUBLE_DANDA = "\u0965"

GUJARATI_DIGITS = "૦૧૨૩૪૫૬૭૮૯"
DEVANAGARI_DIGITS = "०१२३४५६७८९"
ASCII_DIGITS = "0123456789"

# Insides of character classes.
CONSONANT_CLASS = "\u0a95-\u0aa8\u0aaa-\u0ab0\u0ab2\u0ab3\u0ab5-\u0ab9\u0af9"
VOWEL_LETTER_CLASS = "\u0a85-\u0a8d\u0a8f-\u0a91\u0a93\u0a94\u0ae0\u0ae1"
VOWEL_SIGN_CLASS = "\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb\u0acc\u0ae2\u0ae3"
BINDU_CLASS = CANDRABINDU + ANUSVARA + VISARGA
# Sindhi and Quranic letters borrow these; they sit above a letter like a nukta.
RARE_MARK_CLASS = "\u0afa-\u0aff"
LETTER_CLASS = CONSONANT_CLASS + VOWEL_LETTER_CLASS + AVAGRAHA + OM
MARK_CLASS = VOWEL_SIGN_CLASS + BINDU_CLASS + NUKTA + VIRAMA + RARE_MARK_CLASS
JOINER_CLASS = ZWNJ + ZWJ
DIGIT_CLASS = "\u0ae6-\u0aef"
BLOCK_CLASS = "\u0a80-\u0aff"
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


def is_vowel_letter(character: str) -> bool:
    """Tell whether this one character is an independent Gujarati vowel.

    Example:
        >>> is_vowel_letter("અ"), is_vowel_letter("ા")
        (True, False)
    """
    return _first(VOWEL_LETTER_CLASS).fullmatch(character) is not None


def is_vowel_sign(character: str) -> bool:
    """Tell whether this one character is a Gujarati vowel sign (matra).

    Example:
        >>> is_vowel_sign("ા"), is_vowel_sign("આ")
        (True, False)
    """
    return _first(VOWEL_SIGN_CLASS).fullmatch(character) is not None
