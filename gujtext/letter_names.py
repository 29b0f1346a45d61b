"""The names of the Latin letters in Gujarati spelling, which initials and acronyms are made of."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.resources import table


class _LetterName(NamedTuple):
    gujarati: str
    latin: str
    note: str


@cache
def letter_names() -> dict[str, str]:
    """Return Gujarati letter name -> Latin capital, spelling variants included.

    Example:
        >>> [letter_names()[name] for name in ("બી", "બી", "સી")]
        ['B', 'B', 'C']
    """
    return {row.gujarati: row.latin for row in table("letter_names.tsv", _LetterName)}
