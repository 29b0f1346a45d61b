"""Endings at the end of a name: which there are, and where a word could be split.

Whether a word is split is decided by looking its stem up: મદીના ends like a genitive and is Medina.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gujtext.resources import table
from gujtext.script import CONSONANT_CLASS, NUKTA, VIRAMA, VOWEL_SIGN_CLASS

_VOWEL_SIGN = re.compile(f"[{VOWEL_SIGN_CLASS}]")
_CONSONANT = re.compile(f"[{CONSONANT_CLASS}{NUKTA}]")


class _Suffix(NamedTuple):
    suffix: str
    sure: bool
    note: str


class Split(NamedTuple):
    """A stem and the ending glued to it; ``sure`` where no name ends like this."""

    stem: str
    suffix: str
    sure: bool


@cache
def _suffixes() -> tuple[int, dict[str, bool]]:
    rows = table("transliteration/names_suffixes.tsv", _Suffix)
    return max(len(row.suffix) for row in rows), {row.suffix: row.sure for row in rows}


def splits(word: str) -> list[Split]:
    """Return the ways to take one ending off a word, the longest ending first.

    Example:
        >>> [split[:2] for split in splits("મોસ્કોમાંથી")]
        [('મોસ્કો', 'માંથી'), ('મોસ્કોમાં', 'થી')]
        >>> splits("લેન્કોવે")
        [Split(stem='લેન્કોવ', suffix='ે', sure=False)]
    """
    longest, suffixes = _suffixes()
    found = []
    for length in range(min(longest, len(word) - 2), 0, -1):
        suffix = word[-length:]
        if suffix in suffixes:
            stem = word[:-length]
            if stem.endswith(VIRAMA) or (_VOWEL_SIGN.match(suffix) and not _CONSONANT.match(stem[-1])):
                continue
            found.append(Split(stem, suffix, suffixes[suffix]))
    return found
