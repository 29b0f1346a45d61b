"""Case clitics: the ending that Gujarati writes together with a noun, split off where it is one.

Light on purpose: no stem is changed and no lexicon of stems is needed. A word is split when it ends in a case ending
and nothing speaks against it: it is no verb form, no plural or ergative of a noun in -ન, no word that only ends so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gujtext.resources import table
from gujtext.script import (
    BINDU_CLASS,
    CONSONANT_CLASS,
    NUKTA,
    VIRAMA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
)
from gujtext.segmentation.word_patterns import clitics
from gujtext.types import require_text


class _Exception(NamedTuple):
    word: str
    kind: str
    compounds: bool


class _NStem(NamedTuple):
    stem: str
    compounds: bool


class _ShortStem(NamedTuple):
    stem: str


class _Root(NamedTuple):
    root: str


# A stem ends in a letter with its signs or in a digit, not in a virama or a mark of punctuation.
_STEM_END = re.compile(rf"[^\W_]|[{VOWEL_SIGN_CLASS}{BINDU_CLASS}{NUKTA}]")
_ONE_AKSHARA = re.compile(
    rf"(?:[{CONSONANT_CLASS}]{NUKTA}?(?:{VIRAMA}[{CONSONANT_CLASS}]{NUKTA}?)*+[{VOWEL_SIGN_CLASS}]?"
    rf"|[{VOWEL_LETTER_CLASS}])[{BINDU_CLASS}]?"
)


def split_clitics(word: str) -> tuple[str, str]:
    """Split the case ending off a noun, name, pronoun, infinitive or postposition.

    Whole stay words that only end so (ઘટના, નાની), verb forms (કરીને, કરીએ), plurals (સ્ટેશનો), and the ergative
    written as a vowel sign (પુતિને), which nothing tells from other words in -ે.

    Arguments:
        word: one word, without white space or punctuation.

    Returns:
        the stem and the ending, together the word; the ending is ``""`` where there is none.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> [split_clitics(word) for word in ("પુતિનની", "કોરિયામાંથી", "તેને", "ઘટના", "મદીના", "કરીને")]
        [('પુતિન', 'ની'), ('કોરિયા', 'માંથી'), ('તે', 'ને'), ('ઘટના', ''), ('મદીના', ''), ('કરીને', '')]

    Source: resources/segmentation/clitics.tsv, clitic_exceptions.tsv, n_stems.tsv, short_stems.tsv, verb_roots.tsv.
    """
    require_text(word)
    clitic = next((ending for ending in _endings() if word.endswith(ending)), "")
    stem = word[: len(word) - len(clitic)]
    if not clitic or not stem or _STEM_END.match(stem[-1]) is None or _is_whole(word, stem, clitic):
        return word, ""
    return stem, clitic


def _is_whole(word: str, stem: str, clitic: str) -> bool:
    """Tell whether the word is something else than this stem with this ending."""
    return (
        word in _exceptions()
        or word.endswith(_last_parts())
        or (word[-1] in "ેો" and (word[:-1] in _n_stems() or word[:-1].endswith(_last_n_stems())))
        or _is_verb_form(word, stem, clitic)
        or (_ONE_AKSHARA.fullmatch(stem) is not None and stem not in _short_stems())
    )


def _is_verb_form(word: str, stem: str, clitic: str) -> bool:
    """Tell a participle (કરીને), a first person plural (કરીએ) or a form of a root in -ન (બને, માની)."""
    if clitic in ("ને", "એ") and (stem in _participles() or _is_causative(stem)):
        return True
    return word[:-1] in _roots() and word[-1] in "ેીો"


def _is_causative(stem: str) -> bool:
    """Tell the participle of a causative verb: ચલાવી, ગણાવી; but not ચાવી, a key."""
    return stem.endswith("ાવી") and len(stem) > len("ચાવી")


@cache
def _endings() -> tuple[str, ...]:
    """Return the case endings, the longest first."""
    return tuple(sorted(clitics(), key=len, reverse=True))


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(row.word for row in table("segmentation/clitic_exceptions.tsv", _Exception))


@cache
def _last_parts() -> tuple[str, ...]:
    return tuple(row.word for row in table("segmentation/clitic_exceptions.tsv", _Exception) if row.compounds)


@cache
def _n_stems() -> frozenset[str]:
    return frozenset(row.stem for row in table("segmentation/n_stems.tsv", _NStem))


@cache
def _last_n_stems() -> tuple[str, ...]:
    return tuple(row.stem for row in table("segmentation/n_stems.tsv", _NStem) if row.compounds)


@cache
def _short_stems() -> frozenset[str]:
    return frozenset(row.stem for row in table("segmentation/short_stems.tsv", _ShortStem))


@cache
def _roots() -> frozenset[str]:
    return frozenset(row.root for row in table("segmentation/verb_roots.tsv", _Root))


@cache
def _participles() -> frozenset[str]:
    """Return the conjunctive participles: કરી of કર, લઈ of લ, કહી of કહે, ફેલાઈ of ફેલા."""
    forms = set()
    for root in _roots():
        forms.add(root.removesuffix("ે") + "ી")
        forms.update((root + "ઈ", root + "ઇ"))
    return frozenset(forms)
