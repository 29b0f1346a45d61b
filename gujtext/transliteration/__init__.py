"""Gujarati in Latin letters and back: standards, popular spelling, names.

The public names below are imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Public name -> the module of this room it lives in.
_HOMES = {
    "Romanizer": "romanizer",
    "align": "alignment",
    "name_candidates": "names",
    "romanize": "romanizer",
    "romanize_name": "names",
    "to_gujarati": "romanizer",
}

__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from gujtext.transliteration.alignment import align as align
    from gujtext.transliteration.names import name_candidates as name_candidates, romanize_name as romanize_name
    from gujtext.transliteration.romanizer import (
        Romanizer as Romanizer,
        romanize as romanize,
        to_gujarati as to_gujarati,
    )


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'gujtext.transliteration' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"gujtext.transliteration.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
