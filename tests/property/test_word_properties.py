"""What holds for every text: partition, order, kinds, and independence of what stands beyond white space."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st
from strategies import CLEAN_TEXT, CLEAN_WORDS, WILD_TEXT

from gujtext.segmentation import (
    WordTokenizer,
    aksharas,
    detokenize,
    graphemes,
    split_clitics,
    word_spans,
    word_tokenize,
)
from gujtext.types import TOKEN_KINDS

TOKENIZERS = st.sampled_from([WordTokenizer(), WordTokenizer(abbreviations=["છે."], split_hyphens=True)])


@given(WILD_TEXT, TOKENIZERS)
@settings(max_examples=400, deadline=None)
def test_tokens_are_slices_in_order_with_only_white_space_between(text: str, tokenizer: WordTokenizer) -> None:
    done = 0
    for token in tokenizer.spans(text):
        assert token.text
        assert text[token.start : token.end] == token.text
        assert not any(map(str.isspace, token.text))
        assert text[done : token.start].strip() == ""
        assert token.kind in TOKEN_KINDS
        done = token.end
    assert text[done:].strip() == ""
    assert [token.text for token in tokenizer.spans(text)] == tokenizer.tokenize(text)


@given(WILD_TEXT, WILD_TEXT, st.sampled_from([" ", "\n", "\u3000", " \t "]))
@settings(max_examples=300, deadline=None)
def test_nothing_beyond_white_space_matters(left: str, right: str, space: str) -> None:
    assert word_tokenize(left + space + right) == word_tokenize(left) + word_tokenize(right)


@given(CLEAN_TEXT)
@settings(deadline=None)
def test_clean_words_are_one_token_each(text: str) -> None:
    assert word_tokenize(text) == text.split()


@given(WILD_TEXT)
@settings(max_examples=300, deadline=None)
def test_tokens_with_places_give_back_the_text(text: str) -> None:
    plain = "".join(" " if character.isspace() else character for character in text).strip()
    assert detokenize(word_spans(plain)) == plain


@given(st.lists(WILD_TEXT, max_size=8))
@settings(deadline=None)
def test_detokenize_keeps_every_character(tokens: list[str]) -> None:
    joined = detokenize(tokens)
    assert "".join(joined.split()) == "".join("".join(tokens).split())


@given(WILD_TEXT)
@settings(max_examples=300, deadline=None)
def test_graphemes_and_aksharas_partition_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert "".join(aksharas(text)) == text
    assert "" not in graphemes(text)
    assert "" not in aksharas(text)


@given(CLEAN_TEXT)
@settings(deadline=None)
def test_a_grapheme_of_clean_text_is_an_akshara(text: str) -> None:
    assert graphemes(text) == aksharas(text)


@given(st.one_of(WILD_TEXT, CLEAN_WORDS))
@settings(deadline=None)
def test_stem_and_clitic_are_the_word(word: str) -> None:
    stem, clitic = split_clitics(word)
    assert stem + clitic == word
    assert stem or not word
