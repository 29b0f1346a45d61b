"""From a reversible scheme back to Gujarati.

A reader is one regular expression made from the tables: a consonant takes the longest vowel that follows it, and
without a vowel it gets a virama; a separator is dropped where it keeps two letters apart. What is no letter of the
scheme passes through.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from unicodedata2 import normalize

from gujtext.script import ANUSVARA, CONSONANT_CLASS, NUKTA, VIRAMA
from gujtext.transliteration.schemes import find_scheme, letters, variants
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gujtext.transliteration.schemes import Letters

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_ACCENTED = re.compile(f"[{_LATIN}][\u0300-\u036f]+")
_CONSONANT = re.compile(f"[{CONSONANT_CLASS}]")
_NEVER = "(?!)"


class Reader:
    """Reads one scheme; ``anusvara`` is the style it was written in, lenient or strict."""

    def __init__(self, name: str, anusvara: str) -> None:
        scheme, table = find_scheme(name), letters(name, anusvara)
        self._any_case = scheme.any_case
        signs = {latin: sign for sign, latin in table.signs.items()} | {table.inherent: ""}
        vowels = {latin: vowel for vowel, latin in table.vowels.items()}
        consonants = {latin: consonant for consonant, latin in table.consonants.items()}
        marks = {latin: mark for mark, latin in table.marks.items()}
        sign_of = {vowel: signs[latin] for latin, vowel in vowels.items()}
        for latin, gujarati in variants(name).items():
            if gujarati in sign_of:
                vowels[latin], signs[latin] = gujarati, sign_of[gujarati]
            elif _CONSONANT.match(gujarati):
                consonants[latin] = gujarati
            else:
                marks[latin] = gujarati
        self._signs, self._consonants, self._others = signs, consonants, vowels | marks
        self._pattern = re.compile(
            self._expression(scheme.separator, table.nukta, _stops_of(table), marks),
            re.IGNORECASE if scheme.any_case else 0,
        )

    def _expression(self, separator: str, nukta: str, nasals: Mapping[str, list[str]], marks: Iterable[str]) -> str:
        consonant, sign, other = (_any_of(names) for names in (self._consonants, self._signs, self._others))
        # Vocalic r is no consonant r with a ring; but what could be a consonant with its vowel is read as that.
        syllable = re.compile(f"(?:{consonant})(?:{sign})")
        sure = _any_of(latin for latin in self._others if syllable.fullmatch(latin) is None)
        assimilated = "|".join(f"{re.escape(latin)}(?={_any_of(stops)})" for latin, stops in nasals.items())
        apart = re.escape(separator)
        # A bare consonant may be kept apart from any letter, a vowel only from a vowel or a mark.
        after_bare = f"(?:{apart}(?=(?:{consonant}|{other})))?"
        after_vowel = f"(?:{apart}(?=(?:{other})))?"
        return (
            f"(?P<nasal>{assimilated or _NEVER})"
            + f"|(?P<other>{sure}){after_vowel}"
            + f"|(?P<consonant>{consonant})(?P<nukta>{re.escape(nukta)})?"
            + f"(?:(?P<sign>{sign}){after_vowel}|{after_bare})"
            + f"|(?P<unknown>[{_LATIN}])"
        )

    def unit(self, text: str) -> tuple[str, int]:
        """Read one unit at the beginning of a text: what it says, and where it ends."""
        match = self._pattern.match(text)
        return (self._gujarati(match), match.end()) if match else (text[:1], min(1, len(text)))

    def read(self, text: str, *, strict: bool = False) -> str:
        """Read a whole text; ``strict`` raises at a Latin letter that the scheme does not have."""

        def replace(match: re.Match[str]) -> str:
            if strict and match.lastgroup == "unknown":
                raise GujtextError(f"{match.group()!r} is no letter of this scheme", match.start())
            return self._gujarati(match)

        return self._pattern.sub(replace, text)

    def _gujarati(self, match: re.Match[str]) -> str:
        nasal, consonant, nukta, sign, other = match.group("nasal", "consonant", "nukta", "sign", "other")
        if nasal:
            return ANUSVARA
        if consonant:
            bare = self._look_up(self._consonants, consonant) + (NUKTA if nukta else "")
            return bare + (VIRAMA if sign is None else self._look_up(self._signs, sign))
        return self._look_up(self._others, other) if other else match.group()

    def _look_up(self, table: Mapping[str, str], latin: str) -> str:
        # Ignoring case, "re" takes a few odd letters (dotless i) for plain ones; they pass through.
        return table.get(latin.casefold() if self._any_case else latin, latin)


def _any_of(names: Iterable[str]) -> str:
    """Match any of these names, the longest that fits."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _stops_of(table: Letters) -> dict[str, list[str]]:
    """Return the class nasals that stand for an anusvara, each with the stops it does so before."""
    found: dict[str, list[str]] = {}
    for stop, nasal in table.nasals.items():
        found.setdefault(nasal, []).append(table.consonants[stop])
    return found


@cache
def reader(name: str, anusvara: str) -> Reader:
    """Return the reader of a scheme."""
    return Reader(name, anusvara)


def read_text(text: str, name: str, anusvara: str, strict: bool) -> str:
    """Read a text in a scheme back to Gujarati; letters and their accents may come apart or composed."""
    composed = _ACCENTED.sub(lambda match: normalize("NFC", match.group()), text)
    try:
        return reader(name, anusvara).read(composed, strict=strict)
    except GujtextError as error:
        raise GujtextError(str(error), _before_composition(text, error.offset or 0)) from None


def _before_composition(text: str, offset: int) -> int:
    """Return where the character at this offset of the composed text stood before."""
    for match in _ACCENTED.finditer(text):
        if match.start() >= offset:
            break
        offset += len(match.group()) - len(normalize("NFC", match.group()))
    return offset
