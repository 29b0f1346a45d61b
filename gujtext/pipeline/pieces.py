"""What a document is made of."""

from __future__ import annotations

from typing import NamedTuple


class DocToken(NamedTuple):
    """A token: ``text`` and offsets in the original, ``normalized`` as the steps before left it."""

    text: str
    start: int
    end: int
    kind: str
    normalized: str


class DocSentence(NamedTuple):
    """A sentence: ``text`` and offsets in the original; its tokens, none without the step ``words``."""

    text: str
    start: int
    end: int
    normalized: str
    tokens: tuple[DocToken, ...] = ()
