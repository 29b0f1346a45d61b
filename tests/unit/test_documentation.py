"""The documents: links that lead somewhere, figures that were measured, docstrings that say everything."""

from __future__ import annotations

import importlib.util
import inspect
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

import gujtext

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = sorted(
    path
    for pattern in ("*.md", "*/*.md", "*/*/*.md")
    for path in REPOSITORY.glob(pattern)
    if ".pytest" not in str(path)
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def prose(path: Path) -> str:
    return _FENCED.sub("", path.read_text(encoding="utf-8"))


def sections(path: Path) -> dict[str, str]:
    """Return the text under each heading of a page, by anchor."""
    _, *pieces = _HEADING.split(prose(path))
    return {slug(heading): text for heading, text in zip(pieces[::2], pieces[1::2], strict=True)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    broken = []
    for link in _LINK.findall(prose(page)):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        file, anchor = urldefrag(link)
        target = page.parent / file if file else page
        if not target.exists() or (anchor and unquote(anchor) not in sections(target)):
            broken.append(link)
    assert broken == []


def test_the_readme_quotes_only_figures_of_the_results() -> None:
    """Each row of the table of peers links to the section of the results that holds its figures."""
    results = sections(REPOSITORY / "benchmarks" / "RESULTS.md")
    table = sections(REPOSITORY / "README.md")["beside-the-peers"]
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")][2:]
    assert len(rows) >= 8
    for what, *cells in rows:
        anchors = [urldefrag(link).fragment for link in _LINK.findall(what)]
        measured = {figure for anchor in anchors for figure in _FIGURE.findall(results[anchor])}
        quoted = {figure for cell in cells for figure in _FIGURE.findall(cell)}
        assert quoted, what
        assert quoted <= measured, f"{what}: not in the results: {sorted(quoted - measured)}"


@pytest.mark.parametrize("name", [name for name in gujtext.__all__ if inspect.isfunction(getattr(gujtext, name))])
def test_every_public_function_says_what_it_takes_gives_and_refuses(name: str) -> None:
    """An example is run by the doctests; what it shows is not checked here."""
    text = getattr(gujtext, name).__doc__
    assert ">>> " in text, "no example"
    assert "Raises:" in text, "no errors"
    assert "Returns:" in text or text.startswith(("Tell whether", "Return ")), "not what it returns"


class _Links(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a" and (link := found.get("href")):
            self.links.append(link)
        if anchor := found.get("id"):
            self.anchors.add(anchor)


@pytest.mark.skipif(importlib.util.find_spec("pdoc") is None, reason="pdoc is not installed")
def test_the_reference_is_built_and_its_links_lead_somewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pdoc", "--docformat", "google", "-o", str(tmp_path), "gujtext"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY)
    assert run.returncode == 0, run.stderr
    pages = {page: _Links(page.read_text(encoding="utf-8")) for page in tmp_path.rglob("*.html")}
    reference = pages[tmp_path / "gujtext.html"]
    assert {name for name in gujtext.__all__ if name != "__version__"} <= reference.anchors
    broken = []
    for page, found in pages.items():
        for link in found.links:
            file, anchor = urldefrag(link)
            target = (page.parent / file).resolve() if file else page
            if "://" not in link and (target not in pages or (anchor and anchor not in pages[target].anchors)):
                broken.append((page.name, link))
    assert broken == []
