"""What a token looks like: the branches of the one alternation that cuts text into tokens.

Every loop is possessive or bounded, so the alternation is linear on any input. Nothing looks across white space: a
sentence alone gives the tokens it gives inside its text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.letter_names import letter_names
from gujtext.resources import table
from gujtext.script import CONSONANT_CLASS, GUJARATI_DIGITS, LETTER_CLASS, VOWEL_LETTER_CLASS, WORD_CLASS
from gujtext.segmentation import characters
from gujtext.segmentation.abbreviations import abbreviations
from gujtext.visarga import visarga_stems

if TYPE_CHECKING:
    from collections.abc import Iterable


class Clitic(NamedTuple):
    """A case ending that is written together with its noun phrase."""

    clitic: str
    kind: str
    note: str


# Particles and pronouns of one letter, which are words before a full stop and not initials.
_PARTICLES = "આઓછજન"

# A run of one of these is one token; so are mixed runs of ! and ?.
_RUNS = (r"\.", "-", "–", "—", "_", "=", r"\*", "~", "…", "।", "॥", r"\|", "•", "·", r"\+", "#", ",", ";", ":", "/")

# Here the word, and not only what was matched of it, is at its end.
_NO_LETTER = rf"(?![\w{WORD_CLASS}])"
_TWO_DIGITS = r"\d{1,2}+"


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first, grouped by first character for speed."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items()) + ")"


@cache
def _letters() -> str:
    """Return what a word is made of: letters, digits and their marks, Gujarati or of any script."""
    return rf"(?:[{WORD_CLASS}A-Za-z]++|[^\W_{characters.IDEOGRAPH_CLASS}]++|[{characters.mark_class()}]++)"


@cache
def clitics() -> tuple[str, ...]:
    """Return the case endings."""
    return tuple(row.clitic for row in table("segmentation/clitics.tsv", Clitic))


@cache
def _clitic() -> str:
    """Return a case ending, with the plural ઓ before it or not, that is a whole word by itself."""
    return rf"(?:ઓ?{alternation(clitics())}|ઓ){_NO_LETTER}"


@cache
def _run() -> str:
    """Return a run of letters; a colon typed for the visarga belongs to it."""
    stems = visarga_stems()
    inside = alternation(row.stem for row in stems)
    final = alternation(row.stem for row in stems if row.final)
    return rf"(?:{inside}:(?=[{LETTER_CLASS}])|{final}:{_NO_LETTER}|{_letters()})++"


def _tail(split_hyphens: bool) -> str:
    """Return what continues a word beyond its first run: a link and a further run, any number of times."""
    hyphen = "" if split_hyphens else "[-‐‑]|"
    # A closing quotation mark before a case ending is no apostrophe: 'બેચારા'ની.
    apostrophe = rf"['’](?!{_clitic()})"
    # file.txt, Node.js, but a capital after a stop begins a sentence.
    dot = r"(?<=[A-Za-z])\.(?=[a-z])"
    return rf"(?:(?:{hyphen}{apostrophe}|_|[{characters.FORMAT_CLASS}]++|{dot}){_run()})*+"


def word(split_hyphens: bool) -> str:
    """Return the pattern of a word of any script with its apostrophes, hyphens and invisible characters."""
    return _run() + _tail(split_hyphens)


def quoted_word() -> str:
    """Return the pattern of one Gujarati word or number between single quotation marks, whatever follows them."""
    return rf"(?<=['‘])[{WORD_CLASS}{GUJARATI_DIGITS}0-9]++(?=['’])"


def ideograph() -> str:
    """Return the pattern of one ideograph or kana with its marks."""
    return rf"[{characters.IDEOGRAPH_CLASS}][{characters.mark_class()}]*+"


def number(split_hyphens: bool) -> str:
    """Return the pattern of a number: grouped, decimal, range, ratio, with what is glued to it: ૨૦૦૯માં, 15મી."""
    one = r"(?:\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?!,?\d)|\d++)(?:\.\d++)*+"
    link = "[/:]" if split_hyphens else "[-‐‑–/:]"
    return rf"{one}(?:{link}{one})*+{_suffix(split_hyphens)}"


def date(split_hyphens: bool) -> str:
    """Return the pattern of a date in figures: ૧૮/૦૬/૨૦૨૪, 18-06-24, 2024-06-18, 2024-06-18T10:30Z."""
    year = r"(?:\d{4}|\d{2})"
    clock = r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d++)?+)?+(?:Z|[+-]\d{2}:?\d{2})?+)?+"
    forms = [rf"{_TWO_DIGITS}{mark}{_TWO_DIGITS}{mark}{year}(?!{mark}?\d)" for mark in ("/", "-", r"\.")]
    forms += [rf"\d{{4}}{mark}{_TWO_DIGITS}{mark}{_TWO_DIGITS}(?!{mark}\d){clock}" for mark in ("-", "/", r"\.")]
    return f"(?:{'|'.join(forms)}){_suffix(split_hyphens)}"


def time(split_hyphens: bool) -> str:
    """Return the pattern of a time of day or a span of them: ૧૦:૩૦, 09:05:59.5, 10:30-11:45."""
    clock = r"(?:[01૦૧]?\d|[2૨][0-4૦-૪]):[0-5૦-૫]\d(?::[0-5૦-૫]\d(?:\.\d++)?+)?+(?!:?\d)"
    span = "" if split_hyphens else rf"(?:[-‐‑–]{clock})?+"
    return clock + span + _suffix(split_hyphens)


def _suffix(split_hyphens: bool) -> str:
    """Return what may be glued to a figure, but no dotted abbreviation: ૫કિ.મી. is a number and a unit."""
    dotted = rf"[{WORD_CLASS}]{{1,4}}+\.[{WORD_CLASS}]{{1,4}}+\."
    return rf"(?:(?!{dotted}){_letters()}++)?+{_tail(split_hyphens)}"


def keycap() -> str:
    """Return the pattern of an emoji keycap: a digit, # or * in a box."""
    return "[0-9#*]\ufe0f?+\u20e3"


