"""The only reader of ``resources/``: reviewed tables, cached, with typed rows.

A table is UTF-8, tab-separated and unquoted; lines beginning with ``#`` are comments, the first other line names
the columns. A wheel carries the folder as ``gujtext/resources_data``; in a checkout or an editable install it is
read where it stands.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Row = TypeVar("Row", bound=tuple[Any, ...])

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


@cache
def root() -> str:
    """Return the folder that holds the data files."""
    installed = os.path.join(_PACKAGE, "resources_data")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), "resources")


def read_bytes(name: str) -> bytes:
    """Return a data file's bytes; ``name`` is its path below ``resources/``, with forward slashes.

    A name that ends in ``.xz`` or ``.gz`` is unpacked.
    """
    with open(os.path.join(root(), *name.split("/")), "rb") as file:
        data = file.read()
    if name.endswith(".xz"):
        import lzma

        return lzma.decompress(data)
    if name.endswith(".gz"):
        import gzip

        return gzip.decompress(data)
    return data


def _flag(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


# Annotations are strings here, as `from __future__ import annotations` leaves them.
_CONVERTERS: dict[str, Callable[[str], Any]] = {"str": str, "int": int, "float": float, "bool": _flag}


@cache
def table(name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """Read a table into rows of a named tuple whose fields are the table's columns.

    Arguments:
        name: path below ``resources/``.
        row_type: a ``NamedTuple`` with fields of type str, int, float or bool (``yes`` and ``no`` in the file).

    Raises:
        ValueError: the file's columns or cells are not what the row type says; the message has file and line.
    """
    fields: tuple[str, ...] = row_type._fields  # type: ignore[attr-defined]
    converters = [_CONVERTERS[_annotation(row_type, field)] for field in fields]
    rows: list[Row] = []
    header_seen = False
    for number, line in enumerate(read_bytes(name).decode("utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header_seen:
            header_seen = True
            if tuple(cells) != fields:
                raise ValueError(f"{name}:{number}: columns are {cells}, expected {list(fields)}")
            continue
        if len(cells) != len(fields):
            raise ValueError(f"{name}:{number}: {len(cells)} cells, expected {len(fields)}")
        try:
            rows.append(row_type(*(convert(cell) for convert, cell in zip(converters, cells, strict=True))))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{name}:{number}: cannot read a cell of {cells}: {error}") from None
    return tuple(rows)


def _annotation(row_type: type[Any], field: str) -> str:
    annotation = row_type.__annotations__[field]
    return str(getattr(annotation, "__forward_arg__", getattr(annotation, "__name__", annotation)))
