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

_STYLE = (
    "border-collapse:collapse;font-size:1.1em",
    "border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top",
)
_NAMELESS = {"Cn": "unassigned", "Cc": "control character", "Co": "private use", "Cs": "lone surrogate"}
# What has no shape of its own without the letter before it.
_DEPENDENT = re.compile(f"[{MARK_CLASS}{JOINER_CLASS}\u0300-\u036f\ufe0e\ufe0f]")


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
        left, right = surroundings(original, change.start, change.end)
        cells = (
            f"{change.start}&ndash;{change.end}",
            _shown(left, change.before, right, "del", "background:#fdd;color:#300"),
            _shown(left, change.after, right, "ins", "background:#dfd;color:#030"),
            escape(describe(change.rule)),
        )
        rows.append("<tr>" + "".join(f'<td style="{cell}">{content}</td>' for content in cells) + "</tr>")
    return f'<table style="{table}">\n' + "\n".join(rows) + "\n</table>"


def _shown(left: str, middle: str, right: str, tag: str, style: str) -> str:
    """Return one side of a change in its surroundings, its code points below.

    Whole clusters are marked: a mark cannot be coloured without its letter, and what has no ink not at all.
    """
    begin, end = len(left), 0
    if not middle or not _stands_alone(middle[0]):
        while begin and not _stands_alone(left[begin - 1]):
            begin -= 1
        begin = max(0, begin - 1)
    while end < len(right) and _DEPENDENT.match(right[end]):
        end += 1
    marked = escape(left[begin:] + middle + right[:end])
    return (
        f'<span lang="gu">{escape(left[:begin])}<{tag} style="{style};text-decoration:none">{marked}</{tag}>'
        f"{escape(right[end:])}</span><br><small>{escape(code_points(middle)) or '(nothing)'}</small>"
    )


def _stands_alone(character: str) -> bool:
    return not _DEPENDENT.match(character) and (character.isprintable() or character.isspace())
