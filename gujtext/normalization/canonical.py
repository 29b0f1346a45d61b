"""Rule N01: Unicode normalization form C, in linear time, with the exact places that it changes.

The standard library's normalization takes quadratic time where marks alternate; ``unicodedata2`` does not, and it
knows a newer Unicode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unicodedata2 import category, combining, normalize

from gujtext.normalization.edits import trimmed
from gujtext.script import GUJARATI_STARTER_CLASS, NUKTA, VIRAMA

if TYPE_CHECKING:
    from gujtext.normalization.edits import Edit

# Letters that compose with the one before them although they are no marks: Hangul vowels and finals, Kirat Rai.
_JOINS_BACK = re.compile("[\u1160-\u11ff\U00016d63-\U00016d6a]")
# What certainly begins a new piece and is its own normal form: a cheap test before the exact one.
_CHEAP_BOUNDARY = re.compile(f"[\x00-\x7f{GUJARATI_STARTER_CLASS}]")
# What does not, as it has a combining class.
_MARKS = re.compile(f"[{NUKTA}{VIRAMA}]*+")


def nfc(text: str) -> str:
    """Return the normalization form C; a text that is in it already comes back as the same object."""
    canonical: str = normalize("NFC", text)
    return text if canonical == text else canonical  # marks that may compose bring an equal copy


def begins_segment(character: str) -> bool:
    """Tell whether normalization never looks across the place before this character."""
    if _CHEAP_BOUNDARY.match(character):
        return True
    return (
        combining(character) == 0
        and category(character)[0] != "M"
        and not _JOINS_BACK.match(character)
        and normalize("NFC", character) == character
    )


def canonical_edits(text: str) -> list[Edit]:
    r"""Return what normalization form C changes, one edit for each combining sequence that is not in it.

    Example:
        >>> canonical_edits("કે\u0301e\u0301")
        [(3, 5, 'é', 'N01')]
    """
    if normalize("NFC", text) is text:
        return []
    edits = []
    start = 0
    length = len(text)
    while start < length:
        end = _MARKS.match(text, start + 1).end()  # type: ignore[union-attr]  # it matches nothing as well
        while end < length and not begins_segment(text[end]):
            end = _MARKS.match(text, end + 1).end()  # type: ignore[union-attr]
        if end - start > 1 or text[start] > "\x7f":
            before = text[start:end]
            after = nfc(before)
            if after != before:
                edits.append(_visible(start, before, after))
        start = end
    return edits


def _visible(start: int, before: str, after: str) -> Edit:
    """Return a trimmed edit, or the whole where trimming would leave nothing to replace."""
    edit = trimmed(start, before, after, "N01")
    return edit if edit[0] < edit[1] else (start, start + len(before), after, "N01")
