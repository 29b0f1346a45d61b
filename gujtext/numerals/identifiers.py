"""Digits that are no numbers: in URLs and handles, versions, addresses, plates, product names and formulas."""

from __future__ import annotations

import re
import string
from functools import cache

from gujtext.numerals.vocabulary import DIGITS, calendar, currencies, months, pattern, units
from gujtext.protected import find_protected
from gujtext.script import DEVANAGARI_DIGITS, GUJARATI_DIGITS, WORD_CLASS

# What an identifier is made of, and how far left of a digit one is looked for.
_CHARACTERS = string.ascii_letters + string.digits + GUJARATI_DIGITS + DEVANAGARI_DIGITS + "._/:-"
_REACH = 64
_CHUNK = re.compile(f"[A-Za-z{DIGITS}._/:-]++")
_LETTER = re.compile("[A-Za-z]")
_DOTTED = re.compile(r"\.[A-Za-z0-9]")
_TRAILING = "._/:-"
_GLUED = re.compile(f"[{WORD_CLASS}{DIGITS}]++")
_WORD_BEFORE = re.compile(f"[{WORD_CLASS}]")
# Most numbers: nothing before but a space after lower case or Gujarati, nothing behind that could join them.
_ALONE = re.compile(rf"(?:(?<=[^A-Z:\d][ \u00a0(])|\A)[{DIGITS}]++(?![A-Za-z._/:-])")
_TIME = re.compile(f"[{DIGITS}]{{1,2}}:[{DIGITS}]{{2}}:[{DIGITS}]{{2}}")
_PLATE = re.compile(rf"[A-Z]{{2}}[ -]?[{DIGITS}]{{1,2}}[ -]?[A-Z]{{1,3}}[ -]?[{DIGITS}]{{4}}(?![A-Za-z{DIGITS}])")
# Numbering systems whose numbers may follow after a space.
_LABEL = re.compile(
    r"(?<![A-Za-z])(?:ISBN|ISSN|DOI|IFSC|GSTIN|PAN|PNR|IMEI|UPC|RFC|IP|IPv[46]|ISO)(?:-1[03])?:?[ ]?"
    rf"[A-Z{DIGITS}./:-]*\Z"
)
# More of these than one between digits, and the digits are no quantity.
_SEPARATOR = re.compile(f"(?<=[{DIGITS}])[.:/-](?=[{DIGITS}])")


@cache
def _numeric() -> re.Pattern[str]:
    """Build the pattern of a chunk with Latin letters that is a number all the same: Rs.500, 5km, 17-June-2024."""
    before = {form for form in (*currencies("before"), *calendar("era_before")) if form.isascii()}
    behind = (*units(), *calendar("am_pm"), *currencies("after"), *calendar("era_after"), "st", "nd", "rd", "th")
    after = {form for form in behind if form.isascii() and form[0].isalpha()}
    month = pattern(form for form in months() if form.isascii())
    number = rf"[{DIGITS}]++(?:[.,:-][{DIGITS}]++)?"
    return re.compile(
        rf"(?:{pattern(before)})[.-]?{number}|{number}-?(?:{pattern(after)})"
        rf"|[{DIGITS}]{{1,2}}(?:st|nd|rd|th)?[-/.]{month}(?:[-/.][{DIGITS}]{{4}})?|{month}[-/.]?[{DIGITS}]{{1,4}}"
    )


@cache
def _cues() -> re.Pattern[str]:
    """Build the pattern of Gujarati words that a number may follow without a space: eras, currencies, the date word."""
    forms = (*currencies("before"), *calendar("era_before"), *calendar("date_cue"))
    return re.compile(rf"(?<![{WORD_CLASS}A-Za-z])(?:{pattern(forms)})\Z")


def protected_spans(text: str) -> list[tuple[int, int]]:
    """Return the URLs, addresses, handles and hashtags of a text."""
    if "@" not in text and "#" not in text and ":/" not in text and _DOTTED.search(text) is None:
        return []
    return [(start, end) for start, end, _ in find_protected(text)]


def identifier_end(text: str, at: int) -> int:
    """Return where the identifier ends that the digits at an offset belong to; the offset itself where to none.

    Arguments:
        text: the text being read.
        at: where a run of digits begins.
    """
    if _ALONE.match(text, at):
        return at
    before = text[max(0, at - _REACH) : at]
    if before[-1:] == "#":
        match = _GLUED.match(text, at)
        return match.end() if match else at
    if before and _WORD_BEFORE.match(before[-1]) and not _cues().search(before):
        match = _GLUED.match(text, at)
        return match.end() if match else at
    begin = at - len(before) + len(before.rstrip(_CHARACTERS))
    begin += len(text[begin:at]) - len(text[begin:at].lstrip(_TRAILING))
    plate = _PLATE.match(text, max(0, at - 3))
    if plate is not None:
        return plate.end()
    chunk = _CHUNK.match(text, begin)
    if chunk is None:
        return at
    shown = chunk.group().rstrip(_TRAILING)
    if _LETTER.search(shown):
        return at if _numeric().fullmatch(shown) else begin + len(shown)
    if _TIME.fullmatch(shown):
        return at
    if _LABEL.search(before) or len(_SEPARATOR.findall(shown)) > 1:
        return begin + len(shown)
    return at
