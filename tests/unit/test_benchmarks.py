"""The benchmark door: what it prints, and what it refuses."""

from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest

from benchmarks import __main__ as door, corpus, peers, seed_article, tables


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
    [["quality"], ["quality", "nonsense", "--data", "."], ["seed"], ["speed", "x"], ["command", "x"], ["nonsense"]],
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
