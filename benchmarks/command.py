"""Speed of the command from disk to disk, beside scripts over indic-nlp-library, and of its start."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import gujtext
from benchmarks.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.corpus import Corpus

# What users write: line by line, and in large blocks, which is the fastest that a script over the library gets.
_SCRIPT = """\
import sys
from indicnlp.normalize.indic_normalize import IndicNormalizerFactory
from indicnlp.tokenize.indic_tokenize import trivial_tokenize
task, size, source, target = sys.argv[1:]
normalize = IndicNormalizerFactory().get_normalizer("gu").normalize
def words(text):
    return "\\n".join([" ".join(trivial_tokenize(line, "gu")) for line in text.split("\\n")])
work = normalize if task == "normalize" else words
with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
    if size == "lines":
        for line in lines:
            out.write(work(line))
    else:
        while block := lines.readlines(int(size)):
            out.write(work("".join(block)))
"""


class Run(NamedTuple):
    """One way to do a task on a file; ``command`` lacks the names of the two files."""

    task: str
    tool: str
    command: tuple[str, ...]


def _runs(script: Path) -> list[Run]:
    ours = (sys.executable, "-m", "gujtext")
    runs = []
    for task in ("normalize", "words"):
        runs += [Run(task, f"gujtext {task} -j {jobs}", (*ours, task, "-j", jobs)) for jobs in "12"]
        if find_spec("indicnlp") is not None:
            sizes = ("lines", "1000000") if task == "normalize" else ("lines",)
            for size in sizes:
                tool = "script over indic-nlp-library, " + ("by lines" if size == "lines" else "by blocks")
                runs.append(Run(task, tool, (sys.executable, str(script), task, size)))
    return runs


def _timed(command: list[str]) -> tuple[float, float]:
    """Return the seconds on the wall, and those of the processors, that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tables(corpus: Corpus, megabytes: float, rounds: int) -> Iterator[Table]:
    """Yield the tables: throughput, then start-up."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = folder / "script.py"
        script.write_text(_SCRIPT, encoding="utf-8")
        source, target = folder / "in.txt", folder / "out.txt"
        size = _write_clean(corpus, source, int(megabytes * 1_000_000))
        seconds: dict[Run, list[tuple[float, float]]] = {}
        for _ in range(rounds):
            for run in _runs(script):
                tail = ["-o", str(target)] if "gujtext" in run.command else []
                files = [str(source), *tail] if tail else [str(source), str(target)]
                seconds.setdefault(run, []).append(_timed([*run.command, *files]))
        yield _throughput(corpus.name, size, seconds, rounds)
    yield _start(max(rounds, 10))


def _write_clean(corpus: Corpus, path: Path, size: int) -> int:
    """Write the corpus normalized, again and again up to the size; return the size."""
    data = "\n".join([*map(gujtext.normalize, corpus.lines), ""]).encode("utf-8")
    written = 0
    with path.open("wb") as file:
        while written < size:
            written += file.write(data)
    return written


def _throughput(name: str, size: int, seconds: dict[Run, list[tuple[float, float]]], rounds: int) -> Table:
    median = {
        run: tuple(statistics.median(column) for column in zip(*times, strict=True)) for run, times in seconds.items()
    }
    one = {run.task: median[run] for run in reversed(list(median)) if "gujtext" in run.command}
    rows = []
    for run, (wall, processor) in median.items():
        ratio = (f"{wall / one[run.task][0]:.2f}", f"{processor / one[run.task][1]:.2f}")
        rows.append((run.task, run.tool, f"{size / wall / 1e6:.0f}", f"{size / processor / 1e6:.0f}", *ratio))
    return Table(
        f"The command on clean {name}, {size / 1e6:.0f} MB from disk to disk",
        ("task", "tool", "MB/s", "MB/s of processor time", "times the time of -j 1", "times its processor time"),
        rows,
        f"Median of {rounds} interleaved runs on {len(os.sched_getaffinity(0))} processors, start-up included.",
    )


def _start(rounds: int) -> Table:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "gujtext --version": [sys.executable, "-m", "gujtext", "--version"],
        "gujtext --help": [sys.executable, "-m", "gujtext", "--help"],
        "gujtext normalize of one line": [sys.executable, "-m", "gujtext", "normalize", os.devnull],
    }
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds[name].append(_timed(command))
    bare = [statistics.median(column) for column in zip(*seconds["python -c pass"], strict=True)]
    rows = []
    for name, times in seconds.items():
        wall, processor = (statistics.median(column) for column in zip(*times, strict=True))
        over = (f"{(wall - bare[0]) * 1000:.0f}", f"{(processor - bare[1]) * 1000:.0f}")
        rows.append((name, f"{wall * 1000:.0f}", f"{processor * 1000:.0f}", *over))
    return Table(
        "Start-up",
        ("command", "ms", "ms of processor time", "over bare Python", "the same, processor"),
        rows,
        f"Median of {rounds} interleaved runs.",
    )
