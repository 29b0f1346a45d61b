"""Orthographic syllables as in indic-nlp-library 0.92: a cut after a character depends on the two that follow."""

from __future__ import annotations

from functools import cache

from gujtext.compat.indicnlp.faithful.tables import letters

_CONSONANTS = ("plosive", "consonant")
_OPAQUE = ("", "misc")  # visarga, and every character that the library does not classify


@cache
def _kinds() -> dict[str, str]:
    return {letter.character: letter.kind for letter in letters()}


def syllables(word: str) -> list[str]:
    """Return the library's orthographic syllables of a word.

    Example:
        >>> syllables("ગુજરાતી"), syllables("અંતઃપુર")
        (['ગુ', 'જ', 'રા', 'તી'], ['અ', 'ંત', 'ઃ', 'પુ', 'ર'])
    """
    kinds = [_kinds().get(character, "") for character in word]
    cut = "".join(character + " " * _is_cut(kinds[index : index + 3]) for index, character in enumerate(word))
    return cut.strip().split(" ")


def _is_cut(kinds: list[str]) -> bool:
    """Tell whether the word is cut after the first of these characters; the others follow it."""
    here, following = kinds[0], kinds[1:]
    after = following[0] if following else None
    if after in _OPAQUE or here in _OPAQUE:
        return True
    if here in ("vowel", "sign"):
        return not _is_carried_bindu(following)
    if here not in (*_CONSONANTS, "nukta"):
        return False
    if after == "bindu":
        return not _is_carried_bindu(following)
    return after == "vowel" or after in _CONSONANTS


def _is_carried_bindu(following: list[str]) -> bool:
    """Tell whether a bindu comes next that belongs to this syllable: no plosive follows it."""
    return following[:1] == ["bindu"] and following[1:] != ["plosive"]
