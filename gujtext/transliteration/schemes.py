"""The standards and ASCII schemes for Gujarati in Latin letters, as tables.

The tables are ``resources/transliteration/scheme_list.tsv`` (which schemes exist and how they behave),
``schemes.tsv`` (one column a scheme) and ``scheme_variants.tsv`` (spellings that are only read).
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from gujtext.resources import table
from gujtext.types import GujtextError

POPULAR = "popular"
ANUSVARA_STYLES = ("lenient", "strict", "cldr")


class Scheme(NamedTuple):
    """How a scheme behaves; a row of ``scheme_list.tsv``, whose header says what the fields mean."""

    scheme: str
    column: str
    separator: str
    hiatus: bool
    reversible: bool
    any_case: bool
    anusvara: str
    silent_schwa: bool
    title: str


class Letters(NamedTuple):
    """What a scheme writes for which letter; a letter that it cannot write is absent.

    ``vowels`` has vowel letters and ``signs`` their dependent forms, ``consonants`` the bare consonants, some with
    a nukta, ``marks`` anusvara, candrabindu, visarga, avagraha and om. ``nasals`` gives the nasal that stands for an
    anusvara before a consonant, ``breaks`` the pairs of consonants that a separator keeps apart in any case.
    """

    inherent: str
    vowels: dict[str, str]
    signs: dict[str, str]
    consonants: dict[str, str]
    nukta: str
    marks: dict[str, str]
    nasals: dict[str, str]
    breaks: frozenset[tuple[str, str]]


class _Row(NamedTuple):
    kind: str
    gujarati: str
    sign: str
    nasal: str
    iso15919: str
    iso15919_cldr: str
    iast: str
    ala_lc: str
    hunterian: str
    un: str
    itrans: str
    hk: str
    slp1: str
    wx: str
    velthuis: str


class _Variant(NamedTuple):
    scheme: str
    latin: str
    gujarati: str


class _CldrRow(NamedTuple):
    kind: str
    first: str
    second: str
    latin: str


@cache
def schemes() -> dict[str, Scheme]:
    """Return the table-driven schemes by name, in the order of the table."""
    return {row.scheme: row for row in table("transliteration/scheme_list.tsv", Scheme)}


@cache
def find_scheme(name: str) -> Scheme:
    """Return a table-driven scheme.

    Raises:
        GujtextError: there is no such scheme; the message lists those that exist.
    """
    if name in schemes():
        return schemes()[name]
    raise unknown_scheme(name, [POPULAR, *schemes()])


def unknown_scheme(name: object, known: list[str], what: str = "scheme") -> GujtextError:
    """Return the error for a scheme that is not among the known ones; it suggests the nearest name.

    Example:
        >>> str(unknown_scheme("iso-15919", ["popular", "iso15919", "hk"]))
        "there is no scheme 'iso-15919'; did you mean 'iso15919'? Schemes: popular, iso15919, hk"
    """
    nearest = get_close_matches(str(name).lower(), known, n=1)
    hint = f"; did you mean {nearest[0]!r}? " if nearest else ". "
    return GujtextError(f"there is no {what} {name!r}{hint}Schemes: {', '.join(known)}")


@cache
def letters(name: str, anusvara: str) -> Letters:
    """Return what a scheme writes for each letter in one of the ``ANUSVARA_STYLES``."""
    column = find_scheme(name).column + ("_cldr" if anusvara == "cldr" else "")
    rows = [(row, getattr(row, column)) for row in table("transliteration/schemes.tsv", _Row)]
    consonants = {row.gujarati: latin for row, latin in rows if row.kind == "consonant" and latin}
    vowels = [(row, latin) for row, latin in rows if row.kind == "vowel" and latin]
    nasals, breaks = {}, frozenset[tuple[str, str]]()
    if anusvara == "strict":
        stops = [row for row, _ in rows if row.kind == "consonant" and row.nasal not in ("", row.gujarati)]
        nasals = {stop.gujarati: consonants[stop.nasal] for stop in stops}
    elif anusvara == "cldr":
        exceptions = table("transliteration/iso15919_cldr.tsv", _CldrRow)
        nasals = {row.second: row.latin for row in exceptions if row.kind == "nasal"}
        breaks = frozenset((row.first, row.second) for row in exceptions if row.kind == "break")
    return Letters(
        inherent=vowels[0][1],
        vowels={row.gujarati: latin for row, latin in vowels},
        signs={row.sign: latin for row, latin in vowels if row.sign},
        consonants=consonants,
        nukta=next(latin for row, latin in rows if row.kind == "nukta"),
        marks={row.gujarati: latin for row, latin in rows if row.kind in ("anusvara", "mark") and latin},
        nasals=nasals,
        breaks=breaks,
    )


@cache
def variants(name: str) -> dict[str, str]:
    """Return Latin -> Gujarati for spellings that a scheme reads but never writes."""
    rows = table("transliteration/scheme_variants.tsv", _Variant)
    return {row.latin: row.gujarati for row in rows if row.scheme == name}
