"""Text typed for legacy fonts, which draw Gujarati on Latin keys: to Unicode and back.

The caller names the font and what to convert; nothing is guessed, since such text and Latin text are the same
characters. A layout is a table in ``resources/normalization/legacy/``. Written order differs from Unicode's in two
places: the short i stands before its consonants, and the reph after the whole syllable.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import table
from gujtext.script import CONSONANT_CLASS, VIRAMA, VOWEL_SIGN_CLASS
from gujtext.types import Finding, GujtextError, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_REPH = "ર" + VIRAMA
_RAKAR = VIRAMA + "ર"
_SHORT_I = "િ"
# Where the same key is a letter and a digit, a run of them alone is a number, but for the word for "on".
_LETTERS_ALL_THE_SAME = "પર"
# What stands after a letter, never after a digit.
_ON_A_LETTER = frozenset(["sign", "subscript", "reph"])
_RETROFLEX = "ટઠડઢ"

_CONJUNCT = re.compile(
    f"(?P<reph>{_REPH}(?=[{CONSONANT_CLASS}]))?(?P<letters>[{CONSONANT_CLASS}](?:{VIRAMA}[{CONSONANT_CLASS}])*+)"
    f"(?P<sign>[{VOWEL_SIGN_CLASS}]?)(?P<bindu>[ંઁઃ]?)"
)


class _Key(NamedTuple):
    key: str
    gujarati: str
    kind: str
    note: str


class _Font(NamedTuple):
    font: str
    layout: str
    note: str


class Converted(NamedTuple):
    """A converted text, and what has no counterpart in the other encoding: it was left as it stood.

    ``findings`` count in the text before the conversion; codes are ``no-key``, ``no-character`` and ``key-as-text``
    (a character that reads as a Gujarati key when converted back).
    """

    text: str
    findings: tuple[Finding, ...]


class _Layout:
    """One font's keys, by both sides."""

    def __init__(self, rows: tuple[_Key, ...]) -> None:
        self.by_key: dict[str, list[_Key]] = {}
        self.by_form: dict[tuple[str, str], str] = {}
        for row in rows:
            self.by_key.setdefault(row.key, []).append(row)
            self.by_form.setdefault((row.kind, row.gujarati), row.key)
        longest_first = sorted(self.by_key, key=len, reverse=True)
        self.tokens = re.compile("|".join(map(re.escape, longest_first)) + "|.", re.DOTALL)
        self.subscripts = [row.key for row in rows if row.kind == "subscript"]
        self.single_keys = frozenset(row.key for row in rows if len(row.key) == 1)


def fonts() -> tuple[str, ...]:
    """Return the names of the fonts that can be converted.

    Example:
        >>> fonts()
        ('lmg-arun', 'terafont-trilochan')
    """
    return tuple(row.font for row in table("normalization/legacy/fonts.tsv", _Font))


@cache
def _layout(font: str) -> _Layout:
    layouts = {row.font: row.layout for row in table("normalization/legacy/fonts.tsv", _Font)}
    if font not in layouts:
        raise GujtextError(f"unknown font {font!r}; the fonts are {', '.join(layouts)}")
    rows = table(f"normalization/legacy/{layouts[font]}.tsv", _Key)
    return _Layout(tuple(row._replace(key=row.key.replace("U+0023", "#")) for row in rows))


def to_unicode(text: str, font: str, *, keep: Iterable[tuple[int, int]] = ()) -> Converted:
    r"""Read text typed for a legacy font.

    Arguments:
        text: text in the keys of the font.
        font: its name, one of `fonts`.
        keep: spans (start, end) in code points to leave alone: Latin words, addresses.

    Returns:
        The text in Unicode; characters that are no key of the font stay and are reported.

    Raises:
        GujtextError: the font is not known.

    Example:
        >>> to_unicode("WD[\" lS|QGF", "lmg-arun").text
        'ધર્મે ક્રિષ્ના'
    """
    require_text(text)
    layout = _layout(font)
    pieces: list[str] = []
    findings: list[Finding] = []
    done = 0
    for start, end in [*sorted(keep), (len(text), len(text))]:
        _read(text, done, start, layout, pieces, findings)
        pieces.append(text[start:end])
        done = end
    return Converted("".join(pieces), tuple(findings))


def _read(text: str, start: int, end: int, layout: _Layout, pieces: list[str], findings: list[Finding]) -> None:
    """Append the Unicode text of one stretch."""
    tokens = [(m.start(), m[0]) for m in layout.tokens.finditer(text, start, end)]
    rows = _decided([token for _, token in tokens], layout)
    syllable = len(pieces)  # where the consonants of the current syllable begin
    half = short_i = False
    for number, ((place, token), row) in enumerate(zip(tokens, rows, strict=True)):
        kind = row.kind if row else ""
        if kind == "sign before":
            short_i = True
            continue
        if row is None:
            pieces.append(token)
            if not token.isspace():
                findings.append(Finding(place, place + 1, "no-character", f"{token!r} is no key of this font"))
        elif kind == "reph":
            pieces.insert(syllable, _REPH)
        else:
            if kind in ("half", "consonant", "ligature", "vowel") and not half:
                syllable = len(pieces)
            pieces.append(row.gujarati)
        half = kind == "half"
        following = rows[number + 1] if number + 1 < len(rows) else None
        if short_i and not half and (following is None or following.kind != "subscript"):
            pieces.append(_SHORT_I)
            short_i = False
    if short_i:
        pieces.append(_SHORT_I)


