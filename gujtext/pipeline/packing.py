"""Pieces of a document as columns of numbers, for the way from one process to another.

Pickled as tuples they would take longer to travel than to find. A document that comes from another process keeps
them packed until it is asked for its pieces.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from gujtext.pipeline.pieces import DocSentence, DocToken
from gujtext.types import TOKEN_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBER_OF_KIND = {kind: number for number, kind in enumerate(TOKEN_KINDS)}
_COLUMNS = 5


class Packed(NamedTuple):
    """Columns of 32-bit numbers, one after another: starts and ends in the original, in the normalized text, extra.

    The extra one is the kind of a token, the number of tokens of a sentence.
    """

    columns: bytes


def pack_tokens(tokens: Sequence[DocToken], normalized: str) -> Packed:
    """Pack tokens."""
    return _packed(tokens, normalized, [_NUMBER_OF_KIND[token.kind] for token in tokens])


def pack_sentences(sentences: Sequence[DocSentence], normalized: str) -> Packed:
    """Pack sentences without their tokens, with how many these are."""
    return _packed(sentences, normalized, [len(sentence.tokens) for sentence in sentences])


def _packed(pieces: Sequence[DocToken | DocSentence], normalized: str, extra: Iterable[int]) -> Packed:
    begins = []
    finishes = []
    done = 0
    for piece in pieces:
        # Only white space is before it, and it begins with something else: the first match is the place.
        done = normalized.index(piece.normalized, done)
        begins.append(done)
        done += len(piece.normalized)
        finishes.append(done)
    starts, ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
    return Packed(array("I", [*starts, *ends, *begins, *finishes, *extra]).tobytes())


def unpack_tokens(packed: Packed, text: str, normalized: str) -> tuple[DocToken, ...]:
    """Build the tokens again."""
    return tuple(
        [
            DocToken(text[start:end], start, end, TOKEN_KINDS[kind], normalized[begin:finish])
            for start, end, begin, finish, kind in _rows(packed)
        ]
    )


def unpack_sentences(
    packed: Packed, text: str, normalized: str, tokens: tuple[DocToken, ...]
) -> tuple[DocSentence, ...]:
    """Build the sentences again, with the tokens that they share out."""
    sentences = []
    done = 0
    for start, end, begin, finish, count in _rows(packed):
        mine = tokens[done : done + count]
        sentences.append(DocSentence(text[start:end], start, end, normalized[begin:finish], mine))
        done += count
    return tuple(sentences)


def _rows(packed: Packed) -> Iterator[tuple[int, int, int, int, int]]:
    numbers = array("I", packed.columns)
    height = len(numbers) // _COLUMNS
    starts, ends, begins, finishes, extra = (numbers[height * n : height * (n + 1)] for n in range(_COLUMNS))
    return zip(starts, ends, begins, finishes, extra, strict=True)
