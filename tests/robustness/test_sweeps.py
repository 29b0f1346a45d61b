"""Every code point of Unicode, and every short string of Gujarati characters, through every public function.

Without --exhaustive, strings of three characters and the code points beyond the first 49,152 are a tenth of all.
Many are put into one text, a line each, and what must hold of any result is asserted of that (`examine`); only where
it does not hold are the lines tried one by one. Functions of a single word or number get each string by itself.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, product
from typing import TYPE_CHECKING, Any

import pytest
import unicodedata2
from public_functions import FOUND, FUNCTIONS, PARTIAL, examine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Methods run the code of their functions, these are run beside those that explain them, and the standard profile is
# the default one.
_COVERED = {"verbalize", "inverse_normalize", "is_normalized", "normalize standard", "explain standard"}
SWEPT = [name for name in FUNCTIONS if not (name in FOUND and "." in name) and name not in _COVERED]
ONE_BY_ONE = {*PARTIAL, "split_clitics"}
# A model weighs Latin spellings for every word: some of the strings of three characters, evenly spread.
EVERY = {"name_candidates": 50, "syllables": 5}
TOGETHER = 4096
GUJARATI = [chr(code) for code in range(0x0A80, 0x0B00) if unicodedata2.category(chr(code)) != "Cn"]
REPERTOIRE = [*GUJARATI, "\u200c", "\u200d", " ", ".", "1", "a"]


def of_code_points(begin: int) -> list[str]:
    """A block of code points, each alone, between a letter and its vowel sign, and after a digit in a sentence."""
    found = []
    for character in map(chr, range(begin, min(begin + TOGETHER, sys.maxunicode + 1))):
        found += [character, f"ક{character}ા", f"આ ૧{character} છે."]
    return found


def of_strings(name: str, first: str, step: int = 1) -> list[str]:
    """Every string of one to three characters that begins with this one; for some functions, only some of them."""
    every = step * EVERY.get(name, 1)
    longest = islice(product([first], REPERTOIRE, REPERTOIRE), ord(first) % every, None, every)
    return [first, *(first + second for second in REPERTOIRE), *map("".join, longest)]


def broken(name: str, texts: list[str]) -> list[str]:
    """Return which of the texts break a function, with how; a few are enough."""
    if name not in ONE_BY_ONE:
        try:
            examine(name, "\n".join(texts))
        except Exception as error:
            found = list(islice(_each(name, texts), 3))
            return found or [f"{texts[0]!a} to {texts[-1]!a}, together only: {error!r}"]
        return []
    return list(islice(_each(name, texts), 3))


def _each(name: str, texts: list[str]) -> Iterator[str]:
    for text in texts:
        try:
            examine(name, text)
        except Exception as error:
            yield f"{text!a}: {error!r}"


def some(items: Sequence[Any], step: int) -> list[Any]:
    """Return the first dozen, where most scripts of India and the marks of Latin are, and every so many of the rest."""
    return [*items[:12], *items[12::step]]


def broken_code_points(name: str, begin: int) -> list[str]:
    return broken(name, of_code_points(begin))


def broken_strings(name: str, first: str, every: int) -> list[str]:
    return broken(name, of_strings(name, first, every))


@pytest.fixture(scope="module")
def workers() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield pool


@pytest.mark.slow
@pytest.mark.parametrize("name", SWEPT)
def test_every_code_point(name: str, workers: ProcessPoolExecutor, exhaustive: bool) -> None:
    begins = some(range(0, sys.maxunicode + 1, TOGETHER), 1 if exhaustive else 10)
    found = workers.map(broken_code_points, [name] * len(begins), begins, chunksize=8)
    assert [line for lines in found for line in lines] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", SWEPT)
def test_every_short_string(name: str, workers: ProcessPoolExecutor, exhaustive: bool) -> None:
    step = 1 if exhaustive else 10
    found = workers.map(broken_strings, [name] * len(REPERTOIRE), REPERTOIRE, [step] * len(REPERTOIRE))
    assert [line for lines in found for line in lines] == []


def test_the_sweeps_see_everything() -> None:
    assert len(GUJARATI) == 91
    assert sum(len(of_strings("normalize", first)) for first in REPERTOIRE) == 97 + 97**2 + 97**3
    assert sum(len(of_code_points(begin)) for begin in range(0, sys.maxunicode + 1, TOGETHER)) == 3 * 0x110000
    assert set(FOUND) <= {*SWEPT, *_COVERED} | {name for name in FOUND if "." in name}


def test_a_broken_function_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One code point that is lost is told, not the four thousand beside it."""
    monkeypatch.setitem(FUNCTIONS, "graphemes", lambda text: list(text.replace("\u0b00", "")))
    (line, *others) = broken_code_points("graphemes", 0)
    assert line.startswith("'\\u0b00'")
    assert len(others) == 2
