"""NLTK: words and sentences as its ``TokenizerI``, for readers of corpora and whatever else takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nltk.tokenize.api import TokenizerI

import gujtext

if TYPE_CHECKING:
    from collections.abc import Iterator


class WordTokenizer(TokenizerI):  # type: ignore[misc]
    """gujtext's words; no model or data of NLTK is needed.

    Arguments:
        **options: as for `gujtext.WordTokenizer`.

    Example:
        >>> WordTokenizer().tokenize("ગામ સુંદર છે.")
        ['ગામ', 'સુંદર', 'છે', '.']
        >>> list(WordTokenizer().span_tokenize("છે."))
        [(0, 2), (2, 3)]
    """

    def __init__(self, **options: Any) -> None:
        self._words = gujtext.WordTokenizer(**options)

    def tokenize(self, s: str) -> list[str]:
        """Return the words."""
        return self._words.tokenize(s)

    def span_tokenize(self, s: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of the words, in code points."""
        for token in self._words.spans(s):
            yield token.start, token.end


class SentenceTokenizer(TokenizerI):  # type: ignore[misc]
    """gujtext's sentences, each a slice of the text.

    Arguments:
        **options: as for `gujtext.SentenceSplitter`.

    Example:
        >>> SentenceTokenizer().tokenize("ડૉ. પટેલ આવ્યા. સભા શરૂ થઈ.")
        ['ડૉ. પટેલ આવ્યા.', 'સભા શરૂ થઈ.']
    """

    def __init__(self, **options: Any) -> None:
        self._sentences = gujtext.SentenceSplitter(**options)

    def tokenize(self, s: str) -> list[str]:
        """Return the sentences."""
        return self._sentences.tokenize(s)

    def span_tokenize(self, s: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of the sentences, in code points."""
        for sentence in self._sentences.spans(s):
            yield sentence.start, sentence.end
