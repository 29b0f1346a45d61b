"""pandas: every type of text column, nulls, index and name kept; categories are looked at once."""

from __future__ import annotations

from typing import Any

import pytest

import gujtext

pytest.importorskip("pandas")

import numpy as np
import pandas as pd

import gujtext.integrations.pandas

TEXTS = ["અેક ગામ. હા.", None, "", "અાખી"]
NORMALIZED = ["એક ગામ. હા.", None, "", "આખી"]
KINDS = ["str", "string", "object", "string[python]", "string[pyarrow]", "arrow"]


def column(kind: str) -> Any:
    if "arrow" in kind:
        pa = pytest.importorskip("pyarrow")
        if kind == "arrow":
            return pd.Series(TEXTS, dtype=pd.ArrowDtype(pa.string()))
    return pd.Series(TEXTS, dtype=kind)


def plain(series: Any) -> list[Any]:
    return [value if isinstance(value, (str, list)) else None for value in series.tolist()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_of_text(kind: str) -> None:
    series = column(kind).set_axis([5, 3, 3, 1]).rename("title")
    out = series.gu.normalize()
    assert out.dtype == series.dtype
    assert plain(out) == NORMALIZED
    assert out.isna().tolist() == [False, True, False, False]
    assert out.index.tolist() == [5, 3, 3, 1]
    assert out.name == "title"
    words = series.gu.words()
    assert plain(words) == [["અેક", "ગામ", ".", "હા", "."], None, [], ["અાખી"]]
    assert words.index.tolist() == [5, 3, 3, 1]


def test_the_methods_are_the_functions_with_their_options() -> None:
    series = pd.Series(["દુ:ખ આગળ-પાછળ\nગામ."])
    text = series[0]
    assert series.gu.normalize("repair")[0] == gujtext.normalize(text, "repair")
    assert series.gu.normalize(enable=["P03"])[0] == gujtext.normalize(text, enable=["P03"])
    assert series.gu.transliterate("iso15919")[0] == gujtext.romanize(text, "iso15919")
    assert series.gu.words(split_hyphens=True)[0] == gujtext.WordTokenizer(split_hyphens=True).tokenize(text)
    assert series.gu.sentences(newline="blank")[0] == [text]
    assert [tuple(span.values()) for span in series.gu.word_spans()[0]] == gujtext.word_spans(text)
    assert [tuple(span.values()) for span in series.gu.sentence_spans()[0]] == gujtext.sent_spans(text)
    assert series.gu.apply(gujtext.verbalize)[0] == gujtext.verbalize(text)


def test_categories_are_looked_at_once() -> None:
    seen: list[str] = []

    def watch(text: str) -> str:
        seen.append(text)
        return gujtext.normalize(text)

    series = pd.Series(["અેક", "એક", None, "અેક"], dtype="category", index=[1, 2, 3, 3])
    out = series.gu.apply(watch)
    assert sorted(filter(None, seen)) == sorted(["અેક", "એક"])
    assert plain(out) == ["એક", "એક", None, "એક"]
    assert out.index.tolist() == [1, 2, 3, 3]
    assert plain(series.gu.words()) == [["અેક"], ["એક"], None, ["અેક"]]


def test_nothing_but_nulls_and_nothing_at_all() -> None:
    assert pd.Series([None, np.nan]).gu.normalize().isna().all()
    assert pd.Series([1.5]).iloc[:0].gu.normalize().tolist() == []
    assert pd.Series([], dtype="category").gu.normalize().tolist() == []
    assert pd.Series([None, pd.NA], dtype="string").gu.words().isna().all()


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="int64"):
        pd.Series([1]).gu.normalize()
    with pytest.raises(TypeError, match="decode first"):
        pd.Series(["ક".encode()]).gu.normalize()
    with pytest.raises(gujtext.GujtextError, match="profile"):
        pd.Series(["ક"]).gu.normalize("wrong")
