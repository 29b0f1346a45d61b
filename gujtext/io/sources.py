"""What is to be read: files, the files of folders, their formats by name, and where the result of each goes."""

from __future__ import annotations

import errno
import os
from fnmatch import fnmatch
from typing import TYPE_CHECKING, NamedTuple

from gujtext.io.decoding import STANDARD_INPUT, display_name
from gujtext.io.packing import packing_of
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORMATS = ("text", "jsonl", "csv", "tsv", "parquet")
_ENDINGS = {
    **dict.fromkeys((".txt", ".text", ".md"), "text"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    ".csv": "csv",
    ".tsv": "tsv",
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
}


class Source(NamedTuple):
    """One input: its path, what messages call it, its format, and its path below the folder that was asked for."""

    path: str
    name: str
    format: str
    relative: str


def format_of(path: str) -> str:
    """Return the format that the name of a file tells, before an ending such as .gz; or nothing.

    Example:
        >>> format_of("a/b.jsonl.gz"), format_of("b.CSV"), format_of("README")
        ('jsonl', 'csv', '')
    """
    base = path[: len(path) - len(packing_of(path))]
    return _ENDINGS.get(os.path.splitext(base)[1].lower(), "")


def find_sources(
    paths: Sequence[str], *, format: str = "", folders: bool = False, only: Sequence[str] = ()
) -> list[Source]:
    """Return the inputs that a command line names, the files of a folder sorted by path.

    Arguments:
        paths: files, folders, ``-`` for standard input.
        format: one of ``FORMATS``, or nothing for what each name tells, else text.
        folders: whether folders are walked: all files below whose name tells a format, but for hidden ones and
            links.
        only: patterns of file names, such as ``*.srt``; then those files of a folder are taken.

    Raises:
        IsADirectoryError: a folder where none are walked.
        GujtextError: a folder without such a file.
    """
    found = []
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            if not folders:
                raise IsADirectoryError(errno.EISDIR, "is a directory; -i or -o FOLDER/ takes the files in it", path)
            below = list(_files_below(path, only))
            if not below:
                kinds = " ".join(only) if only else "whose name tells a format; --only '*.EXT' takes others"
                raise GujtextError(f"{path}: no files {kinds}")
            pairs = [(one, os.path.relpath(one, path)) for one in below]
        else:
            pairs = [(path, os.path.basename(path))]
        found += [
            Source(one, display_name(one), format or format_of(one) or "text", relative) for one, relative in pairs
        ]
    return found


def _files_below(folder: str, only: Sequence[str]) -> Iterator[str]:
    def stop(error: OSError) -> None:
        raise error

    for parent, folders, names in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(parent, name)
            wanted = any(fnmatch(name, pattern) for pattern in only) if only else format_of(name) != ""
            if wanted and not name.startswith(".") and os.path.isfile(path) and not os.path.islink(path):
                yield path
