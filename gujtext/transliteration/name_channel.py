"""How well a Latin spelling fits a Gujarati name, slot by slot.

Counts of which Latin slot faced which Gujarati slot come from name pairs, laid side by side by their sound keys
(`benchmarks/build_names.py`), and are smoothed from the narrow context to the wide one (Witten and Bell 1991). Weights
on their logarithms, and on single pairs of letters, make the right spelling win over its rivals
(`benchmarks/train_names.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from gujtext.resources import read_bytes
from gujtext.transliteration.name_sounds import SCHWA
from gujtext.transliteration.name_weights import Weights, weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gujtext.transliteration.name_sounds import Slot, Slots

# A context is a letter for its kind and what it conditions on; its counts are the Latin spellings seen there.
Counts = dict[str, dict[str, float]]

# What no context has seen: the more the number of vowels differs, the less likely; a written vowel is seldom silent.
_UNSEEN_CONSONANT = 1e-4
_UNSEEN_VOWELS, _UNSEEN_LENGTH, _UNSEEN_SILENT = 3.0, 1.0, 0.01
# How much of the probability a context leaves to the wider one, for each different spelling it has seen.
_LEFT = 0.7
_LEFT_ALWAYS = 0.5
_MOST_CACHED = 1 << 14
# How many spellings of a consonant and of its vowels are tried where no list has the word.
_TRIED = 4


def where(place: int, length: int) -> str:
    """Tell where in the word a slot stands: initial, final, middle."""
    return "i" if place == 0 else "f" if place == length - 1 else "m"


def vowel_contexts(consonant: str, vowels: str, position: str, following: str) -> list[str]:
    """Return the contexts of a slot's vowels, the widest first."""
    return [f"v {vowels}", f"w {vowels} {position}", f"x {vowels} {consonant[-1:]} {following}"]


def consonant_contexts(consonant: str, vowels: str, position: str, following: str, before: str) -> list[str]:
    """Return the contexts of a slot's consonant, the widest first; ``before``: the vowels of the slot before."""
    return [
        f"c {consonant}",
        f"d {consonant} {position} {vowels[:1]}",
        f"e {consonant} {before} {vowels} {following}",
    ]


def surroundings(gujarati: Slots, place: int) -> tuple[tuple[str, str, str, str], tuple[str, str, str, str, str]]:
    """Return what the contexts of a slot's vowels, and of its consonant, are made from."""
    consonant, vowels = gujarati[place]
    following = gujarati[place + 1][0][:1] if place + 1 < len(gujarati) else "$"
    position = where(place, len(gujarati))
    before = gujarati[place - 1][1] if place else ""
    start = "s" if place == 1 else position
    return (consonant, vowels, position, following), (consonant, vowels, start, following, before)


def count(pairs: Iterable[tuple[float, Slots, Slots]]) -> Counts:
    """Count slots of weighted pairs that are laid side by side."""
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for weight, gujarati, latin in pairs:
        for place, (consonant, vowels) in enumerate(latin):
            for_vowels, for_consonant = surroundings(gujarati, place)
            for context in vowel_contexts(*for_vowels):
                counts[context][vowels] += weight
            if place:
                for context in consonant_contexts(*for_consonant):
                    counts[context][consonant] += weight
    # The commonest spellings come first.
    return {
        context: dict(sorted(seen.items(), key=lambda item: (-item[1], item[0]))) for context, seen in counts.items()
    }


def write_counts(counts: Counts, least: float) -> Iterator[str]:
    """Write counts as lines: context, then spelling and count in hundredths; rare ones of narrow contexts go."""
    for context in sorted(counts):
        kept = [
            f"{spelling or '-'}\t{round(100 * times)}"
            for spelling, times in counts[context].items()
            if times >= least or context[0] in "cv"
        ]
        if kept:
            yield "\t".join([context, *kept])


def read_counts(lines: Iterable[str]) -> Counts:
    """Read what `write_counts` wrote."""
    return {
        context: {"" if spelling == "-" else spelling: times / 100 for spelling, times in counted}
        for context, counted in counted_lines(lines)
    }


