r"""Character classes for the word tokenizer that reach beyond the Gujarati block.

All are insides of character classes for the standard library's ``re``: letters, digits and other numerals of any
script are its ``\w``, but marks (vowel signs, viramas, accents) are not, so they are listed here.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from gujtext.script import JOINER_CLASS

# Scripts written without spaces: one token a character.
IDEOGRAPH_CLASS = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
# Invisible characters that say nothing about words: soft hyphen, word joiner, byte order mark, direction marks.
# ZERO WIDTH SPACE is not among them: it is there to divide words.
FORMAT_CLASS = "\u00ad\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Marks that may stand on a symbol, so that it and they stay together: accents, enclosing marks, variation selectors.
COMMON_MARK_CLASS = "\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f"
# Where marks are found; the rest of Unicode is ideographs, syllables, private use or empty.
_MARK_REGIONS = (
    (0x0300, 0x1E00),
    (0x20D0, 0x2100),
    (0x2CEF, 0x2E00),
    (0x302A, 0x309B),
    (0xA66F, 0xAC00),
    (0xFB1E, 0xFB1F),
    (0xFE00, 0xFE30),
    (0x101FD, 0x12000),
    (0x13440, 0x13460),
    (0x16100, 0x17000),
    (0x1BC9D, 0x1BC9F),
    (0x1CF00, 0x1E950),
    (0xE0100, 0xE01F0),
)

# Emoji by themselves (Emoji_Presentation, roughly), and everything that an emoji variation selector can make one.
EMOJI_CLASS = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250"
    "\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f9ff"
    "\U0001fa70-\U0001faff"
)
PICTOGRAPH_CLASS = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
REGIONAL_INDICATOR_CLASS = "\U0001f1e6-\U0001f1ff"
SKIN_TONE_CLASS = "\U0001f3fb-\U0001f3ff"
TAG_CLASS = "\U000e0020-\U000e007f"


@cache
def mark_class() -> str:
    """Return the marks of all scripts (general categories Mn, Mc, Me) and the joiners, as ranges.

    Source: the Unicode version of the running Python.
    """
    ranges = [JOINER_CLASS]
    for first, end in _MARK_REGIONS:
        begin = None
        for code in range(first, end + 1):
            if code < end and unicodedata.category(chr(code))[0] == "M":
                begin = code if begin is None else begin
            elif begin is not None:
                ranges.append(f"{chr(begin)}-{chr(code - 1)}")
                begin = None
    return "".join(ranges)
