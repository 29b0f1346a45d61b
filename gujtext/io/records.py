"""What the record formats share: errors of a record, and batches of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# So many characters make a batch of rows.
BATCH_CHARACTERS = 1 << 19


class RecordError(ValueError):
    """A record that lacks its field or is not well-formed; the message says no place, whoever catches it does."""


class Rows(NamedTuple):
    """Some records of a table.

    ``values`` holds for each its texts, one a field, None where there is none; ``numbers`` are their numbers or lines,
    from 1; ``kept`` is what their writer needs to write them again; ``size`` is about the bytes they take in the file.
    """

    values: Sequence[tuple[str | None, ...]]
    numbers: Sequence[int]
    kept: Any
    size: int


def no_field(field: str, there: Sequence[str]) -> RecordError:
    """Return the error of a missing field, with those that there are."""
    return RecordError(f"no field {field!r}; there are: {', '.join(map(repr, there)) or 'none'}")
