"""Sentences of a text that comes in pieces, with memory bounded by its longest sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.segmentation.sentence_blocks import is_complete, located, split_blocks
from gujtext.segmentation.sentence_boundaries import Block, SentenceBoundaries
from gujtext.segmentation.sentence_marks import CONTEXT
from gujtext.types import Sentence, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEAST = 4096


def stream_sentences(
    chunks: Iterable[str], boundaries: SentenceBoundaries, newline: str, *, recover: bool
) -> Iterator[Sentence]:
    """Yield the sentences of the chunks taken as one text, with offsets into the whole.

    A stop is decided once ``CONTEXT`` characters behind it are known, or the end of its line or paragraph; where
    missing stops are recovered, with the whole line or paragraph.
    """
    buffer = ""
    base = 0  # where the buffer begins in the whole text
    state = Block()
    waiting: list[str] = []
    size = 0
    for chunk in chunks:
        require_text(chunk)
        waiting.append(chunk)
        size += len(chunk)
        if size < max(_LEAST, len(buffer)):
            continue  # joining only what at least doubles the buffer keeps the work linear
        blocks = split_blocks(buffer + "".join(waiting), newline)
        waiting.clear()
        size = 0
        buffer = "" if is_complete(blocks[-1], newline) else blocks.pop()
        for block in blocks:
            yield from _rest_of(block, state, boundaries, base, recover=recover)
            base += len(block)
            state = Block()
        if recover:
            continue
        begin = state.start
        ends = boundaries.ends(buffer, state, _decidable(buffer, state.searched))
        yield from located(buffer, begin, ends, base)
        done = state.start - CONTEXT
        if done > 0:
            buffer = buffer[done:]
            base += done
            state.shift(done)
    for block in split_blocks(buffer + "".join(waiting), newline):
        yield from _rest_of(block, state, boundaries, base, recover=recover)
        base += len(block)
        state = Block()


def _rest_of(block: str, state: Block, boundaries: SentenceBoundaries, base: int, *, recover: bool) -> list[Sentence]:
    begin = state.start
    ends = boundaries.ends(block, state, len(block))
    if recover:
        from gujtext.segmentation.sentence_missing import with_missing_ends

        ends = with_missing_ends(block, ends, boundaries.verdicts)
    return located(block, begin, [*ends, len(block)], base)


def _decidable(buffer: str, searched: int) -> int:
    """Return the place up to which stops can be decided: a word's end with enough text behind it."""
    place = len(buffer) - CONTEXT
    while place > searched and not buffer[place].isspace():
        place -= 1
    return place
