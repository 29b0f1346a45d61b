"""Lines and paragraphs, which sentences never cross, and the cutting of one into its sentences."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

from gujtext.types import Sentence

NEWLINE_POLICIES = ("always", "blank")
# What `str.splitlines` breaks at.
LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = rf"(?:\r\n|\r(?!\n)|[{LINE_BREAKS.replace(chr(13), '')}])"
_BLANK_LINE = re.compile(rf"{_BREAK}[^\S{LINE_BREAKS}]*+{_BREAK}\s*+")
_new_sentence = partial(tuple.__new__, Sentence)


def split_blocks(text: str, newline: str) -> list[str]:
    r"""Cut the text into lines (``newline="always"``) or paragraphs (``"blank"``), their line breaks included.

    Example:
        >>> split_blocks("ક\nખ\n\nગ", "always"), split_blocks("ક\nખ\n\nગ", "blank")
        (['ક\n', 'ખ\n', '\n', 'ગ'], ['ક\nખ\n\n', 'ગ'])
    """
    if newline == "always":
        return text.splitlines(keepends=True)
    cuts = [0, *(match.end() for match in _BLANK_LINE.finditer(text)), len(text)]
    return [text[begin:end] for begin, end in pairwise(cuts) if begin < end]


def is_complete(block: str, newline: str) -> bool:
    """Tell whether no text that follows can become part of this block."""
    return block[-1] in LINE_BREAKS if newline == "always" else _BLANK_LINE.search(block) is not None


def slices(block: str, ends: list[int]) -> list[str]:
    """Return the pieces of a block cut at ``ends``, without white space around them and without empty ones."""
    begin = 0
    sentences = []
    for end in ends:
        sentences.append(block[begin:end].strip())
        begin = end
    last = block[begin:].strip()
    if last:
        sentences.append(last)
    return sentences


def located(block: str, begin: int, ends: list[int], base: int) -> list[Sentence]:
    """Return the pieces of a block from ``begin`` on, cut at ``ends``, with their places.

    ``base`` is the offset of the block in the whole text.
    """
    sentences = []
    for end in ends:
        sentence = block[begin:end].strip()
        if sentence:
            start = base + block.find(sentence[0], begin)
            sentences.append(_new_sentence((sentence, start, start + len(sentence))))
        begin = end
    return sentences


def located_between(begins: list[int], ends: list[int], line: str, base: int) -> list[Sentence]:
    """Return the pieces of a line between these places, which no white space touches, with their places.

    ``base`` is the offset of the line in the whole text.
    """
    places = zip(begins, ends, strict=True)
    if base:
        return [_new_sentence((line[begin:end], base + begin, base + end)) for begin, end in places]
    return [_new_sentence((line[begin:end], begin, end)) for begin, end in places]