def counted_lines(lines: Iterable[str]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Yield a context with its spellings and their counts for each line that is no comment."""
    for line in lines:
        if line and not line.startswith("#"):
            context, *cells = line.split("\t")
            yield context, list(zip(cells[::2], map(int, cells[1::2]), strict=True))


class _Letters(dict[str, float]):
    """The scores of Latin spellings of one consonant, or of its vowels, in one place; worked out when asked for."""

    def __init__(self, sounds: Channel, contexts: list[str], unseen: float | str, scale: float, key: str) -> None:
        super().__init__()
        self._sounds, self._contexts, self._unseen, self._scale, self._key = sounds, contexts, unseen, scale, key
        tried = sounds.spellings(contexts)
        self.best = sorted([(self[spelling], spelling) for spelling in tried], reverse=True)[:_TRIED]
        self.most = self.best[0][0] if self.best else 0.0

    def __missing__(self, spelling: str) -> float:
        if spelling.isupper():
            # As an index writes consonants.
            value = self[spelling] = self[spelling.lower()]
            return value
        unseen = self._unseen if isinstance(self._unseen, float) else _unseen(self._unseen, spelling)
        probability = self._sounds.smoothed(self._contexts, spelling, unseen)
        single = self._sounds.weights.letters.get(f"{self._key} {spelling}", 0.0)
        value = self[spelling] = self._scale * math.log(probability) + single
        return value


def _unseen(spoken: str, vowels: str) -> float:
    unseen = float(10 ** (-_UNSEEN_VOWELS - _UNSEEN_LENGTH * abs(len(spoken) - len(vowels))))
    return unseen * _UNSEEN_SILENT if not vowels and spoken not in ("", SCHWA) else unseen


class Channel:
    """Scores Latin slots for Gujarati slots; what was asked before is remembered, within bounds."""

    def __init__(self, counts: Counts, own: Weights | None = None) -> None:
        self._counts = counts
        self._totals = {context: sum(seen.values()) for context, seen in counts.items()}
        self.weights = weights() if own is None else own
        self._vowels: dict[tuple[str, str, str, str], _Letters] = {}
        self._consonants: dict[tuple[str, str, str, str, str], _Letters] = {}

    def weighed(self, own: Weights) -> Channel:
        """Return a channel with the same counts and other weights."""
        return Channel(self._counts, own)

    def hear(self, gujarati: Slots) -> Heard:
        """Return a scorer for Latin spellings of these Gujarati slots."""
        if len(self._vowels) >= _MOST_CACHED or len(self._consonants) >= _MOST_CACHED:
            self._vowels.clear()
            self._consonants.clear()
        pairs: list[tuple[_Letters | _NoConsonant, _Letters]] = []
        for place in range(len(gujarati)):
            for_vowels, for_consonant = surroundings(gujarati, place)
            vowels = self._vowels.get(for_vowels)
            if vowels is None:
                vowels = self._vowels[for_vowels] = self._of_vowels(*for_vowels)
            if not place:
                pairs.append((_NO_CONSONANT, vowels))
                continue
            consonant = self._consonants.get(for_consonant)
            if consonant is None:
                consonant = self._consonants[for_consonant] = self._of_consonant(*for_consonant)
            pairs.append((consonant, vowels))
        return Heard(pairs, self.weights.dense["slot"] * len(gujarati))

    def _of_vowels(self, consonant: str, vowels: str, position: str, following: str) -> _Letters:
        contexts = vowel_contexts(consonant, vowels, position, following)
        scale = self.weights.dense[f"vowels_{position}"]
        return _Letters(self, contexts, vowels, scale, vowel_key(vowels, position))

    def _of_consonant(self, consonant: str, vowels: str, position: str, following: str, before: str) -> _Letters:
        contexts = consonant_contexts(consonant, vowels, position, following, before)
        scale = self.weights.dense["consonant"]
        return _Letters(self, contexts, _UNSEEN_CONSONANT, scale, consonant_key(consonant))

    def spellings(self, contexts: Iterable[str]) -> set[str]:
        """Return the commonest spellings seen in these contexts."""
        found: set[str] = set()
        for context in contexts:
            found.update(islice(self._counts.get(context, ()), _TRIED))
        return found

    def smoothed(self, wider_first: Iterable[str], spelling: str, base: float) -> float:
        """Return the probability of a spelling, each context smoothed by the wider ones."""
        probability = base
        for context in wider_first:
            seen = self._counts.get(context)
            if seen is not None:
                left = _LEFT * len(seen) + _LEFT_ALWAYS
                probability = (seen.get(spelling, 0.0) + left * probability) / (self._totals[context] + left)
        return probability


def vowel_key(vowels: str, position: str) -> str:
    """Return under what the weights know the vowels of a slot; a space and a spelling follow."""
    return f"v {vowels} {position}"


def consonant_key(consonant: str) -> str:
    """Return under what the weights know a consonant; a space and a spelling follow."""
    return f"c {consonant}"


class _NoConsonant(dict[str, float]):
    """The first slot has none."""

    best = ((0.0, ""),)  # as _Letters has it
    most = 0.0

    def __missing__(self, spelling: str) -> float:
        return 0.0


_NO_CONSONANT = _NoConsonant()


class Heard:
    """A Gujarati word as the channel hears it, to score many Latin spellings."""

    def __init__(self, pairs: list[tuple[_Letters | _NoConsonant, _Letters]], constant: float) -> None:
        self.pairs = pairs
        # The most that the slots from each place on can add.
        self._ahead = [constant]
        for consonant, vowels in reversed(pairs):
            self._ahead.append(self._ahead[-1] + consonant.most + vowels.most)
        self._ahead.reverse()
        self._constant = constant

    @property
    def most(self) -> float:
        """The score of the likeliest letters."""
        return self._ahead[0]

    def score(self, latin: Sequence[Slot], floor: float = -math.inf) -> float:
        """Return the score of as many Latin slots as the word has; their consonants may be capitals.

        Minus infinity, once it cannot reach ``floor``.
        """
        total = 0.0
        ahead = self._ahead
        for place, ((consonant, vowels), (for_consonant, for_vowels)) in enumerate(zip(latin, self.pairs, strict=True)):
            total += for_consonant[consonant] + for_vowels[vowels]
            if total + ahead[place + 1] < floor:
                return -math.inf
        return total + self._constant

    def spell(self, n: int) -> list[tuple[float, Slots]]:
        """Return up to n spellings of the likeliest letters, with their scores, best first."""
        beam: list[tuple[float, Slots]] = [(self._constant, ())]
        for for_consonant, for_vowels in self.pairs:
            slots = _best_sums(for_consonant.best, for_vowels.best, n)
            beam = [
                (score, (*beam[first][1], (for_consonant.best[i][1], for_vowels.best[j][1])))
                for score, first, (i, j) in (
                    (score, first, slots[second][1:]) for score, first, second in _best_sums(beam, slots, n)
                )
            ]
        return beam


def _best_sums(
    firsts: Sequence[tuple[Any, ...]], seconds: Sequence[tuple[Any, ...]], n: int
) -> list[tuple[float, int, int]]:
    """Return the n best sums of one score from each of two rows, best first, with their places in the rows.

    Where both rows fall, the i-th and the j-th cannot be among them if i times j is more than n.
    """
    sums = [
        (first[0] + second[0], i, j)
        for i, first in enumerate(firsts[:n])
        for j, second in enumerate(seconds[: n // (i + 1)])
    ]
    sums.sort(reverse=True)
    return sums[:n]


@cache
def channel() -> Channel:
    """Return the shipped channel, read at first use."""
    lines = read_bytes("transliteration/names_channel.tsv.xz").decode("utf-8").split("\n")
    return Channel(read_counts(lines))
