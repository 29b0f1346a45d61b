"""The whole chain on a real article: the gold is the definition of the policy.

The article itself is read from the reference data and is not in the repository; the gold's offsets are.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import gujtext
from benchmarks import seed_article


@pytest.fixture(scope="module")
def path(reference: Path) -> Path:
    return reference / "seed" / "article.txt"


@pytest.fixture(scope="module")
def text(path: Path) -> str:
    return seed_article.read_article(path)


def test_the_gold_kept_here_is_the_gold_of_the_reference_data(reference: Path) -> None:
    for name in ("sentences", "words"):
        lines = (reference / "seed" / f"{name}.gold.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t")[:3] for line in lines if not line.startswith("#")][1:]
        assert seed_article.read_gold(name) == rows


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("બીજું", encoding="utf-8")
    with pytest.raises(seed_article.WrongFileError, match="not the seed article"):
        seed_article.tables(tmp_path / "other.txt")


def test_sentences(text: str) -> None:
    gold = [(int(start), int(end)) for start, end, _ in seed_article.read_gold("sentences")]
    assert len(gold) == 25
    assert [(one.start, one.end) for one in gujtext.sent_spans(text)] == gold


def test_words_and_their_kinds(text: str) -> None:
    gold = [(int(start), int(end), kind) for start, end, kind in seed_article.read_gold("words")]
    assert len(gold) == 445
    assert [(one.start, one.end, one.kind) for one in gujtext.word_spans(text)] == gold


def test_names(text: str) -> None:
    gold = [(text[int(start) : int(end)], latin.split("|")) for start, end, _, latin in seed_article.read_gold("names")]
    wrong = {name: gujtext.romanize_name(name) for name, latin in gold if gujtext.romanize_name(name) not in latin}
    assert wrong == {}


def test_numbers_and_dates_with_their_spans(text: str) -> None:
    gold = [(int(start), int(end), kind, value) for start, end, kind, value in seed_article.read_gold("numbers")]
    found = [(m.start, m.end, m.kind, seed_article.value_text(m.value)) for m in gujtext.find_numbers(text)]
    assert found == gold


def test_it_is_clean_text_and_comes_back_as_the_same_object(text: str) -> None:
    assert gujtext.normalize(text) is text


def command(*words: str) -> str:
    done = subprocess.run([sys.executable, "-m", "gujtext", *words], capture_output=True, check=True, text=True)
    return done.stdout


def test_the_command_line_gives_the_same(path: Path, text: str) -> None:
    sentences = [json.loads(line) for line in command("sentences", "--json", str(path)).splitlines()]
    gold = seed_article.read_gold("sentences")
    assert [[str(one["start"]), str(one["end"])] for one in sentences] == [row[:2] for row in gold]
    words = [line.split("\t")[:3] for line in command("words", "--tsv", str(path)).splitlines()]
    assert words == seed_article.read_gold("words")
    assert command("normalize", str(path)) == text
    latin = command("transliterate", str(path))
    for name in ("Vladimir Putin", "Kim Jong Un", "Putinni ", "Pyongyang", "Moscow", "Seoul"):
        assert name in latin
    numbers = [line.split("\t")[:4] for line in command("numerals", "--tsv", str(path)).splitlines()]
    assert numbers == seed_article.read_gold("numbers")
