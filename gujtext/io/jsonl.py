"""JSON Lines: some fields of an object rewritten, every other byte of its line as it was."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the typed stubs leave it out
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.io.records import RecordError, no_field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_space = re.compile(r"[ \t\n\r]*+").match


def _a_number(_: str) -> int:
    """Stand for any number: it is passed over, so that no digit of it can change."""
    return 0


_scan = json.JSONDecoder(parse_float=_a_number, parse_int=_a_number).scan_once  # type: ignore[attr-defined]


class Member(NamedTuple):
    """The value of a key, and where it is written in the line."""

    value: Any
    start: int
    end: int


def members(line: str) -> tuple[dict[str, Member], int]:
    """Return the members of the object that a line holds, and the place of its closing brace.

    Where a key stands twice the last one counts, as everywhere.

    Raises:
        RecordError: the line is not one JSON object.

    Example:
        >>> members('{"a": [1], "b": null}')
        ({'a': Member(value=[0], start=6, end=9), 'b': Member(value=None, start=16, end=20)}, 20)
    """
    found: dict[str, Member] = {}
    at = _after_space(line, 0)
    if line[at : at + 1] != "{":
        raise RecordError("not a JSON object")
    at = _after_space(line, at + 1)
    mark = "}" if line[at : at + 1] == "}" else ","
    close = at
    while mark == ",":
        key, member = _member(line, at)
        found[key] = member
        close = _after_space(line, member.end)
        mark = line[close : close + 1]
        at = _after_space(line, close + 1)
    if mark != "}" or _after_space(line, close + 1) < len(line):
        raise _not_json(close if mark != "}" else close + 1)
    return found, close


def _member(line: str, at: int) -> tuple[str, Member]:
    """Return the key that stands at a place, and its value."""
    if line[at : at + 1] != '"':
        raise _not_json(at)
    try:
        key, at = scanstring(line, at + 1, False)
        at = _after_space(line, at)
        if line[at : at + 1] != ":":
            raise _not_json(at)
        at = _after_space(line, at + 1)
        value, end = _scan(line, at)
    except StopIteration:
        raise _not_json(at) from None
    except json.JSONDecodeError as error:
        raise _not_json(error.pos) from None
    except RecursionError:
        raise RecordError("JSON nested too deeply") from None
    return key, Member(value, at, end)


def _after_space(line: str, at: int) -> int:
    return _space(line, at).end()  # type: ignore[union-attr]  # it always matches


def _not_json(at: int) -> RecordError:
    return RecordError(f"not JSON (at character {at + 1})")


def field_of(found: dict[str, Member], field: str) -> str | None:
    """Return the text of a field, None for null.

    Raises:
        RecordError: there is no such field, or it holds something else.
    """
    member = found.get(field)
    if member is None:
        raise no_field(field, [*found])
    if member.value is not None and not isinstance(member.value, str):
        raise RecordError(f"field {field!r} holds {_KINDS.get(type(member.value), 'a number')}, not a text")
    return member.value


_KINDS: dict[type, str] = {dict: "an object", list: "an array", bool: "a truth value"}


def rewrite_line(line: str, fields: Sequence[tuple[str, str]], change: Callable[[str, str], Any]) -> str:
    """Return the line with new values; the same object where they are the old ones.

    Arguments:
        line: one JSON object, its line end included or not.
        fields: pairs of the field that is read and the one that is written, which may be new.
        change: returns the new value for a text and the name of its field.

    Raises:
        RecordError: the line is not an object, or a field is missing or not a text.

    Example:
        >>> rewrite_line('{"id": 1e400, "text":"ab"}', [("text", "text")], lambda text, _: text.upper())
        '{"id": 1e400, "text":"AB"}'
        >>> rewrite_line('{"text":"ab"}', [("text", "words")], lambda text, _: [*text])
        '{"text":"ab","words":["a","b"]}'
    """
    found, close = members(line)
    edits: list[tuple[int, int, str]] = []
    added: dict[str, Any] = {}
    for field, out in fields:
        value = field_of(found, field)
        new = None if value is None else change(value, field)
        if out not in found:
            added[out] = new
        elif new != found[out].value or isinstance(found[out].value, (list, dict)):
            _, start, end = found[out]
            escaped = line.isascii() and "\\u" in line[found[field].start : found[field].end]
            edits.append((start, end, _written(new, escaped, line)))
    if not edits and not added:
        return line
    edits.sort()
    pieces: list[str] = []
    done = 0
    for start, end, text in edits:
        pieces += (line[done:start], text)
        done = end
    pieces.append(line[done:close].rstrip(" \t\r\n") if added else line[done:close])
    comma, colon = _separators(line)
    for number, (out, new) in enumerate(added.items()):
        between = comma if found or number else ""
        pieces += (between, _written(out, False, line), colon, _written(new, False, line))
    pieces.append(line[close:])
    return "".join(pieces)


def _separators(line: str) -> tuple[str, str]:
    """Return comma and colon as the line writes them, with a space behind them or without."""
    colon = re.search(r'"\s*:(\s?)', line)
    return (", ", ": ") if colon is None or colon[1] else (",", ":")


def _written(value: Any, escaped: bool, line: str) -> str:
    """Return a value as JSON, with ASCII escapes where the line has them or nothing else can be written."""
    separators = _separators(line)
    text = json.dumps(value, ensure_ascii=escaped, separators=separators)
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return json.dumps(value, separators=separators)
    return text
