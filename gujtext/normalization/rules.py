"""The rules and profiles, as the tables in ``resources/normalization/`` state them, and how a caller picks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gujtext.resources import table
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Iterable

PROFILES = ("nfc", "visual", "standard", "repair", "search")


class Rule(NamedTuple):
    """One row of ``rules.tsv``; that file's header explains the columns."""

    id: str
    alias: str
    kind: str
    family: str
    before: str
    after: str
    condition: str
    keeps_meaning: bool
    example: str
    becomes: str
    evidence: str
    source: str


class _Profile(NamedTuple):
    profile: str
    extends: str
    rules: str
    note: str


class _Mapping(NamedTuple):
    rule: str
    before: str
    after: str
    note: str


@cache
def rules() -> dict[str, Rule]:
    """Return rule id -> rule, in the order of the table.

    Example:
        >>> rules()["V03"].alias
        'letter-e'
    """
    return {rule.id: rule for rule in table("normalization/rules.tsv", Rule)}


def rule_text(rule: str) -> str:
    """Return the ids of a change's rules, each with its readable alias.

    Example:
        >>> rule_text("J01+V03")
        'J01 stray-joiner, V03 letter-e'
    """
    return ", ".join(f"{part} {rules()[part].alias}" if part in rules() else part for part in rule.split("+"))


@cache
def profile_rules(profile: str) -> frozenset[str]:
    """Return the ids of the rules that a profile applies.

    Example:
        >>> sorted(profile_rules("visual") - profile_rules("nfc"))[:4]
        ['J01', 'J02', 'J03', 'V01']

    Raises:
        GujtextError: no such profile; the message lists those that exist.
    """
    profiles = {row.profile: row for row in table("normalization/profiles.tsv", _Profile)}
    if profile not in profiles:
        raise GujtextError(
            f"unknown profile {profile!r}; the profiles are {', '.join(profiles)}{_nearest(profile, profiles)}"
        )
    row = profiles[profile]
    inherited = frozenset[str]() if row.extends == "-" else profile_rules(row.extends)
    return inherited | set(row.rules.split())


def selected(profile: str, enable: Iterable[str], disable: Iterable[str]) -> frozenset[str]:
    """Return the rule ids of a profile, with some added and some taken away by id or alias.

    Example:
        >>> selected("nfc", ["letter-e", "V04"], ["N01"]) == {"V03", "V04"}
        True

    Raises:
        GujtextError: an unknown profile or rule, or a rule that rewrites nothing is to be enabled.
    """
    added = {_rule(name).id for name in _names(enable)}
    for rule_id in added:
        kind = rules()[rule_id].kind
        if kind != "rewrite":
            raise GujtextError(f"rule {rule_id} cannot be enabled: {_NOT_REWRITING[kind]}")
    removed = {_rule(name).id for name in _names(disable)}
    return (profile_rules(profile) | added) - removed


_NOT_REWRITING = {
    "lint": "it only reports, and check() always does",
    "keep": "it states what stays as it is",
    "separate": "it is a converter of its own, gujtext.normalization.legacy",
}


def _names(names: Iterable[str]) -> Iterable[str]:
    return (names,) if isinstance(names, str) else names


def _rule(name: str) -> Rule:
    known = rules()
    if name in known:
        return known[name]
    aliases = {rule.alias: rule for rule in known.values()}
    if name in aliases:
        return aliases[name]
    raise GujtextError(
        f"unknown rule {name!r}{_nearest(name, [*known, *aliases])}; the rules are "
        + ", ".join(f"{rule.id} {rule.alias}" for rule in known.values() if rule.kind == "rewrite")
    )


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(str(name), [*known], n=1, cutoff=0.5) or get_close_matches(
        str(name).upper(), [*known], n=1, cutoff=0.5
    )
    return f"; did you mean {close[0]!r}?" if close else ""


@cache
def mapping(rule_id: str) -> dict[str, str]:
    """Return character -> replacement of one rule that replaces single characters.

    Example:
        >>> mapping("L05")["ઍ"]
        'એ'
    """
    return {
        characters(row.before): characters(row.after)
        for row in table("normalization/mappings.tsv", _Mapping)
        if row.rule == rule_id
    }


def characters(code_points: str) -> str:
    """Turn code points in hex into the string they spell.

    Example:
        >>> characters("0A85 0AC7")
        'અે'
    """
    return "".join(chr(int(code_point, 16)) for code_point in code_points.split())


@cache
def cluster_table() -> dict[str, tuple[str, str]]:
    """Return ill-formed sequence of vowel and mark -> (replacement, rule id).

    The rows of the family "vowel and mark" that are plain code points; V20, the doubled mark, stands for each of
    the marks that show no second time.
    """
    found = {}
    for rule in rules().values():
        if rule.family == "vowel and mark" and rule.kind == "rewrite" and rule.id != "V20":
            found[characters(rule.before)] = (characters(rule.after), rule.id)
    return found
