"""NLTK: its interface in full, and its own corpus reader reading Gujarati with it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from strategies import WILD_TEXT

import gujtext

pytest.importorskip("nltk")

import nltk
from nltk.corpus.reader import PlaintextCorpusReader
from nltk.tokenize.api import TokenizerI
from nltk.tokenize.util import spans_to_relative

from gujtext.integrations.nltk import SentenceTokenizer, WordTokenizer

TEXT = "ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં આવ્યા હતા.સિયોલની વાત જુદી છે."


@given(WILD_TEXT)
def test_spans_are_the_tokens(text: str) -> None:
    for tokenizer, function in (
        (WordTokenizer(), gujtext.word_tokenize),
        (SentenceTokenizer(), gujtext.sent_tokenize),
    ):
        assert tokenizer.tokenize(text) == function(text)
        assert [text[start:end] for start, end in tokenizer.span_tokenize(text)] == function(text)


def test_the_rest_of_its_interface() -> None:
    words = WordTokenizer()
    assert isinstance(words, TokenizerI)
    assert list(words.tokenize_sents([TEXT, "છે."])) == [gujtext.word_tokenize(TEXT), ["છે", "."]]
    assert [list(spans) for spans in words.span_tokenize_sents(["છે.", ""])] == [[(0, 2), (2, 3)], []]
    assert list(spans_to_relative(words.span_tokenize("હા છે."))) == [(0, 2), (1, 2), (0, 1)]


def test_options_survive_a_pickle() -> None:
    words = pickle.loads(pickle.dumps(WordTokenizer(split_hyphens=True)))
    assert words.tokenize("આગળ-પાછળ") == ["આગળ", "-", "પાછળ"]
    sentences = pickle.loads(pickle.dumps(SentenceTokenizer(abbreviations=["અમ."])))
    assert sentences.tokenize("અમ. પટેલ. હા.") == ["અમ. પટેલ.", "હા."]


def test_a_corpus_reader_takes_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])  # it reads nowhere else
    (tmp_path / "a.txt").write_text(f"{TEXT}\n\n“શું થયું?” મેં પૂછ્યું.\n", encoding="utf-8")
    reader = PlaintextCorpusReader(
        str(tmp_path), ["a.txt"], word_tokenizer=WordTokenizer(), sent_tokenizer=SentenceTokenizer()
    )
    assert list(reader.sents())[:2] == [gujtext.word_tokenize(sentence) for sentence in gujtext.sent_tokenize(TEXT)]
    assert list(reader.words())[-1] == "."
    assert len(reader.paras()) == 2


def test_bytes_are_refused() -> None:
    for tokenizer in (WordTokenizer(), SentenceTokenizer()):
        with pytest.raises(TypeError, match="decode first"):
            tokenizer.tokenize(TEXT.encode())  # type: ignore[arg-type]
