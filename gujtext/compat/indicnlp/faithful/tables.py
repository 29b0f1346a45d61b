"""The tables of ``resources/compat/`` about indic-nlp-library, and the two blocks that it counts places in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.resources import table
from gujtext.script import BLOCK_CLASS, DEVANAGARI_WORD_CLASS

GUJARATI_START = ord(BLOCK_CLASS[0])
DEVANAGARI_START = ord(DEVANAGARI_WORD_CLASS[0])
# Places that hold the same letter in every block that ISCII ordered; the dandas are among them.
SHARED_PLACES = 0x70
PLACES = 0x80


class Letter(NamedTuple):
    """A place of the block; a row of ``indicnlp_letters.tsv``, whose header says what the fields mean."""

    code: str
    devanagari: str
    itrans: str
    kind: str

    @property
    def character(self) -> str:
        """The Gujarati character, assigned or not."""
        return chr(int(self.code, 16))


class _Character(NamedTuple):
    use: str
    before: str
    after: str
    note: str


class Abbreviation(NamedTuple):
    """A word whose full stop ends no sentence; a row of ``indicnlp_abbreviations.tsv``."""

    devanagari: str
    gujarati: str
    kind: str


class _Spelling(NamedTuple):
    spelling: str
    becomes: str


def letters() -> tuple[Letter, ...]:
    """Return the places of the block that the library knows something about, in order."""
    return table("compat/indicnlp_letters.tsv", Letter)


@cache
def rewrites(use: str) -> tuple[tuple[str, str], ...]:
    """Return the (before, after) of one use in the order in which they are applied.

    Example:
        >>> rewrites("danda")[0][1]
        '।'
    """
    rows = table("compat/indicnlp_characters.tsv", _Character)
    return tuple((_characters(row.before), _characters(row.after)) for row in rows if row.use == use)


def _characters(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


@cache
def marks() -> str:
    """Return the marks beside ASCII that are tokens and sentence ends."""
    return "".join(before for before, _ in rewrites("mark"))


@cache
def abbreviations() -> frozenset[str]:
    """Return the words, in Devanagari, whose full stop does not end a sentence."""
    return frozenset(row.devanagari for row in table("compat/indicnlp_abbreviations.tsv", Abbreviation))


@cache
def itrans_spellings() -> tuple[tuple[str, str], ...]:
    """Return the other spellings of ITRANS in the order in which they are rewritten."""
    return tuple(table("compat/indicnlp_itrans_spellings.tsv", _Spelling))
