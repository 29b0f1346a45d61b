"""The word list as a tree of units, packed: words that begin alike share their first branches.

The tree lies flat in the order of a walk: a branch stands before what grows on it, and ``ends`` says where that ends.
Four streams of bytes are stored: how deep each branch grows, its unit (low and high byte), and the class of the word
that ends there, 0 for none; class k stands for about 2^((k-1)/2) occurrences.
"""

from __future__ import annotations

import math
from array import array
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from gujtext.resources import read_bytes
from gujtext.transliteration.latin_units import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE = "transliteration/latin_words.bin.xz"
ROOT = 0
_HALVES = 2  # classes for each doubling of the number of occurrences
_LONGEST = 12  # units
_MOST_KEPT = 1 << 14


def frequency_class(times: int) -> int:
    """Return the class of a word that was met so often."""
    return min(255, 1 + round(_HALVES * math.log2(times)))


class WordTree:
    """Words to walk unit by unit.

    Attributes:
        names: the units, which the branches name by their number.
        log_shares: for every class, the log of the share that such a word has of running text.
        own: the log share of the word that ends at each branch, minus infinity where none does.
        outlooks: the best log share of that word and of all that grow on the branch.
    """

    def __init__(self, data: bytes) -> None:
        text, _, rest = data.partition(b"\0")
        self.names: list[str] = text.decode("utf-8").split("\n")
        self.numbers = {name: number for number, name in enumerate(self.names)}
        size = len(rest) // 4
        depths, low, high, self.classes = (rest[k * size : (k + 1) * size] for k in range(4))
        self.units = array("H", [a | b << 8 for a, b in zip(low, high, strict=True)])
        self.ends = array("I", bytes(4 * size))
        # The best class on each branch and on what grows on it.
        self.best = bytearray(self.classes)
        self._close_branches(depths)
        self.depths = depths
        total = sum(2 ** ((k - 1) / _HALVES) for k in self.classes if k)
        self.log_shares = [(k - 1) / _HALVES * math.log(2) - math.log(max(1.0, total)) for k in range(256)]
        self.outlooks = [self.log_shares[k] for k in self.best]
        self.own = [self.log_shares[k] if k else -math.inf for k in self.classes]
        self._children: dict[int, dict[int, int]] = {}

    def _close_branches(self, depths: bytes) -> None:
        ends, best = self.ends, self.best
        open_branches: list[int] = []
        for node, depth in enumerate(depths):
            while len(open_branches) > depth:
                closed = open_branches.pop()
                ends[closed] = node
                if open_branches and best[closed] > best[open_branches[-1]]:
                    best[open_branches[-1]] = best[closed]
            open_branches.append(node)
        while open_branches:
            closed = open_branches.pop()
            ends[closed] = len(depths)
            if open_branches and best[closed] > best[open_branches[-1]]:
                best[open_branches[-1]] = best[closed]

    def children(self, node: int) -> dict[int, int]:
        """Return the branches that grow on a branch: number of the unit -> place."""
        found = self._children.get(node)
        if found is None:
            if len(self._children) >= _MOST_KEPT:
                self._children.clear()
            found = {}
            child, end = node + 1, self.ends[node]
            while child < end:
                found[self.units[child]] = child
                child = self.ends[child]
            self._children[node] = found
        return found

    def word_class(self, word: list[str]) -> int:
        """Return the class of a word given as units, 0 where it is not listed."""
        node: int | None = ROOT
        for unit in word:
            number = self.numbers.get(unit)
            node = None if number is None else self.children(node or ROOT).get(number)
            if node is None:
                return 0
        return self.classes[node or ROOT]

    def walk(self) -> Iterator[tuple[int, int, int]]:
        """Yield for each branch its depth, its unit and the class of the word that ends there."""
        yield from zip(self.depths, self.units, self.classes, strict=True)


def pack(words: Mapping[str, int]) -> bytes:
    """Pack words with their numbers of occurrences; words that are no row of units, or a long one, are left out."""
    found = ((units(word) or [], times) for word, times in words.items())
    cut = sorted((word, times) for word, times in found if 0 < len(word) <= _LONGEST)
    names = ["", *sorted({unit for word, _ in cut for unit in word})]
    numbers = {name: number for number, name in enumerate(names)}
    empty: list[str] = []
    depths, branches, classes = bytearray([0]), [0], bytearray([0])
    for (before, _), (word, times) in pairwise([(empty, 0), *cut]):
        shared = 0
        while shared < len(before) and before[shared] == word[shared]:  # no word begins the one before it
            shared += 1
        for depth in range(shared, len(word)):
            depths.append(depth + 1)
            branches.append(numbers[word[depth]])
            classes.append(0)
        classes[-1] = frequency_class(times)
    low, high = bytes(n & 255 for n in branches), bytes(n >> 8 for n in branches)
    return "\n".join(names).encode("utf-8") + b"\0" + bytes(depths) + low + high + bytes(classes)


@cache
def word_tree() -> WordTree:
    """Return the shipped word list, read at first use."""
    return WordTree(read_bytes(TABLE))
