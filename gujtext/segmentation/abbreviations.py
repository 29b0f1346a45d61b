"""Abbreviations: which words keep their full stop, of what kind they are, and which may still end a sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import table
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("title", "era", "unit", "degree", "initial", "org", "month", "other")


class Abbreviation(NamedTuple):
    """One abbreviation.

    ``form`` is closed up and has every stop, the last one included; ``kind`` is one of ``KINDS``;
    ``can_end_sentence`` says whether its last stop may be a full stop at the same time.
    """

    form: str
    kind: str
    can_end_sentence: bool
    note: str


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Return the reviewed abbreviations by form.

    Returns:
        form, closed up and with every stop -> abbreviation. Do not change the dictionary: it is shared.

    Example:
        >>> abbreviations()["કિ.મી."]
        Abbreviation(form='કિ.મી.', kind='unit', can_end_sentence=True, note='km')
        >>> abbreviations()["ડૉ."].can_end_sentence
        False

    Source: resources/segmentation/abbreviations.tsv.
    """
    return {row.form: row for row in table("segmentation/abbreviations.tsv", Abbreviation)}


def parse_abbreviations(entries: Iterable[str | Abbreviation]) -> dict[str, Abbreviation]:
    """Turn a user's abbreviations into entries: a plain form is of kind ``other`` and never ends a sentence.

    Raises:
        GujtextError: a form without a full stop at its end, or with nothing else; an unknown kind.

    Example:
        >>> parse_abbreviations(["મહા. "])
        {'મહા.': Abbreviation(form='મહા.', kind='other', can_end_sentence=False, note='')}
    """
    found = {}
    for entry in entries:
        given = Abbreviation(entry, "other", False, "") if isinstance(entry, str) else entry
        form = "".join(given.form.split())
        if not form.endswith(".") or not form.strip("."):
            raise GujtextError(f"an abbreviation ends in a full stop, for example 'ડૉ.'; {given.form!r} does not")
        if given.kind not in KINDS:
            raise GujtextError(f"the kind of {form!r} must be one of {', '.join(KINDS)}, not {given.kind!r}")
        found[form] = given._replace(form=form)
    return found
