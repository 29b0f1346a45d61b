"""Output that is whole or absent: written beside its target, flushed to the disk, then renamed over it."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from gujtext.io.decoding import STANDARD_INPUT
from gujtext.io.packing import packed
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What messages call it.
STANDARD_OUTPUT = "<stdout>"


@contextmanager
def open_output(path: str | None, inputs: Sequence[str] = (), *, backup: str = "") -> Iterator[IO[bytes]]:
    """Open the output: standard output, or a file that appears under its name only when all went well.

    Whatever happens, the name shows the old file or the whole new one. The new one has the permissions of the old
    one and, where that is allowed, its owner; a link stays a link, and the file that it leads to is replaced. What
    is written is compressed if the name ends in .gz, .bz2, .xz or .zst.

    Arguments:
        path: the file; None or ``-`` is standard output.
        inputs: what is being read, none of which may be the output.
        backup: keep the old file under its name with this behind it; ``*`` in it stands for the old name.

    Raises:
        GujtextError: the output is one of the inputs.
        OSError: the file cannot be written.
    """
    if path is None or path == STANDARD_INPUT:
        _refuse_growing(inputs)
        with _named(STANDARD_OUTPUT):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    refuse_same(path, inputs)
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe: written directly
        with _named(path), open(path, "wb") as file:
            yield file
        return
    target = os.path.realpath(path)
    with _named(target), _Temporary(target, backup) as temporary:
        packer = packed(temporary.file, path)
        if packer is None:
            yield temporary.file
        else:
            with packer:
                yield packer
        temporary.commit()


def refuse_same(path: str, inputs: Sequence[str]) -> None:
    """Raise an error if a file that is to be written is one of those that are read."""
    if os.path.exists(path) and any(_same(os.stat(path), one) for one in inputs):
        raise GujtextError(f"{path} is both input and output; -i rewrites a file in place")


def _same(there: os.stat_result, path: str) -> bool:
    """Tell whether a file is the one at a path, or standard input."""
    with suppress(OSError, ValueError):  # no such file, which is told where it is read; no standard input
        return os.path.samestat(there, os.fstat(sys.stdin.fileno()) if path == STANDARD_INPUT else os.stat(path))
    return False


def _refuse_growing(inputs: Sequence[str]) -> None:
    """Raise an error if standard output is a file that is read as well, which would never end."""
    try:
        there = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):  # no true file
        return
    if stat.S_ISREG(there.st_mode) and any(_same(there, one) for one in inputs):
        raise GujtextError("standard output is one of the inputs; -i rewrites a file in place")


@contextmanager
def _named(target: str) -> Iterator[None]:
    """Let errors of writing, such as a full disk, name the file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = target
        raise


class _Temporary:
    """A file that has no name yet, where the system can do that, so that not even a killed process leaves it."""

    def __init__(self, target: str, backup: str) -> None:
        self._target = target
        self._folder = os.path.dirname(target)
        self._backup = backup
        self._name = ""

    def __enter__(self) -> _Temporary:
        self.file = os.fdopen(self._open(), "wb")
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # what the buffer still holds of a failed output has nowhere to go
            self.file.close()
        if self._name:
            with suppress(FileNotFoundError):
                os.unlink(self._name)

    def _open(self) -> int:
        if hasattr(os, "O_TMPFILE") and os.path.isdir("/proc/self/fd"):
            with suppress(OSError):  # not every file system can
                return os.open(self._folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
        name = _free_name(self._folder)
        try:
            descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            error.filename = self._target
            raise
        self._name = name
        return descriptor

    def commit(self) -> None:
        """Give the file its name."""
        self.file.flush()
        descriptor = self.file.fileno()
        os.fsync(descriptor)
        _adopt(self._name or descriptor, self._target)
        if self._name:
            self.file.close()  # not every system renames an open file
        else:
            name = _free_name(self._folder)
            # Only with a folder, though none is looked at, does Python ask the system to follow the link.
            os.link(f"/proc/self/fd/{descriptor}", name, src_dir_fd=descriptor, follow_symlinks=True)
            self._name = name
        if self._backup and os.path.exists(self._target):
            _keep(self._target, self._backup)
        os.replace(self._name, self._target)
        self._name = ""
        _sync_folder(self._folder)


def _free_name(folder: str) -> str:
    return os.path.join(folder, f".gujtext-{os.getpid()}-{os.urandom(6).hex()}")


def _adopt(file: int | str, target: str) -> None:
    """Give a new file the permissions and, if possible, the owner of the old one, or those of any new file."""
    try:
        old = os.stat(target)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(file, 0o666 & ~umask)
        return
    new = os.stat(file)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):
            os.chown(file, old.st_uid, old.st_gid)
    os.chmod(file, old.st_mode & 0o7777)


def backup_name(target: str, backup: str) -> str:
    """Return where the old file is kept: a suffix, or a name in which ``*`` stands for that of the file.

    Example:
        >>> backup_name("a.txt", ".bak"), backup_name("a.txt", "old_*")
        ('a.txt.bak', 'old_a.txt')
    """
    folder, name = os.path.split(target)
    return os.path.join(folder, backup.replace("*", name) if "*" in backup else name + backup)


def _keep(target: str, backup: str) -> None:
    """Keep the old file under another name as well, so that the target is never without one."""
    kept = backup_name(target, backup)
    passing = _free_name(os.path.dirname(kept))
    try:
        os.link(target, passing)
    except OSError:  # a file system without links
        import shutil

        shutil.copy2(target, passing)
    os.replace(passing, kept)


def _sync_folder(folder: str) -> None:
    with suppress(OSError):  # not every system can
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
