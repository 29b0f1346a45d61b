"""Compressed files, by the ending of their name: .gz, .bz2 and .xz by the standard library, .zst by ``zstandard``."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from gujtext.io.decoding import STANDARD_INPUT, DataError, display_name
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

PACKINGS = (".gz", ".bz2", ".xz", ".zst")
_CHUNK = 1 << 18


def packing_of(path: str) -> str:
    """Return the ending that tells how a file is compressed, or nothing.

    Example:
        >>> packing_of("a.jsonl.GZ"), packing_of("a.txt")
        ('.gz', '')
    """
    lower = path.lower()
    return next((ending for ending in PACKINGS if lower.endswith(ending)), "")


@contextmanager
def open_input(path: str) -> Iterator[IO[bytes]]:
    """Open a file for reading its bytes, unpacked; ``-`` is standard input, which is left open.

    Raises:
        DataError: compressed data that are damaged or end too early.
        GujtextError: the package that unpacks this kind of file is not installed.
        OSError: the file cannot be opened or read.
    """
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with open(path, "rb") as file, unpacked(file, path) as plain:
        yield plain


@contextmanager
def unpacked(file: IO[bytes], path: str) -> Iterator[IO[bytes]]:
    """Return a stream of what a compressed file holds; the file itself where its name has no such ending."""
    packing = packing_of(path)
    if not packing:
        yield file
        return
    with io.BufferedReader(_Checked(_reader(file, packing), display_name(path)), _CHUNK) as plain:
        yield plain


def _reader(file: IO[bytes], packing: str) -> Any:
    if packing == ".gz":
        import gzip

        return gzip.GzipFile(fileobj=file, mode="rb")
    if packing == ".bz2":
        import bz2

        return bz2.BZ2File(file)
    if packing == ".xz":
        import lzma

        return lzma.LZMAFile(file)
    return _ZstandardReader(file)


def packed(file: IO[bytes], path: str) -> Any:
    """Return a stream that compresses into a file as its name says; to be closed before the file. None if plain."""
    packing = packing_of(path)
    if packing == ".gz":
        import gzip

        # Neither a name nor a time goes in: the same text makes the same file.
        return gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0)
    if packing == ".bz2":
        import bz2

        return bz2.BZ2File(file, "wb")
    if packing == ".xz":
        import lzma

        return lzma.LZMAFile(file, "wb")
    if packing == ".zst":
        return _zstandard().ZstdCompressor().stream_writer(file, closefd=False)
    return None


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise GujtextError("files in .zst want the package zstandard: pip install 'gujtext[zstd]'") from None
    return zstandard


class _ZstandardReader:
    """Reads one frame after another, and tells a file that ends inside one, which the package passes over."""

    def __init__(self, file: IO[bytes]) -> None:
        self._package = _zstandard()
        self._file = file
        self._frame: Any = None
        self._ready = b""

    def read1(self, size: int) -> bytes:
        while not self._ready:
            data = self._frame.unused_data if self._frame is not None and self._frame.eof else b""
            data = data or self._file.read(_CHUNK)
            if not data:
                if self._frame is not None and not self._frame.eof:
                    raise EOFError
                return b""
            if self._frame is None or self._frame.eof:
                self._frame = self._package.ZstdDecompressor().decompressobj()
            try:
                self._ready = self._frame.decompress(data)
            except self._package.ZstdError as error:
                raise _DamagedError(str(error)) from None
        data, self._ready = self._ready[:size], self._ready[size:]
        return data

    def close(self) -> None:
        """Leave the file to who opened it."""


class _DamagedError(Exception):
    """What the package zstandard says of a damaged file."""


class _Checked(io.RawIOBase):
    """A stream of unpacked bytes whose errors name the file; what was unpacked before them is read first."""

    def __init__(self, inner: Any, name: str) -> None:
        self._inner = inner
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        from zlib import error as zlib_error

        view = memoryview(buffer)
        try:
            # By single reads, so that nothing is lost of what comes before the damage.
            data = self._inner.read1(len(view))
        except EOFError:
            raise DataError(f"{self._name}: the compressed data end too early; is the file truncated?") from None
        except (zlib_error, _DamagedError) as error:
            raise DataError(f"{self._name}: the compressed data are damaged: {error}") from None
        except OSError as error:
            if error.errno is not None:  # a true failure of the disk, not of the format
                raise
            raise DataError(f"{self._name}: the compressed data are damaged: {error}") from None
        except Exception as error:
            if type(error).__name__ != "LZMAError":  # not imported for its name only
                raise
            raise DataError(f"{self._name}: the compressed data are damaged: {error}") from None
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()
