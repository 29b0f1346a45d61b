"""The text a benchmark runs on: the bundled sample, or any file, packed or not."""

from __future__ import annotations

import bz2
import gzip
import lzma
from pathlib import Path
from typing import IO, Any, NamedTuple

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "resources" / "samples" / "news.txt"
LIMIT = 10_000_000
# A short text is repeated up to this size, so that a run takes longer than the clock's grain.
ENOUGH = 1_000_000

_OPENERS: dict[str, Any] = {".xz": lzma.open, ".gz": gzip.open, ".bz2": bz2.open}


class Corpus(NamedTuple):
    """Non-empty lines and their size in bytes of UTF-8."""

    name: str
    lines: list[str]
    size: int


def open_text(path: Path) -> IO[str]:
    """Open a text file, unpacking .xz, .gz and .bz2."""
    opener = _OPENERS.get(path.suffix, open)
    return opener(path, "rt", encoding="utf-8")  # type: ignore[no-any-return]


def load(path: Path | None = None, limit: int = LIMIT) -> Corpus:
    """Read the first ``limit`` bytes' worth of non-empty lines; a short text is repeated to a megabyte."""
    source = path or SAMPLE
    lines: list[str] = []
    size = 0
    with open_text(source) as file:
        for raw in file:
            line = raw.rstrip("\r\n")
            if line.strip():
                lines.append(line)
                size += len(line.encode("utf-8")) + 1
                if size >= limit:
                    break
    times = -(-ENOUGH // size) if size < ENOUGH else 1
    name = source.name + (f" x {times}" if times > 1 else "")
    return Corpus(name, lines * times, size * times)
