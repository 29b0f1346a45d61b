"""``indicnlp.loader``: programs call `load` before anything else; here that is not needed."""

from __future__ import annotations


def load() -> None:
    """Do nothing: tables are read when they are first used, and no path has to be set.

    Example:
        >>> load()
    """
