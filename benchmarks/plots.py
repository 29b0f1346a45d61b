"""Pictures of the tables, drawn by matplotlib as SVG files that are the same for the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matplotlib.figure import Figure

_OURS, _OTHERS, _TEXT = "#c2410c", "#94a3b8", "#1e293b"


class Panel(NamedTuple):
    """A chart of horizontal bars: one value a tool, in the order given."""

    title: str
    values: Mapping[str, float]
    unit: str


def bars(panels: Sequence[Panel], path: Path, columns: int = 2) -> None:
    """Draw panels of bars, gujtext in a colour of its own, each bar with its figure."""
    from matplotlib.figure import Figure

    rows = -(-len(panels) // columns)
    tallest = max(len(panel.values) for panel in panels)
    figure = Figure(figsize=(5.2 * columns, rows * (0.9 + 0.28 * tallest)), layout="constrained")
    for place, panel in enumerate(panels, 1):
        axes = figure.add_subplot(rows, columns, place)
        names = list(panel.values)
        values = list(panel.values.values())
        colours = [_OURS if name.startswith("gujtext") else _OTHERS for name in names]
        drawn = axes.barh(names, values, color=colours)
        axes.bar_label(drawn, fmt="%.4g", padding=3, color=_TEXT, fontsize=8)
        axes.invert_yaxis()
        axes.set_xlim(0, 1.15 * max(values))
        axes.set_title(f"{panel.title}, {panel.unit}", loc="left", fontsize=10, color=_TEXT)
        axes.tick_params(labelsize=8)
        axes.spines[["top", "right"]].set_visible(False)
    _save(figure, path)


def growth(series: Mapping[str, Sequence[tuple[int, float]]], path: Path) -> None:
    """Draw seconds over bytes, both axes logarithmic, with a dashed line of what is linear."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.add_subplot()
    for name, points in series.items():
        axes.loglog(*zip(*points, strict=True), marker="o", markersize=3, label=name)
    first = [points[0] for points in series.values()]
    last = max(size for points in series.values() for size, _ in points)
    begin, least = min(first)[0], min(seconds for _, seconds in first)
    axes.loglog([begin, last], [least, least * last / begin], "--", color=_OTHERS, label="linear")
    axes.set_xlabel("bytes of UTF-8")
    axes.set_ylabel("seconds")
    axes.legend(fontsize=8, frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    import matplotlib as mpl

    path.parent.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context({"svg.hashsalt": "gujtext", "svg.fonttype": "none"}):
        figure.savefig(path, format="svg", metadata={"Date": None})
    # matplotlib leaves spaces at line ends.
    text = path.read_text(encoding="utf-8")
    path.write_text("\n".join(line.rstrip() for line in text.splitlines()) + "\n", encoding="utf-8")
