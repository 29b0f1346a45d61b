"""A page of HTML read strictly: every element closed where it should be, ids unique, links that lead somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "input", "br"}
# What the view writes, and nothing else.
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "div", "a", "header", "h1", "h2", "nav", "ul", "li", "b",
    "p", "main", "section", "fieldset", "legend", "label", "input", "ruby", "span", "rp", "rt", "small",
    "table", "thead", "tbody", "tr", "th", "td", "del", "ins", "mark", "bdi", "br", "footer", "details",
    "summary"
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "dir", "aria-label", "aria-labelledby",
    "role", "tabindex", "id", "data-n", "type", "checked", "scope", "style"
}  # fmt: skip
_HIDDEN = {"rt", "rp"}
_NOT_CARRIED = re.compile("[\x00\ud800-\udfff]")


def carried(text: str) -> str:
    """Return what HTML can carry of a text: U+FFFD stands for NUL and lone surrogates."""
    return _NOT_CARRIED.sub("\ufffd", text)


class Outline(HTMLParser):
    """What a document says; parsing fails with an assertion where it is not well formed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.readings: list[str] = []
        self.rows: list[list[str]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))
        assert {link.removeprefix("#") for link in self.links} <= set(self.ids)
        assert all(link.startswith("#") for link in self.links)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        attributes = dict(attrs)
        assert len(attributes) == len(attrs)
        assert set(attributes) <= ATTRIBUTES, attributes
        if tag == "p":
            assert not self._inside("p")
        if tag == "a":
            assert not self._inside("a")
        self.elements.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"] or "")
        if tag == "a":
            self.links.append(attributes["href"] or "")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "rt":
            self.readings.append("")
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._inside("rt"):
            self.readings[-1] += data
        if self._inside("td") or self._inside("th"):
            self.rows[-1][-1] += data
        inside = any(attributes.get("class") == "g-text" for _, attributes in self.open)
        if inside and not any(self._inside(tag) for tag in _HIDDEN):
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def _inside(self, tag: str) -> bool:
        return any(name == tag for name, _ in self.open)

    @property
    def main_text(self) -> str:
        return "".join(self.text)

    def of_class(self, name: str) -> list[tuple[str, dict[str, str | None]]]:
        return [(tag, at) for tag, at in self.elements if name in (at.get("class") or "").split()]
