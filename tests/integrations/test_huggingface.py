"""tokenizers: the same text as gujtext's, with offsets that point into the caller's original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import WILD_TEXT

import gujtext

pytest.importorskip("tokenizers")

from tokenizers import NormalizedString, Tokenizer, models, normalizers, pre_tokenizers, trainers

from gujtext.integrations.huggingface import GujtextNormalizer, normalizer, pre_tokenizer

UTF8_TEXT = WILD_TEXT.map(lambda text: text.encode("utf-8", "ignore").decode())
PROFILES = ["nfc", "visual", "standard", "repair", "search"]


@pytest.mark.parametrize("profile", PROFILES)
@settings(max_examples=150)
@given(text=UTF8_TEXT)
def test_the_normalizer_is_gujtext(profile: str, text: str) -> None:
    assert normalizer(profile).normalize_str(text) == gujtext.normalize(text, profile)


@pytest.mark.parametrize("profile", PROFILES)
@settings(max_examples=150)
@given(text=UTF8_TEXT)
def test_characters_that_stay_keep_their_offsets(profile: str, text: str) -> None:
    string = NormalizedString(text)
    GujtextNormalizer(profile).normalize(string)
    result = gujtext.explain(text, profile)
    touched = {place for change in result.changes for place in range(change.start, change.end)}
    for place in set(range(len(text))) - touched:
        after = result.to_normalized(place)
        assert string[after : after + 1].original == text[place]


def test_stand_ins_never_meet_characters_of_the_text() -> None:
    text = "\U00100000અેક\U00100001\ufeff\U00100002…"
    assert normalizer("search").normalize_str(text) == gujtext.normalize(text, "search")


@settings(max_examples=150)
@given(UTF8_TEXT)
def test_pre_tokens_are_the_words(text: str) -> None:
    expected = [(token.text, (token.start, token.end)) for token in gujtext.word_spans(text)]
    assert pre_tokenizer().pre_tokenize_str(text) == expected


def test_a_long_text_is_cut_in_halves() -> None:
    text = "ઈ.સ. ૧૯૪૭માં  ભારત આઝાદ થયું. " * 2000 + "હા,ના." * 2000 + " \t\u00a0 "
    expected = [(token.text, (token.start, token.end)) for token in gujtext.word_spans(text)]
    assert pre_tokenizer().pre_tokenize_str(text) == expected


def test_pieces_that_another_pre_tokenizer_made_are_split_further() -> None:
    both = pre_tokenizers.Sequence([pre_tokenizers.Split("|", "removed"), pre_tokenizer()])
    assert both.pre_tokenize_str("ગામ છે.|હા.") == [
        ("ગામ", (0, 3)), ("છે", (4, 6)), (".", (6, 7)), ("હા", (8, 10)), (".", (10, 11)),
    ]  # fmt: skip


@pytest.fixture
def tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.WordLevel(unk_token="?"))
    tokenizer.normalizer = normalizer()
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.train_from_iterator(["એક ગામ. આખી રાત, કોઈ શું."], trainers.WordLevelTrainer(special_tokens=["?"]))
    return tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("અેક ગામ.", ["અેક", "ગામ", "."]),
        ("\ufeffઅાખી રાત", ["અાખી", "રાત"]),
        ("કાેઈ શંુ, અેક", ["કાેઈ", "શંુ", ",", "અેક"]),
    ],
)
def test_encodings_point_into_the_original(tokenizer: Tokenizer, text: str, words: list[str]) -> None:
    encoding = tokenizer.encode(text)
    assert "?" not in encoding.tokens
    assert [text[start:end] for start, end in encoding.offsets] == words


def test_what_cannot_be_saved_is_refused_and_the_export_can_be(tokenizer: Tokenizer) -> None:
    with pytest.raises(Exception, match="cannot be serialized"):
        tokenizer.to_str()
    exported = gujtext.Normalizer().to_huggingface().normalizer
    tokenizer.normalizer = exported
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    again = Tokenizer.from_str(tokenizer.to_str())
    assert again.normalizer.normalize_str("અેક કાેઈ") == "એક કોઈ"


def test_it_stands_in_a_sequence_with_others() -> None:
    both = normalizers.Sequence([normalizers.Lowercase(), normalizer(disable=["H04"])])
    assert both.normalize_str("ABC અેક\u00a0ગામ") == "abc એક\u00a0ગામ"


def test_a_wrong_profile_is_named() -> None:
    with pytest.raises(gujtext.GujtextError, match="profile"):
        normalizer("wrong")
