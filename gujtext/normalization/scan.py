"""Quick tests that tell whether a line can hold anything for a stage, which then has the last word.

Most lines of real text need no repair, so what counts is how fast that is known. These tests work on the whole line
at once and are three to five times as fast as a search with a character class.
"""

from __future__ import annotations

import re
from codecs import utf_16_le_encode
from typing import TYPE_CHECKING

from gujtext.script import BINDU_CLASS, NUKTA, VIRAMA, VOWEL_LETTER_CLASS, VOWEL_SIGN_CLASS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
# Bits of a character's class: it may stand second or first in a pair that no well-formed cluster has. Each "first"
# bit is one above its "second" bit, and no other bit is.
_SECOND_SIGN, _FIRST_BEFORE_SIGN, _SECOND_BINDU, _FIRST_BEFORE_BINDU = 1, 2, 8, 16
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
_MARKED = bytes([0] + [1] * 255)


def suspect_places(line: str) -> Sequence[int]:
    """Return where two neighbouring characters may begin a pair that no well-formed cluster has.

    Example:
        >>> suspect_places("ગુજરાતી શું"), suspect_places("શું અેક શંુ")
        ((), [4, 9])
    """
    if line.isascii():
        return ()
    low_bytes = utf_16_le_encode(line, "surrogatepass")[0][::2]
    classes = int.from_bytes(low_bytes.translate(_CLASS_TABLE), "little")
    # A "second" bit, moved down by a byte less one bit, meets the "first" bit of the character before.
    pairs = classes & (classes >> 7)
    if not pairs:
        return ()
    if len(low_bytes) != len(line):  # emoji take two units
        return suspect_places(_TWO_UNITS.sub(" ", line))
    marked = pairs.to_bytes(len(line), "little").translate(_MARKED)
    places = []
    place = marked.find(1)
    while place >= 0:
        places.append(place)
        place = marked.find(1, place + 1)
    return places


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
