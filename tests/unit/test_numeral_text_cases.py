"""Numbers in running text, from the case files: what is found, how it is said, what is written in digits."""

from __future__ import annotations

import casefiles
import pytest

from gujtext import numerals


def shown(match):
    value = "..".join(map(str, match.value)) if isinstance(match.value, tuple) else str(match.value)
    return [match.text, match.kind, value, match.unit, match.suffix]


@pytest.mark.parametrize("case", casefiles.parameters("numerals"))
def test_case(case):
    text = case["text"]
    if "found" in case:
        assert [shown(match) for match in numerals.find_numbers(text)] == case["found"]
    if "verbalized" in case:
        assert numerals.verbalize(text) == case["verbalized"]
    if "inverse" in case:
        assert numerals.inverse_normalize(text) == case["inverse"]


def test_seed_article(reference):
    text = (reference / "seed" / "article.txt").read_text(encoding="utf-8")
    found = [(match.text, match.kind) for match in numerals.find_numbers(text)]
    assert [one for one, kind in found if kind == "cardinal"] == ["24", "બે", "24", "24", "2000", "2019"]
    assert [one for one, kind in found if kind == "ordinal"] == ["પ્રથમ", "પ્રથમ"]
    assert [one for one, kind in found if kind == "date"] == ["September 2023", "June 17, 2024", "June 17, 2024"]
    assert [one for one, kind in found if kind == "range"] == ["18-19", "18-19", "19-20"]
    assert len(found) == 14
