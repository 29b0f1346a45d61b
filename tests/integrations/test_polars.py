"""polars: expressions that are eager, lazy and streaming; nulls, types and categories."""

from __future__ import annotations

from typing import Any

import pytest

import gujtext

pytest.importorskip("polars")

import polars as pl

import gujtext.integrations.polars
from gujtext.integrations.options import STEP_NAMES

TEXTS = ["અેક ગામ. હા.", None, "", "અાખી", "અેક ગામ. હા."]
NORMALIZED = [text if text is None else gujtext.normalize(text) for text in TEXTS]
WORDS = [text if text is None else gujtext.word_tokenize(text) for text in TEXTS]
FRAME = pl.DataFrame({"text": TEXTS, "id": [1, 2, 3, 4, 5]})


@pytest.mark.parametrize("engine", ["eager", "in-memory", "streaming"])
def test_expressions_however_they_are_run(engine: Any) -> None:
    columns = [
        pl.col("text").gu.normalize().alias("clean"),
        pl.col("text").gu.words().alias("words"),
        pl.col("text").gu.word_spans().alias("spans"),
    ]
    if engine == "eager":
        out = FRAME.with_columns(columns)
    else:
        lazy = FRAME.lazy().with_columns(columns)
        out = lazy.collect(engine=engine)
        assert lazy.collect_schema() == out.schema
    assert out["clean"].to_list() == NORMALIZED
    assert out["words"].to_list() == WORDS
    assert out["id"].to_list() == [1, 2, 3, 4, 5]
    for row in out.iter_rows(named=True):
        if row["text"] is None:
            assert row["spans"] is None
        else:
            assert [tuple(span.values()) for span in row["spans"]] == gujtext.word_spans(row["text"])


def test_groups_see_their_own_texts() -> None:
    out = FRAME.group_by(pl.col("id") > 3, maintain_order=True).agg(pl.col("text").gu.normalize())
    assert out["text"].to_list() == [NORMALIZED[:3], NORMALIZED[3:]]


@pytest.mark.parametrize("kind", [pl.String(), pl.Categorical(), pl.Enum(sorted({t for t in TEXTS if t is not None}))])
def test_types_of_text(kind: Any) -> None:
    series = pl.Series("title", TEXTS, dtype=kind)
    assert series.gu.normalize().to_list() == NORMALIZED
    assert series.gu.normalize().dtype == pl.String
    assert series.gu.normalize().name == "title"
    assert series.gu.words().to_list() == WORDS


def test_categories_are_looked_at_once() -> None:
    seen: list[str] = []

    def watch(text: str) -> str:
        seen.append(text)
        return gujtext.normalize(text)

    assert pl.Series(TEXTS, dtype=pl.Categorical).gu.apply(watch).to_list() == NORMALIZED
    assert sorted(filter(None, seen)) == sorted({text for text in TEXTS if text})


@pytest.mark.parametrize("step", STEP_NAMES)
def test_the_type_is_known_before_the_first_text(step: str) -> None:
    for series in (pl.Series([], dtype=pl.String), pl.Series([None, None]), pl.Series([None], dtype=pl.Categorical)):
        full = pl.Series(["હા."]).gu.apply(step)
        assert series.gu.apply(step).dtype == full.dtype
        assert series.gu.apply(step).null_count() == len(series)


def test_the_methods_pass_their_options_on() -> None:
    text = "દુ:ખ આગળ-પાછળ\nગામ."
    series = pl.Series([text])
    assert series.gu.normalize("repair")[0] == gujtext.normalize(text, "repair")
    assert series.gu.transliterate("iso15919")[0] == gujtext.romanize(text, "iso15919")
    assert series.gu.words(split_hyphens=True).to_list() == [gujtext.WordTokenizer(split_hyphens=True).tokenize(text)]
    assert series.gu.sentences(newline="blank").to_list() == [[text]]
    assert [tuple(s.values()) for s in series.gu.sentence_spans(newline="blank").to_list()[0]] == [(text, 0, len(text))]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="Int64"):
        pl.Series([1]).gu.normalize()
    with pytest.raises(Exception, match="Int64"):
        FRAME.with_columns(pl.col("id").gu.normalize())
    with pytest.raises(gujtext.GujtextError, match="profile"):
        pl.col("text").gu.normalize("wrong")
