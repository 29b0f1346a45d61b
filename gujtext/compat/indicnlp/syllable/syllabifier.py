"""``indicnlp.syllable.syllabifier``: orthographic syllables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.compat.indicnlp.faithful import syllables as faithful
from gujtext.compat.indicnlp.languages import require_language
from gujtext.segmentation import aksharas
from gujtext.types import require_text

if TYPE_CHECKING:
    from collections.abc import Container


def orthographic_syllabify(
    word: str, lang: str, vocab: Container[str] | None = None, *, exact: bool = False
) -> list[str]:
    """Cut a word into orthographic syllables.

    Corrected it is `gujtext.aksharas`. Differences from the library: an anusvara stays with its syllable whatever
    follows, and so does a visarga; joined, the syllables are the word.

    Arguments:
        word: a word.
        lang: ``"gu"``.
        vocab: the syllables that may stay whole; others are cut into their characters. ``None``: all may.
        exact: give what indic-nlp-library 0.92 gives with its resources (``all_script_phonetic_data.csv``) loaded.

    Returns:
        the syllables in order.

    Raises:
        GujtextError: another language.
        TypeError: not a ``str``.

    Example:
        >>> orthographic_syllabify("સંબંધી", "gu"), orthographic_syllabify("સંબંધી", "gu", exact=True)
        (['સં', 'બં', 'ધી'], ['સ', 'ંબ', 'ંધી'])

    Source: indic-nlp-library 0.92; The Unicode Standard, chapter 12.
    """
    require_language(lang)
    require_text(word)
    found = faithful.syllables(word) if exact else aksharas(word)
    if vocab is None:
        return found
    return [piece for syllable in found for piece in ((syllable,) if syllable in vocab else syllable)]
