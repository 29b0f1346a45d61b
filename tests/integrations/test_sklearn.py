"""scikit-learn: words stay whole in its vectorizers, and the transformer keeps its contract with estimators."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from strategies import WILD_TEXT

import gujtext

pytest.importorskip("sklearn")

import numpy as np
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator

from gujtext.integrations.sklearn import AksharaAnalyzer, TextTransformer, WordAnalyzer

TEXTS = ["અેક ગામ સુંદર છે.", "એક શહેર મોટું છે, ઈ.સ. ૧૯૪૭માં.", "GUJARAT ગુજરાતની ભાષા"]


def test_words_stay_whole_where_the_default_breaks_them() -> None:
    assert "સુંદર" not in CountVectorizer().fit(TEXTS).vocabulary_
    found = CountVectorizer(analyzer=WordAnalyzer()).fit(TEXTS).vocabulary_
    assert set(found) == {
        "એક", "ગામ", "સુંદર", "છે", "શહેર", "મોટું", "ઈ.સ.", "૧૯૪૭માં", "gujarat", "ગુજરાતની", "ભાષા",
    }  # fmt: skip


def test_options_of_the_word_analyzer() -> None:
    text = "ગુજરાતની ભાષા GUJARAT, ૨૦૨૪."
    assert WordAnalyzer(split_clitics=True)(text) == ["ગુજરાત", "ભાષા", "gujarat", "૨૦૨૪"]
    assert WordAnalyzer(lowercase=False, kinds=("word",))(text) == ["ગુજરાતની", "ભાષા", "GUJARAT"]
    assert WordAnalyzer(stop_words={"ભાષા"})(text) == ["ગુજરાતની", "gujarat", "૨૦૨૪"]
    assert WordAnalyzer(ngram_range=(2, 3))("ક ખ ગ") == ["ક ખ", "ખ ગ", "ક ખ ગ"]
    assert WordAnalyzer(None)("અેક") == ["અેક"]
    assert WordAnalyzer("search")("કૉફી") == [gujtext.normalize("કૉફી", "search")]
    # The folding shortens ની: endings have to go first.
    assert WordAnalyzer("search", split_clitics=True)("ગુજરાતની, ગુજરાતમાં") == ["ગુજરાત", "ગુજરાત"]


@given(WILD_TEXT)
def test_aksharas_are_never_cut(text: str) -> None:
    text = gujtext.normalize(text)
    units = {a for t in gujtext.word_spans(text.lower()) for a in gujtext.aksharas(t.text)}
    assert set(AksharaAnalyzer(ngram_range=(1, 1))(text)) <= units


@pytest.mark.parametrize("analyzer", [WordAnalyzer("search", ngram_range=(1, 2)), AksharaAnalyzer()])
@pytest.mark.parametrize("vectorizer", [CountVectorizer, TfidfVectorizer, HashingVectorizer])
def test_vectorizers_clone_and_pickle_with_the_analyzer(vectorizer: type, analyzer: object) -> None:
    first = vectorizer(analyzer=analyzer)
    expected = first.fit_transform(TEXTS)
    for again in (clone(first), pickle.loads(pickle.dumps(first))):
        assert (again.fit_transform(TEXTS) != expected).nnz == 0


def test_a_search_reaches_the_settings_of_the_analyzer() -> None:
    model = make_pipeline(TextTransformer(), CountVectorizer(analyzer=WordAnalyzer()), LogisticRegression())
    grid = {
        "countvectorizer__analyzer__ngram_range": [(1, 1), (1, 2)],
        "texttransformer__options": [{"profile": "nfc"}, {"profile": "search"}],
    }
    search = GridSearchCV(model, grid, cv=2, n_jobs=2).fit(TEXTS * 4, [0, 1, 1] * 4)
    assert set(search.best_params_) == set(grid)
    assert search.predict(TEXTS).tolist() == [0, 1, 1]


def test_what_cannot_be_is_named() -> None:
    with pytest.raises(gujtext.GujtextError, match="ngram_range"):
        WordAnalyzer(ngram_range=(2, 1))("ક")
    with pytest.raises(gujtext.GujtextError, match="profile"):
        WordAnalyzer("wrong")("ક")
    with pytest.raises(TypeError, match="decode first"):
        WordAnalyzer(None)("ક".encode())  # type: ignore[arg-type]
    with pytest.raises(gujtext.GujtextError, match="normalise"):
        TextTransformer("normalise").fit(["ક"])
    with pytest.raises(TypeError, match="decode first"):
        TextTransformer().transform(["ક".encode()])


def test_check_estimator() -> None:
    results = check_estimator(TextTransformer(), on_skip=None)
    assert len(results) > 20
    # What does not apply is skipped by sklearn itself: arrays of other libraries.
    assert {row["check_name"] for row in results if row["status"] != "passed"} <= {"check_array_api_input"}


def test_shapes_and_cells_that_are_no_text() -> None:
    transformer = TextTransformer()
    assert transformer.transform(["અેક", None, "ગામ"]).tolist() == ["એક", None, "ગામ"]
    table = np.array([["અેક", 1], [np.nan, "આ"]], dtype=object)
    out = transformer.fit_transform(table)
    assert out.shape == (2, 2)
    assert out[0].tolist() == ["એક", 1]
    assert table[0, 0] == "અેક"
    assert transformer.fit_transform([["અેક", 1.5]]).tolist() == [["એક", 1.5]]
    assert TextTransformer().transform(np.array(["અેક", "ક"])).tolist() == ["એક", "ક"]
    words = TextTransformer("words").fit_transform(["એક ગામ", "છે."])
    assert words.tolist() == [["એક", "ગામ"], ["છે", "."]]
    assert TextTransformer("transliterate", {"scheme": "iso15919"}).fit_transform(["ગામ"]).tolist() == ["gāma"]


def test_columns_of_a_table_keep_their_names() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"title": ["અેક", "ક"], "body": ["અાખી", None], "n": [1, 2]})
    columns = ColumnTransformer([("text", TextTransformer(), ["title", "body"])], verbose_feature_names_out=False)
    out = columns.set_output(transform="pandas").fit_transform(frame)
    assert out.columns.tolist() == ["title", "body"]
    assert out["title"].tolist() == ["એક", "ક"]
    assert out["body"].tolist()[0] == "આખી"
    assert pandas.isna(out["body"].tolist()[1])
