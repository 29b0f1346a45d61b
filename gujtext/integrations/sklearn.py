"""scikit-learn: analyzers for its vectorizers, and a transformer that rewrites texts.

The default ``token_pattern`` of ``CountVectorizer`` breaks every Gujarati word at its vowel signs.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import issparse
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from sklearn.utils.validation import validate_data

import gujtext
from gujtext.integrations.options import Step, StepLike
from gujtext.types import GujtextError, require_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_READABLE = ("word", "number", "date", "time")


@cache
def _normalizer(profile: str) -> gujtext.Normalizer:
    return gujtext.Normalizer(profile)


def _words(text: str, profile: str | None, lowercase: bool, kinds: Collection[str]) -> list[str]:
    """Return the words of these kinds; the folding of ``search`` is left for `_folded`, it would hide case endings."""
    require_text(text)
    if profile is not None:
        text = _normalizer("standard" if profile == "search" else profile).normalize(text)
    tokens = gujtext.word_spans(text.lower() if lowercase else text)
    return [token.text for token in tokens if token.kind in kinds]


def _folded(words: list[str], profile: str | None) -> list[str]:
    if profile != "search":
        return words
    fold = _normalizer(profile).normalize
    return [folded for word in words if (folded := fold(word))]


def _ngrams(units: Sequence[str], ngram_range: tuple[int, int], between: str) -> list[str]:
    shortest, longest = ngram_range
    if not 1 <= shortest <= longest:
        raise GujtextError(f"ngram_range is (shortest, longest) with 1 <= shortest <= longest, not {ngram_range!r}")
    if longest == 1:
        return list(units)
    return [
        between.join(units[start : start + length])
        for length in range(shortest, longest + 1)
        for start in range(len(units) - length + 1)
    ]


class WordAnalyzer(BaseEstimator):  # type: ignore[misc]
    """Words, or n-grams of words, as the ``analyzer`` of a vectorizer.

    Arguments:
        profile: normalize by this profile first; ``search`` folds the finished words, so that spellings that readers
            take for one are one term; ``None`` leaves the text as it is.
        kinds: the kinds of tokens to keep, as in ``gujtext.types.TOKEN_KINDS``.
        split_clitics: cut case endings off, so that પુતિનની counts as પુતિન.
        stop_words: words to leave out, as they are after all of the above.
        ngram_range: the shortest and longest n-gram, in words.
        lowercase: write Latin letters small.

    Raises:
        GujtextError: when called, for a profile or an ``ngram_range`` that there cannot be.

    Example:
        >>> from sklearn.feature_extraction.text import CountVectorizer
        >>> counts = CountVectorizer(analyzer=WordAnalyzer(split_clitics=True)).fit(["ગુજરાતની ભાષા, ગુજરાતમાં."])
        >>> counts.vocabulary_
        {'ગુજરાત': 0, 'ભાષા': 1}
    """

    def __init__(
        self,
        profile: str | None = "standard",
        *,
        kinds: Collection[str] = _READABLE,
        split_clitics: bool = False,
        stop_words: Collection[str] = (),
        ngram_range: tuple[int, int] = (1, 1),
        lowercase: bool = True,
    ) -> None:
        self.profile = profile
        self.kinds = kinds
        self.split_clitics = split_clitics
        self.stop_words = stop_words
        self.ngram_range = ngram_range
        self.lowercase = lowercase

    def __call__(self, text: str) -> list[str]:
        """Return the terms of a text."""
        words = _words(text, self.profile, self.lowercase, self.kinds)
        if self.split_clitics:
            words = [gujtext.split_clitics(word)[0] for word in words]
        words = _folded(words, self.profile)
        if self.stop_words:
            words = [word for word in words if word not in self.stop_words]
        return _ngrams(words, self.ngram_range, " ")


class AksharaAnalyzer(BaseEstimator):  # type: ignore[misc]
    """N-grams of aksharas inside words, for what ``analyzer="char_wb"`` is to English; no sign leaves its letter.

    Arguments:
        profile, lowercase: as for `WordAnalyzer`.
        ngram_range: the shortest and longest n-gram, in aksharas; a space marks the edge of a word and counts as one.

    Example:
        >>> AksharaAnalyzer(ngram_range=(2, 2))("ક્ષત્રિય.")
        [' ક્ષ', 'ક્ષત્રિ', 'ત્રિય', 'ય ']
    """

    def __init__(
        self, profile: str | None = "standard", *, ngram_range: tuple[int, int] = (1, 3), lowercase: bool = True
    ) -> None:
        self.profile = profile
        self.ngram_range = ngram_range
        self.lowercase = lowercase

    def __call__(self, text: str) -> list[str]:
        """Return the terms of a text."""
        terms: list[str] = []
        for word in _folded(_words(text, self.profile, self.lowercase, _READABLE), self.profile):
            terms += _ngrams([" ", *gujtext.aksharas(word), " "], self.ngram_range, "")
        return [term for term in terms if term != " "]


class TextTransformer(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Applies a step to every text of a column, a list or a table; has nothing to learn.

    Cells that are no text (numbers, None, NaN) stay as they are.

    Arguments:
        step: as for `gujtext.integrations.options.Step`.
        options: the step's options, by name.

    Raises:
        GujtextError: in ``fit`` and ``transform``, for a step or option that there is not.
        TypeError: ``bytes`` among the cells, or a sparse matrix.

    Example:
        >>> TextTransformer("normalize", {"profile": "repair"}).fit_transform(["અેક", "દુ:ખ"]).tolist()
        ['એક', 'દુઃખ']
    """

    def __init__(self, step: StepLike = "normalize", options: dict[str, Any] | None = None) -> None:
        self.step = step
        self.options = options

    def _step(self) -> Step:
        return Step(self.step, **(self.options or {}))

    def fit(self, X: Any, y: object = None) -> TextTransformer:  # noqa: N803
        """Look at the step and, in a table, at the number and names of the columns; learn nothing."""
        self._step()
        if issparse(X):
            raise TypeError("sparse matrices hold no text")
        validate_data(self, X, skip_check_array=True)
        return self

    def transform(self, X: Any) -> Any:  # noqa: N803
        """Return an array of the same shape; a list or column gives an array of one dimension."""
        step = self._step()
        validate_data(self, X, skip_check_array=True, reset=False)
        array = X if isinstance(X, np.ndarray) else _array(X)
        if array.dtype.kind not in "OUST":
            return array
        cells = np.empty(array.size, dtype=object)
        for place, value in enumerate(array.ravel()):
            cells[place] = _cell(step, value)
        return cells.reshape(array.shape)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.allow_nan = True
        tags.requires_fit = False
        tags.no_validation = True
        tags.transformer_tags.preserves_dtype = []
        return tags


def _array(values: Any) -> np.ndarray[Any, Any]:
    """Return what is no array yet as one, in which a number beside a text is still a number."""
    array = np.asarray(values if hasattr(values, "__array__") else list(values))
    return np.asarray(list(values), dtype=object) if array.dtype.kind in "US" else array


def _cell(step: Step, value: Any) -> Any:
    if isinstance(value, (bytes, bytearray, memoryview)):
        require_text(value)
    return step(str(value)) if isinstance(value, str) else value
