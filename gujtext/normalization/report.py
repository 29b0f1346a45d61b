"""What `explain` found, for people: lines for a terminal, and a page to look at in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.diff_html import code_points, diff_table, escaped, surroundings
from gujtext.normalization.rules import rule_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gujtext.types import Change, Normalized

_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"


def terminal_lines(
    original: str, changes: Iterable[Change], *, colour: bool = False, name: str = "", offset: int = 0
) -> Iterator[str]:
    """Return each change as three lines: its place and rule, the old text, the new text.

    Arguments:
        original: the text before the changes.
        changes: the changes.
        colour: mark old red and new green.
        name: of the file, if the places are to begin with it.
        offset: where in the file the text begins, in code points.

    Example:
        >>> from gujtext.normalization import explain
        >>> for line in terminal_lines("અેક ગામ", explain("અેક ગામ").changes):
        ...     print(line)
        0-2  V03 letter-e
          - [અે]ક ગામ  (U+0A85 GUJARATI LETTER A, U+0AC7 GUJARATI VOWEL SIGN E)
          + [એ]ક ગામ  (U+0A8F GUJARATI LETTER E)
    """
    red, green, plain = (_RED, _GREEN, _PLAIN) if colour else ("", "", "")
    for change in changes:
        left, right = surroundings(original, change.start, change.end)
        place = f"{change.start + offset}-{change.end + offset}"
        yield (f"{name}:{place}" if name else place) + f"  {rule_text(change.rule)}"
        for sign, begin, piece in (("-", red, change.before), ("+", green, change.after)):
            named = code_points(piece) or "nothing"
            yield f"  {sign} {left}{begin}[{_visible(piece)}]{plain}{right}  ({named})"


def html_page(title: str, results: Iterable[tuple[str, Normalized]]) -> str:
    """Return a whole page: for each text a heading and its changes, old and new side by side.

    Arguments:
        title: the page's title.
        results: (heading, what `explain` returned) of each text.
    """
    sections = "\n".join(
        f"<h2>{escaped(heading)}</h2>\n{diff_table(result.original, result.changes, rule_text)}"
        for heading, result in results
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n</head>\n"
        '<body style="font-family:sans-serif;margin:2em">\n'
        f"<h1>{escaped(title)}</h1>\n{sections}\n</body>\n</html>\n"
    )


def _visible(text: str) -> str:
    """Return a text with what has no ink written as an escape."""
    return "".join([c if c.isprintable() and c != "\ufe0f" else f"\\u{ord(c):04x}" for c in text])
