"""What the numerals room raises when a number cannot be read or written."""

from __future__ import annotations

from typing import Any

from gujtext.types import GujtextError

# Longer numbers are refused: the work stays bounded, and Python's own limit on long integers is never met.
MAX_DIGITS = 600
MAX_VALUE = 10**MAX_DIGITS


class NumberError(GujtextError):
    """A text that is not the number that was asked for.

    Attributes:
        offset: where in the argument the trouble begins, in code points; ``None`` where no place applies.
        piece: the piece that does not fit.
        expected: what would have been right.

    Example:
        >>> from gujtext.numerals import parse_number
        >>> try:
        ...     parse_number("૧,૨૩,૪૫")
        ... except ValueError as error:
        ...     error.offset, error.piece
        (5, '૪૫')
    """

    def __init__(self, piece: str, offset: int | None, expected: str) -> None:
        shown = piece if len(piece) <= 40 else piece[:39] + "…"
        place = "" if offset is None else f" at offset {offset}"
        super().__init__(f"cannot read {shown!r}{place}: expected {expected}", offset)
        self.piece = piece
        self.expected = expected

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.piece, self.offset, self.expected)
