"""Sentences as in indic-nlp-library 0.92: strings that are set together anew, sometimes with a piece lost."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gujtext.compat.indicnlp.faithful.letters import to_devanagari
from gujtext.compat.indicnlp.faithful.tables import abbreviations, marks
from gujtext.script import DANDA, DOUBLE_DANDA

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def stops(*, with_full_stop: bool) -> re.Pattern[str]:
    """Return the library's pattern of sentence ends: for languages that write a full stop, or only dandas."""
    return re.compile(rf"[.?!{marks()}]" if with_full_stop else rf"[?!{DANDA}{DOUBLE_DANDA}]")


def split(text: str, pattern: re.Pattern[str] | None = None) -> list[str]:
    """Return the library's sentences of Gujarati text.

    Arguments:
        text: any text.
        pattern: what ends a sentence; ``None``: what the library chooses for Gujarati.

    Example:
        >>> split("ઈ.સ. ૧૯૪૭. પછી")
        [' ઈ. સ. ૧૯૪૭. પછી']
    """
    pattern = pattern or stops(with_full_stop=True)
    pieces = list(_pieces(text.strip(), pattern))
    return _joined(pieces) if pattern.search(".") else pieces


def _pieces(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """Cut after the first character of every stop that does not follow a digit; yield what is not blank."""
    begin = 0
    for match in pattern.finditer(text):
        start = match.start()
        if start and text[start - 1].isnumeric():
            continue
        if piece := text[begin : start + 1].strip():
            yield piece
        begin = start + 1
    if piece := text[begin:].strip():
        yield piece


def _joined(pieces: list[str]) -> list[str]:
    """Join what stops of abbreviations cut apart.

    A piece of one word and a stop joins what stands around it. A piece that ends in an abbreviation joins what
    follows; what stood open before it is given out, or lost where it was open because of such a stop itself.
    """
    sentences: list[str] = []
    held: list[str] = []
    is_open = False
    for piece in pieces:
        stopped = piece[-1] == "."
        if stopped and " " not in piece:
            # The library writes a space before every such piece, the first one too.
            held += (" ", piece)
            is_open = True
        elif stopped and to_devanagari(piece.rsplit(" ", 1)[-1][:-1]) in abbreviations():
            if held and not is_open:
                sentences.append("".join(held))
            held = [piece]
            is_open = True
        elif is_open:
            sentences.append("".join((*held, " ", piece)))
            held = []
            is_open = False
        else:
            if held:
                sentences.append("".join(held))
            held = [piece]
    if held:
        sentences.append("".join(held))
    return sentences
