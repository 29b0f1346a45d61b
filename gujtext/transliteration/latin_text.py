"""Running text in popular Latin spelling, read as Gujarati: the public functions.

Words of Latin letters are read and everything else stays: Gujarati, digits, marks, URLs, e-mail addresses, handles and
hashtags. Words are told from acronyms by their capitals, line by line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gujtext.protected import find_protected
from gujtext.transliteration.latin_lexicon import fold, phrases
from gujtext.transliteration.latin_reader import Case, candidates, read
from gujtext.types import Candidate, GujtextError, require_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_WITH_ACCENTS = f"[{_LETTER}][{_LETTER}\u0300-\u036f]*+"
_WORD = re.compile(f"{_WITH_ACCENTS}(?:['’ʼ]{_WITH_ACCENTS})*+")
_SMALL = re.compile("[a-z\u00df-\u00f6\u00f8-\u00ff]")
_ASCII = re.compile("[a-z]+")
_LINES = re.compile(r"(?<=\n)")
# Capitals are an acronym up to this length; a longer word shows that a line is written in capitals throughout.
_LONGEST_ACRONYM = 5
_GAPS = frozenset([" ", "-"])
# Readings of so many words are weighed against one another; what follows them is read once.
_MOST_WEIGHED = 16
# Where readings of several words come from: the least sure source of them counts.
_LESS_SURE = ("", "acronym", "lexicon", "model", "rule")
_POSSESSIVE = re.compile("['’ʼ][sS]$")


def read_popular(text: str, *, strict: bool = False) -> str:
    """Read the Latin words of a text; with ``strict``, a letter that cannot be read is an error."""
    if _WORD.search(text) is None:
        return text
    if strict:
        _refuse_unread(text)
    protected = list(find_protected(text))
    pieces = []
    done = 0
    for start, end, _ in protected:
        pieces += [_read_lines(text[done:start]), text[start:end]]
        done = end
    pieces.append(_read_lines(text[done:]))
    return "".join(pieces)


def gujarati_candidates(word: str, n: int = 5) -> list[Candidate]:
    """Return the likeliest Gujarati readings of a word in popular Latin spelling.

    Arguments:
        word: one word, or a few: their readings are combined. What is not Latin stays.
        n: at most so many.

    Returns:
        ``Candidate(text, score, source)``, the best first. ``score`` is an estimate in 0..1 of how often the reading is
        right; ``source`` is ``lexicon`` for listed words and names, ``model`` for words put together, ``acronym`` for
        letter names, ``rule`` for letters that are no word. Empty where there is no Latin letter.

    Raises:
        TypeError: ``word`` is not a string.

    Example:
        >>> [one.text for one in gujarati_candidates("shanti", 3)]
        ['શાંતિ', 'શાંતી', 'શાન્તિ']
        >>> [(one.text, one.source) for one in gujarati_candidates("XYZ")]
        [('એક્સવાયઝેડ', 'acronym')]

    Source: resources/transliteration/latin_channel.tsv.xz, latin_words.bin.xz, latin_messages.tsv, names_*.tsv.
    """
    require_text(word)
    matches = list(_WORD.finditer(word))
    if not matches or n < 1:
        return []
    best = [Candidate("", 1.0, "")]
    done = 0
    for match, case in zip(matches[:_MOST_WEIGHED], _cases(matches), strict=False):
        between = word[done : match.start()]
        readings = candidates(fold(match.group()), case, n)
        best = [
            Candidate(
                left.text + between + right.text,
                left.score * right.score,
                max(left.source, right.source, key=_LESS_SURE.index),
            )
            for left in best
            for right in readings
        ]
        best = sorted(best, key=lambda one: -one.score)[:n]
        done = match.end()
    rest = _read_lines(word[done:])
    return [Candidate(one.text + rest, one.score, one.source) for one in best]


def _refuse_unread(text: str) -> None:
    for match in _WORD.finditer(text):
        for place, letter in enumerate(match.group()):
            folded = fold(letter)
            if folded and not _ASCII.fullmatch(folded):
                offset = match.start() + place
                raise GujtextError(f"{letter!r} is no letter of popular spelling, at {offset}", offset)


def _read_lines(text: str) -> str:
    return "".join(map(_read_line, _LINES.split(text)))


def _read_line(line: str) -> str:
    matches = list(_WORD.finditer(line))
    if not matches:
        return line
    keys = [fold(match.group()) for match in matches]
    cases = list(_cases(matches))
    pieces = []
    done = place = 0
    while place < len(matches):
        length, gujarati = _phrase(line, matches, keys, place)
        if not length:
            length, gujarati = 1, _read_word(matches[place].group(), cases[place])
        pieces += [line[done : matches[place].start()], gujarati]
        done = matches[place + length - 1].end()
        place += length
    pieces.append(line[done:])
    return "".join(pieces)


def _read_word(word: str, case: Case) -> str:
    base = _POSSESSIVE.sub("", word)
    return read(fold(base), case) + ("સ" if base != word else "")


def _phrase(line: str, matches: list[re.Match[str]], keys: list[str], place: int) -> tuple[int, str]:
    """Return how many words a name of several words takes here, and its spelling; 0 where there is none."""
    for rest, gujarati in phrases(keys[place]):
        end = place + 1 + len(rest)
        if tuple(keys[place + 1 : end]) == rest:
            gaps = {line[matches[k].end() : matches[k + 1].start()] for k in range(place, end - 1)}
            if gaps <= _GAPS:
                return end - place, gujarati
    return 0, ""


def _cases(matches: list[re.Match[str]]) -> Iterator[Case]:
    """Yield what the capitals of the words of a line say."""
    words = [match.group() for match in matches]
    shouted = (
        len(words) > 1 and any(len(word) > _LONGEST_ACRONYM for word in words) and not any(map(_SMALL.search, words))
    )
    for match, word in zip(matches, words, strict=True):
        if shouted or not word[0].isupper():
            yield Case()
        elif len(word) == 1:
            # A is an initial before a stop, else most often a word; a consonant is a letter either way.
            stop = match.string[match.end() : match.end() + 1] == "."
            yield Case(acronym=word.isascii() and (stop or word not in "AEIOU"))
        else:
            yield Case(
                capital=True,
                acronym=len(word) <= _LONGEST_ACRONYM and word.isascii() and word.isalpha() and word.isupper(),
            )
