"""Rules V01-V31, O01-O03, O07 and L08: the cluster rewriter.

A cluster is a letter with the marks typed after it. It is rewritten until no rule applies, and what comes out
counts only if it is a well-formed syllable; otherwise the cluster stays as it was, to the last code point, and
``check`` reports it. So a rewritten text holds nothing to rewrite, whatever rules are enabled.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gujtext.normalization.edits import join_rules, trimmed
from gujtext.normalization.invisible import looked_through, unseen
from gujtext.normalization.rules import cluster_table
from gujtext.script import (
    AVAGRAHA,
    BINDU_CLASS,
    CONSONANT_CLASS,
    DOTTED_CIRCLE,
    NUKTA,
    OM,
    OVERLAYING_MARKS,
    RARE_MARK_CLASS,
    SPACING_SIGNS,
    VIRAMA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gujtext.normalization.edits import Edit

_SIGN = f"[{VOWEL_SIGN_CLASS}]"
_BINDU = f"[{BINDU_CLASS}]"
_MARKS = VOWEL_SIGN_CLASS + BINDU_CLASS + NUKTA + VIRAMA
# What a reader takes for one syllable: the shape of the ICANN label rules, with a nukta after any consonant.
_WELL_FORMED = re.compile(
    f"[{CONSONANT_CLASS}{DOTTED_CIRCLE}{RARE_MARK_CLASS}]{NUKTA}?(?:{VIRAMA}|{_SIGN}?{_BINDU}?)"
    f"|[{VOWEL_LETTER_CLASS}{AVAGRAHA}{OM}]{_BINDU}?"
)
_MARK_SET = frozenset(mark for mark in map(chr, range(0x0A80, 0x0B00)) if re.match(f"[{_MARKS}]", mark))
_DOUBLED = re.compile(f"([{OVERLAYING_MARKS}])\\1++")
_STRETCHED = re.compile(f"([{SPACING_SIGNS}])\\1{{2,}}+")
# Longer clusters are no slip of the hand: they stay as they are, at no cost.
_LONGEST_CLUSTER = 64
# So many different clusters are remembered.
_REMEMBERED = 10_000


@cache
def cluster_rules() -> frozenset[str]:
    """Return the ids of the rules that this stage applies."""
    return frozenset(rule_id for _, rule_id in cluster_table().values()) | {"V20", "O01", "O02", "O03", "O07", "L08"}


class ClusterRewriter:
    """Finds the clusters of a line that a set of rules makes well-formed, and remembers those it has met.

    Arguments:
        rules: ids of the rules to apply; those of other stages are passed over.

    Example:
        >>> from gujtext.normalization.scan import suspect_places
        >>> line = "શંુ અેક ક્ુ"
        >>> ClusterRewriter(frozenset(["O01", "V03"])).edits(line, suspect_places(line))
        [(1, 3, 'ું', 'O01'), (4, 6, 'એ', 'V03')]
    """

    def __init__(self, rules: frozenset[str]) -> None:
        self._rules = rules
        self._known: dict[str, Edit | None] = {}

    def edits(self, line: str, places: Iterable[int]) -> list[Edit]:
        """Find the edits of one line, given in order the places where a suspect pair may begin."""
        known, marks, invisible = self._known, _MARK_SET, unseen()
        length = len(line)
        found = []
        done = 0
        for place in places:
            if place < done:
                continue
            start, done = place, place + 2
            while start > 0 and line[start] in marks:
                start -= 1
            while done < length and line[done] in marks:
                done += 1
            if done < length and line[done] in invisible and _goes_on_unseen().match(line, done):
                continue
            cluster = line[start:done]
            if cluster in known:
                edit = known[cluster]
            else:
                edit = self._edit(cluster)
                if len(known) < _REMEMBERED and len(cluster) < 16:
                    known[cluster] = edit
            if edit is not None:
                begin, end, after, rule = edit
                found.append((start + begin, start + end, after, rule))
        return found

    def _edit(self, cluster: str) -> Edit | None:
        """Return the edit of a cluster by itself, or None where it stays as it is."""
        used: list[str] = []
        text = cluster
        if "L08" in self._rules:
            text, stretched = _STRETCHED.subn(r"\1", text)
            used += ["L08"] * bool(stretched)
        if "V20" in self._rules:
            text, doubled = _DOUBLED.subn(r"\1", text)
            used += ["V20"] * bool(doubled)
        while len(text) <= _LONGEST_CLUSTER:
            text = _merge(text, self._rules, used)
            text, moved = _reorder(text, self._rules)
            if not moved:
                break
            used.append(moved)
        if text == cluster or not _WELL_FORMED.fullmatch(text):
            return None
        return trimmed(0, cluster, text, join_rules(used))


@cache
def _goes_on_unseen() -> re.Pattern[str]:
    """Return the pattern of what a reader does not see before one more mark of the same cluster."""
    return re.compile(f"{looked_through().pattern}[{_MARKS}]")


def _merge(cluster: str, rules: frozenset[str], used: list[str]) -> str:
    """Replace ill-formed pairs and triples by the one letter or sign they look like, from left to right."""
    pairs = _merging(rules)
    done: list[str] = []
    todo = list(reversed(cluster))
    while todo:
        done.append(todo.pop())
        while len(done) > 0 and todo:
            pair = done[-1] + todo[-1]
            triple = pair + todo[-2] if len(todo) > 1 else pair
            found = pairs.get(triple) or pairs.get(pair)
            if found is None:
                break
            del todo[-2 if triple in pairs and len(triple) == 3 else -1 :]
            done[-1] = found[0]
            used.append(found[1])
            if len(done) > 1:  # the new sign may merge with the one before it
                todo.append(done.pop())
    return "".join(done)


@cache
def _merging(rules: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Return ill-formed sequence -> (what it looks like, rule id), for the enabled rules."""
    found = {sequence: row for sequence, row in cluster_table().items() if row[1] in rules}
    if "V20" in rules:
        found |= {mark * 2: (mark, "V20") for mark in OVERLAYING_MARKS}
    if "O07" in rules:
        found |= {mark * 2: (mark, "O07") for mark in SPACING_SIGNS}
    return found


# Of two neighbouring marks, which goes first: (pattern of a cluster, what it becomes, rule id).
_ORDER = (
    (re.compile(f"([{CONSONANT_CLASS}]{NUKTA}?)({_BINDU})({_SIGN})"), r"\1\3\2", "O01"),
    (re.compile(f"([{CONSONANT_CLASS}]{NUKTA}?)({_SIGN})({NUKTA})"), r"\1\3\2", "O02"),
    (re.compile(f"([{CONSONANT_CLASS}]{NUKTA}?{_SIGN}?)({_BINDU})({NUKTA})"), r"\1\3\2", "O03"),
)


def _reorder(cluster: str, rules: frozenset[str]) -> tuple[str, str]:
    """Make one exchange of neighbouring marks, and name its rule; "" where the order is right."""
    for pattern, replacement, rule in _ORDER:
        if rule in rules and pattern.match(cluster):
            return pattern.sub(replacement, cluster, count=1), rule
    return cluster, ""
