"""Quick tests that tell whether a line can hold anything for a stage; a pattern then has the last word.

Most lines of real text need no repair, so what counts is how fast that is known. These tests work on the whole line
at once and are three to five times as fast as a search with a character class.
"""

from __future__ import annotations

import re
from codecs import utf_16_le_encode
from typing import TYPE_CHECKING

from gujtext.script import BINDU_CLASS, NUKTA, VIRAMA, VOWEL_LETTER_CLASS, VOWEL_SIGN_CLASS

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_ZERO = re.compile(b"[^\\0]")
# Bits of a character's class: it may stand second or first in a pair that no well-formed cluster has.
_SECOND_SIGN, _FIRST_BEFORE_SIGN, _SECOND_BINDU, _FIRST_BEFORE_BINDU = 1, 2, 4, 8
_CLASSES = (
    (VOWEL_LETTER_CLASS, _FIRST_BEFORE_SIGN),
    (VOWEL_SIGN_CLASS, _SECOND_SIGN | _FIRST_BEFORE_SIGN),
    (NUKTA, _SECOND_SIGN | _FIRST_BEFORE_SIGN),
    (VIRAMA, _SECOND_SIGN | _FIRST_BEFORE_SIGN | _FIRST_BEFORE_BINDU),
    (BINDU_CLASS, _SECOND_BINDU | _FIRST_BEFORE_SIGN | _FIRST_BEFORE_BINDU),
)


def _class_of_low_byte(low: int) -> int:
    character = chr(0x0A00 + low)
    return next((bits for members, bits in _CLASSES if re.match(f"[{members}]", character)), 0)


# A Gujarati character is known by the low byte of its code point; others with the same byte are false alarms.
_CLASS_TABLE = bytes(map(_class_of_low_byte, range(256)))


def may_hold_bad_pair(line: str) -> bool:
    """Tell whether two neighbouring characters may be a pair that no well-formed cluster has.

    Example:
        >>> may_hold_bad_pair("ગુજરાતી શું"), may_hold_bad_pair("અેક"), may_hold_bad_pair("શંુ")
        (False, True, True)
    """
    if line.isascii():
        return False
    low_bytes = utf_16_le_encode(line, "surrogatepass")[0][::2]
    classes = int.from_bytes(low_bytes.translate(_CLASS_TABLE), "little")
    # A "second" bit, moved down by a byte less one bit, meets the "first" bit of the character before.
    return classes & (classes >> 7) != 0


def bad_pair_places(line: str) -> list[int] | None:
    """Return where such pairs may begin, or None where only a search can tell (in a line with emoji).

    Example:
        >>> bad_pair_places("શું અેક શંુ")
        [4, 9]
    """
    low_bytes = utf_16_le_encode(line, "surrogatepass")[0][::2]
    if len(low_bytes) != len(line):
        return None
    classes = int.from_bytes(low_bytes.translate(_CLASS_TABLE), "little")
    pairs = (classes & (classes >> 7)).to_bytes(len(line), "little")
    return [match.start() for match in _NOT_ZERO.finditer(pairs)]


def character_test(characters: str) -> Callable[[str], object]:
    """Return a function that tells whether a line holds one of these characters."""
    exact = re.compile("[" + re.escape(characters) + "]").search
    printable = tuple(character for character in characters if character.isprintable())
    if len(printable) > 4:
        return exact

    def test(line: str) -> object:
        if line.isprintable():
            for character in printable:
                if character in line:
                    return True
            return None
        return exact(line)

    return test
