"""Changes as an HTML table, old and new side by side, with code points named; for notebooks and reports."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from gujtext.script import JOINER_CLASS, MARK_CLASS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gujtext.types import Change

# So many code points of the surroundings are shown on either side of a change.
CONTEXT = 20
# So many of the code points of a long piece are named.
MOST_NAMED = 24

_STYLE = (
    "border-collapse:collapse;font-size:1.1em",
    "border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top",
)
_MARKED = {
    "del": "background:#fdd;color:#300",
    "ins": "background:#dfd;color:#030",
    "mark": "background:#fe9;color:#220",
}
_NOT_CARRIED = re.compile("[\x00\ud800-\udfff]")
_NAMELESS = {"Cn": "unassigned", "Cc": "control character", "Co": "private use", "Cs": "lone surrogate"}
# What has no shape of its own without the letter before it.
_DEPENDENT = re.compile(f"[{MARK_CLASS}{JOINER_CLASS}\u0300-\u036f\ufe0e\ufe0f]")
_DEPENDENTS = re.compile(f"{_DEPENDENT.pattern}{{0,{CONTEXT}}}")


def code_points(text: str) -> str:
    """Return the code points of a text, each with its Unicode name.

    Example:
        >>> code_points("એ")
        'U+0A8F GUJARATI LETTER E'
    """
    return ", ".join(f"U+{ord(character):04X} {_name(character)}" for character in text)


def _name(character: str) -> str:
    from unicodedata import category, name

    return name(character, "") or _NAMELESS.get(category(character), "unnamed")


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a few code points before and after a place on its line, without half of a cluster at either end."""
    left = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    right = text[end : end + CONTEXT].partition("\n")[0]
    first, last = start - len(left), end + len(right)
    while 0 < first < start and text[first - 1] != "\n" and _DEPENDENT.match(text[first]):
        first += 1
    while last < min(len(text), end + 2 * CONTEXT) and _DEPENDENT.match(text[last]):
        last += 1
    return text[first:start], text[end:last]


def escaped(text: str) -> str:
    r"""Return a text for HTML, the one place where that is decided.

    What HTML cannot carry, NUL and lone surrogates, becomes U+FFFD; a carriage return is written as a reference,
    because a browser would read it as a line feed.

    Example:
        >>> escaped("<b>\x00\r")
        '&lt;b&gt;\ufffd&#13;'
    """
    return escape(_NOT_CARRIED.sub("\ufffd", text)).replace("\r", "&#13;")


def inked(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole clusters: a mark cannot be coloured without its letter, nor what has no ink.

    So far that a cluster of any language fits, and no further: a long run of marks costs no more than a short one.

    Example:
        >>> inked("શંુ છે", 1, 2)
        (0, 3)
    """
    begin = start
    if start == end or not _stands_alone(text[start]):
        least = max(0, start - CONTEXT)
        while begin > least and not _stands_alone(text[begin - 1]):
            begin -= 1
        begin = max(0, begin - 1)
    following = _DEPENDENTS.match(text, end)
    return begin, following.end() if following else end


def in_context(original: str, start: int, end: int, piece: str, tag: str) -> str:
    """Return a piece where it stands, marked by ``del``, ``ins`` or ``mark``, its code points below.

    Arguments:
        original: the text around it.
        start: where it begins there, in code points.
        end: where it ends.
        piece: what to show there: what stands there, or what comes in its place.
        tag: the element that marks it.
    """
    left, right = surroundings(original, start, end)
    shown = left + piece + right
    begin, stop = inked(shown, len(left), len(left) + len(piece))
    named = code_points(piece[:MOST_NAMED]) or "(nothing)"
    if len(piece) > MOST_NAMED:
        named += f", and {len(piece) - MOST_NAMED} more"
    return (
        f'<span lang="gu">{escaped(shown[:begin])}<{tag} style="{_MARKED[tag]};text-decoration:none">'
        f"{escaped(shown[begin:stop])}</{tag}>{escaped(shown[stop:])}</span><br><small>{named}</small>"
    )


def sides(original: str, change: Change) -> tuple[str, str]:
    """Return a change as HTML, before and after, each where it stands and with its code points."""
    start, end, before, after, _ = change
    return in_context(original, start, end, before, "del"), in_context(original, start, end, after, "ins")


def diff_table(original: str, changes: Sequence[Change], describe: Callable[[str], str] = str) -> str:
    """Return the changes of a text as an HTML table.

    Arguments:
        original: the text before the changes.
        changes: the changes; their offsets are code points of the original.
        describe: what to show for a rule id.

    Returns:
        One ``<table>``; everything from the text is escaped.
    """
    table, cell = _STYLE
    if not changes:
        return "<p>No changes.</p>"
    head = "".join(f'<th style="{cell}">{title}</th>' for title in ("place", "before", "after", "rule"))
    rows = [f"<tr>{head}</tr>"]
    for change in changes:
        cells = (
            f"{change.start}&ndash;{change.end}",
            *sides(original, change),
            escaped(describe(change.rule)),
        )
        rows.append("<tr>" + "".join(f'<td style="{cell}">{content}</td>' for content in cells) + "</tr>")
    return f'<table style="{table}">\n' + "\n".join(rows) + "\n</table>"


def _stands_alone(character: str) -> bool:
    return not _DEPENDENT.match(character) and (character.isprintable() or character.isspace())
