"""Cost as the input grows: one string of 1 kB to 100 MB through every task."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import gujtext
from benchmarks.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.corpus import Corpus

TASKS: dict[str, Callable[[str], object]] = {
    "normalize": gujtext.normalize,
    "explain": gujtext.explain,
    "sent_tokenize": gujtext.sent_tokenize,
    "word_tokenize": gujtext.word_tokenize,
    "romanize": gujtext.romanize,
    "find_numbers": gujtext.find_numbers,
}
# A short text is run again until this much time has passed, so that the clock's grain does not count.
_ENOUGH_SECONDS = 0.05


class Point(NamedTuple):
    """How long a task took on a text of this many bytes of UTF-8."""

    task: str
    size: int
    seconds: float


def measure(corpus: Corpus, largest: int) -> list[Point]:
    """Run every task on texts of 1 kB, 10 kB, ... up to ``largest`` bytes, cut from the corpus or repeated."""
    points = []
    for size in _sizes(largest):
        text = _text(corpus, size)
        true_size = len(text.encode("utf-8"))
        points += [Point(task, true_size, _seconds(run, text)) for task, run in TASKS.items()]
    return points


def table(points: list[Point], name: str) -> Table:
    """Return MB/s by task and size: a straight line in the plot, a level row here."""
    sizes = list(dict.fromkeys(point.size for point in points))
    rows = []
    for task in TASKS:
        own = {point.size: point for point in points if point.task == task}
        rows.append((task, *(f"{size / own[size].seconds / 1e6:.1f}" for size in sizes)))
    note = "MB/s of UTF-8, the text as one string, process time. What is linear stays level from left to right."
    return Table(f"Scale on {name}", ("task", *map(_shown, sizes)), rows, note)


def _sizes(largest: int) -> list[int]:
    sizes = [1000]
    while sizes[-1] * 10 <= largest:
        sizes.append(sizes[-1] * 10)
    return sizes


def _text(corpus: Corpus, size: int) -> str:
    """Return whole lines of about this size; a line that is too long is cut."""
    lines: list[str] = []
    room = size
    while room > 0:
        for line in corpus.lines:
            data = line.encode("utf-8")[:room]
            lines.append(data.decode("utf-8", "ignore"))
            room -= len(data) + 1
            if room <= 0:
                break
    return "\n".join(lines)


def _seconds(run: Callable[[str], object], text: str) -> float:
    run(text[:100])  # tables are loaded before the clock runs
    runs, spent = 0, 0.0
    while spent < _ENOUGH_SECONDS:
        begin = time.process_time()
        run(text)
        spent += time.process_time() - begin
        runs += 1
    return spent / runs


def _shown(size: int) -> str:
    for unit, scale in (("MB", 1_000_000), ("kB", 1000)):
        if size > 0.9 * scale:
            return f"{size / scale:.0f} {unit}"
    return f"{size} B"
