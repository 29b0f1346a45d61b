"""What filters of corpora look at: how much of a text is Gujarati, and how much of it is malformed."""

from __future__ import annotations

import re
from functools import cache

import regex

import gujtext
from gujtext.script import LETTER_CLASS, MARK_CLASS
from gujtext.types import require_text


@cache
def _patterns() -> tuple[re.Pattern[str], regex.Pattern[str]]:
    return re.compile(f"[{LETTER_CLASS}{MARK_CLASS}]++"), regex.compile(r"[\p{L}\p{M}]++")


def gujarati_share(text: str) -> float:
    """Return which part of the letters and marks of a text is Gujarati, from 0.0 to 1.0; 0.0 where it has none.

    Digits, punctuation and white space belong to no script and are not counted.

    Raises:
        TypeError: not a ``str``.

    Example:
        >>> gujarati_share("કમળ, 2024!"), gujarati_share("કમ ab"), gujarati_share("2024")
        (1.0, 0.5, 0.0)
    """
    require_text(text)
    gujarati, letters = _patterns()
    rest = gujarati.sub("", text)
    counted = len(text) - len(rest)
    everything = counted + sum(map(len, letters.findall(rest)))
    return counted / everything if everything else 0.0


def findings_per_thousand(text: str) -> float:
    """Return how many places of a text `gujtext.check` reports, for every thousand characters.

    Raises:
        TypeError: not a ``str``.

    Example:
        >>> findings_per_thousand("કમળ"), findings_per_thousand("ક" * 249 + "ાા" + "ક" * 249)
        (0.0, 2.0)
    """
    return 1000 * len(gujtext.check(text)) / max(len(text), 1)
