"""Rules H01-H04, H06, J01-J03 and J06: characters without ink, joiners, odd spaces.

What decides about an invisible character is what a reader sees on either side of it, so other invisible characters
are looked through, whether their own rules are enabled or not. A joiner that may shape a letter, a conjunct or an
emoji stays.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from unicodedata2 import combining

from gujtext.normalization.canonical import begins_segment
from gujtext.normalization.rules import mapping
from gujtext.script import (
    CHARACTER_CLASS,
    JOINED_SCRIPT_CLASS,
    JOINER_CLASS,
    LETTER_CLASS,
    MARK_CLASS,
    NO_BREAK_SPACE,
    NUKTA,
    OTHER_LETTER_CLASS,
    RIGHT_TO_LEFT_CLASS,
    VIRAMA,
    ZWNJ,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.normalization.edits import Edit

INVISIBLE_RULES = ("H01", "H02", "H03", "H06")
JOINER_RULES = ("J01", "J02", "J03", "J06")
SPACE_RULES = ("H04",)

_GUJARATI = re.compile(f"[{CHARACTER_CLASS}]")
_MARK = re.compile(f"[{MARK_CLASS}]")
_LETTER_OR_MARK = re.compile(f"[{LETTER_CLASS}{MARK_CLASS}]")
_JOINED_SCRIPT = re.compile(f"[{JOINED_SCRIPT_CLASS}]")
_OTHER_LETTER = re.compile(f"[{OTHER_LETTER_CLASS}]")
_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT_CLASS}]")
# What becomes of shorter runs is remembered.
_LONG_RUN = 8


class _Run(NamedTuple):
    """A run of invisible characters and joiners, and what is visible on either side ("" at the line's ends)."""

    left: str
    right: str
    directions: bool  # the line holds a letter that is written from right to left


def class_of(rule_ids: tuple[str, ...], rules: frozenset[str] | None = None) -> str:
    """Return the inside of a character class: what these rules act on, where they are among ``rules``."""
    return "".join(
        character for rule_id in rule_ids if rules is None or rule_id in rules for character in mapping(rule_id)
    )


@cache
def looked_through() -> re.Pattern[str]:
    """Return the pattern of a run, perhaps empty, of characters that a reader does not see."""
    return re.compile(f"[{class_of(INVISIBLE_RULES)}{JOINER_CLASS}]*+")


@cache
def unseen() -> frozenset[str]:
    """Return the characters that a reader does not see."""
    return frozenset(class_of(INVISIBLE_RULES) + JOINER_CLASS)


@cache
def _runs() -> re.Pattern[str]:
    invisible = class_of(INVISIBLE_RULES) + JOINER_CLASS
    return re.compile(f"[{invisible}]++|[{class_of(SPACE_RULES)}]")


@cache
def _rule_of() -> dict[str, str]:
    return {character: rule_id for rule_id in INVISIBLE_RULES + SPACE_RULES for character in mapping(rule_id)}


def invisible_edits(line: str, rules: frozenset[str]) -> Iterator[Edit]:
    r"""Find what the enabled rules delete or replace in one line of text.

    Example:
        >>> list(invisible_edits("ડિ\u200dસ્પ્લે\u00a0છે", frozenset(["J01", "H04"])))
        [(2, 3, '', 'J01'), (9, 10, ' ', 'H04')]
    """
    directions: bool | None = None
    invisible = unseen()
    for match in _runs().finditer(line):
        start, end = match.span()
        if directions is None:
            directions = _RIGHT_TO_LEFT.search(line) is not None
        left, right = line[max(0, start - 1) : start], line[end : end + 1]
        if line[start] not in invisible:  # a space: the invisible characters beside it are runs of their own
            left = _seen_before(line, start) if left in invisible else left
            right = _seen_after(line, end) if right in invisible else right
        edits = _run_edits if end - start < _LONG_RUN else _run_edits.__wrapped__
        for begin, finish, after, rule in edits(line[start:end], _Run(left, right, directions), rules):
            yield start + begin, start + finish, after, rule


@lru_cache(maxsize=4096)
def _run_edits(characters: str, run: _Run, rules: frozenset[str]) -> tuple[Edit, ...]:
    """Return the edits of one run by itself."""
    rule = _rule_of().get(characters[0], "")
    if rule in SPACE_RULES:
        kept = rule not in rules or _foreign(run) or _shows_mark(characters, run)
        return () if kept else ((0, 1, mapping(rule)[characters], rule),)
    return () if _disturbs(run) else tuple(_deletions(characters, run, rules))


def _deletions(characters: str, run: _Run, rules: frozenset[str]) -> Iterator[Edit]:
    """Find what goes of one run: neighbours that the same rule deletes are one edit."""
    rule_of = _rule_of()
    joiners = _joiner_rules("".join(c for c in characters if c not in rule_of), run, rules)
    pending: Edit | None = None
    for place, character in enumerate(characters):
        rule = rule_of.get(character)
        if rule is None:
            rule = next(joiners)
        elif rule not in rules or not _deletable(rule, run):
            rule = ""
        if pending and (rule != pending[3]):
            yield pending
            pending = None
        if rule:
            pending = (pending[0] if pending else place, place + 1, "", rule)
    if pending:
        yield pending


def _deletable(rule: str, run: _Run) -> bool:
    if rule == "H02":
        return not _foreign(run)
    if rule == "H03":
        return not run.directions
    if rule == "H06":
        return _GUJARATI.match(run.left) is not None
    return True


def _joiner_rules(joiners: str, run: _Run, rules: frozenset[str]) -> Iterator[str]:
    """Tell for each joiner of a run, in order, the rule that deletes it, or "" where it stays."""
    if run.left == VIRAMA:
        if "J06" in rules:
            yield from ["J06"] * len(joiners)
        elif "J02" in rules and set(joiners) == {ZWNJ} and not _LETTER_OR_MARK.match(run.right):
            yield from ["J02"] * len(joiners)
        else:
            for before, joiner in zip(" " + joiners, joiners, strict=False):
                yield "J03" if before == joiner and "J03" in rules else ""
        return
    touches_gujarati = _GUJARATI.match(run.left) or _GUJARATI.match(run.right)
    shapes_other = _JOINED_SCRIPT.match(run.left) or _JOINED_SCRIPT.match(run.right)
    stray = run.right != VIRAMA and touches_gujarati and not shapes_other
    yield from ["J01" if stray and "J01" in rules else ""] * len(joiners)


def _foreign(run: _Run) -> bool:
    """Tell whether a run stands in the text of another script."""
    if _GUJARATI.match(run.left) or _GUJARATI.match(run.right):
        return False
    return bool(_OTHER_LETTER.match(run.left) or _OTHER_LETTER.match(run.right))


def _shows_mark(space: str, run: _Run) -> bool:
    """Tell whether a no-break space carries the mark after it, as the standard has it for a mark shown alone."""
    return (
        space == NO_BREAK_SPACE
        and run.right != ""
        and (_MARK.match(run.right) is not None or not begins_segment(run.right))
    )


def _seen_before(line: str, place: int) -> str:
    invisible = unseen()
    while place and line[place - 1] in invisible:
        place -= 1
    return line[place - 1 : place] if place else ""


def _seen_after(line: str, place: int) -> str:
    place = looked_through().match(line, place).end()  # type: ignore[union-attr]
    return line[place : place + 1]


def _disturbs(run: _Run) -> bool:
    """Tell whether without the run a mark of another script would compose with, or sort among, what is on the left."""
    if run.right in ("#", "@"):
        return True  # whether a hashtag or a handle begins here depends on what stands before
    if (run.left, run.right) == (VIRAMA, NUKTA):
        return True
    if not run.right or begins_segment(run.right):
        return False
    return not _LETTER_OR_MARK.match(run.right) or (
        combining(run.left) != 0 and not _LETTER_OR_MARK.match(run.left) if run.left else False
    )