def emoji() -> str:
    """Return the pattern of a flag or a sequence of emoji joined by ZWJ (UTS #51)."""
    indicator, tone, tag = characters.REGIONAL_INDICATOR_CLASS, characters.SKIN_TONE_CLASS, characters.TAG_CLASS
    picture = characters.PICTOGRAPH_CLASS
    modifiers = f"\ufe0f?+[{tone}]?+\u20e3?+[{tag}]*+"
    first = f"(?:[{characters.EMOJI_CLASS}]|[{picture}](?=\ufe0f|[{tone}])){modifiers}"
    return f"[{indicator}]{{2}}|{first}(?:\u200d[{picture}]{modifiers})*+"


def punctuation() -> str:
    """Return the pattern of marks that come in runs; any other character that is not a space is a token alone."""
    runs = "|".join(f"{mark}++" for mark in _RUNS)
    return rf"{runs}|[!?]++"


def gujarati_abbreviation(extra: Iterable[str], split_hyphens: bool) -> str:
    """Return the pattern of an abbreviation in Gujarati letters with its stops, an initial included.

    With a stop inside, the last one may be missing (ઈ.સ), and a case ending after it belongs to the token
    (યુ.એસ.ની), as does what a hyphen joins to it. Chains of letter names and single letters are initials
    (એ.પી.જે., બ. ક.).
    """
    forms = [form.rstrip(".") for form in {*abbreviations(), *extra} if re.match(f"[{WORD_CLASS}]", form)]
    name, clitic = alternation(letter_names()), f"(?:{_clitic()})"
    heads = alternation([*(form.partition(".")[0] for form in forms), *letter_names()])
    single = f"(?![{_PARTICLES}])[{CONSONANT_CLASS}{VOWEL_LETTER_CLASS}]"
    initial = f"(?:{name}|{single})"
    dotted = alternation(form for form in forms if "." in form)
    whole = alternation(form for form in forms if "." not in form)
    return (
        rf"(?=(?:{heads}|{single})\.)"  # nearly every word fails here
        rf"(?:(?:{dotted}(?:\.(?:{initial}\.)*+{clitic}?+|{clitic}?+{_NO_LETTER})"
        rf"|(?:{initial}\.){{2,}}+(?:{name}{_NO_LETTER}|{clitic})?+"
        rf"|{name}\.{name}{clitic}?+{_NO_LETTER})(?!\.\.){_tail(split_hyphens)}"
        rf"|(?:{whole}|{initial})\.(?!\.))"
    )


def latin_degree() -> str:
    """Return the pattern of a dotted Latin abbreviation of the table, which may look like a host: B.Com."""
    forms = [form.rstrip(".") for form in abbreviations() if form.isascii() and "." in form[:-1]]
    return rf"{alternation(forms)}\.(?!\w)"


def other_abbreviation(extra: Iterable[str]) -> str:
    """Return the pattern of an abbreviation in other letters, with its stops: Dr., a.m., U.S., J."""
    forms = [form.rstrip(".") for form in {*abbreviations(), *extra} if not re.match(f"[{WORD_CLASS}]", form)]
    return rf"(?:(?:[A-Z][a-z]?\.){{2,}}+|(?:[a-z]\.){{2,}}+|{alternation(forms)}\.|[A-Z]\.)(?!\.)"
