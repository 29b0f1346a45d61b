"""Telephone numbers, PINs and one-time codes: numbers that are read digit by digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gujtext.numerals.vocabulary import DIGITS

if TYPE_CHECKING:
    from gujtext.numerals.quantities import Reader

_D = f"[{DIGITS}]"
_PHONE = re.compile(
    rf"""
    (?: (?:[9૯९][1૧१][ -]?)? [6-9૬-૯६-९]{_D}{{4}}[ -]?{_D}{{5}}   # mobile, with or without the country code
      | [0૦०][6-9૬-૯६-९]{_D}{{9}}                                  # mobile with the trunk zero
      | [0૦०]{_D}{{2,4}}[ -]{_D}{{6,8}}                            # area code and number
      | [1૧१][8૮८][0૦०]{{2}}[ -]?{_D}{{3}}[ -]?{_D}{{3,4}}         # toll free
    ) (?![{DIGITS}]|[.,/:-]{_D})
    """,
    re.VERBOSE,
)
_ABROAD = re.compile(rf"(?<=\+){_D}{{1,3}}(?:[ -]?{_D}{{2,5}}){{2,4}}(?!{_D})")
_ANNOUNCED = re.compile(rf"{_D}{{3,14}}(?:[ -]{_D}{{2,8}}){{0,3}}(?![{DIGITS}]|[.,/:]{_D})")
_SHORTEST_SPELLED = 6


def phone_end(text: str, at: int, announced: bool) -> int:
    """Return where the telephone number ends that begins at an offset; the offset where there is none.

    Arguments:
        text: the text being read.
        at: where its digits begin.
        announced: a word such as "phone" or "PIN" stands before it; then any run of digits is one.
    """
    match = _ABROAD.match(text, at) or _PHONE.match(text, at)
    if match is None and announced:
        match = _ANNOUNCED.match(text, at)
    return match.end() if match else at


def spelled_phone(reader: Reader, at: int) -> tuple[str, int] | None:
    """Read six or more digit words side by side: the digits and where they end."""
    digits, end = reader.units_from(at, _SHORTEST_SPELLED)
    return ("".join(digits), end) if len(digits) >= _SHORTEST_SPELLED else None
