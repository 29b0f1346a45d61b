"""The measures that filters use: in bounds, additive in what they count, indifferent to what belongs to no script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from strategies import GUJARATI_BLOCK, LONE_SURROGATES, WILD_TEXT

import gujtext
from gujtext.integrations.measures import findings_per_thousand, gujarati_share


@given(WILD_TEXT)
def test_the_share_counts_letters_and_marks(text: str) -> None:
    letters = [c for c in text if unicodedata.category(c)[0] in "LM"]
    gujarati = [c for c in letters if c in GUJARATI_BLOCK]
    assert gujarati_share(text) == (len(gujarati) / len(letters) if letters else 0.0)
    assert gujarati_share(text + " 12, ૧૨…") == gujarati_share(text)


@given(WILD_TEXT)
def test_findings_are_those_of_check(text: str) -> None:
    assert findings_per_thousand(text) * max(len(text), 1) == pytest.approx(1000 * len(gujtext.check(text)))


def test_any_text_but_no_bytes() -> None:
    assert gujarati_share(LONE_SURROGATES + "ક") == 1.0
    for measure in (gujarati_share, findings_per_thousand):
        with pytest.raises(TypeError, match="decode first"):
            measure("ક".encode())  # type: ignore[arg-type]
