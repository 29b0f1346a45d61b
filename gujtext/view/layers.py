"""Stretches of a text as nested elements, though they overlap: an inner one is broken where an outer one ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gujtext.diff_html import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence


class Stretch(NamedTuple):
    """An element around ``text[start:end]``.

    ``opening`` and ``closing`` stand once; where the element is broken, ``pause`` ends a part that is not the last
    and ``again`` begins one that is not the first.
    """

    start: int
    end: int
    opening: str
    closing: str
    again: str
    pause: str


def element(start: int, end: int, opening: str, tag: str) -> Stretch:
    """Return the stretch of an element whose parts all look alike."""
    return Stretch(start, end, opening, f"</{tag}>", opening, f"</{tag}>")


def nested(text: str, layers: Sequence[Sequence[Stretch]]) -> str:
    """Return a text as HTML with elements around its stretches; without the elements it is the text again.

    Arguments:
        text: any text; it is escaped.
        layers: outermost first; the stretches of a layer are sorted, disjoint and not empty.

    Example:
        >>> outer, inner = element(0, 4, "<b>", "b"), element(2, 6, "<i>", "i")
        >>> nested("ab<def", [[outer], [inner]])
        '<b>ab<i>&lt;d</i></b><i>ef</i>'
    """
    edges = {edge for layer in layers for stretch in layer for edge in stretch[:2]}
    cuts = sorted(edges | {0, len(text)})
    places = [0] * len(layers)
    opened: list[tuple[int, Stretch]] = []  # level and stretch, outermost first
    pieces: list[str] = []
    for begin, end in pairwise(cuts):
        wanted = []
        for level, layer in enumerate(layers):
            while places[level] < len(layer) and layer[places[level]].end <= begin:
                places[level] += 1
            if places[level] < len(layer) and layer[places[level]].start <= begin:
                wanted.append((level, layer[places[level]]))
        kept = _common(opened, wanted)
        pieces += [_ending(stretch, begin) for _, stretch in reversed(opened[kept:])]
        pieces += [stretch.opening if stretch.start == begin else stretch.again for _, stretch in wanted[kept:]]
        pieces.append(escaped(text[begin:end]))
        opened = wanted
    pieces += [stretch.closing for _, stretch in reversed(opened)]
    return "".join(pieces)


def _common(opened: list[tuple[int, Stretch]], wanted: list[tuple[int, Stretch]]) -> int:
    """Count the outer elements that stay open."""
    count = 0
    while count < min(len(opened), len(wanted)) and opened[count] == wanted[count]:
        count += 1
    return count


def _ending(stretch: Stretch, here: int) -> str:
    return stretch.closing if stretch.end <= here else stretch.pause
