"""Numerals: digits, number words, ordinals, fractions, and numbers in running text, both ways.

The public names are imported when they are first asked for, so that changing digits does not load the tables of units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.lazy import lazy_names

_HOMES = {
    "NumberError": "errors",
    "find_numbers": "find",
    "format_number": "format",
    "inverse_normalize": "inverse",
    "inverse_normalize_explained": "inverse",
    "parse_number": "notation",
    "parse_number_words": "words",
    "parse_ordinal": "ordinals",
    "read_number": "notation",
    "read_ordinal": "ordinals",
    "repair_digit_confusables": "confusables",
    "spell_number": "spell",
    "spell_ordinal": "ordinals",
    "to_ascii_digits": "digits",
    "to_devanagari_digits": "digits",
    "to_gujarati_digits": "digits",
    "verbalize": "speech",
    "verbalize_explained": "speech",
}

__all__ = [
    "NumberError",
    "find_numbers",
    "format_number",
    "inverse_normalize",
    "inverse_normalize_explained",
    "parse_number",
    "parse_number_words",
    "parse_ordinal",
    "read_number",
    "read_ordinal",
    "repair_digit_confusables",
    "spell_number",
    "spell_ordinal",
    "to_ascii_digits",
    "to_devanagari_digits",
    "to_gujarati_digits",
    "verbalize",
    "verbalize_explained",
]

if TYPE_CHECKING:
    from gujtext.numerals.confusables import repair_digit_confusables
    from gujtext.numerals.digits import to_ascii_digits, to_devanagari_digits, to_gujarati_digits
    from gujtext.numerals.errors import NumberError
    from gujtext.numerals.find import find_numbers
    from gujtext.numerals.format import format_number
    from gujtext.numerals.inverse import inverse_normalize, inverse_normalize_explained
    from gujtext.numerals.notation import parse_number, read_number
    from gujtext.numerals.ordinals import parse_ordinal, read_ordinal, spell_ordinal
    from gujtext.numerals.speech import verbalize, verbalize_explained
    from gujtext.numerals.spell import spell_number
    from gujtext.numerals.words import parse_number_words

__getattr__, __dir__ = lazy_names(__name__, _HOMES, globals())
