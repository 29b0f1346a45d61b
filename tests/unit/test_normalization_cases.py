"""Every case of tests/cases/normalization, and the examples that the rule table itself gives."""

from __future__ import annotations

import re
from typing import Any

import pytest
from casefiles import parameters

from gujtext.normalization import check, explain, is_normalized, normalize, rules
from gujtext.normalization.rules import mapping
from gujtext.types import replay

REWRITING = [rule for rule in rules().values() if rule.kind == "rewrite" and rule.example and rule.id != "P08"]


@pytest.mark.parametrize("case", parameters("normalization"))
def test_case(case: dict[str, Any]) -> None:
    profile, enable = case.get("profile", "standard"), case.get("enable", [])
    assert normalize(case["text"], profile, enable=enable) == case["expected"]
    assert explain(case["text"], profile, enable=enable).text == case["expected"]


@pytest.mark.parametrize("rule", REWRITING, ids=lambda rule: rule.id)
def test_a_rule_alone_does_what_its_row_says(rule: Any) -> None:
    example, becomes = (
        re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), cell) for cell in (rule.example, rule.becomes)
    )
    result = explain(example, "nfc", enable=[rule.id])
    assert result.text == becomes
    assert {change.rule for change in result.changes} == {rule.id}
    assert replay(example, result.changes) == becomes
    assert normalize(example, "nfc", enable=[rule.alias]) == becomes


def test_every_row_of_the_cluster_table_merges_after_a_consonant_or_alone() -> None:
    for rule in rules().values():
        if rule.family == "vowel and mark" and re.fullmatch("[0-9A-F ]+", rule.before):
            before, after = ("".join(chr(int(c, 16)) for c in cell.split()) for cell in (rule.before, rule.after))
            base = "" if "\u0a85" <= before[0] <= "\u0a94" else "ક"
            assert normalize(base + before) == base + after, rule.id


def test_profiles_are_nested() -> None:
    assert normalize("અેક શંુ", "visual") == "એક શંુ"
    assert normalize("અેક શંુ", "nfc") == "અેક શંુ"
    assert normalize("અેક શંુ દુ:ખ") == "એક શું દુ:ખ"


def test_a_rule_can_be_left_out() -> None:
    assert normalize("અેક શંુ", disable=["V03"]) == "અેક શું"
    assert normalize("ક\u0acd\u0abcય", "nfc", disable=["N01"]) == "ક\u0acd\u0abcય"


def test_two_rules_on_one_place_are_one_change() -> None:
    (change,) = explain("અ\u200cેક").changes
    assert (change.start, change.end, change.before, change.after) == (0, 3, "અ\u200cે", "એ")
    assert change.rule == "J01+V03"


def test_clean_text_is_the_same_object() -> None:
    text = "ગુજરાત ભારતનું રાજ્ય છે.\nબીજી લીટી"
    assert normalize(text) is text
    assert explain(text).text is text
    assert is_normalized(text)


def test_a_hostile_profile_or_rule_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"standard.*did you mean 'standard'"):
        normalize("ક", "standrd")
    with pytest.raises(ValueError, match=r"unknown rule 'P3'.*V03 letter-e"):
        normalize("ક", enable=["P3"])
    with pytest.raises(ValueError, match="W04 cannot be enabled: it only reports"):
        normalize("ક", enable=["W04"])


def test_bytes_are_refused() -> None:
    for function in (normalize, explain, is_normalized, check):
        with pytest.raises(TypeError, match="decode first"):
            function("ક".encode())  # type: ignore[operator]


def test_ftfy_rules() -> None:
    pytest.importorskip("ftfy")
    assert normalize("એક &amp; બે &amp;amp; ત્રણ", enable=["P08"]) == "એક & બે & ત્રણ"
    assert normalize("ક&nbsp;ખ&zwj;ગ", enable=["P08"]) == "ક ખગ"  # what an entity decodes to is normalized too
    damaged = "શું છે".encode().decode("latin-1")
    assert normalize(damaged, enable=["P09"]) == "શું છે"
    assert explain(damaged, enable=["P09"]).original == damaged
    assert normalize("café શું છે", enable=["P09"]) == "café શું છે"


def test_the_mapping_table_names_only_rules_that_exist() -> None:
    assert all(mapping(rule_id) for rule_id in ("H01", "H02", "H03", "H04", "H05", "H06", "L05", "L06", "P06", "D01"))
