"""The Gujarati words that a word in Latin letters may be, found letter by letter.

Two searches of one kind: through the word list, where only listed words can grow; and in the open, where any unit may
follow any other, by how the listed words continue. Both keep the best few beginnings at every letter. What they find
is scored again by the channel with the neighbours of every unit in view.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from typing import Any, NamedTuple

from gujtext.transliteration.latin_channel import Channel, channel, unrolled
from gujtext.transliteration.latin_units import chunks
from gujtext.transliteration.word_tree import ROOT, WordTree, word_tree

_BEAM, _OPEN_BEAM = 12, 6
# Beginnings that are so much less likely than the best one at their letter are given up.
_MARGIN = 12.0
_MOST_RESCORED = 12
_MOST_KEPT = 1 << 14
# A word that is not listed: what it costs to be new, and how much of the open search's odds count.
_NEW = 5.0
_LEFT = 0.8
_EDGE = 0  # the number of no unit: before the first, after the last


class Found(NamedTuple):
    """A Gujarati word as units, how likely it is with this spelling (log), and the part of the spelling in that."""

    units: tuple[str, ...]
    score: float
    letters: float

    @property
    def word(self) -> str:
        """The word."""
        return "".join(self.units)


# A beginning: score with its outlook, score of the letters, branch or last two units, and the path behind it.
_State = tuple[float, float, int, tuple[Any, ...]]


class Searcher:
    """Finds Gujarati words for Latin words, small letters a to z."""

    def __init__(self, sounds: Channel, tree: WordTree) -> None:
        self.channel, self.tree = sounds, tree
        self._known: dict[tuple[str, str, bool, bool], dict[int, float]] = {}
        self._successors: Successors | None = None

    def listed(self, latin: str) -> list[Found]:
        """Return listed words, the best first."""
        tree = self.tree
        ends, best, shares = tree.units, tree.best, tree.log_shares
        size = len(latin)
        layers: list[dict[int, _State]] = [{} for _ in range(size + 1)]
        layers[0][ROOT] = (0.0, 0.0, ROOT, ())
        for place in range(size):
            states = _best(layers[place], _BEAM)
            if not states:
                continue
            branches = [(score, path, tree.children(node)) for _, score, node, path in states]
            for middle, end in chunks(latin, place):
                options = self._options(latin[place:middle], latin[middle:end], place == 0, end == size)
                if not options:
                    continue
                layer = layers[end]
                for score, path, children in branches:
                    if len(children) < len(options):
                        grown = [(child, options[unit]) for unit, child in children.items() if unit in options]
                    else:
                        grown = [(children[unit], odds) for unit, odds in options.items() if unit in children]
                    for child, odds in grown:
                        letters = score + odds
                        outlook = letters + shares[best[child]]
                        old = layer.get(child)
                        if old is None or old[0] < outlook:
                            layer[child] = (outlook, letters, child, (path, (ends[child], middle, end)))
        classes = tree.classes
        found = [
            (letters + shares[classes[node]], shares[classes[node]], path)
            for _, letters, node, path in layers[size].values()
            if classes[node]
        ]
        return self._rescored(latin, found)

    def likeliest(self, consonants: str, vowels: str, first: bool, last: bool) -> str:
        """Return the one unit that these letters write most often, or an empty string where there is none."""
        options = self._options(consonants, vowels, first, last)
        share = self.successors.log_share_alone
        names = self.tree.names
        return max(((odds + share(unit), names[unit]) for unit, odds in options.items()), default=(0.0, ""))[1]

    @property
    def successors(self) -> Successors:
        """How units follow one another; counted when first asked for."""
        if self._successors is None:
            self._successors = Successors(self.tree)
        return self._successors

    def open(self, latin: str) -> list[Found]:
        """Return words put together freely, the best first."""
        successors = self.successors
        size = len(latin)
        layers: list[dict[int, _State]] = [{} for _ in range(size + 1)]
        layers[0][_EDGE] = (0.0, 0.0, _EDGE, ())
        for place in range(size):
            for outlook, letters, last_two, path in _best(layers[place], _OPEN_BEAM):
                for middle, end in chunks(latin, place):
                    options = self._options(latin[place:middle], latin[middle:end], place == 0, end == size)
                    layer = layers[end]
                    for unit, odds in options.items():
                        both = outlook + odds + successors.log_share(last_two, unit)
                        key = (last_two << 12 | unit) & 0xFFFFFF
                        old = layer.get(key)
                        if old is None or old[0] < both:
                            layer[key] = (both, letters + odds, key, (path, (unit, middle, end)))
        found = []
        for outlook, letters, last_two, path in layers[size].values():
            whole = outlook + successors.log_share(last_two, _EDGE)
            found.append((whole - _NEW, whole - letters - _NEW, path))
        return self._rescored(latin, found)

    def _options(self, consonants: str, vowels: str, first: bool, last: bool) -> dict[int, float]:
        """Return the numbers of the units that the letters may write, with their scores."""
        key = consonants, vowels, first, last
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            numbers = self.tree.numbers
            candidates = self.channel.candidates(*key)
            found = self._known[key] = {numbers[unit]: score for score, unit in candidates if unit in numbers}
        return found

    def _rescored(self, latin: str, found: list[tuple[float, float, tuple[Any, ...]]]) -> list[Found]:
        """Score the best of (score, log share of the word, path) again, neighbours in view."""
        names = self.tree.names
        found.sort(key=lambda one: -one[0])
        words: dict[tuple[str, ...], Found] = {}
        for _, share, path in found[:_MOST_RESCORED]:
            steps = unrolled(path)
            units = tuple([names[step[0]] for step in steps])
            letters = self.channel.score(units, latin, [(middle, end) for _, middle, end in steps])
            if units not in words or words[units].letters < letters:
                words[units] = Found(units, share + letters, letters)
        return sorted(words.values(), key=lambda one: -one.score)


def _best(layer: dict[int, _State], most: int) -> list[_State]:
    """Return the best beginnings of a layer, in order."""
    states = sorted(layer.values(), key=lambda state: -state[0])[:most]
    return [state for state in states if state[0] > states[0][0] - _MARGIN]


class Successors:
    """How the units of listed words follow one another, every word counted once."""

    def __init__(self, tree: WordTree) -> None:
        counts: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(3)]
        one, two, three = counts
        row = [_EDGE] * 20
        words = 0
        for depth, unit, word_class in tree.walk():
            if depth:
                row[depth + 1] = unit
                weight = 1
                one[unit] += weight
                two[row[depth] << 12 | unit] += weight
                three[(row[depth - 1] << 12 | row[depth]) << 12 | unit] += weight
            if word_class:
                words += 1
                one[_EDGE] += 1
                two[row[depth + 1] << 12] += 1
                three[(row[depth] << 12 | row[depth + 1]) << 12] += 1
        self._counts = [dict(one), dict(two), {key: times for key, times in three.items() if times > 1}]
        self._totals: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(3)]
        self._kinds: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(3)]
        for level, seen in enumerate(self._counts):
            for key, times in seen.items():
                self._totals[level][key >> 12] += times
                self._kinds[level][key >> 12] += 1
        self._known: dict[int, float] = {}

    def log_share_alone(self, unit: int) -> float:
        """Return how likely a unit is anywhere (log)."""
        return math.log(self._counts[0].get(unit, 1) / self._totals[0][0])

    def log_share(self, last_two: int, unit: int) -> float:
        """Return how likely a unit follows two others (log)."""
        key = last_two << 12 | unit
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= 8 * _MOST_KEPT:
                self._known.clear()
            share = 1e-5
            for level, context in enumerate((0, last_two & 0xFFF, last_two)):
                total = self._totals[level].get(context)
                if total:
                    left = _LEFT * self._kinds[level][context]
                    seen = self._counts[level].get(context << 12 | unit, 0)
                    share = (seen + left * share) / (total + left)
            found = self._known[key] = math.log(share)
        return found


@cache
def searcher() -> Searcher:
    """Return the searcher over the shipped data."""
    return Searcher(channel(), word_tree())
