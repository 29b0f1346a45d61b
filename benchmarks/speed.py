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
# Seconds that a tool may take in one round; what it read until then is what it is measured by.
PATIENCE = 10


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
        Contender("graphemes", "list of str", "gujtext", gujtext.graphemes),
        Contender("round trip", "str", "gujtext", lambda line: gujtext.detokenize(gujtext.word_tokenize(line))),
        Contender("transliterate", "str", "gujtext", gujtext.romanize),
        Contender("numbers", "spans", "gujtext", gujtext.find_numbers),
    ]
    return ours + [Contender(*row) for row in peers.tools()]


def measure(corpus: Corpus, rounds: int = ROUNDS) -> dict[Contender, list[float]]:
    """Return MB/s of UTF-8 for every contender in every round; those of a round run one after another.

    A tool that is not through in ``PATIENCE`` seconds is measured on the lines that it did read.
    """
    everyone = contenders()
    chunks = [(lines, sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)) for lines in _chunks(corpus)]
    rates: dict[Contender, list[float]] = {contender: [] for contender in everyone}
    for contender in everyone:  # tables are loaded and patterns compiled before the clock runs
        contender.run(corpus.lines[0])
    for _ in range(rounds):
        for contender, found in rates.items():
            found.append(_rate(contender.run, chunks))
    return rates


def _chunks(corpus: Corpus, length: int = 500) -> list[list[str]]:
    return [corpus.lines[start : start + length] for start in range(0, len(corpus.lines), length)]


def _rate(run: Callable[[str], object], chunks: list[tuple[list[str], int]]) -> float:
    seconds = 0.0
    done = 0
    for lines, size in chunks:
        begin = time.process_time()
        for line in lines:
            run(line)
        seconds += time.process_time() - begin
        done += size
        if seconds > PATIENCE:
            break
    return done / seconds / 1e6


def table(corpus: Corpus, rounds: int = ROUNDS) -> Table:
    """Measure and return medians in MB/s of UTF-8, with the ratio of gujtext to each peer."""
    rates = measure(corpus, rounds)
    median = {contender: statistics.median(found) for contender, found in rates.items()}
    first = {(c.task, c.output): rate for c, rate in reversed(median.items()) if c.name == "gujtext"}
    rows = []
    for contender, rate in sorted(median.items(), key=lambda item: (item[0].task, item[0].output)):
        ours = first.get((contender.task, contender.output))
        ratio = "" if contender.name == "gujtext" or ours is None else f"{ours / rate:.2f}"
        spread = f"{min(rates[contender]):.1f} to {max(rates[contender]):.1f}"
        rows.append((contender.task, contender.output, contender.name, f"{rate:.1f}", spread, ratio))
    return Table(
        f"Speed on {corpus.name} ({corpus.size / 1e6:.1f} MB, {len(corpus.lines)} lines)",
        ("task", "output", "tool", "MB/s", "slowest to fastest", "gujtext is faster by"),
        rows,
        f"Median of {rounds} interleaved runs in one process, line by line, by process time. "
        "Ratios are for this run: machines differ.",
    )
