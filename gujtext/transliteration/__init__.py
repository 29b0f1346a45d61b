"""Gujarati in Latin letters and back: standards, popular spelling, names.

The public names below are imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.lazy import lazy_names

# Public name -> the module of this room it lives in.
_HOMES = {
    "Romanizer": "romanizer",
    "align": "alignment",
    "find_names": "known_names",
    "gujarati_candidates": "latin_text",
    "name_candidates": "names",
    "romanize": "romanizer",
    "romanize_name": "names",
    "syllables": "syllabification",
    "to_gujarati": "romanizer",
}

__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from gujtext.transliteration.alignment import align as align
    from gujtext.transliteration.known_names import find_names as find_names
    from gujtext.transliteration.latin_text import gujarati_candidates as gujarati_candidates
    from gujtext.transliteration.names import name_candidates as name_candidates, romanize_name as romanize_name
    from gujtext.transliteration.romanizer import (
        Romanizer as Romanizer,
        romanize as romanize,
        to_gujarati as to_gujarati,
    )
    from gujtext.transliteration.syllabification import syllables as syllables

__getattr__, __dir__ = lazy_names(__name__, _HOMES, globals())
