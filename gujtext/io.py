"""Files and streams as blocks of whole lines: decoding policy, errors with a place, output that is whole or absent.

Reading is in bounded memory: a block holds about a megabyte, or one line where a line is longer.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, NamedTuple

from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK_BYTES = 1 << 20
DECODING_POLICIES = ("strict", "replace", "surrogateescape")
STANDARD_INPUT = "-"


class DataError(GujtextError):
    """Input that cannot be read as text; the message begins with ``FILE:LINE:BYTE``."""


class Block(NamedTuple):
    """Some whole lines of an input, line ends included.

    ``line`` is the number of the first one, from 1; ``offset`` counts the code points of the input before it.
    """

    text: str
    line: int
    offset: int


def display_name(path: str) -> str:
    """Return what messages call an input."""
    return "<stdin>" if path == STANDARD_INPUT else path


@contextmanager
def open_input(path: str) -> Iterator[IO[bytes]]:
    """Open a file for reading bytes; ``-`` is standard input, which is left open."""
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
    else:
        with open(path, "rb") as file:
            yield file


def read_blocks(file: IO[bytes], name: str, errors: str = "strict") -> Iterator[Block]:
    r"""Read UTF-8 in blocks of whole lines; only ``\n`` ends a line, and line ends are kept.

    Arguments:
        file: a binary stream with ``read1``, as ``open(path, "rb")`` gives.
        name: what error messages call it.
        errors: ``strict``, ``replace`` (U+FFFD for each bad byte sequence) or ``surrogateescape`` (bad bytes
            survive a round trip).

    Raises:
        DataError: bytes that are not UTF-8 under ``strict``; the message has file, line and byte, counted from 1.
    """
    line, offset = 1, 0
    for data in _whole_lines(file):
        text = _decode(data, name, line, errors, first=offset == 0)
        yield Block(text, line, offset)
        line += data.count(b"\n")
        offset += len(text)


def _whole_lines(file: IO[bytes]) -> Iterator[bytes]:
    pending: list[bytes] = []
    while chunk := file.read1(BLOCK_BYTES):  # type: ignore[attr-defined]  # on every buffered binary stream
        cut = chunk.rfind(b"\n") + 1
        if cut:
            yield b"".join([*pending, chunk[:cut]])
            pending = []
        if cut < len(chunk):
            pending.append(chunk[cut:])
    if pending:
        yield b"".join(pending)


def _decode(data: bytes, name: str, line: int, errors: str, *, first: bool) -> str:
    if first and data[:2] in (b"\xff\xfe", b"\xfe\xff") and errors == "strict":
        raise DataError(f"{name}:1:1: this is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8")
    try:
        return data.decode("utf-8", errors)
    except UnicodeDecodeError as error:
        at = error.start
        line += data.count(b"\n", 0, at)
        byte = at - data.rfind(b"\n", 0, at)
        raise DataError(
            f"{name}:{line}:{byte}: not UTF-8 (byte 0x{data[at]:02x}); --errors replace reads it all the same"
        ) from None


@contextmanager
def open_output(path: str | None, inputs: list[str]) -> Iterator[IO[bytes]]:
    """Open the output: standard output, or a file that appears under its name only when all went well.

    Raises:
        GujtextError: the output is one of the inputs.
    """
    if path is None or path == STANDARD_INPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if os.path.exists(path) and any(os.path.exists(one) and os.path.samefile(path, one) for one in inputs):
        raise GujtextError(f"{path} is both input and output")
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe: written directly
        with open(path, "wb") as file:
            yield file
        return
    import tempfile

    target = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(prefix=".gujtext-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(temporary, _mode_of(target))
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _mode_of(path: str) -> int:
    """Return the permissions of an existing file, or those that a new one would get."""
    try:
        return os.stat(path).st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def encode(text: str) -> bytes:
    """Return UTF-8; bytes that ``surrogateescape`` carried through come out as they went in."""
    return text.encode("utf-8", "surrogateescape")
