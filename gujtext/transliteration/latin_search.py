"""The Gujarati words that a word in Latin letters may be, found letter by letter.

Two searches of one kind: through the word list, where only listed words can grow; and in the open, where any unit may
follow any other, by how the listed words continue. Both keep the best few beginnings at every letter. What they find
is scored again by the channel with the neighbours of every unit in view.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from gujtext.transliteration.latin_channel import Channel, channel, unrolled
from gujtext.transliteration.latin_units import chunks
from gujtext.transliteration.word_tree import ROOT, WordTree, word_tree

_BEAM, _OPEN_BEAM = 12, 6
_MOST_TRIED = 12  # units for a chunk, in the open
# Beginnings that are so much less likely than the best one at their letter are given up.
_MARGIN, _OPEN_MARGIN = 10.0, 8.0
_MOST_RESCORED = 10
_MOST_KEPT = 1 << 13
# A word that is not listed: what it costs to be new, and how much of the open search's odds count.
_NEW = 5.0
_LEFT = 0.8
_TWO = 0xFFFFFF  # two units of twelve bits each
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
        size = len(latin)
        layers: list[dict[int, _State]] = [{} for _ in range(size + 1)]
        layers[0][ROOT] = (0.0, 0.0, ROOT, ())
        bounds = [-math.inf] * (size + 1)  # what a beginning must have to be kept, as far as is known
        for place in range(size):
            states = _best(layers[place], _BEAM)
            if not states:
                continue
            branches = [(outlook, score, path, tree.children(node)) for outlook, score, node, path in states]
            for middle, end in chunks(latin, place):
                options = self._options(latin[place:middle], latin[middle:end], place == 0, end == size)
                if not options:
                    continue
                # A word must end with its letters; before that, the best word of a branch is its outlook.
                outlooks = tree.own if end == size else tree.outlooks
                layer, bound, step = layers[end], bounds[end], (middle, end)
                likeliest = next(iter(options.values()))
                for hope, score, path, children in branches:
                    if hope + likeliest < bound:
                        break  # nothing of it would be kept, nor of the branches that follow
                    for unit in _in_both(children, options):
                        child = children[unit]
                        letters = score + options[unit]
                        outlook = letters + outlooks[child]
                        if outlook > bound and (child not in layer or layer[child][0] < outlook):
                            layer[child] = (outlook, letters, child, (path, (unit, *step)))
                            if outlook - _MARGIN > bound:
                                bound = outlook - _MARGIN
                bounds[end] = bound
        found = [(outlook, outlook - letters, path) for outlook, letters, _, path in layers[size].values()]
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
        share = self.successors.log_share
        size = len(latin)
        layers: list[dict[int, _State]] = [{} for _ in range(size + 1)]
        layers[0][_EDGE] = (0.0, 0.0, _EDGE, ())
        bounds = [-math.inf] * (size + 1)
        for place in range(size):
            states = _best(layers[place], _OPEN_BEAM)
            for middle, end in chunks(latin, place) if states else ():
                options = self._options(latin[place:middle], latin[middle:end], place == 0, end == size)
                layer, bound, step = layers[end], bounds[end], (middle, end)
                for unit, odds in islice(options.items(), _MOST_TRIED):
                    for outlook, letters, last_two, path in states:
                        if outlook + odds < bound:
                            break  # states that follow are no better
                        both = outlook + odds + share(last_two, unit)
                        key = (last_two << 12 | unit) & _TWO
                        if both > bound and (key not in layer or layer[key][0] < both):
                            layer[key] = (both, letters + odds, key, (path, (unit, *step)))
                            if both - _OPEN_MARGIN > bound:
                                bound = both - _OPEN_MARGIN
                bounds[end] = bound
        found = []
        for outlook, letters, last_two, path in layers[size].values():
            whole = outlook + share(last_two, _EDGE)
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


def _in_both(children: dict[int, int], options: dict[int, float]) -> list[int]:
    """Return the units that grow here and that the letters may write."""
    if len(children) < len(options):
        return [unit for unit in children if unit in options]
    return [unit for unit in options if unit in children]


def _best(layer: dict[int, _State], most: int) -> list[_State]:
    """Return the best beginnings of a layer, in order."""
    states = sorted(layer.values(), reverse=True)[:most]
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
            if len(self._known) >= 16 * _MOST_KEPT:
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
