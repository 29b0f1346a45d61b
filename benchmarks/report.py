"""``python -m benchmarks report``: every table in one file, with plots, the machine and the versions.

Nothing in that file is typed by hand; README quotes only figures found in it, which a test checks.
"""

from __future__ import annotations

import os
import platform
import re
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import command, plots, quality, scale, speed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from benchmarks.corpus import Corpus
    from benchmarks.tables import Table

_FIGURE = re.compile(r"\d+(?:\.\d+)?")


class Section(NamedTuple):
    """A heading, what it says first, its tables, and its plots as (file name, alternative text)."""

    title: str
    text: str
    tables: list[Table]
    plots: list[tuple[str, str]]


class Measured(NamedTuple):
    """What to measure: the text for speed and scale, the folder of reference data or none, how often, how far."""

    corpus: Corpus
    data: Path | None
    rounds: int
    largest: int


def write(path: Path, what: Measured) -> Iterator[str]:
    """Measure, write the report and its plots (in ``plots/`` beside it), and yield what is being done."""
    folder = path.parent / "plots"
    sections = []
    for title, make in (("speed", _speed), ("command", _command_line), ("scale", _scale), ("quality", _quality)):
        yield title
        sections.append(make(what, folder))
    path.write_text(_document(sections, what), encoding="utf-8")
    yield f"written: {path}"


def _speed(what: Measured, folder: Path) -> Section:
    table = speed.table(what.corpus, what.rounds)
    groups: dict[str, dict[str, float]] = {}
    for task, output, tool, rate, *_ in table.rows:
        groups.setdefault(f"{task}, {output}", {})[tool] = float(rate)
    panels = [plots.Panel(title, values, "MB/s") for title, values in groups.items() if len(values) > 1]
    drawn = _bars(panels, folder, "speed.svg", "Speed of gujtext and the peers, task by task")
    return Section("Speed", "", [table], drawn)


def _command_line(what: Measured, _: Path) -> Section:
    return Section("Command", "", list(command.tables(what.corpus, what.largest / 1e6, what.rounds)), [])


def _scale(what: Measured, folder: Path) -> Section:
    points = scale.measure(what.corpus, what.largest)
    series = {task: [(p.size, p.seconds) for p in points if p.task == task] for task in scale.TASKS}
    drawn = []
    if find_spec("matplotlib"):
        plots.growth(series, folder / "scale.svg")
        drawn = [("scale.svg", "Seconds over bytes for every task, beside a straight line")]
    return Section("Scale", "", [scale.table(points, what.corpus.name)], drawn)


def _quality(what: Measured, folder: Path) -> Section:
    tables = [table for name in quality.runnable(what.data) for table in quality.tables(name, what.data)]
    panels = [
        panel
        for title, column, shown, unit in quality.PICTURED
        for table in tables
        if table.title.startswith(title)
        for panel in [plots.Panel(shown, _values(table, column), unit)]
        if panel.values
    ]
    text = "" if what.data else "Without --data: only what the repository itself holds."
    drawn = _bars(panels, folder, "quality.svg", "Quality of gujtext and the peers")
    return Section("Quality", text, tables, drawn)


def _values(table: Table, column: str) -> dict[str, float]:
    """Return the last figure in each cell of a column: F1 of P/R/F1, a share in per cent for ``n/m``."""
    place = table.columns.index(column)
    values = {}
    for row in table.rows:
        figures = [float(figure) for figure in _FIGURE.findall(row[place])]
        if len(figures) == 2:
            figures = [100 * figures[0] / figures[1]]
        if figures:
            values[row[0]] = figures[-1]
    return values


def _bars(panels: list[plots.Panel], folder: Path, name: str, alternative: str) -> list[tuple[str, str]]:
    if not panels or not find_spec("matplotlib"):
        return []
    plots.bars(panels, folder / name)
    return [(name, alternative)]


def _document(sections: Iterable[Section], what: Measured) -> str:
    lines = [
        "# Results",
        "",
        f"Written by `{_command(what)}`; nothing here is typed by hand.",
        "Speed differs by machine and by what else it is doing: compare the ratios of one run, not figures of two.",
        "",
        *(f"* {line}" for line in _machine()),
        "",
    ]
    for section in sections:
        lines += [f"## {section.title}", ""]
        if section.text:
            lines += [section.text, ""]
        for name, alternative in section.plots:
            lines += [f"![{alternative}](plots/{name})", ""]
        for table in section.tables:
            lines.append(table.markdown())
    return "\n".join(lines).rstrip("\n") + "\n"


def _command(what: Measured) -> str:
    words = ["python -m benchmarks report", f"--corpus {what.corpus.name.partition(' ')[0]}"]
    if what.data is not None:
        words.append("--data DIR")
    return " ".join([*words, f"--rounds {what.rounds}"])


def _machine() -> list[str]:
    """Return the machine, Python, and the version of gujtext and of every peer that was there."""
    machine = f"{_processor()}, {os.cpu_count()} cores; {platform.system()} {platform.machine()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    versions = ", ".join(_versions())
    return [f"machine: {machine}", f"Python: {python}", f"versions: {versions}"]


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown processor"


def _versions() -> list[str]:
    """Read the peers from the extra ``compare``, so that the list stands once."""
    own = metadata.metadata("gujtext")
    requirements = [line for line in own.get_all("Requires-Dist") or [] if "compare" in line]
    names = sorted({re.split(r"[^\w.-]", line)[0] for line in requirements}, key=str.lower)
    found = [f"gujtext {own['Version']}"]
    for name in ["regex", "unicodedata2", *names]:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} absent")
    return found
