"""What the word before a full stop says about the stop: a full stop, part of an abbreviation, or in doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.letter_names import letter_names
from gujtext.resources import table
from gujtext.script import (
    ASCII_DIGITS,
    BINDU_CLASS,
    CONSONANT_CLASS,
    DEVANAGARI_DIGITS,
    GUJARATI_DIGITS,
    JOINER_CLASS,
    LETTER_CLASS,
    NUKTA,
    VIRAMA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
    WORD_CLASS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gujtext.segmentation.abbreviations import Abbreviation

# Verdicts on a word, from "the stop after it is a full stop" to "the stop after it never is".
FINAL = "final"  # a finite verb: a full stop even where the space after it is missing
PLAIN = "plain"  # any other whole word
MARKS = "marks"  # no word at all: a closing quote or bracket, a per cent sign
TAIL = "tail"  # a word, unless it ends an abbreviation written with spaces: the એડ of બી. એડ.
WORD = "word"  # a short word that looks like an initial, but seldom is one
NUMBER = "number"  # digits only: the end of a sentence, a list marker, half of a date
DEGREE = "degree"  # an abbreviation that may end a sentence: before a year or a new subject it does
OPEN = "open"  # an abbreviation that may end a sentence: before a new subject it does
INITIAL = "initial"  # a letter name or a single akshara: એન. ડી., ર. વ.
BOUND = "bound"  # an abbreviation that a name or a number follows

WHOLE_WORDS = (FINAL, PLAIN, MARKS)

DIGIT_CLASS = ASCII_DIGITS + GUJARATI_DIGITS + DEVANAGARI_DIGITS
_AKSHARA = (
    rf"(?:[{CONSONANT_CLASS}]{NUKTA}?(?:{VIRAMA}[{JOINER_CLASS}]?[{CONSONANT_CLASS}]{NUKTA}?)%s"
    rf"[{VOWEL_SIGN_CLASS}]?|[{VOWEL_LETTER_CLASS}])[{BINDU_CLASS}]?"
)
_AKSHARAS = re.compile(_AKSHARA % "*+")
# Initials are simple: ક, ગો, પ્ર, ત્રિ, but not સ્ત્રી.
_INITIAL_AKSHARA = re.compile(_AKSHARA % "?")
_NUMBER = re.compile(rf"[{DIGIT_CLASS}]++(?:[.,:/-][{DIGIT_CLASS}]++)*+")
# The word proper: what follows the last mark that is not part of a word (an opening quote, a hyphen, a comma).
_MARKS = re.compile(rf"[^{WORD_CLASS}{DIGIT_CLASS}A-Za-z.]")
# Endings that only finite verbs have: future -શે -શો, past -્યો -્યું -ાયો -ાયું.
_FINITE_ENDING = re.compile(r"(?:શે|શો|ીશું|્યો|્યું|્યાં|ાયો|ાયું|ાયાં|ાશે)\Z")
# What may stand before a consonant that begins an akshara of its own.
_UNJOINED_CLASS = LETTER_CLASS + VOWEL_SIGN_CLASS + BINDU_CLASS
# A word this long is no initial: one akshara of two consonants, a vowel sign and an anusvara is shorter.
_LONG = 6
_MEMO_LIMIT = 50_000


class _SentenceWord(NamedTuple):
    form: str
    role: str
    note: str


@cache
def sentence_words() -> dict[str, frozenset[str]]:
    """Return the words of resources/segmentation/sentence_words.tsv by role."""
    words = defaultdict(set)
    for row in table("segmentation/sentence_words.tsv", _SentenceWord):
        words[row.role].add(row.form)
    return {role: frozenset(forms) for role, forms in words.items()}


def count_aksharas(word: str) -> int:
    """Count the orthographic syllables of a word, roughly: enough to tell a cut-off form from a word.

    Example:
        >>> [count_aksharas(word) for word in ("છે", "યુનિ", "સિયોલની")]
        [1, 2, 4]
    """
    return len(_AKSHARAS.findall(word))


def has_finite_ending(word: str) -> bool:
    """Tell whether a word ends as only finite verbs do.

    Example:
        >>> has_finite_ending("બોલાવશે"), has_finite_ending("બોલ")
        (True, False)
    """
    return len(word) > 3 and _FINITE_ENDING.search(word) is not None


class WordVerdicts:
    """The verdict on each word before a stop, remembered from call to call."""

    def __init__(self, abbreviations: Mapping[str, Abbreviation]) -> None:
        self._abbreviations = abbreviations
        # Parts of dotted abbreviations: the stop after કિ in કિ.મી. is met before the whole is seen.
        self._prefixes = {
            form[: position + 1]
            for form in abbreviations
            for position, character in enumerate(form[:-1])
            if character == "."
        }
        self._tails = {form[:-1].rpartition(".")[2] for form in abbreviations if "." in form[:-1]}
        roles = sentence_words()
        self._final = roles["final"]
        self._words = roles["word"]
        self._letters = letter_names()
        self.known: dict[str, str] = {}  # word -> verdict

    def __call__(self, word: str) -> str:
        """Give the verdict on the word before a stop; inner stops may be part of it (``કિ.મી``)."""
        verdict = self.known.get(word)
        if verdict is None:
            verdict = self._judge(word)
            if len(self.known) >= _MEMO_LIMIT:
                self.known.clear()
            self.known[word] = verdict
        return verdict

    def plain_stop(self, beginnings: str) -> re.Pattern[str]:
        """Return a pattern of the full stops that need no closer look, with the one space after each.

        Behind the space stands a plain beginning, or a capitalized Latin word that is no URL; ``beginnings`` is the
        inside of a character class. Before the stop stands a word of the table of final words, or one of more than
        one akshara (or four small Latin letters), so that it is no initial, and not listed.
        """
        final = defaultdict(list)
        for word in self._final:
            final[len(word)].append(word)
        doubtful = defaultdict(list)
        parts = {form.rstrip(".").rpartition(".")[2] for form in (*self._abbreviations, *self._prefixes)}
        for word in sorted(parts.union(self._letters, self._words, self._tails)):
            doubtful[len(word)].append(re.escape(word))
        before = [rf"(?<= (?:{'|'.join(sorted(words))})\.)" for _, words in sorted(final.items())]
        long = "".join(
            rf"(?<!(?:{'|'.join(words)})\.)" for length, words in sorted(doubtful.items()) if length >= _LONG
        )
        before.append(rf"(?<=[{WORD_CLASS}]{{{_LONG}}}\.){long}")
        short = "".join(
            rf"(?<![^{WORD_CLASS}](?:{'|'.join(words)})\.)"
            for length, words in sorted(doubtful.items())
            if length < _LONG
        )
        # A consonant that no virama joins to what stands before it begins an akshara, and not the first.
        second = rf"[{_UNJOINED_CLASS}][{CONSONANT_CLASS}]"
        ends = (second, rf"{second}[{VOWEL_SIGN_CLASS}]", "[a-z]{4}")
        before += [rf"(?<={end}\.)(?<=.{{{_LONG}}}\.){short}{long}" for end in ends]
        return re.compile(rf"\.(?= (?:[{beginnings}]|[A-Z][A-Za-z]*+[ ,]))(?:{'|'.join(before)}) ")

    def abbreviation(self, form: str) -> str | None:
        """Give the verdict on a dotted form as the table has it, or None where it has not."""
        found = self._abbreviations.get(form)
        if found is None:
            return INITIAL if form in self._prefixes else None
        if not found.can_end_sentence:
            return BOUND
        return DEGREE if found.kind == "degree" else OPEN

    def looks_initial(self, word: str) -> bool:
        """Tell whether a word is a letter name, a single akshara or a single Latin capital."""
        if word.isascii():
            return len(word) == 1 and word.isalpha()
        return word in self._letters or (len(word) < _LONG and _INITIAL_AKSHARA.fullmatch(word) is not None)

    def _judge(self, token: str) -> str:
        cut = 0
        for match in _MARKS.finditer(token):
            cut = match.end()
        word = token[cut:]
        if not word:
            return MARKS
        if word in self._final:
            return PLAIN if "/" in token else FINAL  # the end of a path is no verb
        if word in self._words:
            return WORD
        listed = self.abbreviation(word + ".")
        if listed is not None:
            return listed
        if _NUMBER.fullmatch(word):
            return NUMBER
        if "." not in word:
            return self._judge_shape(word)
        pieces = word.split(".")
        if all(self._is_part(piece) for piece in pieces):
            return OPEN  # an unlisted chain: એચ.આય.વી., F.B.I.
        return self(pieces[-1]) if pieces[-1] else PLAIN

    def _judge_shape(self, word: str) -> str:
        if self.looks_initial(word):
            return INITIAL
        if word in self._tails:
            return TAIL
        return FINAL if has_finite_ending(word) else PLAIN

    def _is_part(self, piece: str) -> bool:
        return self.looks_initial(piece) or self.abbreviation(piece + ".") is not None
