"""gujtext: normalization, segmentation, transliteration and numerals for Gujarati text.

Text is never lost: every function that cuts or changes text can say where in the caller's original string each
piece came from. The names below are imported when first used, so ``import gujtext`` costs almost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

# Public name -> the module it lives in.
_HOMES = {
    "Candidate": "types",
    "Change": "types",
    "Finding": "types",
    "GujtextError": "types",
    "Normalized": "types",
    "NumberMatch": "types",
    "Sentence": "types",
    "Span": "types",
    "Token": "types",
}

__all__ = sorted([*_HOMES, "__version__"])

if TYPE_CHECKING:
    from gujtext.types import (
        Candidate as Candidate,
    )
    from gujtext.types import (
        Change as Change,
    )


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'gujtext' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"gujtext.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
