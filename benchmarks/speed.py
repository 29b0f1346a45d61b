"""Speed beside the peers: same lines in, same kind of output, one process, interleaved runs."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

import gujtext
from benchmarks import peers
from benchmarks.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.corpus import Corpus

ROUNDS = 3


class Contender(NamedTuple):
    """A tool at one task; ``run`` takes one line."""

    task: str
    output: str
    name: str
    run: Callable[[str], object]


def contenders() -> list[Contender]:
    """Return gujtext and every installed peer, task by task, gujtext first."""
    ours = [
        Contender("normalize", "str", "gujtext", gujtext.normalize),
        Contender("explain", "changes", "gujtext", gujtext.explain),
        Contender("sentences", "list of str", "gujtext", gujtext.sent_tokenize),
        Contender("sentences", "spans", "gujtext", gujtext.sent_spans),
        Contender("words", "list of str", "gujtext", gujtext.word_tokenize),
        Contender("words", "spans", "gujtext", gujtext.word_spans),
        Contender("transliterate", "str", "gujtext", gujtext.romanize),
        Contender("numbers", "spans", "gujtext", gujtext.find_numbers),
    ]
    return ours + [Contender(*row) for row in peers.tools()]


def measure(corpus: Corpus, rounds: int = ROUNDS) -> dict[Contender, list[float]]:
    """Time every contender on the whole corpus; the contenders of a round run one after another."""
    everyone = contenders()
    seconds: dict[Contender, list[float]] = {contender: [] for contender in everyone}
    for contender in everyone:  # tables are loaded and patterns compiled before the clock runs
        contender.run(corpus.lines[0])
    for _ in range(rounds):
        for contender in everyone:
            run = contender.run
            begin = time.process_time()
            for line in corpus.lines:
                run(line)
            seconds[contender].append(time.process_time() - begin)
    return seconds


def table(corpus: Corpus, rounds: int = ROUNDS) -> Table:
    """Measure and return medians in MB/s of UTF-8, with the ratio of gujtext to each peer."""
    seconds = measure(corpus, rounds)
    median = {contender: statistics.median(times) for contender, times in seconds.items()}
    first = {(c.task, c.output): s for c, s in reversed(median.items()) if c.name == "gujtext"}
    rows = []
    for contender, duration in sorted(median.items(), key=lambda item: (item[0].task, item[0].output)):
        best, worst = min(seconds[contender]), max(seconds[contender])
        ours = first.get((contender.task, contender.output))
        ratio = "" if contender.name == "gujtext" or ours is None else f"{duration / ours:.2f}"
        rate = f"{corpus.size / duration / 1e6:.1f}"
        spread = f"{corpus.size / worst / 1e6:.1f} to {corpus.size / best / 1e6:.1f}"
        rows.append((contender.task, contender.output, contender.name, rate, spread, ratio))
    return Table(
        f"Speed on {corpus.name} ({corpus.size / 1e6:.1f} MB, {len(corpus.lines)} lines)",
        ("task", "output", "tool", "MB/s", "slowest to fastest", "gujtext is faster by"),
        rows,
        f"Median of {rounds} interleaved runs in one process, line by line, by process time. "
        "Ratios are for this run: machines differ.",
    )
