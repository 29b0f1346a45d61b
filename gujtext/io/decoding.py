"""Bytes to text: blocks of whole lines, decoding policies, errors with a place."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLOCK_BYTES = 1 << 20
# A longer line is an error unless the caller says otherwise: so memory is bounded whatever the file.
LONGEST_LINE = 16 << 20
DECODING_POLICIES = ("strict", "replace", "surrogateescape", "skip")
STANDARD_INPUT = "-"


class DataError(GujtextError):
    """Input that cannot be read; the message begins with ``FILE``, and where they are known ``:LINE:BYTE``."""


class Block(NamedTuple):
    """Some whole lines of an input, line ends included, or the text of one field of one record.

    ``line`` is the number of the first one, from 1; ``offset`` counts the code points of the input before it.
    ``record`` is the number of the record, from 1, and ``field`` its field; they are 0 and empty in plain text.
    """

    text: str
    line: int
    offset: int
    name: str = ""
    record: int = 0
    field: str = ""

    @property
    def place(self) -> str:
        """What messages call it: the file, and the record and field in it."""
        return f"{self.name}:{self.record}:{self.field}" if self.record else self.name


class RawBlock(NamedTuple):
    """Some whole lines of an input as bytes, with the number of the first line and its offset in bytes."""

    data: bytes
    line: int
    offset: int


class BadBytes(NamedTuple):
    """What is wrong with a line, from 0 in what was decoded, and at which byte, from 1, or 0 for the whole line."""

    line: int
    byte: int
    message: str

    def at(self, name: str, first_line: int) -> str:
        """Return the message with the place in the file, given the number of the first line decoded."""
        byte = f":{self.byte}" if self.byte else ""
        return f"{name}:{first_line + self.line}{byte}: {self.message}"


def display_name(path: str) -> str:
    """Return what messages call an input."""
    return "<stdin>" if path == STANDARD_INPUT else path


def encode(text: str) -> bytes:
    """Return UTF-8; bytes that ``surrogateescape`` carried through come out as they went in."""
    return text.encode("utf-8", "surrogateescape")


def raw_blocks(
    file: IO[bytes],
    name: str,
    *,
    end: bytes = b"\n",
    size: int = BLOCK_BYTES,
    longest: int = LONGEST_LINE,
    at_once: bool = True,
    count: bool = True,
) -> Iterator[RawBlock]:
    r"""Read blocks of whole lines as bytes; line ends are kept, and the last line may lack its own.

    Arguments:
        file: a binary stream with ``read1``, as ``open(path, "rb")`` gives.
        name: what error messages call it.
        end: the one byte that ends a line, ``\n`` or NUL.
        size: about so many bytes a block.
        longest: the most bytes that one line may have; 0 for any number.
        at_once: do not wait for a whole block where a pipe has lines to give.
        count: number the lines; else blocks have the number 0, and an error counts them by reading again from the
            beginning, which the file must allow.

    Raises:
        DataError: a longer line.
    """
    line, offset = int(count), 0
    pending: list[bytes] = []
    waiting = 0
    for chunk in _chunks(file, size, at_once):
        cut = chunk.rfind(end) + 1
        if cut:
            data = b"".join([*pending, chunk[:cut]]) if pending or cut < len(chunk) else chunk
            pending, waiting = [], 0
            begin = too_long_line(data, end, longest)
            if begin >= 0:
                if begin:
                    yield RawBlock(data[:begin], line, offset)
                first = line or 1 + lines_before(file, offset, end)
                raise DataError(too_long(data.count(end, 0, begin), longest).at(name, first))
            yield RawBlock(data, line, offset)
            line += data.count(end) if count else 0
            offset += len(data)
        if cut < len(chunk):
            pending.append(chunk[cut:])
            waiting += len(chunk) - cut
            if longest and waiting > longest:
                raise DataError(too_long(0, longest).at(name, line or 1 + lines_before(file, offset, end)))
    if pending:
        yield RawBlock(b"".join(pending), line, offset)


def _chunks(file: IO[bytes], size: int, at_once: bool) -> Iterator[bytes]:
    """Read a stream; what was read before an error is given out before it is raised."""
    parts: list[bytes] = []
    waiting = 0
    while True:
        try:
            data = file.read1(size)  # type: ignore[attr-defined]  # on every buffered binary stream
        except DataError:
            if parts:
                yield b"".join(parts)
            raise
        if not data:
            break
        parts.append(data)
        waiting += len(data)
        if at_once or waiting >= size:
            yield b"".join(parts) if len(parts) > 1 else data
            parts, waiting = [], 0
    if parts:
        yield b"".join(parts)


def lines_before(file: IO[bytes], offset: int, end: bytes = b"\n") -> int:
    """Count the line ends in the first bytes of a file that can be read again."""
    file.seek(0)
    found = 0
    while offset > 0 and (data := file.read(min(BLOCK_BYTES, offset))):
        found += data.count(end)
        offset -= len(data)
    return found


def too_long_line(data: bytes, end: bytes, longest: int) -> int:
    """Return where the first line of more than so many bytes begins, or -1."""
    if not longest or len(data) <= longest:
        return -1
    begin = 0
    while begin < len(data):
        finish = data.find(end, begin)
        if (finish if finish >= 0 else len(data)) - begin > longest:
            return begin
        if finish < 0:
            break
        begin = finish + 1
    return -1


def too_long(line: int, longest: int) -> BadBytes:
    """Return the problem of a line, from 0, that is too long."""
    return BadBytes(line, longest + 1, f"a line of more than {longest} bytes; --max-line allows longer ones")


def read_blocks(
    file: IO[bytes],
    name: str,
    errors: str = "strict",
    longest: int = LONGEST_LINE,
    note: Callable[[str], object] | None = None,
) -> Iterator[Block]:
    r"""Read UTF-8 in blocks of whole lines; only ``\n`` ends a line, and line ends are kept.

    Arguments:
        file: a binary stream with ``read1``, as ``open(path, "rb")`` gives.
        name: what error messages call it.
        errors: ``strict``, ``replace`` (U+FFFD for each bad byte sequence), ``surrogateescape`` (bad bytes survive
            a round trip) or ``skip`` (lines with bad bytes are left out).
        longest: the most bytes that one line may have; 0 for any number.
        note: takes a message for each line that is left out.

    Raises:
        DataError: bytes that are not UTF-8 under ``strict``; the message has file, line and byte, counted from 1.
    """
    offset = 0
    for raw in raw_blocks(file, name, longest=longest):
        for text, line, problem in decode_pieces(raw.data, errors, first=raw.offset == 0):
            if text:
                yield Block(text, raw.line + line, offset, name)
                offset += len(text)
            if problem is not None:
                message = problem.at(name, raw.line)
                if errors != "skip":
                    raise DataError(message)
                if note is not None:
                    note(f"{message}; left out")


def decode_pieces(
    data: bytes, errors: str, end: bytes = b"\n", *, first: bool = False
) -> Iterator[tuple[str, int, BadBytes | None]]:
    r"""Decode whole lines, and go on behind each line that cannot be decoded.

    Arguments:
        data: whole lines.
        errors: one of ``DECODING_POLICIES``.
        end: the byte that ends a line.
        first: the data are the beginning of a file, where UTF-16 can be told.

    Returns:
        Pieces of text, each with the number of its first line in the data, from 0, and what is wrong with the line
        behind it, if anything is. Under ``replace`` and ``surrogateescape`` nothing is wrong but UTF-16.

    Example:
        >>> list(decode_pieces(b"a\nb\xff\nc", "skip"))  # doctest: +ELLIPSIS
        [('a\n', 0, BadBytes(line=1, byte=2, message='not UTF-8 (byte 0xff)...')), ('c', 2, None)]
    """
    if first and data[:2] in (b"\xff\xfe", b"\xfe\xff") and errors in ("strict", "skip"):
        yield "", 0, BadBytes(0, 1, "this is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8")
        return
    handler = "strict" if errors == "skip" else errors
    start = line = 0
    while start < len(data) or start == 0:
        try:
            # No copy where all is well, which is nearly always.
            yield (data[start:] if start else data).decode("utf-8", handler), line, None
            return
        except UnicodeDecodeError as error:
            at = start + error.start
        begin = max(start, data.rfind(end, 0, at) + 1)
        bad = line + data.count(end, start, at)
        message = f"not UTF-8 (byte 0x{data[at]:02x}); --errors replace reads it all the same"
        yield data[start:begin].decode("utf-8"), line, BadBytes(bad, at - begin + 1, message)
        start = data.find(end, at) + 1
        if not start:
            return
        line = bad + 1
