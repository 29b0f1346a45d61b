"""Edits: how a stage says what it changes, and how the edits of several stages become one list of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.types import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# start, end, replacement, rule ids in the order they applied, joined by "+".
Edit = tuple[int, int, str, str]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits made; they are sorted and disjoint.

    Example:
        >>> apply("અેક", [(0, 2, "એ", "V03")])
        'એક'
    """
    pieces: list[str] = []
    done = 0
    for start, end, after, _ in edits:
        pieces += (text[done:start], after)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def trimmed(start: int, before: str, after: str, rule: str) -> Edit:
    """Return the edit that turns before into after, without the characters that both begin or end with."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return start + head, start + len(before) - tail, after[head : len(after) - tail], rule


def compose(first: Sequence[Edit], second: Sequence[Edit], middle: str) -> list[Edit]:
    """Return edits of the original that do what ``first``, then ``second``, do.

    Arguments:
        first: edits of the original, which make ``middle``.
        second: edits of ``middle``; where they touch what the first changed, the two become one edit.
        middle: the text between.
    """
    if not first:
        return list(second)
    composed: list[Edit] = []
    i = j = 0
    shift = 0  # how much further right a place stands in the middle text, before first[i]
    while i < len(first) or j < len(second):
        by_first = i < len(first) and (j == len(second) or first[i][0] + shift <= second[j][0])
        begin = finish = first[i][0] + shift if by_first else second[j][0]
        original_begin = begin - shift
        pieces: list[str] = []
        first_rules: list[str] = []
        second_rules: list[str] = []
        done = begin
        while True:
            if i < len(first) and (first[i][0] + shift < finish or (by_first and not first_rules)):
                start, end, after, rule = first[i]
                finish = max(finish, start + shift + len(after))
                shift += len(after) - (end - start)
                first_rules.append(rule)
                i += 1
            elif j < len(second) and (second[j][0] < finish or (not by_first and not second_rules)):
                start, end, after, rule = second[j]
                pieces += (middle[done:start], after)
                done = end
                finish = max(finish, end)
                second_rules.append(rule)
                j += 1
            else:
                break
        pieces.append(middle[done:finish])
        composed.append((original_begin, finish - shift, "".join(pieces), join_rules(first_rules + second_rules)))
    return composed


def join_rules(rules: Iterable[str]) -> str:
    """Return rule ids joined by "+", each once, in the order they applied."""
    return "+".join(dict.fromkeys(part for rule in rules for part in rule.split("+")))


def as_changes(original: str, edits: Sequence[Edit]) -> tuple[Change, ...]:
    """Return edits as the changes that a caller gets; those that undid one another are left out."""
    return tuple(
        Change(start, end, original[start:end], after, rule)
        for start, end, after, rule in edits
        if original[start:end] != after
    )
