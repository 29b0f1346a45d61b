"""The engine: the stages that a set of rules needs, in the one order in which no stage undoes or feeds an earlier one.

A text is rewritten line by line. A search or two tell whether a line can hold anything to rewrite; only then do the
stages run, each over what the one before it left. A stage says what it changes as edits, so that normalizing and
explaining are the same work.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from gujtext.normalization import folding, mojibake, repair
from gujtext.normalization.canonical import canonical_edits, nfc
from gujtext.normalization.clusters import ClusterRewriter, cluster_rules
from gujtext.normalization.edits import apply, compose
from gujtext.normalization.invisible import INVISIBLE_RULES, JOINER_RULES, SPACE_RULES, class_of, invisible_edits
from gujtext.normalization.rules import mapping
from gujtext.normalization.scan import character_test, may_hold_bad_pair
from gujtext.protected import find_protected
from gujtext.script import CHARACTER_CLASS, JOINER_CLASS, LETTER_CLASS, MARK_CLASS, NUKTA, VIRAMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gujtext.normalization.edits import Edit

# What every URL, address, handle or hashtag holds one of, besides @ # and :/
_DOT_INSIDE = re.compile(r"\.[A-Za-z0-9]")
_HAS_GUJARATI = re.compile(f"[{CHARACTER_CLASS}]")

# Rules that are a stage each: what finds their edits, and the pattern without which it finds none ("" for the
# characters of their mapping).
_FINDERS: dict[str, tuple[Callable[[str, str], Iterable[Edit]], str]] = {
    "P09": (mojibake.encoding_edits, "[àÃâ]"),
    "P08": (mojibake.entity_edits, "&"),
    "P07": (folding.mapped_edits, ""),
    "S02": (folding.mapped_edits, ""),
    "D02": (folding.number_edits, ""),
    "C01": (folding.mapped_edits, ""),
    "H05": (folding.mapped_edits, ""),
    "S03": (repair.digit_in_word_edits, f"[૨૫](?=[{LETTER_CLASS}{MARK_CLASS}])"),
    "S04": (repair.letter_in_number_edits, "(?<=[૦-૯])[રપ]"),
    "S01": (folding.mapped_edits, ""),
    "L03": (folding.mapped_edits, ""),
    "L04": (folding.nukta_edits, NUKTA),
    "L05": (folding.mapped_edits, ""),
    "L06": (folding.mapped_edits, ""),
    "T01": (repair.split_mark_edits, f" (?=[{MARK_CLASS}])"),
    "O05": (repair.rakar_edits, f"{VIRAMA}(?=ર)(?<![{LETTER_CLASS}{NUKTA}].)"),
    "L02": (folding.spelled_nasal_edits, "ં"),
    "L01": (folding.folded_nasal_edits, f"[ઙઞણનમ](?={VIRAMA})"),
    "L08": (folding.elongation_edits, f"([{LETTER_CLASS}])\\1\\1"),
    "C02": (folding.rupee_edits, "રૂ|૱"),
    "P02": (repair.pipe_edits, r"\|"),
    "P01": (repair.danda_edits, "।(?=।)"),
    "P03": (repair.colon_edits, f":(?=[{LETTER_CLASS}])"),
    "P05": (repair.visarga_edits, "ઃ"),
    "P06": (folding.mapped_edits, ""),
    "D01": (folding.mapped_edits, ""),
}
# What makes Gujarati letters or digits comes before what looks at them; what makes clusters before the cluster
# rewriter, what looks at whole clusters after it; what takes Gujarati characters away last.
_ORDER = [
    *("P09", "P08", "P07", "S02", "D02", "C01", "H05", "invisible"),
    *("S01", "L04", "S03", "S04", "L03", "L05", "L06", "clusters"),
    *("T01", "O05", "L02", "L01", "L08"),
    *("C02", "P02", "P01", "P03", "P05", "P06", "D01"),
]
# These change Gujarati letters and marks into others, which cannot change where a URL or a handle next to them
# begins or ends.
_HARMLESS_NEIGHBOURS = frozenset(["clusters", "O05", "L01", "L02", "L03", "L04", "L05", "L06"])
# What these delete or decode may have kept marks apart, so that canonical order is to be looked at again.
_REGROUPING = frozenset(["P09", "P08", "invisible"])
# Everything else acts only on lines that hold Gujarati characters.
_ANY_SCRIPT = frozenset(["P09", "P08", "H05"])


class _Stage(NamedTuple):
    """One step of the engine.

    ``search`` finds nothing where ``find`` has nothing to do; ``apart`` keeps it away from characters that touch a
    URL or the like; one that is ``by_character`` looks for single characters.
    """

    search: Callable[[str], object]
    find: Callable[[str], Iterable[Edit]]
    apart: bool
    regrouping: bool
    any_script: bool
    by_character: bool


class Engine:
    """Rewrites text by one set of rules.

    Arguments:
        rules: ids of the rules to apply.
    """

    def __init__(self, rules: frozenset[str]) -> None:
        self._rules = rules
        self._canonical = "N01" in rules
        self._characters = ""  # what the stages look for that look for single characters
        self._stages = [self._stage(name) for name in _ORDER if self._needs(name)]
        self._gates = [stage.search for stage in self._stages if not stage.by_character]
        self._has_character: Callable[[str], object] = character_test(self._characters) if self._characters else _never

    def normalize(self, text: str) -> str:
        """Return the rewritten text; the same object where nothing is to do."""
        if "\n" not in text:
            return self._line(text)
        lines = text.split("\n")
        changed = False
        for number, line in enumerate(lines):
            new = self._line(line)
            if new is not line:
                lines[number] = new
                changed = True
        return "\n".join(lines) if changed else text

    def edits(self, text: str) -> list[Edit]:
        """Return what `normalize` changes, as edits of the text."""
        found: list[Edit] = []
        start = 0
        for line in text.split("\n"):
            steps: list[tuple[list[Edit], str]] = []
            self._line(line, steps)
            total: list[Edit] = []
            for edits, before in steps:
                total = compose(total, edits, before)
            found += [(start + a, start + b, after, rule) for a, b, after, rule in total]
            start += len(line) + 1
        return found

    def _line(self, line: str, steps: list[tuple[list[Edit], str]] | None = None) -> str:
        """Return one line rewritten; ``steps`` takes what each stage changed, and the line before it."""
        if self._canonical:
            line = _in_canonical_order(line, steps)
        if self._has_character(line):
            return self._through_stages(line, steps, by_character=True)
        for gate in self._gates:
            if gate(line):
                return self._through_stages(line, steps, by_character=False)
        return line

    def _through_stages(self, line: str, steps: list[tuple[list[Edit], str]] | None, by_character: bool) -> str:
        """Run the stages; without ``by_character`` those that look for a character which is not there are skipped."""
        gujarati = _HAS_GUJARATI.search(line) is not None
        for stage in self._stages:
            if stage.by_character and not by_character:
                continue
            if not (gujarati or stage.any_script) or not stage.search(line):
                continue
            edits = _outside_protected([*stage.find(line)], line, stage.apart)
            if not edits:
                continue
            if steps is not None:
                steps.append((edits, line))
            line = apply(line, edits)
            if stage.regrouping:
                gujarati = _HAS_GUJARATI.search(line) is not None
                if self._canonical:
                    line = _in_canonical_order(line, steps)
        return line

    def _needs(self, name: str) -> bool:
        if name == "invisible":
            return not self._rules.isdisjoint(INVISIBLE_RULES + JOINER_RULES + SPACE_RULES)
        if name == "clusters":
            return not self._rules.isdisjoint(cluster_rules())
        return name in self._rules

    def _stage(self, name: str) -> _Stage:
        by_character = ""
        search: Callable[[str], object]
        find: Callable[[str], Iterable[Edit]]
        if name == "invisible":
            characters = class_of(INVISIBLE_RULES + SPACE_RULES, self._rules)
            joiners = "" if self._rules.isdisjoint(JOINER_RULES) else JOINER_CLASS
            by_character = characters + joiners
            find = partial(invisible_edits, rules=self._rules)
        elif name == "clusters":
            search, find = may_hold_bad_pair, ClusterRewriter(self._rules).edits
        else:
            finder, trigger = _FINDERS[name]
            by_character = "" if trigger else "".join(mapping(name))
            search = re.compile(trigger).search
            if name == "T01":  # a nukta that is to go need not come back to its letter first
                finder = partial(repair.split_mark_edits, nukta="L04" not in self._rules)
            find = partial(_with_rule, finder, name)
        if by_character:
            search = character_test(by_character)
            self._characters += by_character
        return _Stage(
            search,
            find,
            apart=name not in _HARMLESS_NEIGHBOURS,
            regrouping=name in _REGROUPING,
            any_script=name in _ANY_SCRIPT,
            by_character=bool(by_character),
        )


def _never(line: str) -> bool:
    return False


def _with_rule(finder: Callable[[str, str], Iterable[Edit]], rule: str, line: str) -> Iterable[Edit]:
    return finder(line, rule)


def _in_canonical_order(line: str, steps: list[tuple[list[Edit], str]] | None) -> str:
    canonical = nfc(line)
    if canonical is not line and steps is not None:
        steps.append((canonical_edits(line), line))
    return canonical


def _outside_protected(edits: list[Edit], line: str, apart: bool) -> list[Edit]:
    """Leave out edits inside URLs, addresses, handles and hashtags; with ``apart`` also those that touch one.

    White space may always become other white space, which ends a URL as well.
    """
    if not edits or not ("@" in line or "#" in line or ":/" in line or _DOT_INSIDE.search(line)):
        return edits
    # A reserved danda ends a URL like the danda that it will be.
    for reserved, danda in mapping("H05").items():
        if reserved in line:
            line = line.replace(reserved, danda)
    spans = [(start, end) for start, end, _ in find_protected(line)]
    if not spans:
        return edits
    kept = []
    k = 0
    for edit in edits:
        start, end, after, _ = edit
        margin = 1 if apart and not (line[start:end].isspace() and after.isspace()) else 0
        while k < len(spans) and spans[k][1] + margin <= start:
            k += 1
        if k == len(spans) or end + margin <= spans[k][0]:
            kept.append(edit)
    return kept


@cache
def engine(rules: frozenset[str]) -> Engine:
    """Return the engine of a set of rules, built once."""
    return Engine(rules)
