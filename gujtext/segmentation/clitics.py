"""Case clitics: the ending that Gujarati writes together with a noun, split off where it is one.

Light on purpose: no stem is changed and no lexicon of stems is needed. A word is split when it ends in a case ending
and nothing speaks against it: it is no verb form, no plural of a noun in -ન, no word that only ends so. The vowel
sign -ે, an ergative or locative after a consonant (પુતિને, ઘરે), comes last.
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


class _ErgativeException(NamedTuple):
    word: str
    kind: str


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

_SIGN = "ે"
_CONSONANT_BEFORE = re.compile(rf"[{CONSONANT_CLASS}{NUKTA}]\Z")
# સંપૂર્ણપણે, "completely"; કરશે, "will do", but રમેશે is a name; ચલાવે, "drives".
_ADVERB_ENDING, _FUTURE_ENDING, _SH_STEM, _CAUSATIVE = "પણે", "શે", "ેશ", "ાવ"


def split_clitics(word: str, *, vowel_sign: bool = True) -> tuple[str, str]:
    """Split the case ending off a noun, name, pronoun, infinitive or postposition.

    Whole stay words that only end so (ઘટના, નાની, માટે), verb forms (કરીને, કરીએ, કરે) and plurals (સ્ટેશનો).

    Arguments:
        word: one word, without white space or punctuation.
        vowel_sign: also split the ergative or locative that is written as a vowel sign: પુતિને, ઘરે. Any consonant
            may stand before it, so that a verb or a name that no table has is split too.

    Returns:
        the stem and the ending, together the word; the ending is ``""`` where there is none.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> [split_clitics(word) for word in ("પુતિનની", "કોરિયામાંથી", "તેને", "ઘટના", "મદીના", "કરીને")]
        [('પુતિન', 'ની'), ('કોરિયા', 'માંથી'), ('તે', 'ને'), ('ઘટના', ''), ('મદીના', ''), ('કરીને', '')]
        >>> split_clitics("પુતિને"), split_clitics("કરે"), split_clitics("પુતિને", vowel_sign=False)
        (('પુતિન', 'ે'), ('કરે', ''), ('પુતિને', ''))

    Source: resources/segmentation/clitics.tsv, clitic_exceptions.tsv, ergative_exceptions.tsv, n_stems.tsv,
    short_stems.tsv, verb_roots.tsv.
    """
    require_text(word)
    endings = _endings()
    # One test of all of them settles most words.
    clitic = next(ending for ending in endings if word.endswith(ending)) if word.endswith(endings) else ""
    stem = word[: len(word) - len(clitic)]
    if clitic and stem and _STEM_END.match(stem[-1]) is not None and not _is_whole(word, stem, clitic):
        return stem, clitic
    if vowel_sign and word.endswith(_SIGN) and _takes_sign(word, clitic):
        return word[:-1], _SIGN
    return word, ""


def _takes_sign(word: str, clitic: str) -> bool:
    """Tell whether the vowel sign at the end of a word is a case ending; ``clitic`` is the ending it seems to have."""
    stem = word[:-1]
    if _CONSONANT_BEFORE.search(stem) is None or _ONE_AKSHARA.fullmatch(stem) is not None:
        return False
    if clitic and not _is_n_stem(stem):
        return False  # the ને of a participle (કરીને) or of a word in the table of exceptions
    if word in _ergative_exceptions() or word in _exceptions() or word.endswith(_ADVERB_ENDING):
        return False
    if word.endswith(_FUTURE_ENDING) and not stem.endswith(_SH_STEM):
        return False
    return stem not in _roots() and not stem.endswith(_CAUSATIVE)


def _is_whole(word: str, stem: str, clitic: str) -> bool:
    """Tell whether the word is something else than this stem with this ending."""
    return (
        word in _exceptions()
        or word.endswith(_last_parts())
        or (word[-1] in "ેો" and _is_n_stem(word[:-1]))
        or _is_verb_form(word, stem, clitic)
        or (_ONE_AKSHARA.fullmatch(stem) is not None and stem not in _short_stems())
    )


def _is_n_stem(stem: str) -> bool:
    return stem in _n_stems() or stem.endswith(_last_n_stems())


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
def _ergative_exceptions() -> frozenset[str]:
    return frozenset(row.word for row in table("segmentation/ergative_exceptions.tsv", _ErgativeException))


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