def _decided(tokens: list[str], layout: _Layout) -> list[_Key | None]:
    """Return the row of each token; a key that is letter and digit is decided by its neighbours."""
    rows = [layout.by_key.get(token, [None])[0] for token in tokens]
    digits = [next((row for row in layout.by_key.get(token, ()) if row.kind == "digit"), None) for token in tokens]
    number = 0
    while number < len(tokens):
        first = number
        while number < len(tokens) and digits[number]:
            number += 1
        if number > first:
            begin, end = _number_within(tokens, rows, first, number, layout)
            rows[begin:end] = digits[begin:end]
        else:
            number += 1
    return rows


def _number_within(
    tokens: list[str], rows: list[_Key | None], first: int, last: int, layout: _Layout
) -> tuple[int, int]:
    """Return the part of a run of digit keys that is a number.

    Keys that can only be digits make the others of the run digits too, but for those that a word before or a sign
    after claims. Without one, the run is a number if it stands alone, unless it spells a common word.
    """
    before, after = _kind_at(rows, first - 1), _kind_at(rows, last)
    certain = [number for number in range(first, last) if len(layout.by_key[tokens[number]]) == 1]
    if certain:
        return certain[0] if before else first, last - (after in _ON_A_LETTER and certain[-1] < last - 1)
    letters = "".join(row.gujarati for row in rows[first:last] if row)
    if before or after or letters == _LETTERS_ALL_THE_SAME:
        return first, first
    return first, last


def _kind_at(rows: list[_Key | None], number: int) -> str:
    """Return the kind of a letter or sign; "" where a word ends."""
    row = rows[number] if 0 <= number < len(rows) else None
    return "" if row is None or row.kind in ("digit", "punctuation") else row.kind


def from_unicode(text: str, font: str) -> Converted:
    """Write Unicode text in the keys of a legacy font.

    Arguments:
        text: Unicode text.
        font: the font's name, one of `fonts`.

    Returns:
        The text in keys; what the layout has no key for stays and is reported, so are Latin letters and marks that
        are left alone and that the font draws as Gujarati.

    Raises:
        GujtextError: the font is not known.

    Example:
        >>> from_unicode("ધર્મે ક્રિષ્ના", "lmg-arun").text
        'WD[" lS|QGF'
        >>> from_unicode("કૉફી", "lmg-arun").findings[0].code
        'no-key'
    """
    require_text(text)
    layout = _layout(font)
    pieces: list[str] = []
    findings: list[Finding] = []
    place = 0
    while place < len(text):
        match = _CONJUNCT.match(text, place)
        if match:
            pieces += _syllable(match, layout, findings)
            place = match.end()
            continue
        character = text[place]
        key = next((k for (_, form), k in layout.by_form.items() if form == character), None)
        if key is None and not character.isspace():
            code, why = (
                ("no-key", "has no key")
                if character not in layout.single_keys
                else ("key-as-text", "is a key of another character")
            )
            findings.append(Finding(place, place + 1, code, f"{character!r} {why} in this font"))
        pieces.append(key or character)
        place += 1
    return Converted("".join(pieces), tuple(findings))


def _syllable(match: re.Match[str], layout: _Layout, findings: list[Finding]) -> list[str]:
    """Return the keys of a syllable: short i, consonants, signs, reph."""
    letters, sign = match["letters"], match["sign"]
    keys: list[str] = []
    whole = layout.by_form.get(("ligature", letters + sign)) if sign else None
    if whole:
        keys.append(whole)
        sign = ""
    else:
        _consonants(letters, match.start("letters"), layout, keys, findings)
    if sign == _SHORT_I and ("sign before", sign) in layout.by_form:
        keys.insert(0, layout.by_form["sign before", sign])
        sign = ""
    for offset, mark in ((match.start("sign"), sign), (match.start("bindu"), match["bindu"])):
        if mark:
            keys.append(layout.by_form.get(("sign", mark), mark))
            if ("sign", mark) not in layout.by_form:
                findings.append(Finding(offset, offset + 1, "no-key", f"{mark!r} has no key in this font"))
    if match["reph"]:
        keys.append(layout.by_form.get(("reph", _REPH), _REPH))
    return keys


def _consonants(letters: str, start: int, layout: _Layout, keys: list[str], findings: list[Finding]) -> None:
    """Append the keys of consonants joined by viramas, longest form first."""
    place = 0
    several = letters.count(VIRAMA) > 1
    while place < len(letters):
        rest = letters[place:]
        form, kind = _longest_form(rest, several, layout)
        keys.append(layout.by_form[kind, form] if kind else form)
        if not kind:
            findings.append(Finding(start + place, start + place + 1, "no-key", f"{form!r} has no key in this font"))
        place += len(form)
        if kind in ("consonant", "ligature") and letters[place:] == _RAKAR:
            after = form[-1] in _RETROFLEX or several
            keys.append(layout.subscripts[-1 if after else 0])
            return


def _longest_form(rest: str, several: bool, layout: _Layout) -> tuple[str, str]:
    """Return the longest form at the beginning, with its kind; "" where the character has no key."""
    if not (several and rest.endswith(_RAKAR) and len(rest) == 3):
        for length in range(len(rest), 2, -1):
            if ("ligature", rest[:length]) in layout.by_form and rest[length : length + 1] in ("", VIRAMA):
                return rest[:length], "ligature"
    if len(rest) > 2 and rest[1:] != _RAKAR and ("half", rest[:2]) in layout.by_form:
        return rest[:2], "half"
    return rest[0], "consonant" if ("consonant", rest[0]) in layout.by_form else ""
