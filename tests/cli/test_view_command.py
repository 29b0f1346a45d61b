"""``gujtext view`` as a real process: one page, whole or absent, whatever the file holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from html_outline import Outline

SAMPLE = "resources/samples/news.txt"


def run(repository: Path, *words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "gujtext", "view", *words], input=data, capture_output=True, cwd=repository, timeout=60
    )


def test_a_file_becomes_one_page(repository: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run(repository, SAMPLE, "--html", str(page))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    html = page.read_text(encoding="utf-8")
    outline = Outline(html)
    assert outline.main_text == (repository / SAMPLE).read_text(encoding="utf-8")
    assert {"Kim Jong Un", "Putin", "INR 25,00,00,00,000", "06:30"} <= set(outline.readings)
    assert f"<title>{SAMPLE}</title>" in html
    assert "characters are shown" not in html
    assert run(repository, SAMPLE, "-o", "-").stdout.decode() == html


def test_a_stream_has_a_title_of_its_own(repository: Path) -> None:
    done = run(repository, data="એક <b> ગામ".encode())
    assert done.returncode == 0
    assert "<title>&lt;stdin&gt;</title>" in done.stdout.decode()
    titled = run(repository, "--title", "a & b", data="એક".encode()).stdout.decode()
    assert "<title>a &amp; b</title>" in titled


def test_a_big_file_is_shown_from_its_beginning_and_counted_to_its_end(repository: Path, tmp_path: Path) -> None:
    line = "ગુજરાતમાં ૧૨ ગામ છે. બીજું વાક્ય.\n"
    big = tmp_path / "big.txt"
    big.write_text(line * 60_000, encoding="utf-8")  # several blocks of input
    html = run(repository, "--limit", "2000", str(big)).stdout.decode()
    assert Outline(html).main_text == line * (2000 // len(line))
    assert f"of {60_000 * len(line):,} characters are shown" in html
    short = run(repository, "--limit", "0", data=(line * 3).encode()).stdout.decode()
    assert Outline(short).main_text == line * 3


def test_bad_bytes_follow_the_policy_and_the_page_stays_utf_8(repository: Path) -> None:
    data = "એક ".encode() + b"\xff\xfe\x00" + " બે".encode()
    assert run(repository, data=data).returncode == 3
    for policy in ("replace", "surrogateescape"):
        html = run(repository, "--errors", policy, data=data).stdout.decode("utf-8")
        assert Outline(html).main_text == "એક \ufffd\ufffd\ufffd બે"


def test_usage_errors_are_2_and_write_nothing(repository: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for words in ([SAMPLE, SAMPLE], ["--limit", "-1", SAMPLE], ["--limit", "many", SAMPLE]):
        done = run(repository, *words, "--html", str(page))
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert not page.exists()
