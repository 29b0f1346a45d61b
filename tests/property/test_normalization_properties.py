"""What normalization promises for any text at all, and for any set of rules."""

from __future__ import annotations

import itertools
import pickle
from collections import Counter
from collections.abc import Iterator

import pytest
import unicodedata2
from hypothesis import given, settings, strategies as st
from strategies import CLEAN_TEXT, GUJARATI_BLOCK, WILD_TEXT

from gujtext.normalization import PROFILES, Normalizer, check, explain, normalize, rules
from gujtext.types import replay

REWRITING = sorted(rule.id for rule in rules().values() if rule.kind == "rewrite" and rule.id not in ("P08", "P09"))
MARKS = "ાિીુૂૃૄૅેૈૉોૌંઃઁ઼્"
# Letters with marks in any order: what the cluster rewriter meets.
CLUSTERS = st.lists(
    st.sampled_from(["ક", "ર", "ન", "અ", "આ", "ઓ", "ઝ", "૨", " ", "\u200c", "\u200d", "\u200b", *MARKS, *MARKS]),
    max_size=12,
).map("".join)
TEXT = st.one_of(WILD_TEXT, CLUSTERS)
SUBSETS = st.frozensets(st.sampled_from(REWRITING), max_size=len(REWRITING))


@settings(max_examples=300, deadline=None)
@given(TEXT, st.sampled_from(PROFILES))
def test_profiles(text: str, profile: str) -> None:
    result = normalize(text, profile)
    assert normalize(result, profile) == result
    assert unicodedata2.normalize("NFC", result) == result
    assert normalize(unicodedata2.normalize("NFC", text), profile) == result
    assert normalize(unicodedata2.normalize("NFD", text), profile) == result


@settings(max_examples=300, deadline=None)
@given(TEXT, SUBSETS)
def test_any_set_of_rules(text: str, rule_ids: frozenset[str]) -> None:
    normalizer = Normalizer("nfc", enable=sorted(rule_ids))
    result = normalizer.normalize(text)
    assert normalizer.normalize(result) == result
    assert unicodedata2.normalize("NFC", result) == result


@settings(max_examples=200, deadline=None)
@given(TEXT, st.sampled_from(PROFILES))
def test_changes_account_for_everything(text: str, profile: str) -> None:
    result = explain(text, profile)
    assert result.text == normalize(text, profile)
    assert replay(text, result.changes) == result.text
    assert result.original == text
    for change, following in itertools.pairwise(result.changes):
        assert change.end <= following.start
    for change in result.changes:
        assert text[change.start : change.end] == change.before != change.after
        assert all(rule in rules() for rule in change.rule.split("+"))


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT, st.sampled_from(PROFILES))
def test_lines_are_independent(first: str, second: str, profile: str) -> None:
    together = normalize(first + "\n" + second, profile)
    assert together == normalize(first, profile) + "\n" + normalize(second, profile)


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_profiles_build_on_one_another(text: str) -> None:
    assert normalize(normalize(text, "visual")) == normalize(text)
    assert normalize(normalize(text), "repair") == normalize(text, "repair")


@settings(max_examples=200, deadline=None)
@given(TEXT, st.sampled_from(PROFILES))
def test_no_new_finding(text: str, profile: str) -> None:
    assert codes(normalize(text, profile)) <= codes(text)


@settings(max_examples=150, deadline=None)
@given(WILD_TEXT.map(lambda text: "".join(c for c in text if c not in GUJARATI_BLOCK)), st.sampled_from(PROFILES))
def test_other_scripts_are_left_alone(text: str, profile: str) -> None:
    assert normalize(text, profile) == unicodedata2.normalize("NFC", text)


@settings(max_examples=100, deadline=None)
@given(CLEAN_TEXT)
def test_clean_text_is_left_alone(text: str) -> None:
    assert normalize(text) is text
    assert check(text) == []


@settings(max_examples=100, deadline=None)
@given(WILD_TEXT)
def test_findings_lie_in_the_text(text: str) -> None:
    for finding in check(text):
        assert 0 <= finding.start < finding.end <= len(text)


def test_a_normalizer_survives_pickling() -> None:
    normalizer = Normalizer("repair", enable=["L05"], disable=["P02"])
    again = pickle.loads(pickle.dumps(normalizer))
    assert repr(again) == repr(normalizer)
    assert again.normalize("કૉફી | દુ:ખ") == normalizer.normalize("કૉફી | દુ:ખ") == "કોફી | દુઃખ"


REPERTOIRE = [c for c in GUJARATI_BLOCK if unicodedata2.category(c) != "Cn"] + ["\u200c", "\u200d", " ", ".", "1"]


@pytest.mark.slow
def test_every_short_string() -> None:
    """All strings of one to three characters: standard and visual are fixpoints, in NFC, nested, never longer.

    Nor does `check` report of the result what it did not report of the string.
    """
    standard, visual = Normalizer().normalize, Normalizer("visual").normalize
    for text in short_strings():
        result = standard(text)
        if result is text:
            continue
        assert standard(result) == result, ascii(text)
        assert unicodedata2.normalize("NFC", result) == result, ascii(text)
        assert len(result) <= len(text), ascii(text)
        seen = visual(text)
        assert visual(seen) == seen, ascii(text)
        assert standard(seen) == result, ascii(text)
        assert codes(result) <= codes(text), ascii(text)


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["repair", "search"])
def test_every_short_string_in_the_profiles_to_ask_for(profile: str) -> None:
    normalizer = Normalizer(profile).normalize
    for text in short_strings():
        result = normalizer(text)
        if result is text:
            continue
        assert normalizer(result) == result, ascii(text)
        assert unicodedata2.normalize("NFC", result) == result, ascii(text)
        assert codes(result) <= codes(text), ascii(text)


def short_strings() -> Iterator[str]:
    for length in (1, 2, 3):
        yield from map("".join, itertools.product(REPERTOIRE, repeat=length))


def codes(text: str) -> Counter[str]:
    return Counter(finding.code for finding in check(text))


@given(
    st.lists(
        st.text(alphabet="કાેંઁ઼્અએઉર .,૧2:\u200b\u200c\u200d\u00a0\u0ae4\u0964é\u0301\u1100\u1161ક઼“…₹😀ਕ਼ਸ਼", max_size=12),
        max_size=8,
    ),
    st.integers(0, 3),
    st.sampled_from(["nfc", "visual", "standard", "repair", "search"]),
)
def test_a_long_text_is_normalized_as_its_lines_are(lines: list[str], where: int, profile: str) -> None:
    """Long texts go by a test of all lines at once, also across the stretches that it works on."""
    plain = "સાફ લીટી " * 60
    stretch = "સાફ" * 50_000 if where == 3 else ""
    many = [*lines[:where], stretch + plain, *lines[where:]]
    expected = "\n".join(normalize(line, profile) for line in many)
    assert normalize("\n".join(many), profile) == expected
