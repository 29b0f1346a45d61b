"""The converter of legacy fonts against published example pairs, its own inverse, and what it cannot express."""

from __future__ import annotations

import lzma
import re
from pathlib import Path

import pytest

from gujtext.normalization import check, legacy, normalize

PAIRS = [
    ("ફિરોઝભાઈ", "lOZMhEF."), ("ધર્મે", 'WD["'),
    ("પ્રતિજ્ઞાપુર્વક", '5|lT7F5]J"S'), ("ક્રિષ્ના", "lS|QGF"),
    ("જીવરાજભાઈ", "ÒJZFHEF."),
    ("રજીસ્ટ્રેશન", "ZÒ:8=[XG"), ("ક્ષ", "1F"),
    ("દ્રવ્યો", "ãjIM"),
    ("ઉત્તરે", "p¿Z["), ("પૌત્રાદીક", "5F{+FNLS"), ("હિન્દુ", "lCgN]"),
]  # fmt: skip


@pytest.mark.parametrize(("unicode", "keys"), PAIRS, ids=[keys for _, keys in PAIRS])
def test_both_directions(unicode: str, keys: str) -> None:
    assert legacy.to_unicode(keys, "lmg-arun") == (unicode, ())
    assert legacy.from_unicode(unicode, "terafont-trilochan") == (keys, ())


def test_all_published_pairs(reference: Path) -> None:
    lines = (reference / "normalization" / "legacy_lmg_pairs.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert len(pairs) == 77
    for unicode, keys in pairs:
        assert legacy.to_unicode(keys, "lmg-arun").text == unicode
        assert legacy.from_unicode(unicode, "lmg-arun").text == keys


@pytest.mark.parametrize(
    ("keys", "unicode"),
    [
        ("Z_!!GL", "૨૦૧૧ની"),
        ("!5DL", "૧૫મી"),
        ("5Z", "પર"),
        ("Z5", "૨૫"),
        ("3Z", "ઘર"),
        ("5!", "૫૧"),
        ("ZFD !Z# #Z_", "રામ ૧૨૩ ૩૨૦"),
    ],
)
def test_two_and_ra_five_and_pa(keys: str, unicode: str) -> None:
    assert legacy.to_unicode(keys, "lmg-arun").text == unicode


def test_stretches_to_keep_stay() -> None:
    assert legacy.to_unicode("ZFD Windows ZFD", "lmg-arun", keep=[(4, 11)]).text == "રામ Windows રામ"


def test_what_has_no_counterpart_stays_and_is_reported() -> None:
    text, findings = legacy.to_unicode("ZFD€", "lmg-arun")
    assert text == "રામ€"
    assert [(f.start, f.end, f.code) for f in findings] == [(3, 4, "no-character")]
    text, findings = legacy.from_unicode("કૉફી a", "lmg-arun")
    assert text == "SૉOL a"
    assert [(f.start, f.end, f.code) for f in findings] == [(1, 2, "no-key"), (5, 6, "key-as-text")]


def test_an_unknown_font_is_refused() -> None:
    with pytest.raises(ValueError, match="lmg-arun, terafont-trilochan"):
        legacy.to_unicode("S", "gopika")


def test_round_trip_of_an_encyclopedia(reference: Path) -> None:
    with lzma.open(reference / "corpora" / "guwiki2020.txt.xz", "rt", encoding="utf-8") as file:
        words = set(re.findall("[\u0a81-\u0ae3\u0ae6-\u0aef]+", file.read(1_500_000)))
    expressible = good = 0
    for word in map(normalize, sorted(words)):
        keys, findings = legacy.from_unicode(word, "lmg-arun")
        if not findings and not check(word):
            expressible += 1
            good += legacy.to_unicode(keys, "lmg-arun").text == word
    assert expressible > 20_000
    assert good / expressible >= 0.995
