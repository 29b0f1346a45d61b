"""Detokenization: tokens set together again as one would write them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gujtext.segmentation.word_patterns import clitics
from gujtext.types import Token

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPENS = frozenset("([{“‘«₹$€£¥@#")
_CLOSES = re.compile(r"[)\]}”’»%‰°′″,;:]|[.!?…।॥]++|\+\++")
_JOINS = frozenset("/\\_")  # અને/અથવા
_HOLDERS = frozenset("\"'”’»)]}%")  # a case ending after one of these belongs to what it holds
_STRAIGHT = frozenset("\"'")
_NUMBER = re.compile(r"\d")
# કે, "... announces a quotation; ...," એમ reports one.
_ANNOUNCES_SPEECH = frozenset(("કે", "અનુસાર", "મુજબ"))
_REPORTS_SPEECH = frozenset(("એમ", "તેમ", "એવું"))
_ENDS_SPEECH = frozenset(",.?!…।")


def detokenize(tokens: Iterable[str | Token]) -> str:
    """Set tokens together to running text.

    Tokens with places (from `word_spans`) give back their text exactly where a gap was made of spaces: a gap of n
    code points becomes n spaces. For tokens without places the space is decided by what stands beside it: marks
    close up to the word before, brackets and quotation marks to what they hold, a case ending to the closing
    quotation mark before it.

    Arguments:
        tokens: strings, or tokens in order.

    Returns:
        the text.

    Raises:
        TypeError: an item is neither a str nor a Token.

    Example:
        >>> detokenize(["“", "બેચારા", "”", "ની", "વાત", ",", "(", "૫૦", "%", ")", "છે", "."])
        '“બેચારા”ની વાત, (૫૦%) છે.'
    """
    items = list(tokens)
    for item in items:
        if not isinstance(item, (str, Token)):
            raise TypeError(f"detokenize takes strings or Tokens, not {type(item).__name__}")
    placed = [item for item in items if isinstance(item, Token)]
    if len(placed) == len(items):
        return _from_places(placed)
    return _from_strings([item.text if isinstance(item, Token) else item for item in items])


def _from_places(tokens: list[Token]) -> str:
    pieces: list[str] = []
    done = tokens[0].start if tokens else 0
    for text, start, end, _ in tokens:
        pieces += (" " * (start - done), text)
        done = end
    return "".join(pieces)


def _from_strings(tokens: list[str]) -> str:
    pieces: list[str] = []
    is_open = {mark: _closes_earlier_speech(tokens, mark) for mark in _STRAIGHT}
    glue = True  # nothing stands before the first token
    closed = False
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        opens = token in _OPENS or _is_sign_of(tokens, index)
        closes = _CLOSES.fullmatch(token) is not None
        joins = token in _JOINS or _joins_initials(tokens, index) or _is_dollar_of(tokens, index)
        if token in _STRAIGHT:
            closes = is_open[token] or index == last
            is_open[token] = opens = not closes
        if not (glue or closes or joins or (closed and token in _endings())):
            pieces.append(" ")
        pieces.append(token)
        glue = opens or joins or (token == "°" and _is_latin_letter(tokens, index + 1))
        closed = closes and token in _HOLDERS
    return "".join(pieces)


def _closes_earlier_speech(tokens: list[str], mark: str) -> bool:
    """Tell whether the first of these marks closes a quotation that began before these tokens.

    It does where the marks do not pair up, the first stands after a comma or a stop, and what stands before it is
    longer than what comes after: the quotation, and not "he said".
    """
    if tokens.count(mark) % 2 == 0:
        return False
    first = tokens.index(mark)
    if first == 0 or tokens[first - 1][-1:] not in _ENDS_SPEECH:
        return False
    if tokens[first - 1] != ",":
        return True
    if first > 1 and tokens[first - 2] in _ANNOUNCES_SPEECH:
        return False
    rest = tokens[first + 1 :]
    if rest and rest[0] in _REPORTS_SPEECH:
        return True
    return first > (rest.index(mark) if mark in rest else len(rest))


def _joins_initials(tokens: list[str], index: int) -> bool:
    """Tell whether this is an ampersand between initials or figures (R&D), which is written closed up."""
    neighbours = (*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2])
    return tokens[index] == "&" and len(neighbours) == 2 and all(len(token) <= 2 for token in neighbours)


def _is_dollar_of(tokens: list[str], index: int) -> bool:
    """Tell whether this is the dollar sign after a country's letters (US$)."""
    before = tokens[index - 1] if index else ""
    return tokens[index] == "$" and before.isascii() and before.isupper() and len(before) <= 3


def _is_sign_of(tokens: list[str], index: int) -> bool:
    """Tell whether this is the plus sign of the number after it (+91), with no number before it."""
    return (
        tokens[index] == "+"
        and tokens[index + 1 : index + 2] != []
        and _NUMBER.match(tokens[index + 1]) is not None
        and (index == 0 or _NUMBER.match(tokens[index - 1]) is None)
    )


def _is_latin_letter(tokens: list[str], index: int) -> bool:
    return index < len(tokens) and tokens[index].isascii() and tokens[index].isalpha()


@cache
def _endings() -> frozenset[str]:
    # એ between spaces is "this" far more often than an ending.
    return frozenset({*clitics(), *("ઓ" + clitic for clitic in clitics())} - {"એ"})
