"""What was found, as tables: names, numbers, changes, findings, kinds of tokens."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gujtext.diff_html import escaped, in_context, sides
from gujtext.normalization import rule_text
from gujtext.script import DOTTED_CIRCLE, MARK_CLASS
from gujtext.types import TOKEN_KINDS
from gujtext.view.values import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.types import NameMatch, NumberMatch
    from gujtext.view.annotations import Annotated

# So many rows of a table are shown, places of a name, and examples of a kind; what is left out is counted.
MOST_ROWS = 1000
_MOST_PLACES = 20
_MOST_EXAMPLES = 8
_SIGN = re.compile(f"[{MARK_CLASS}]")

# Kind of token -> how a reader calls several of them.
PLURALS = {
    "word": "words",
    "number": "figures",
    "date": "dates",
    "time": "times",
    "url": "web addresses",
    "email": "e-mail addresses",
    "mention": "mentions",
    "hashtag": "hashtags",
    "emoji": "emoji",
    "punct": "punctuation",
    "symbol": "symbols",
}


class Section(NamedTuple):
    """A heading and what stands below it; ``amount`` is what the summary says."""

    key: str
    heading: str
    amount: int
    html: str


def sections(found: Annotated, prefix: str = "") -> list[Section]:
    """Return every table of a text.

    Arguments:
        found: the text and what was found in it.
        prefix: of every id, so that two texts can stand in one document.
    """
    names = _grouped(found)
    changes = len(found.changes)
    return [
        _section(prefix, "names", "Names", len(found.names), _names(found, names, prefix), len(names)),
        _section(prefix, "numbers", "Numbers", len(found.numbers), _numbers(found, prefix)),
        _section(prefix, "changes", "What normalization changes", changes, _changes(found, prefix)),
        _section(prefix, "findings", "What is not well formed", len(found.findings), _findings(found, prefix)),
        _section(prefix, "tokens", "Tokens by kind", len(found.tokens), _kinds(found)),
    ]


_COLUMNS = {
    "names": ("Name", "Latin", "Endings", "Times", "Places"),
    "numbers": ("Place", "Text", "Kind", "Value", "Ending", "Other readings"),
    "changes": ("Number", "Place", "Before", "After", "Rule"),
    "findings": ("Number", "Place", "Where it stands", "What is wrong", "Code"),
    "tokens": ("Kind", "Times", "Different", "Most frequent"),
}


def _section(prefix: str, key: str, heading: str, count: int, rows: Iterator[str], total: int | None = None) -> Section:
    if not count:
        return Section(key, heading, 0, "<p>None.</p>")
    head = "".join(f'<th scope="col">{column}</th>' for column in _COLUMNS[key])
    body = "\n".join(islice(rows, MOST_ROWS))
    left = (count if total is None else total) - MOST_ROWS
    note = f"\n<p>And {left:,} more, not shown here.</p>" if left > 0 and key != "tokens" else ""
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    # What scrolls must be reached by the keyboard.
    scroll = f'<div class="g-scroll" role="region" aria-labelledby="{prefix}{key}" tabindex="0">'
    return Section(key, heading, count, f"{scroll}\n{table}\n</div>{note}")


def _row(cells: list[str], key: str = "") -> str:
    name = f' id="{key}"' if key else ""
    return f"<tr{name}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _place(found: Annotated, start: int, end: int, prefix: str) -> str:
    """Return a place as a reader sees it, a link to its sentence."""
    sentence = found.sentence_at(start)
    place = f"{start}&ndash;{end}"
    link = f' <a href="#{prefix}s{sentence}">sentence&nbsp;{sentence}</a>' if sentence else ""
    return f'<span class="g-place">{place}{link}</span>'


def _gujarati(text: str) -> str:
    return f'<bdi lang="gu">{escaped(text)}</bdi>'


def _ending(text: str) -> str:
    """Return a glued ending; a vowel sign stands on a dotted circle."""
    return _gujarati((DOTTED_CIRCLE if _SIGN.match(text) else "-") + text)


def _grouped(found: Annotated) -> dict[tuple[str, str], list[NameMatch]]:
    """Return the names by spelling, the frequent first."""
    groups: dict[tuple[str, str], list[NameMatch]] = defaultdict(list)
    for name in found.names:
        groups[name.text, name.latin].append(name)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def _names(found: Annotated, groups: dict[tuple[str, str], list[NameMatch]], prefix: str) -> Iterator[str]:
    for (text, latin), names in groups.items():
        places = [_place(found, name.start, name.end, prefix) for name in names[:_MOST_PLACES]]
        if len(names) > _MOST_PLACES:
            places.append(f"and {len(names) - _MOST_PLACES:,} more")
        endings = Counter(name.suffix for name in names if name.suffix)
        shown = ", ".join(_ending(ending) for ending, _ in endings.most_common(_MOST_EXAMPLES))
        yield _row([_gujarati(text), escaped(latin), shown, str(len(names)), ", ".join(places)])


def _numbers(found: Annotated, prefix: str) -> Iterator[str]:
    for number in found.numbers:
        cells = [
            _place(found, number.start, number.end, prefix),
            _gujarati(number.text),
            number.kind,
            escaped(reading(number)),
            _ending(number.suffix) if number.suffix else "",
            escaped("; ".join(map(_alternative, number.alternatives))),
        ]
        yield _row(cells)


def _alternative(number: NumberMatch) -> str:
    ending = f", ending -{number.suffix}" if number.suffix else ""
    return f"{number.kind} {reading(number)}{ending}"


def _changes(found: Annotated, prefix: str) -> Iterator[str]:
    for index, change in enumerate(found.changes, 1):
        place = _place(found, change.start, change.end, prefix)
        cells = [f"c{index}", place, *sides(found.text, change), escaped(rule_text(change.rule))]
        yield _row(cells, f"{prefix}c{index}")


def _findings(found: Annotated, prefix: str) -> Iterator[str]:
    for index, (start, end, code, message) in enumerate(found.findings, 1):
        cells = [
            f"f{index}",
            _place(found, start, end, prefix),
            in_context(found.text, start, end, found.text[start:end], "mark"),
            escaped(message),
            escaped(rule_text(code)),
        ]
        yield _row(cells, f"{prefix}f{index}")


def _kinds(found: Annotated) -> Iterator[str]:
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for token in found.tokens:
        by_kind[token.kind][token.text] += 1
    for kind in TOKEN_KINDS:
        if kind in by_kind:
            counts = by_kind[kind]
            examples = [f"{_gujarati(text)}&nbsp;×{n}" for text, n in counts.most_common(_MOST_EXAMPLES)]
            name = f'<span class="g-{kind}">{PLURALS[kind]}</span>'
            yield _row([name, f"{counts.total():,}", f"{len(counts):,}", ", ".join(examples)])
