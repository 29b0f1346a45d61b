"""Aksharas: text cut into the orthographic syllables of Gujarati writing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gujtext.script import (
    CONSONANT_CLASS,
    JOINER_CLASS,
    MARK_CLASS,
    NUKTA,
    RARE_MARK_CLASS,
    VIRAMA,
    VOWEL_LETTER_CLASS,
    ZWJ,
)
from gujtext.segmentation.grapheme import CLUSTER
from gujtext.types import require_text

if TYPE_CHECKING:
    import regex


@cache
def _akshara() -> regex.Pattern[str]:
    import regex  # a heavy import that words and sentences do without

    consonant = f"[{CONSONANT_CLASS}][{NUKTA}{RARE_MARK_CLASS}]*+"
    # Joined by virama; ZWJ asks for a half form before it or after it, ZWNJ for no joining at all.
    link = f"{ZWJ}?+{VIRAMA}[{NUKTA}{ZWJ}]*+"
    marks = f"[{MARK_CLASS}{JOINER_CLASS}]*+"
    return regex.compile(
        rf"{consonant}(?:{link}{consonant})*+{marks}"
        rf"|[{VOWEL_LETTER_CLASS}]{marks}"
        rf"|{CLUSTER}"
    )


def aksharas(text: str) -> list[str]:
    """Cut text into aksharas: a vowel, or the consonants that virama joins, with their signs and bindu.

    A consonant whose virama is shown, at the end of a word or by ZERO WIDTH NON-JOINER, is an akshara of its own.
    Whatever is not Gujarati is cut into grapheme clusters.

    Arguments:
        text: any text.

    Returns:
        the aksharas and other clusters in order; joined, they are the text.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> aksharas("સંસ્કૃત જગત્ સ્ત્રીઓ")
        ['સં', 'સ્કૃ', 'ત', ' ', 'જ', 'ગ', 'ત્', ' ', 'સ્ત્રી', 'ઓ']

    Source: The Unicode Standard, chapter 12, and IndicSyllabicCategory.
    """
    require_text(text)
    return _akshara().findall(text)
