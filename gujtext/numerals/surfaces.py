"""Number words as they stand in running text: with case endings, ordinal endings and the times word glued on."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.numerals.lexicon import Word, cardinal_rows, words
from gujtext.numerals.multiples import factors, times_words
from gujtext.numerals.ordinals import OrdinalReading, has_own_ordinal, ordinal_words, regular_endings
from gujtext.numerals.vocabulary import homographs, suffixes

COUNTING = ("unit", "hundreds", "hundred", "scale", "crore", "abaj", "quantity", "shift", "glued_scale")


PARTS = ("point", "minus", "denominator", "whole")
# The genders of an ordinal that case endings follow: એકવીસમીની, એકવીસમાને.
_INFLECTED = ("f", "o")


class Surface(NamedTuple):
    """A word of running text: the number word in it and what is glued on.

    ``ordinal`` is the gender that an ordinal ending shows, ``None`` where there is no such ending.
    """

    base: str
    suffix: str = ""
    ordinal: str | None = None
    times: bool = False


@cache
def running_words() -> dict[str, Word]:
    """Return the number words that count in running text; those that are mostly other words are left out."""
    return {
        form: word
        for form, word in words().items()
        if word.role in (*COUNTING, *PARTS) and homographs().get(form) != "never"
    }


@cache
def surfaces() -> dict[str, Surface]:
    """Return every inflected number word, word -> surface; the bare ones are in `running_words`."""
    simple = [row.form for row in cardinal_rows() if row.status != "respelling" and row.kind != "hindi"]
    bases = [form for form in simple if form in running_words()]
    bases += [form for form, word in running_words().items() if word.role == "quantity" and len(form) < 8]
    bases += [form for form, word in running_words().items() if word.role == "hundreds" and form not in bases]
    found: dict[str, Surface] = {}
    for base in bases:
        for suffix in suffixes("both"):
            found[base + suffix] = Surface(base, suffix)
        number = running_words()[base]
        if number.role == "quantity":
            continue
        regular = not has_own_ordinal(int(number.value))
        for ending, gender in regular_endings().items():
            found[base + ending] = Surface(base, "", gender)
            if gender in _INFLECTED and regular and homographs().get(base + ending) != "never":
                for suffix in suffixes("both"):
                    found.setdefault(base + ending + suffix, Surface(base, suffix, gender))
        for times in times_words():
            found[base + times] = Surface(base, times=True)
    return {form: surface for form, surface in found.items() if homographs().get(form) != "never"}


@cache
def own_ordinals() -> dict[str, tuple[OrdinalReading, str]]:
    """Return the ordinals that are words of their own, with case endings, word -> (reading, ending)."""
    found = {}
    for form, reading in ordinal_words().items():
        for suffix in ("", *suffixes("both")):
            word = form + suffix
            if homographs().get(form) != "never" and homographs().get(word) != "never":
                found[word] = (reading, suffix)
    return found


@cache
def seeds() -> frozenset[str]:
    """Return every word at which a number can begin."""
    bare = {form for form, word in running_words().items() if word.role in COUNTING or word.role == "minus"}
    wholes = {form for form in factors() if homographs().get(form) != "never"}
    return frozenset(bare | wholes | set(surfaces()) | set(own_ordinals()))
