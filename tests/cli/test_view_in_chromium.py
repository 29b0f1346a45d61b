"""The page in a real browser: nothing of the text runs, what is promised is there, and people can use it.

Chromium is driven through its DevTools pipe, with the standard library alone; without Chromium the tests are skipped.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from html_outline import carried

import gujtext
from gujtext import view

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 60  # seconds for one answer
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

HOSTILE = (
    "<script>window.hacked = 1</script> અેક ગામ.\r\n"
    "<img src=x onerror='window.hacked = 2'> \"><svg onload=window.hacked=3> </div></p></main>\n"
    "&lt;b&gt; &#13; &amp <!-- <style>*{display:none}</style> ]]> javascript:alert(1)\n\n"
    "પુતિનની મુલાકાત રશિયામાં, સાડા છ વાગ્યે \u202eઉલટું\u202c ૧૮-૦૬-૨૦૨૪.\r"
    "\x00 \ud800 \x1b[31m \ufeffશંુ\u200b ક્ૂડ\ttab 👩‍👩‍👧 https://example.org/<x> a@b.in #ગુજરાત @abc ૧2\n"
) + "<textarea>" * 3

# The contrast of every visible piece of text with what lies behind it, as WCAG 2 computes it; the worst ones.
CONTRAST = """(() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const c = rgb(getComputedStyle(node).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const found = {};
  const walker = document.createTreeWalker(document.querySelector(".gujtext"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.checkVisibility() || parent.closest("style")) continue;
    const [a, b] = [light(rgb(getComputedStyle(parent).color)), light(behind(parent))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const key = parent.tagName + "." + parent.className;
    found[key] = Math.min(ratio, found[key] ?? 99);
  }
  return JSON.stringify(found);
})()"""

PLAIN_TEXT = """(() => {
  const copy = document.querySelector(".g-text").cloneNode(true);
  copy.querySelectorAll("rt, rp").forEach((one) => one.remove());
  return copy.textContent;
})()"""


class Browser:
    """One page in a headless browser: commands by ``call``, what it complained about in ``complaints``."""

    def __init__(self, profile: Path) -> None:
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        command = (
            f'exec "{CHROMIUM}" --headless=new --no-sandbox --disable-gpu --remote-debugging-pipe '
            f'--user-data-dir="{profile}" about:blank 3<&{to_browser} 4>&{from_browser}'
        )
        self._process = subprocess.Popen(
            ["bash", "-c", command],
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._pending = b""
        self._number = 0
        self._session = ""
        self._events: list[dict[str, Any]] = []
        try:
            self._attach()
        except ConnectionError:
            self._process.kill()
            self._release()
            raise

    def _attach(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.call(f"{domain}.enable")

    def _release(self) -> None:
        self._process.wait(timeout=PATIENCE)
        os.close(self._write)
        os.close(self._read)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]  # type: ignore[no-any-return]
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._pending:
            ready, _, _ = select.select([self._read], [], [], PATIENCE)
            data = os.read(self._read, 1 << 16) if ready else b""
            if not data:
                raise ConnectionError("the browser went away or does not answer")
            self._pending += data
        message, _, self._pending = self._pending.partition(b"\0")
        return json.loads(message)  # type: ignore[no-any-return]

    def open(self, html: str, path: Path) -> None:
        path.write_text(html, encoding="utf-8")
        self._events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._next())

    def evaluate(self, expression: str) -> Any:
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    @property
    def complaints(self) -> list[dict[str, Any]]:
        kinds = {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
        return [event for event in self._events if event.get("method") in kinds]

    @property
    def requests(self) -> list[str]:
        sent = [event for event in self._events if event.get("method") == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]

    def press(self, key: str, code: int) -> None:
        for kind in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def quit(self) -> None:
        self._session = ""
        self.call("Browser.close")
        self._release()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    try:
        started = Browser(tmp_path_factory.mktemp("profile"))
    except ConnectionError as error:  # a broken pipe among them
        pytest.skip(f"Chromium does not start on this machine: {error}")
    yield started
    started.quit()


@pytest.fixture
def hostile(browser: Browser, tmp_path: Path) -> Browser:
    browser.open(view.page(HOSTILE, title=HOSTILE[:30]), tmp_path / "page.html")
    return browser


def test_text_stays_text(hostile: Browser) -> None:
    assert hostile.evaluate("window.hacked") is None
    assert hostile.evaluate("document.querySelectorAll('script, img, svg, textarea, [onerror], [onload]').length") == 0
    assert hostile.evaluate(PLAIN_TEXT) == carried(HOSTILE)
    assert hostile.evaluate("document.title") == HOSTILE[:30]


def test_the_browser_does_not_complain_and_fetches_nothing(hostile: Browser, tmp_path: Path) -> None:
    time.sleep(0.2)  # a late complaint
    hostile.evaluate("0")
    assert hostile.complaints == []
    assert [url for url in hostile.requests if not url.endswith("/page.html")] == []
    # The other way round: the listener hears what there is to hear.
    hostile.open("<script>console.error('heard')</script>", tmp_path / "loud.html")
    assert hostile.complaints


def test_names_stand_over_the_text_and_values_under_it(hostile: Browser) -> None:
    rows = json.loads(
        hostile.evaluate(
            "JSON.stringify([...document.querySelectorAll('.g-text ruby')].map((r) => [r.className,"
            " r.querySelector('rt').textContent, r.querySelector('rt').getBoundingClientRect().top"
            " - r.querySelector('.g-base').getBoundingClientRect().top]))"
        )
    )
    shown = {label: (kind, offset) for kind, label, offset in rows}
    assert {"Putin", "Russia", "06:30", "2024-06-18"} <= set(shown)
    assert shown["Putin"][0] == "g-name"
    assert shown["Putin"][1] < 0 < shown["06:30"][1]


def test_sentences_can_be_linked_to(hostile: Browser) -> None:
    count = len(gujtext.sent_spans(HOSTILE))
    assert hostile.evaluate("document.querySelectorAll('p.g-s').length") == count
    assert hostile.evaluate("location.hash = '#s2', document.querySelector(':target').id") == "s2"


@pytest.mark.parametrize(
    ("box", "what", "style", "off"),
    [
        ("names", ".g-text .g-name > rt", "display", "none"),
        ("numbers", ".g-text .g-value > rt", "display", "none"),
        ("date", ".g-text .g-date", "textDecorationLine", "none"),
        ("changes", ".g-text .g-change:not(.g-finding) > .g-label", "display", "none"),
        ("findings", ".g-text .g-finding", "textDecorationLine", "none"),
        ("running", ".g-s", "display", "block"),
    ],
)
def test_a_box_switches_its_marks_without_a_script(hostile: Browser, box: str, what: str, style: str, off: str) -> None:
    shown = f"getComputedStyle(document.querySelector('{what}')).{style}"
    before = hostile.evaluate(shown)
    hostile.evaluate(f"document.querySelector('.g-f-{box}').click()")
    after = hostile.evaluate(shown)
    assert before != after
    assert off in (before, after)
    assert hostile.evaluate(PLAIN_TEXT) == carried(HOSTILE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(hostile: Browser, scheme: str) -> None:
    hostile.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    dark = (
        hostile.evaluate("getComputedStyle(document.querySelector('.gujtext')).backgroundColor") != "rgb(255, 255, 255)"
    )
    assert dark == (scheme == "dark")
    ratios = json.loads(hostile.evaluate(CONTRAST))
    assert len(ratios) > 30
    assert {what: ratio for what, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("width", [320, 768, 1400])
def test_no_width_makes_the_page_scroll_sideways(hostile: Browser, width: int) -> None:
    hostile.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    assert hostile.evaluate("innerWidth") == width
    assert hostile.evaluate("document.documentElement.scrollWidth") <= width
    hostile.call("Emulation.clearDeviceMetricsOverride")


def test_a_screen_reader_finds_its_way(hostile: Browser) -> None:
    nodes = hostile.call("Accessibility.getFullAXTree")["nodes"]
    seen = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]
    roles = {role for role, _ in seen}
    assert {"banner", "navigation", "main", "contentinfo"} <= roles
    headings = [name for role, name in seen if role == "heading"]
    assert headings[1:] == [
        "Text",
        "Names",
        "Numbers",
        "What normalization changes",
        "What is not well formed",
        "Tokens by kind",
    ]
    for role in ("checkbox", "link", "region", "group"):
        names = [name for one, name in seen if one == role]
        assert names, role
        assert all(name.strip() for name in names), role
    assert ("link", "Sentence 1") in seen


def test_the_keyboard_reaches_what_can_be_used(hostile: Browser) -> None:
    hostile.press("Tab", 9)
    assert hostile.evaluate("document.activeElement.className") == "g-skip"
    reached = set()
    for _ in range(200):
        hostile.press("Tab", 9)
        where = hostile.evaluate(
            "document.activeElement === document.body ? '' : getComputedStyle(document.activeElement).outlineStyle"
            " + ' ' + document.activeElement.tagName + '.' + document.activeElement.className.split(' ')[0]"
        )
        if not where:
            break
        reached.add(where)
    assert {"solid INPUT.g-f-names", "solid A.g-no", "solid A.g-mark", "solid DIV.g-scroll"} <= reached
    assert all(where.startswith("solid ") for where in reached)  # the focus can be seen


def test_a_fragment_in_a_notebook_changes_nothing_around_it(browser: Browser, tmp_path: Path) -> None:
    around = '<!DOCTYPE html><meta charset="utf-8"><body style="margin: 7px"><p class="around">word</p>'
    fragments = view.fragment("પુતિન <i>") + view.fragment("રશિયા")
    look = (
        "(() => { const look = getComputedStyle(document.querySelector('.around'));"
        " return [look.color, look.margin, look.fontFamily, look.fontSize].join('; '); })()"
    )
    browser.open(around, tmp_path / "bare.html")
    bare = browser.evaluate(look)
    browser.open(around + fragments, tmp_path / "notebook.html")
    assert browser.evaluate(look) == bare
    assert browser.evaluate("getComputedStyle(document.body).margin") == "7px"
    assert browser.evaluate("document.querySelectorAll('.gujtext').length") == 2
    assert browser.evaluate("document.querySelectorAll('i').length") == 0
    # A box filters its own fragment alone.
    browser.evaluate("document.querySelector('.g-f-names').click()")
    shown = "[...document.querySelectorAll('.g-text rt')].map((r) => getComputedStyle(r).display === 'none').join()"
    assert browser.evaluate(shown) == "true,false"
    assert browser.complaints == []


def test_the_page_prints(hostile: Browser) -> None:
    printed = hostile.call("Page.printToPDF")["data"]
    assert len(printed) > 10_000
    hostile.call("Emulation.setEmulatedMedia", media="print")
    hidden = "[...document.querySelectorAll('input, .g-skip')].every((one) => !one.checkVisibility())"
    assert hostile.evaluate(hidden)
    assert hostile.evaluate("document.querySelector('.g-text').checkVisibility()")
    hostile.call("Emulation.setEmulatedMedia", media="")
