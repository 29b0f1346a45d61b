"""The text itself: numbered sentences, tokens of a colour, names and numbers with what they mean, marked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gujtext.diff_html import escaped, inked
from gujtext.script import has_gujarati
from gujtext.view.layers import Stretch, element, nested
from gujtext.view.tables import MOST_ROWS
from gujtext.view.values import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.view.annotations import Annotated

# A longer number is in its table alone: nobody reads it in passing.
_LONGEST = 60
_LATIN = re.compile("[A-Za-z]")


class _Mark(NamedTuple):
    """A change or finding where it is shown: over whole clusters, with its label and the id to go to."""

    start: int
    end: int
    kind: str
    label: str
    row: str


def text_html(found: Annotated, prefix: str = "") -> str:
    """Return the text as HTML; without ``<rt>`` its text content is the text.

    Arguments:
        found: the text and what was found in it.
        prefix: of every id, so that two texts can stand in one document.
    """
    layers = [_sentences(found, prefix), _readings(found), _marks(found, prefix), _tokens(found)]
    return nested(found.text, layers)


def _sentences(found: Annotated, prefix: str) -> list[Stretch]:
    """Return the sentences, and the white space between them, which is where paragraphs show."""
    stretches = []
    done = 0
    for number, (sentence, start, end) in enumerate(found.sentences, 1):
        stretches += _gap(found.text, done, start)
        key = f"{prefix}s{number}"
        language = ' lang="en"' if _is_latin(sentence) else ""
        link = f'<a class="g-no" href="#{key}" aria-label="Sentence {number}" data-n="{number}"></a>'
        stretches.append(element(start, end, f'<p class="g-s" id="{key}"{language}>{link}', "p"))
        done = end
    return stretches + _gap(found.text, done, len(found.text))


def _gap(text: str, start: int, end: int) -> list[Stretch]:
    if start == end:
        return []
    paragraph = " g-par" if "\n" in text[start:end] else ""
    return [element(start, end, f'<span class="g-gap{paragraph}">', "span")]


def _is_latin(text: str) -> bool:
    return _LATIN.search(text) is not None and not has_gujarati(text)


def _readings(found: Annotated) -> list[Stretch]:
    """Return names with their Latin spelling and numbers with their value; a number inside a name is not shown."""
    wanted = [(name.start, name.end, 0, "g-name", name.latin) for name in found.names]
    for number in found.numbers:
        shown = reading(number)
        if len(number.text) <= _LONGEST and shown.replace("\u2013", "-") != number.text:
            wanted.append((number.start, number.end, 1, "g-value", shown))
    taken = [(name.start, name.end) for name in found.names]
    stretches: list[Stretch] = []
    done = place = 0
    for start, end, rank, kind, shown in sorted(wanted):
        first, last = inked(found.text, start, end)
        while place < len(taken) and taken[place][1] <= first:
            place += 1
        in_name = rank and place < len(taken) and taken[place][0] < last
        first = max(first, done)
        if in_name or first >= last:
            continue
        done = last
        # The inner element keeps a browser from moving the first letter away from its vowel sign.
        opening = f'<ruby class="{kind}"><span class="g-base">'
        closing = f'</span><rp> (</rp><rt lang="en">{escaped(shown)}</rt><rp>)</rp></ruby>'
        stretches.append(Stretch(first, last, opening, closing, opening, "</span></ruby>"))
    return stretches


def _tokens(found: Annotated) -> list[Stretch]:
    stretches = []
    for text, start, end, kind in found.tokens:
        language = ' lang="en"' if kind == "word" and _LATIN.match(text) else ""
        stretches.append(element(start, end, f'<span class="g-{kind}"{language}>', "span"))
    return stretches


def _marks(found: Annotated, prefix: str) -> list[Stretch]:
    """Return changes and findings as links to their rows; what overlaps becomes one link, to the first."""
    marks = sorted([*_places(found, "change", prefix), *_places(found, "finding", prefix)])
    groups: list[list[_Mark]] = []
    reached = 0
    for mark in marks:
        if groups and mark.start < reached:
            groups[-1].append(mark)
        else:
            groups.append([mark])
        reached = max(reached, mark.end)
    stretches = []
    for group in groups:
        classes = " ".join(sorted({f"g-{mark.kind}" for mark in group}))
        first = {mark.kind: mark for mark in reversed(group)}
        label = " ".join(mark.label for _, mark in sorted(first.items()))
        opening = f'<a class="g-mark {classes}" href="#{group[0].row}">'
        # The label stands once, at the end of the last part.
        closing = f'<span class="g-label" data-n="{label}"></span></a>'
        stretches.append(Stretch(group[0].start, max(mark.end for mark in group), opening, closing, opening, "</a>"))
    return stretches


def _places(found: Annotated, kind: str, prefix: str) -> Iterator[_Mark]:
    text = found.text
    places = [(one.start, one.end) for one in (found.changes if kind == "change" else found.findings)]
    for number, (start, end) in enumerate(places, 1):
        if start == end and (start == 0 or text[start - 1].isspace()):
            end = min(len(text), start + 1)  # what is put at the beginning of a line is shown on what follows
        first, last = inked(text, start, end)
        if first < start and text[first].isspace():
            first += 1  # the label makes a place without ink visible
        if first < last:
            label = f"{kind[0]}{number}"
            yield _Mark(first, last, kind, label, prefix + (label if number <= MOST_ROWS else f"{kind}s"))
