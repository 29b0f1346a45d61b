"""Attested romanizations, and how a system's answers are compared with them."""

from __future__ import annotations

import lzma
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read_pairs(path: Path) -> dict[str, dict[str, int]]:
    """Read gujarati, latin, count: every word with its romanizations and how many writers chose them."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    pairs: dict[str, dict[str, int]] = {}
    for gujarati, latin, count, *_ in rows[1:]:
        romanizations = pairs.setdefault(gujarati, {})
        romanizations[latin] = romanizations.get(latin, 0) + int(count)
    return pairs


def fold(latin: str) -> str:
    """Lower the case and drop accents and apostrophes: spellings that a reader would call the same."""
    apart = unicodedata.normalize("NFD", latin.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter) and letter not in "'’ʼ")


def distance(first: str, second: str) -> int:
    """Return how many letters are to be put in, left out or replaced."""
    row = list(range(len(second) + 1))
    for count, letter in enumerate(first, 1):
        above = row
        row = [count]
        for place, other in enumerate(second, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != other)))
    return row[-1]


def agreement(spell: Callable[[str], str], pairs: dict[str, dict[str, int]]) -> tuple[float, float]:
    """Return how often a spelling is attested, and the character error rate to the nearest attested one, in %."""
    exact = errors = letters = 0
    for word, romanizations in pairs.items():
        answer = fold(spell(word))
        attested = {fold(latin) for latin in romanizations}
        exact += answer in attested
        wrong, nearest = min((distance(answer, latin), latin) for latin in attested)
        errors += wrong
        letters += len(nearest)
    return 100 * exact / len(pairs), 100 * errors / letters
