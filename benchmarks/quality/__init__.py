"""Quality tables, one module a room: ``tables(data)`` reads the folder of reference data.

A module with ``NEEDS_DATA = False`` reads nothing but the repository.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from benchmarks.tables import Table

# What the report draws: beginning of a table's title, column, title of the panel, unit.
PICTURED = (
    ("Sentences: cases", "wild", "Sentences, our wild cases", "% right"),
    ("Sentences: cases", "negative", "Sentences, our negative cases", "% right"),
    ("Words: cases", "synthetic", "Words, our synthetic cases", "% right"),
    ("Normalization: cases", "wild", "Normalization, our wild cases", "% right"),
    ("Normalization: cases", "negative", "Normalization, our negative cases", "% right"),
    ("Names: tests", "right", "Names, our development list", "% right"),
    ("Popular spelling", "attested %", "Popular spelling, Dakshina dev", "% attested"),
    ("Popular Latin to Gujarati", "top 1 %", "Popular Latin to Gujarati, Dakshina dev", "% right"),
)


def known() -> list[str]:
    """Return the names of all quality modules."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")


def runnable(data: Path | None) -> list[str]:
    """Return the modules that can run: all with the reference data, else those that need none."""
    return [name for name in known() if data is not None or not needs_data(name)]


def needs_data(name: str) -> bool:
    """Tell whether a module reads the folder of reference data."""
    return bool(getattr(_module(name), "NEEDS_DATA", True))


def tables(name: str, data: Path | None) -> list[Table]:
    """Return the tables of one module."""
    return list(_module(name).tables(data))


def _module(name: str) -> ModuleType:
    return import_module(f"benchmarks.quality.{name}")
