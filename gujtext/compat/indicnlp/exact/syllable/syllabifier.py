"""``indicnlp.syllable.syllabifier`` with the library's own output as the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.compat.indicnlp.syllable import syllabifier as either

if TYPE_CHECKING:
    from collections.abc import Container


def orthographic_syllabify(
    word: str, lang: str, vocab: Container[str] | None = None, *, exact: bool = True
) -> list[str]:
    """`gujtext.compat.indicnlp.orthographic_syllabify` with ``exact=True`` as the default.

    Example:
        >>> orthographic_syllabify("સંબંધી", "gu")
        ['સ', 'ંબ', 'ંધી']
    """
    return either.orthographic_syllabify(word, lang, vocab, exact=exact)
