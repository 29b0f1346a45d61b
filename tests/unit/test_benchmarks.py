"""The benchmark door: what it prints, and what it refuses."""

from __future__ import annotations

import gzip
import lzma
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import __main__ as door, corpus, peers, scale, seed_article, speed, tables


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without peers, and on a text that is not repeated up to a megabyte."""
    monkeypatch.setattr(corpus, "ENOUGH", 1000)
    monkeypatch.setattr(peers, "tools", list)


@pytest.mark.usefixtures("small")
def test_speed_is_measured_for_every_task(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["--rounds", "1"]) == 0
    shown = capsys.readouterr().out
    assert "### Speed on news.txt" in shown
    for task in ("normalize", "explain", "sentences", "words", "transliterate", "numbers"):
        assert f"| {task} " in shown


@pytest.mark.usefixtures("small")
def test_the_command_is_measured_from_disk_to_disk(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["command", "--rounds", "1", "--megabytes", "0.1"]) == 0
    shown = capsys.readouterr().out
    for part in ("gujtext normalize -j 1", "gujtext words -j 2", "gujtext --version"):
        assert f"| {part} " in shown


@pytest.mark.usefixtures("small")
def test_a_peer_stands_beside_with_its_ratio(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peers, "tools", lambda: [("words", "list of str", "str.split", str.split)])
    assert door.main(["--rounds", "1"]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if "str.split" in line)
    assert float(row.split("|")[-2]) > 0


def test_a_slow_tool_is_measured_on_what_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(speed, "PATIENCE", -1)
    monkeypatch.setattr(speed, "contenders", lambda: [speed.Contender("words", "str", "slow", seen.append)])
    text = corpus.Corpus("x", [f"લીટી {n}" for n in range(2000)], 30_000)
    assert [len(found) for found in speed.measure(text, 2).values()] == [2]
    assert len(seen) == 1 + 2 * 500


def test_scale_has_a_column_a_size_and_texts_of_that_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["scale", "--largest", "0.01"]) == 0
    shown = capsys.readouterr().out
    assert "| task          | 1 kB " in shown
    assert "10 kB" in shown
    assert "100 kB" not in shown
    sizes = {point.size for point in scale.measure(corpus.load(), 10_000)}
    assert [abs(size - wanted) < 10 for size, wanted in zip(sorted(sizes), (1000, 10_000), strict=True)] == [True, True]


@pytest.mark.usefixtures("small")
def test_the_report_has_every_section_its_pictures_and_the_versions(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "RESULTS.md"
    assert door.main(["report", "--rounds", "1", "--largest", "0.01", "--output", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    for heading in (
        "# Results",
        "## Speed",
        "## Command",
        "## Scale",
        "## Quality",
        "### Sentences: cases",
        "### Numerals: digits",
    ):
        assert f"\n{heading}" in f"\n{text}"
    assert "* versions: gujtext " in text
    pictures = re.findall(r"\]\((plots/\w+\.svg)\)", text)
    assert len(pictures) >= 2
    for picture in pictures:
        ElementTree.parse(tmp_path / picture)


def test_a_missing_file_and_another_article_are_one_line_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.txt").write_text("બીજું", encoding="utf-8")
    for name in ("x.txt", "missing.txt"):
        assert door.main(["seed", str(tmp_path / name)]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["quality", "sentences"],
        ["quality", "nonsense", "--data", "."],
        ["seed"],
        ["speed", "x"],
        ["scale", "x"],
        ["command", "x"],
        ["nonsense"],
    ],
)
def test_usage_errors(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        door.main(words)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(("suffix", "opener"), [(".xz", lzma.open), (".gz", gzip.open), ("", open)])
def test_a_corpus_may_be_packed_and_is_cut_at_the_limit(tmp_path: Path, suffix: str, opener: object) -> None:
    path = tmp_path / f"text.txt{suffix}"
    with opener(path, "wt", encoding="utf-8") as file:  # type: ignore[operator]
        file.write("એક\r\n\n બે \n" * 1000)
    read = corpus.load(path, limit=30)
    assert read.lines[:3] == ["એક", " બે ", "એક"]
    assert read.size >= 30


def test_scores() -> None:
    assert seed_article.score("aab", "abc") == (2, 3, 3)
    assert seed_article.score("aab", "abc").cells() == ("2/3", "66.7", "66.7", "66.7")
    assert seed_article.score("", "").cells() == ("0/0", "0.0", "0.0", "0.0")
    assert seed_article.located("ab ab", ["ab", "x", "ab"]) == [(0, 2), (3, 5)]


def test_tables_are_aligned_markdown() -> None:
    text = tables.Table("T", ("a", "bb"), [("ccc", "d")], "Note.").markdown()
    assert text == "### T\n\n| a   | bb |\n| --- | -- |\n| ccc | d  |\n\nNote.\n"
