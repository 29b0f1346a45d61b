"""``gujtext explain``, ``check`` and ``convert`` as real processes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

DIRTY = "સાફ લીટી\nઅેક ગામ\nશંુ <b> છે\n"


def run(repository: Path, *words: str, data: str | bytes = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "gujtext", *words],
        input=data if isinstance(data, bytes) else data.encode(),
        capture_output=True,
        cwd=repository,
        timeout=60,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_explain_prints_a_diff_with_places_in_the_file(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    done = run(repository, "explain", str(path))
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == f"{path}:9-11  V03 letter-e"
    assert lines[1] == "  - [અે]ક ગામ  (U+0A85 GUJARATI LETTER A, U+0AC7 GUJARATI VOWEL SIGN E)"
    assert lines[2] == "  + [એ]ક ગામ  (U+0A8F GUJARATI LETTER E)"
    assert lines[3] == f"{path}:18-20  O01 bindu-before-sign"
    assert len(lines) == 6
    assert DIRTY[9:11] == "અે"
    assert DIRTY[18:20] == "ંુ"


def test_explain_as_json_can_be_replayed(repository: Path) -> None:
    done = run(repository, "explain", "--json", "--enable", "P03", data=DIRTY + "દુ:ખ\n")
    changes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [change["rule"] for change in changes] == ["V03", "O01", "P03"]
    text = DIRTY + "દુ:ખ\n"
    for change in reversed(changes):
        assert text[change["start"] : change["end"]] == change["before"]
        text = text[: change["start"]] + change["after"] + text[change["end"] :]
    assert text == "સાફ લીટી\nએક ગામ\nશું <b> છે\nદુઃખ\n"


def test_explain_as_html_is_one_escaped_page(repository: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run(repository, "explain", "--html", "-o", str(page), data=DIRTY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = page.read_text(encoding="utf-8")
    assert text.count("<html") == text.count("</html>") == 1
    assert '<meta charset="utf-8">' in text
    assert '<meta name="color-scheme" content="light dark">' in text
    assert "<b>" not in text
    assert "&lt;b&gt;" in text
    assert "U+0AC7 GUJARATI VOWEL SIGN E" in text


def test_explain_colours_only_when_asked_in_a_pipe(repository: Path) -> None:
    assert "\x1b[" not in run(repository, "explain", data=DIRTY).stdout
    assert "\x1b[31m" in run(repository, "explain", "--colour", "always", data=DIRTY).stdout


def test_explain_of_clean_text_is_empty(repository: Path) -> None:
    assert run(repository, "explain", data="સાફ લીટી\n").stdout == ""
    assert "No changes." in run(repository, "explain", "--html", data="સાફ લીટી\n").stdout


def test_check_names_file_line_and_column(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("સાફ\nઆ ક્ૂડ છે\n૧2\n", encoding="utf-8")
    done = run(repository, "check", str(path))
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{path}:2:5: W04 vowel sign after something other than a consonant: ક્ૂડ",
        f"{path}:3:1: W06 Gujarati and ASCII digits in one number: ૧2",
    ]


def test_check_of_clean_text_is_0_and_silent(repository: Path) -> None:
    done = run(repository, "check", data="ગુજરાતી લખાણ\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_as_json_counts_in_the_file(repository: Path) -> None:
    text = "સાફ\nઆ ક્ૂડ છે\n"
    (found,) = [
        json.loads(line) for line in run(repository, "check", "--format", "json", data=text).stdout.splitlines()
    ]
    assert (found["line"], found["column"], found["code"]) == (2, 5, "W04")
    assert text[found["start"] : found["end"]] == "ૂ"


@pytest.mark.parametrize(("data", "count"), [("આ ક્ૂડ છે\n", 1), ("સાફ\n", 0)])
def test_check_as_sarif_is_one_document(repository: Path, data: str, count: int) -> None:
    done = run(repository, "check", "--format", "sarif", data=data)
    assert done.returncode == min(count, 1)
    document = json.loads(done.stdout)
    assert document["version"] == "2.1.0"
    (only,) = document["runs"]
    assert only["columnKind"] == "unicodeCodePoints"
    assert [result["ruleId"] for result in only["results"]] == ["W04"] * count
    for result in only["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": 1, "startColumn": 5}


def test_convert_there_and_back(repository: Path, tmp_path: Path) -> None:
    text = "ગુજરાતી ભાષા\nકર્મ અને સ્થિતિ\n"
    there = run(repository, "convert", "--font", "lmg-arun", "--reverse", data=text)
    assert (there.returncode, there.stderr) == (0, "")
    assert "ગ" not in there.stdout
    path = tmp_path / "back.txt"
    back = run(repository, "convert", "--font", "lmg-arun", "-o", str(path), data=there.stdout)
    assert (back.returncode, back.stderr) == (0, "")
    assert path.read_text(encoding="utf-8") == text


def test_convert_keeps_and_reports_what_has_no_counterpart(repository: Path) -> None:
    done = run(repository, "convert", "--font", "lmg-arun", data="સાફ\nV 字\n")
    assert done.returncode == 1
    assert "字" in done.stdout
    assert "<stdin>:6-7: no-character" in done.stderr


def test_convert_wants_a_font_that_it_knows(repository: Path) -> None:
    for words in (["convert"], ["convert", "--font", "shruti"]):
        done = run(repository, *words)
        assert done.returncode == 2
        assert "lmg-arun" in done.stderr or "--font" in done.stderr
