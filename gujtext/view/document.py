"""The page and the fragment: summary, legend with filters, the text, the tables."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from gujtext.diff_html import escaped
from gujtext.resources import read_bytes
from gujtext.script import has_gujarati
from gujtext.types import TOKEN_KINDS, GujtextError, require_text
from gujtext.view.annotations import annotate
from gujtext.view.body import text_html
from gujtext.view.tables import PLURALS, Section, sections

if TYPE_CHECKING:
    from gujtext.view.annotations import Annotated

# Longer texts are shown from their beginning: a browser takes long over more elements. In code points.
PAGE_LIMIT = 100_000
FRAGMENT_LIMIT = 20_000

# Nothing runs on the page and nothing is fetched, whatever the text says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# Filter -> its label and the example in the legend.
_LAYERS = {
    "names": (
        "names in Latin letters",
        '<ruby class="g-name" lang="gu"><span class="g-base">સુરત</span><rt lang="en">Surat</rt></ruby>',
    ),
    "numbers": (
        "values of numbers",
        '<ruby class="g-value" lang="gu"><span class="g-base">દોઢ</span><rt lang="en">1.5</rt></ruby>',
    ),
    "changes": ("changes", '<span class="g-mark g-change">c1</span>'),
    "findings": ("findings", '<span class="g-mark g-finding">f1</span>'),
}


def page(text: str, title: str = "Gujarati text", *, limit: int | None = PAGE_LIMIT, length: int | None = None) -> str:
    """Return a text as one self-contained page of HTML.

    Arguments:
        text: any text.
        title: the page's title and heading, such as the name of the file.
        limit: how much is shown, in code points, cut at a line end or space before; ``None``: everything.
        length: how long the whole text is where ``text`` is only its beginning.

    Returns:
        The page; offsets on it are code points of the text, ids ``s1``, ``s2`` ... are its sentences. What HTML cannot
        carry, NUL and lone surrogates, is shown as U+FFFD.

    Raises:
        GujtextError: the limit is less than 1.
        TypeError: the text or title is no ``str``.

    Example:
        >>> html = page("પુતિનની મુલાકાત <i>", title="a & b")
        >>> '<rt lang="en">Putin</rt>' in html, "<i>" in html, "<title>a &amp; b</title>" in html
        (True, False, True)
    """
    require_text(text)
    require_text(title)
    shown = _beginning(text, limit)
    found = annotate(shown)
    tables = sections(found)
    heading = f'<h1{_language(title)} dir="auto">{escaped(title)}</h1>'
    header = f"<header>\n{heading}\n{_summary(found, tables)}\n{_note(shown, length or len(text))}</header>"
    parts = "\n".join(
        f'<section aria-labelledby="{one.key}">\n<h2 id="{one.key}">{one.heading}</h2>\n{one.html}\n</section>'
        for one in tables
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        '<body>\n<div class="gujtext g-page">\n<a class="g-skip" href="#text">Skip to the text</a>\n'
        f'{header}\n<main>\n<div class="g-columns">\n{_legend(found)}\n'
        f'<section aria-labelledby="text">\n<h2 id="text" tabindex="-1">Text</h2>\n{_text(found, "")}\n</section>\n'
        f"</div>\n{parts}\n</main>\n"
        "<footer><p>Places count code points from the beginning of the text, the end not included. "
        "Made with gujtext.</p></footer>\n</div>\n</body>\n</html>\n"
    )


def fragment(text: str, *, limit: int | None = FRAGMENT_LIMIT) -> str:
    r"""Return a text as HTML to stand in another page, as a notebook shows it; tables are folded.

    Arguments:
        text: any text.
        limit: how much is shown, in code points; ``None``: everything.

    Returns:
        A style sheet and one ``<div>``; ids differ from text to text.

    Raises:
        GujtextError: the limit is less than 1.
        TypeError: the text is no ``str``.

    Example:
        >>> html = fragment("રશિયા <i>")
        >>> html.count("<div class=\"gujtext\">"), "<i>" in html, '<rt lang="en">Russia</rt>' in html
        (1, False, True)
    """
    require_text(text)
    shown = _beginning(text, limit)
    found = annotate(shown)
    prefix = f"g{crc32(shown.encode('utf-8', 'surrogatepass')):08x}-"
    tables = sections(found, prefix)
    parts = "\n".join(
        f'<details>\n<summary id="{prefix}{one.key}">{one.heading} ({one.amount:,})</summary>\n{one.html}\n</details>'
        for one in tables
    )
    return (
        f'<style>\n{_style()}</style>\n<div class="gujtext">\n{_note(shown, len(text))}'
        f"{_legend(found)}\n{_text(found, prefix)}\n{parts}\n</div>\n"
    )


@cache
def _style() -> str:
    return read_bytes("view/page.css").decode("utf-8")


def _beginning(text: str, limit: int | None) -> str:
    """Return the text, or so much of it as the limit allows, cut where a line or at least a word ends."""
    if limit is not None and limit < 1:
        raise GujtextError(f"limit is {limit}; it is a number of code points, at least 1")
    if limit is None or len(text) <= limit:
        return text
    cut = text.rfind("\n", limit // 2, limit) + 1 or text.rfind(" ", limit // 2, limit) + 1 or limit
    return text[:cut]


def _note(shown: str, length: int) -> str:
    if len(shown) >= length:
        return ""
    return f'<p class="g-note" role="note">Only the first {len(shown):,} of {length:,} characters are shown.</p>\n'


def _language(text: str) -> str:
    return ' lang="gu"' if has_gujarati(text) else ""


def _summary(found: Annotated, tables: list[Section]) -> str:
    """Return the counts, each a link to what was counted."""
    counts = {one.key: one.amount for one in tables}
    rows = [
        ("text", len(found.text), "character", "characters"),
        ("text", len(found.sentences), "sentence", "sentences"),
        ("tokens", counts["tokens"], "token", "tokens"),
        ("names", counts["names"], "name", "names"),
        ("numbers", counts["numbers"], "number", "numbers"),
        ("changes", counts["changes"], "change", "changes"),
        ("findings", counts["findings"], "finding", "findings"),
    ]
    items = "\n".join(
        f'<li><a href="#{key}"><b>{count:,}</b> {one if count == 1 else many}</a></li>'
        for key, count, one, many in rows
    )
    return f'<nav aria-label="Summary">\n<ul class="g-summary">\n{items}\n</ul>\n</nav>'


def _legend(found: Annotated) -> str:
    """Return what the colours mean; every entry is a box that switches its colour off, without a script."""
    counts = Counter(token.kind for token in found.tokens)
    kinds = [
        _filter(kind, f'<span class="g-{kind}">{PLURALS[kind]}</span> <small>{counts[kind]:,}</small>')
        for kind in TOKEN_KINDS
        if counts[kind] and kind != "word"
    ]
    layers = [_filter(key, f"{label} {example}") for key, (label, example) in _LAYERS.items()]
    running = '<label><input type="checkbox" class="g-f-running"> running text</label>'
    return (
        '<div class="g-legend" role="group" aria-label="Legend and filters">\n'
        f"<fieldset><legend>Marked</legend>\n{''.join(layers)}</fieldset>\n"
        + (f"<fieldset><legend>Coloured</legend>\n{''.join(kinds)}</fieldset>\n" if kinds else "")
        + f'<fieldset class="g-layout"><legend>Layout</legend>\n{running}</fieldset>\n</div>'
    )


def _filter(key: str, label: str) -> str:
    return f'<label><input type="checkbox" class="g-f-{key}" checked> {label}</label>\n'


def _text(found: Annotated, prefix: str) -> str:
    content = text_html(found, prefix) if found.text else ""
    return f'<div class="g-text" lang="gu">{content}</div>'
