"""The bundled sample and its gold, which the README's tour and the default benchmark run on."""

from __future__ import annotations

from pathlib import Path

import pytest

import gujtext
from benchmarks import seed_article

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"


def gold(name: str) -> list[list[str]]:
    lines = (FOLDER / f"news.{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.fixture(scope="module")
def text() -> str:
    return (FOLDER / "news.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "at"), [("sentences", 2), ("words", 3), ("names", 2), ("numbers", 4)])
def test_every_gold_piece_is_a_slice(text: str, name: str, at: int) -> None:
    assert gold(name)
    for row in gold(name):
        assert text[int(row[0]) : int(row[1])] == row[at]


def test_sentences(text: str) -> None:
    assert [list(map(str, (one.start, one.end, one.text))) for one in gujtext.sent_spans(text)] == gold("sentences")


def test_words(text: str) -> None:
    found = [[str(one.start), str(one.end), one.kind, one.text] for one in gujtext.word_spans(text)]
    assert found == gold("words")


def test_names() -> None:
    wrong = {
        name: latin
        for _, _, name, accepted in gold("names")
        if (latin := gujtext.romanize_name(name)) not in accepted.split("|")
    }
    assert wrong == {}


def test_numbers(text: str) -> None:
    found = [
        [str(m.start), str(m.end), m.kind, seed_article.value_text(m.value), m.text] for m in gujtext.find_numbers(text)
    ]
    assert found == gold("numbers")


def test_normalization_repairs_what_is_dirty_and_nothing_else(text: str) -> None:
    changes = gujtext.explain(text).changes
    assert [(change.before, change.after) for change in changes] == [
        ("\u00a0", " "),
        ("અે", "એ"),
        ("અા", "આ"),
        ("ં", ""),
    ]
