"""The engine: the stages that a set of rules needs, in the one order in which no stage undoes or feeds an earlier one.

A text is rewritten line by line. A search or two tell whether a line can hold anything to rewrite; only then do the
stages run, each over what the one before it left. A stage says what it changes as edits, so that normalizing and
explaining are the same work.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.normalization import folding, mojibake, repair
from gujtext.normalization.canonical import canonical_edits, nfc
from gujtext.normalization.clusters import ClusterRewriter, cluster_rules
from gujtext.normalization.edits import apply, compose
from gujtext.normalization.invisible import INVISIBLE_RULES, JOINER_RULES, SPACE_RULES, class_of, invisible_edits
from gujtext.normalization.rules import mapping
from gujtext.normalization.scan import LineTest, character_test, suspect_places
from gujtext.protected import find_protected
from gujtext.script import CHARACTER_CLASS, JOINER_CLASS, LETTER_CLASS, MARK_CLASS, NUKTA, VIRAMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gujtext.normalization.edits import Edit

# What every URL, address, handle or hashtag holds one of, besides @ # and /
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
# From so many characters on, testing all lines at once pays.
_LONG = 400
# These change Gujarati letters and marks into others, which cannot change where a URL or a handle next to them
# begins or ends.
_HARMLESS_NEIGHBOURS = frozenset(["clusters", "O05", "L01", "L02", "L03", "L04", "L05", "L06"])
# What these delete or decode may have kept marks apart, so that canonical order is to be looked at again.
_REGROUPING = frozenset(["P09", "P08", "invisible"])
# Everything else acts only on lines that hold Gujarati characters.
_ANY_SCRIPT = frozenset(["P09", "P08", "H05"])


class _Stage(NamedTuple):
    """One step of the engine.

    ``search`` finds nothing where there is nothing to do, and ``find`` makes edits of the line and what it found;
    ``apart`` keeps it away from characters that touch a URL or the like; one that is ``by_character`` looks for
    single characters.
    """

    search: Callable[[str], Any]
    find: Callable[[str, Any], list[Edit]]
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
        # The stages that look for more than a character, each with those that are to run once it finds something.
        # What it decodes may be characters that the line did not hold.
        self._gates = [
            (stage, [later for later in self._stages[k:] if stage.regrouping or not later.by_character])
            for k, stage in enumerate(self._stages)
            if not stage.by_character
        ]
        self._has_character: Callable[[str], object] = character_test(self._characters) if self._characters else _never
        # Where the test of all lines at once sees all that any stage looks for.
        whole = all(gate.search is suspect_places for gate, _ in self._gates)
        self.looked_for = self._characters if whole else None
        self._lines = LineTest(self._characters) if whole else None

    def normalize(self, text: str) -> str:
        """Return the rewritten text; the same object where nothing is to do."""
        if self._lines is not None and len(text) >= _LONG and "\n" in text:
            return self._suspect_lines(text, self._lines)
        if self._canonical:
            text = nfc(text)  # a line end composes with nothing
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

    def _suspect_lines(self, text: str, test: LineTest) -> str:
        pieces: list[str] = []
        done = 0
        for start, end in test.suspect_lines(text):
            line = text[start:end]
            new = self._line(nfc(line) if self._canonical else line)
            if new != line:
                pieces += (text[done:start], new)
                done = end
        if not pieces:
            return text
        pieces.append(text[done:])
        return "".join(pieces)

    def edits(self, text: str) -> list[Edit]:
        """Return what `normalize` changes, as edits of the text."""
        found: list[Edit] = []
        start = 0
        for line in text.split("\n"):
            length = len(line)
            steps: list[tuple[list[Edit], str]] = []
            if self._canonical:
                line = _in_canonical_order(line, steps)
            self._line(line, steps)
            total: list[Edit] = []
            for edits, before in steps:
                total = compose(total, edits, before)
            found += [(start + a, start + b, after, rule) for a, b, after, rule in total]
            start += length + 1
        return found

    def _line(self, line: str, steps: list[tuple[list[Edit], str]] | None = None) -> str:
        """Return one line rewritten; ``steps`` takes what each stage changed, and the line before it.

        The line is in canonical order, if that is among the rules.
        """
        if self._has_character(line):
            return self._through_stages(line, steps, self._stages)
        for gate, stages in self._gates:
            found = gate.search(line)
            if found:
                return self._through_stages(line, steps, stages, found)
        return line

    def _through_stages(
        self, line: str, steps: list[tuple[list[Edit], str]] | None, stages: list[_Stage], first_found: object = None
    ) -> str:
        """Run stages; ``first_found`` is what the first of them is known to find."""
        gujarati = _HAS_GUJARATI.search(line) is not None
        for stage in stages:
            found, first_found = first_found, None
            if not (gujarati or stage.any_script) or not (found or (found := stage.search(line))):
                continue
            edits = _outside_protected(stage.find(line, found), line, stage.apart)
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
        find: Callable[[str, Any], list[Edit]]
        if name == "invisible":
            characters = class_of(INVISIBLE_RULES + SPACE_RULES, self._rules)
            joiners = "" if self._rules.isdisjoint(JOINER_RULES) else JOINER_CLASS
            by_character = characters + joiners
            find = partial(_with_argument, invisible_edits, self._rules)
        elif name == "clusters":
            search, find = suspect_places, ClusterRewriter(self._rules).edits
        else:
            finder, trigger = _FINDERS[name]
            by_character = "" if trigger else "".join(mapping(name))
            search = re.compile(trigger).search
            if name == "T01":  # a nukta that is to go need not come back to its letter first
                finder = partial(repair.split_mark_edits, nukta="L04" not in self._rules)
            find = partial(_with_argument, finder, name)
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


def _with_argument(finder: Callable[[str, Any], Iterable[Edit]], argument: object, line: str, _: object) -> list[Edit]:
    """Return the edits of a finder that searches the line itself, as a list."""
    return [*finder(line, argument)]


def _in_canonical_order(line: str, steps: list[tuple[list[Edit], str]] | None) -> str:
    canonical = nfc(line)
    if canonical is not line and steps is not None:
        steps.append((canonical_edits(line), line))
    return canonical


def _outside_protected(edits: list[Edit], line: str, apart: bool) -> list[Edit]:
    """Leave out edits inside URLs, addresses, handles and hashtags; with ``apart`` also those that touch one.

    White space may always become other white space, which ends a URL as well.
    """
    if not edits or not ("@" in line or "#" in line or "/" in line or _DOT_INSIDE.search(line)):
        return edits
    # A reserved danda ends a URL like the danda that it will be.
    for reserved, danda in mapping("H05").items():
        if reserved in line:
            line = line.replace(reserved, danda)
    kept = []
    spans: list[tuple[int, int]] = []
    searched = -1  # how far the spans are known
    for edit in edits:
        start, end, after, _ = edit
        if end > searched:  # none of them goes beyond a space
            begin, searched = line.rfind(" ", 0, start) + 1, line.find(" ", end)
            searched = len(line) if searched < 0 else searched
            spans = [(begin + a, begin + b) for a, b, _ in find_protected(line[begin:searched])]
            k = 0
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
