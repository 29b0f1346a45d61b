"""The stems that end in a visarga, after which writers also type an ASCII colon: દુઃખ, દુ:ખ."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.resources import table


class VisargaStem(NamedTuple):
    """A stem without its visarga; ``final``: a colon at the end of the word stands for the visarga too."""

    stem: str
    final: bool
    note: str


@cache
def visarga_stems() -> tuple[VisargaStem, ...]:
    """Return the reviewed stems.

    Example:
        >>> "દુ" in {row.stem for row in visarga_stems()}
        True
    """
    return table("visarga_stems.tsv", VisargaStem)
