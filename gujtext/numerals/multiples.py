"""Words for so many times as much: બમણું, ત્રણ ગણું, દસગણી."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.numerals.ordinals import endings
from gujtext.resources import table


class _MultiplicativeRow(NamedTuple):
    value: str
    kind: str
    stem: str
    status: str


@cache
def _rows() -> tuple[_MultiplicativeRow, ...]:
    return table("numerals/multiplicatives.tsv", _MultiplicativeRow)


def _forms(row: _MultiplicativeRow) -> list[str]:
    return [row.stem] if row.kind == "fixed" else [row.stem + ending for ending in endings()]


@cache
def factors() -> dict[str, int]:
    """Return the words that are a factor of their own, form -> factor."""
    return {form: int(row.value) for row in _rows() if row.value for form in _forms(row)}


@cache
def times_words() -> tuple[str, ...]:
    """Return the words that follow a number, or are glued to it, and make it a factor."""
    return tuple(form for row in _rows() if not row.value for form in _forms(row))


def split_times(word: str) -> tuple[str, str]:
    """Split a glued factor: (number word, times word), the second "" where there is none.

    Example:
        >>> split_times("ત્રણગણું"), split_times("ત્રણ")
        (('ત્રણ', 'ગણું'), ('ત્રણ', ''))
    """
    if word.endswith(times_words()):
        for form in times_words():
            if word.endswith(form) and len(word) > len(form):
                return word[: -len(form)], form
    return word, ""
