"""A unified diff of two streams that have the same number of lines, in memory bounded by its hunks."""

from __future__ import annotations

CONTEXT = 3


class UnifiedDiff:
    r"""Compares a file with its new version, block by block.

    Arguments:
        name: the file, which the header names twice, so that ``patch -p0`` and ``git apply -p0`` find it.

    Example:
        >>> diff = UnifiedDiff("a.txt")
        >>> print((diff.add(b"1\n2\n", b"1\nb\n") + diff.finish()).decode(), end="")
        --- a.txt
        +++ a.txt
        @@ -1,2 +1,2 @@
         1
        -2
        +b
    """

    def __init__(self, name: str) -> None:
        self._header = f"--- {name}\n+++ {name}\n".encode("utf-8", "surrogateescape")
        self._line = 0  # lines seen
        self._before: list[bytes] = []  # the last unchanged lines, outside a hunk
        self._hunk: list[bytes] = []
        self._begin = 0
        self._old: list[bytes] = []  # changed lines in a row: the old ones come first, then the new ones
        self._new: list[bytes] = []
        self._same = 0  # unchanged lines at the end of the hunk
        self._counts = [0, 0]

    def add(self, old: bytes, new: bytes) -> bytes:
        """Take the next lines of both; return what of the diff is certain now."""
        if old == new and not self._hunk and not self._old:
            lines = old.rsplit(b"\n", CONTEXT + 1)
            self._line += old.count(b"\n") + (not old.endswith(b"\n"))
            kept = [line + b"\n" for line in (lines if len(lines) <= CONTEXT + 1 else lines[1:])[:-1]]
            self._before = [*self._before, *kept, *([lines[-1]] if lines[-1] else [])][-CONTEXT:]
            return b""
        done = []
        old_lines, new_lines = _lines(old), _lines(new)
        if len(old_lines) != len(new_lines):
            raise ValueError("the two versions differ in the number of lines")
        for before, after in zip(old_lines, new_lines, strict=True):
            self._line += 1
            if before == after:
                done.append(self._unchanged(before))
            else:
                self._changed(before, after)
        return b"".join(done)

    def _changed(self, before: bytes, after: bytes) -> None:
        if not self._hunk and not self._old:
            self._begin = self._line - len(self._before)
            for line in self._before:
                self._put(b" ", line)
            self._before = []
        self._same = 0
        self._old.append(before)
        self._new.append(after)

    def _unchanged(self, line: bytes) -> bytes:
        if not self._hunk and not self._old:
            self._before = [*self._before, line][-CONTEXT:]
            return b""
        self._flush()
        self._put(b" ", line)
        self._same += 1
        if self._same <= 2 * CONTEXT:
            return b""
        return self._close()

    def _flush(self) -> None:
        for line in self._old:
            self._put(b"-", line)
        for line in self._new:
            self._put(b"+", line)
        self._old, self._new = [], []

    def _put(self, sign: bytes, line: bytes) -> None:
        self._counts[0] += sign != b"+"
        self._counts[1] += sign != b"-"
        self._hunk.append(sign + line if line.endswith(b"\n") else sign + line + b"\n\\ No newline at end of file\n")

    def _close(self) -> bytes:
        """Return the hunk, with at most so many unchanged lines at its end."""
        extra = max(0, self._same - CONTEXT)
        rest = [line[1:] for line in self._hunk[len(self._hunk) - extra :]]
        body = self._hunk[: len(self._hunk) - extra]
        ranges = (_range(self._begin, count - extra) for count in self._counts)
        text = b"".join([self._header, "@@ -{} +{} @@\n".format(*ranges).encode(), *body])
        self._header = b""
        self._hunk, self._counts, self._same = [], [0, 0], 0
        self._before = rest[-CONTEXT:]
        return text

    def finish(self) -> bytes:
        """Return the rest of the diff."""
        self._flush()
        return self._close() if self._hunk else b""


def _lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def _range(begin: int, count: int) -> str:
    return str(begin) if count == 1 else f"{begin},{count}"
