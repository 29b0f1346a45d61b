"""Letters typed for digits: ર for ૨ and પ for ૫ beside a digit, and on request Latin l, I, o, O."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gujtext.numerals.vocabulary import DIGITS, pattern, suffixes
from gujtext.protected import find_protected
from gujtext.resources import table
from gujtext.script import WORD_CLASS
from gujtext.types import require_text


class _ConfusableRow(NamedTuple):
    letter: str
    digit: str
    safety: str


@cache
def _letters(latin: bool) -> dict[str, str]:
    rows = table("numerals/digit_confusables.tsv", _ConfusableRow)
    return {row.letter: row.digit for row in rows if latin or row.safety == "gujarati"}


@cache
def _damaged(latin: bool) -> re.Pattern[str]:
    """Build the pattern of a number with a letter in it: digits and letters only, then a case ending or nothing."""
    letters = "".join(_letters(latin))
    ending = rf"(?:(?:{pattern(suffixes('digits'))}|મી|મો|મું)(?![{WORD_CLASS}A-Za-z]))"
    apart = rf"(?<![{WORD_CLASS}{DIGITS}A-Za-z])"
    return re.compile(
        rf"{apart}(?=[{letters},]{{0,8}}[{DIGITS}])(?=[{DIGITS},.]{{0,16}}[{letters}])"
        rf"(?P<number>[{DIGITS}{letters}]++(?:[,.][{DIGITS}{letters}]++)*+)(?:{ending}|(?![{WORD_CLASS}A-Za-z]))"
    )


def repair_digit_confusables(text: str, *, latin: bool = False) -> str:
    """Write the digits that were meant where a look-alike letter stands inside a number.

    A token is repaired only if it has a digit of its own and nothing but digits, look-alikes and a case ending; URLs
    and handles are left alone.

    Arguments:
        text: any text.
        latin: also read Latin l and I as 1, o and O as 0.

    Returns:
        A text of the same length; the same object where there is nothing to change.

    Raises:
        TypeError: the text is not ``str``.

    Example:
        >>> repair_digit_confusables("ર૦૧૨માં ૮પ૭ ગામ, બ૨"), repair_digit_confusables("l૦", latin=True)
        ('૨૦૧૨માં ૮૫૭ ગામ, બ૨', '૧૦')
    """
    require_text(text)
    letters = _letters(latin)
    pieces = []
    done = 0
    guarded = [(start, end) for start, end, _ in find_protected(text)]
    for match in _damaged(latin).finditer(text):
        start, end = match.span("number")
        if any(begin < end and start < stop for begin, stop in guarded):
            continue
        repaired = "".join(letters.get(character, character) for character in match["number"])
        if repaired != match["number"]:
            pieces += [text[done:start], repaired]
            done = end
    if not pieces:
        return text
    return "".join([*pieces, text[done:]])
