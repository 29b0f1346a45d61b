"""A normalizer for Hugging Face ``tokenizers``: NFC and the rules that plain replacement can express."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.normalization.rules import cluster_table, mapping, rules
from gujtext.script import NUKTA, OVERLAYING_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Deleted or replaced wherever they stand; in gujtext most of these also look at the line around them.
_UNCONDITIONAL = ("H01", "H05", "C01", "L03", "L04", "L05", "L06", "P06", "D01")
_LITERAL = {
    "V20": tuple((mark * 2, mark) for mark in OVERLAYING_MARKS),
    "P01": (("।।", "॥"),),
    "L04": ((NUKTA, ""),),
    "J06": (("્\u200d", "્"), ("્\u200c", "્")),
}


class Expressed(NamedTuple):
    """A ``tokenizers`` normalizer, the ids of the rules in it, and of those that it cannot express."""

    normalizer: Any
    expressed: tuple[str, ...]
    left_out: tuple[str, ...]


def replacements(rule_ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Return (before, after, rule id) of the rules that are plain replacements, in the order to apply them.

    Longer sequences come first, so that a pair does not take a triple apart.

    Example:
        >>> list(replacements(["V03", "V10", "P03"]))
        [('અાે', 'ઓ', 'V10'), ('અે', 'એ', 'V03')]
    """
    wanted = frozenset(rule_ids)
    found = [(before, after, rule) for before, (after, rule) in cluster_table().items() if rule in wanted]
    for rule in sorted(wanted):
        pairs = _LITERAL.get(rule) or (tuple(mapping(rule).items()) if rule in _UNCONDITIONAL else ())
        found += [(before, after, rule) for before, after in pairs]
    yield from sorted(found, key=lambda row: (-len(row[0]), row[2]))


def to_huggingface(rule_ids: frozenset[str]) -> Expressed:
    """Build the normalizer; see `Normalizer.to_huggingface`."""
    from tokenizers import normalizers

    steps: list[Any] = [normalizers.NFC()] if "N01" in rule_ids else []
    rows = list(replacements(rule_ids))
    steps += [normalizers.Replace(before, after) for before, after, _ in rows]
    expressed = {rule for _, _, rule in rows} | ({"N01"} & rule_ids)
    return Expressed(
        normalizers.Sequence(steps),
        tuple(rule for rule in rules() if rule in expressed),
        tuple(rule for rule in rules() if rule in rule_ids - expressed),
    )
