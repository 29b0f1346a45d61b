"""Stretches of text that belong to a machine: URLs, e-mail addresses, handles, hashtags.

Normalization leaves them alone, segmentation keeps them whole, numerals read no numbers out of them. The patterns
are linear on any input: neighbouring classes are disjoint or possessive, and a match can begin only where the
character before cannot belong to it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import table
from gujtext.script import BLOCK_CLASS, DANDA, DOUBLE_DANDA, JOINER_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Domain(NamedTuple):
    suffix: str
    bare: bool
    note: str


class ProtectedSpan(NamedTuple):
    """A stretch to leave alone; ``kind`` is url, email, mention or hashtag."""

    start: int
    end: int
    kind: str


# Never in a URL; and marks that may stand inside one but not at its end, where they belong to the sentence.
_NEVER = r"\s<>\"“”‘«|\\^`{…" + DANDA + DOUBLE_DANDA
_NOT_LAST = r".,;:!?'’”»)\]}"
_PIECE = rf"(?:[^{_NEVER}{_NOT_LAST}(]++|\([^{_NEVER}{_NOT_LAST}(]*+\))++"
_URL_BODY = rf"{_PIECE}(?:[{_NOT_LAST}]++{_PIECE})*+"

_EMAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"
_MENTION = r"(?<![A-Za-z0-9_@])@[A-Za-z0-9_]++"
# A hashtag is a word: at least one of its characters is not a digit ("#1" is a rank).
_TAG_CLASS = r"\w\u0900-\u0963\u0970-\u097f" + BLOCK_CLASS + JOINER_CLASS
_HASHTAG = rf"(?<![{_TAG_CLASS}#&/])#(?=\d*+[{_TAG_CLASS}])[{_TAG_CLASS}]++"

# Every stretch holds one of these, and no white space.
_TRIGGER = re.compile(r"[@#]|:/|[A-Za-z0-9-]\.[A-Za-z0-9]|[Ww]\.")
_WHITE_SPACE = re.compile(r"\s")
_REACH = 8  # characters after the first of these that are looked at with it, at least


@cache
def _url() -> str:
    domains = table("top_level_domains.tsv", _Domain)
    # All small or all capital letters: B.Com is a degree.
    bare, word = (
        "|".join(form for one in domains if one.bare is alone for form in (one.suffix, one.suffix.upper()))
        for alone in (True, False)
    )
    return (
        rf"(?:(?<![A-Za-z0-9])(?i:https?|ftps?)://{_URL_BODY}"
        rf"|(?<![A-Za-z0-9@._/-])(?:(?i:www)\.{_URL_BODY}"
        rf"|(?![0-9-]++\.)(?:[A-Za-z0-9-]++\.)+(?:(?:{bare})(?![A-Za-z0-9-])|(?:{word})(?=[/:]))"
        rf"(?::[0-9]{{1,5}})?(?:[/?#](?:{_URL_BODY})?+)?+))"
    )


@cache
def sources() -> dict[str, str]:
    """Return the source of one ``re`` pattern per kind, without capturing groups, in the order to try them.

    For a tokenizer that wants them as branches of its own alternation.
    """
    return {"email": _EMAIL, "url": _url(), "mention": _MENTION, "hashtag": _HASHTAG}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{source})" for kind, source in sources().items()))


def find_protected(text: str) -> Iterator[ProtectedSpan]:
    """Find URLs, e-mail addresses, handles and hashtags, from left to right.

    Marks that end a sentence or close a bracket around a URL are left outside it.

    Example:
        >>> text = "જુઓ (https://gu.wikipedia.org/wiki/ગુજરાત), પછી info@gujarat.gov.in પર લખો. @abc #ગુજરાત"
        >>> for start, end, kind in find_protected(text):
        ...     print(kind, text[start:end])
        url https://gu.wikipedia.org/wiki/ગુજરાત
        email info@gujarat.gov.in
        mention @abc
        hashtag #ગુજરાત
    """
    done, reach = 0, _REACH
    for trigger in _TRIGGER.finditer(text):
        at = trigger.start()
        if at < done:
            continue
        # Where one follows the other, several are looked at together.
        reach = 2 * reach if at < done + reach else _REACH
        begin = max(done, text.rfind(" ", done, at) + 1, text.rfind("\n", done, at) + 1)
        space = _WHITE_SPACE.search(text, at + reach)
        done = space.start() if space else len(text)
        for match in _pattern().finditer(text, begin, done):
            yield ProtectedSpan(match.start(), match.end(), match.lastgroup or "")
