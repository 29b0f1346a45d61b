"""The trained weights of names: what a Latin spelling's letters, its frequency and its source are worth.

A log-linear model over all spellings considered for a word; ``benchmarks/train_names.py`` trains it. Lines of
``resources/transliteration/names_weights.tsv.xz``: kind, key, weight in thousandths.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE = "transliteration/names_weights.tsv.xz"
# What one unit of a weight is written as.
_UNITS = 1000


class Weights(NamedTuple):
    """Weights by kind.

    ``dense``: of the channel's parts and of where a spelling comes from; ``prior``: of what is known of a Latin word
    (used when the index is packed); ``letters``: of single pairs of Gujarati and Latin letters; ``endings``: what it
    costs to take an ending off.
    """

    dense: dict[str, float]
    prior: dict[str, float]
    letters: dict[str, float]
    endings: dict[str, float]


def write_weights(own: Weights) -> Iterator[str]:
    """Write weights as lines; those that come to nothing are left out."""
    for kind, table in own._asdict().items():
        for key in sorted(table):
            value = round(_UNITS * table[key])
            if value or kind != "letters":
                yield f"{kind}\t{key}\t{value}"


def read_weights(lines: Iterable[str]) -> Weights:
    """Read what `write_weights` wrote."""
    own = Weights({}, {}, {}, {})
    for line in lines:
        if line and not line.startswith("#"):
            kind, key, value = line.split("\t")
            getattr(own, kind)[key] = int(value) / _UNITS
    return own


@cache
def weights() -> Weights:
    """Return the shipped weights, read at first use."""
    return read_weights(read_bytes(FILE).decode("utf-8").split("\n"))
