"""Changes as an HTML table, old and new side by side, with code points named; for notebooks and reports."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gujtext.types import Change

# So many code points of the surroundings are shown on either side of a change.
CONTEXT = 20

_STYLE = (
    "border-collapse:collapse;font-size:1.1em",
    "border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top",
)


def code_points(text: str) -> str:
    """Return the code points of a text, each with its Unicode name.

    Example:
        >>> code_points("એ")
        'U+0A8F GUJARATI LETTER E'
    """
    from unicodedata import name

    return ", ".join(f"U+{ord(character):04X} {name(character, '')}".rstrip() for character in text)


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place on its line, cut to a few code points."""
    left = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    right = text[end : end + CONTEXT].partition("\n")[0]
    return left, right


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
            _shown(left, change.before, right, "del", "#fdd"),
            _shown(left, change.after, right, "ins", "#dfd"),
            escape(describe(change.rule)),
        )
        rows.append("<tr>" + "".join(f'<td style="{cell}">{content}</td>' for content in cells) + "</tr>")
    return f'<table style="{table}">\n' + "\n".join(rows) + "\n</table>"


def _shown(left: str, middle: str, right: str, tag: str, colour: str) -> str:
    """Return one side of a change in its surroundings, its code points below."""
    marked = f'<{tag} style="background:{colour};text-decoration:none">{escape(middle)}</{tag}>'
    return (
        f'<span lang="gu">{escape(left)}{marked}{escape(right)}</span>'
        f"<br><small>{escape(code_points(middle)) or '(nothing)'}</small>"
    )
