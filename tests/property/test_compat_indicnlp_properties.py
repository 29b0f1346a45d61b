"""Exact mode equals the real indic-nlp-library on any text; corrected mode loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st
from strategies import CLEAN_TEXT, WILD_TEXT

from gujtext.compat import indicnlp
from gujtext.compat.indicnlp import exact
from gujtext.segmentation import sent_tokenize, word_tokenize

if TYPE_CHECKING:
    from benchmarks.indicnlp_peer import Function

# What the library's own rules react to.
TRIGGERS = st.sampled_from(
    [
        ". ", ".", "! ", "।", " ।।", "ક. ", "એમ. ", "શ્રી. ", "ડૉ.", "કુ. દાસ. ", "डॉ. ", "ડ्.", "૭. ", "7. ", "²?", "꯫",
        "1 , 2", "1 , 234 : 5 ", "12", " 3 / 4", "0", " - ", " / ", " \\ ", " ) ", "( ", "#", "@RA ", " @LA", "@", "\"",
        " \" ", "'", "''", "`", "\t", "  ", "“", "’’", "—", "…", "\u00ad", "\u200b", "\u00a0", "\u200c", "\u200d",
        "ક:", "૧:૨", "::", "ઙ્ક", "ન્ત", "ન્ક", "મ્ભ", "ઞ્જ", ",્", "\u0aa9્ત", "ંત", "ંક ", "ંબ", "ંય", "ઁ", "ૉ", "ઍ",
        "ઘર ", "ફ઼ ", "ક", "ક઼િ", "ક્", "્", "િ", "અ", "ઃ", "ઽ", "ૐ", "ૠ", "ૢ", "\u0ae4", "\u0aff", "ૹ", "૰", "ॐ", "क़", "ऎ",
        "gujaraatii", "aa", "k", "kh", "kShe", "~Na", "~n", "R^i", "RRi", "LLI", "L", "x", "gj", "OM", "AUM", ".n", "M",
        "w", "sh", "Sh", ".e", "..", ".a", "*na", "a", "^", "~",
    ]
)  # fmt: skip
TEXT = st.one_of(WILD_TEXT, st.lists(st.one_of(TRIGGERS, TRIGGERS, CLEAN_TEXT), max_size=30).map("".join))


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, Function, Function]]:
    pytest.importorskip("indicnlp")
    from benchmarks import indicnlp_peer

    indicnlp_peer.load()
    return indicnlp_peer.pairs()


@given(text=TEXT)
@settings(max_examples=150)
def test_exact_mode_equals_the_library(pairs: list[tuple[str, Function, Function]], text: str) -> None:
    for what, theirs, ours in pairs:
        assert ours(text) == theirs(text), what


@given(TEXT)
@settings(max_examples=150)
def test_both_modes_take_any_text_and_the_switch_means_the_same_in_both_places(text: str) -> None:
    for flag in (False, True):
        assert exact.trivial_tokenize(text, exact=flag) == indicnlp.trivial_tokenize(text, exact=flag)
        assert exact.trivial_detokenize(text, exact=flag) == indicnlp.trivial_detokenize(text, exact=flag)
        assert exact.sentence_split(text, "gu", exact=flag) == indicnlp.sentence_split(text, "gu", exact=flag)
        assert exact.orthographic_syllabify(text, "gu", exact=flag) == indicnlp.orthographic_syllabify(
            text, "gu", exact=flag
        )
        options = {"nasals_mode": "to_anusvaara_strict", "do_normalize_vowel_ending": True, "exact": flag}
        assert exact.IndicNormalizerFactory().get_normalizer("gu", **options).normalize(
            text
        ) == indicnlp.IndicNormalizerFactory().get_normalizer("gu", **options).normalize(text)
        for way in (("hi", "gu"), ("gu", "hi")):
            assert exact.UnicodeIndicTransliterator.transliterate(
                text, *way, exact=flag
            ) == indicnlp.UnicodeIndicTransliterator.transliterate(text, *way, exact=flag)
        assert exact.ItransTransliterator.to_itrans(text, "gu", exact=flag) == indicnlp.ItransTransliterator.to_itrans(
            text, "gu", exact=flag
        )
        assert exact.ItransTransliterator.from_itrans(
            text, "gu", exact=flag
        ) == indicnlp.ItransTransliterator.from_itrans(text, "gu", exact=flag)


@given(TEXT)
@settings(max_examples=300)
def test_corrected_tokens_and_sentences_are_those_of_gujtext_and_lose_nothing(text: str) -> None:
    assert indicnlp.trivial_tokenize(text, "gu") == word_tokenize(text)
    assert indicnlp.sentence_split(text, "gu") == sent_tokenize(text)
    assert "".join(indicnlp.orthographic_syllabify(text, "gu")) == text
    bare = "".join(indicnlp.trivial_detokenize(text, "gu").split())
    assert bare == "".join(text.split())


@given(TEXT)
@settings(max_examples=300)
def test_gujarati_comes_back_from_devanagari(text: str) -> None:
    """But for Devanagari that was there before, and the reserved dandas, which become real ones."""
    gujarati = "".join(c for c in text if not "\u0900" <= c <= "\u097f" and c not in "\u0ae4\u0ae5")
    convert = indicnlp.UnicodeIndicTransliterator.transliterate
    devanagari = convert(gujarati, "gu", "hi")
    assert convert(devanagari, "hi", "gu") == gujarati
    if devanagari == gujarati:
        assert devanagari is gujarati


@given(TEXT)
@settings(max_examples=300)
def test_corrected_devanagari_writes_no_unassigned_code_point(text: str) -> None:
    import unicodedata2

    def unassigned(some: str) -> set[str]:
        return {c for c in some if unicodedata2.category(c) == "Cn"}

    convert = indicnlp.UnicodeIndicTransliterator.transliterate
    assert unassigned(convert(text, "hi", "gu")) <= unassigned(text)
    assert unassigned(convert(text, "gu", "hi")) <= unassigned(text)


@given(TEXT)
@settings(max_examples=200)
def test_a_final_virama_is_all_that_the_vowel_ending_adds(text: str) -> None:
    plain = indicnlp.GujaratiNormalizer().normalize(text)
    ended = indicnlp.GujaratiNormalizer(do_normalize_vowel_ending=True).normalize(text)
    assert ended.replace("\u0acd", "") == plain.replace("\u0acd", "")
    assert indicnlp.GujaratiNormalizer(do_normalize_vowel_ending=True).normalize(ended) == ended
