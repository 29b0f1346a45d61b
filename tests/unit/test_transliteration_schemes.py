"""Standards and popular spelling in running text, options and errors."""

from __future__ import annotations

import re

import casefiles
import pytest

from gujtext.transliteration import Romanizer, romanize
from gujtext.transliteration.schemes import ANUSVARA_STYLES, schemes
from gujtext.types import GujtextError

ALL = ["popular", *schemes()]
READABLE = [name for name, scheme in schemes().items() if scheme.reversible]


@pytest.mark.parametrize("case", casefiles.parameters("transliteration"))
def test_case(case):
    options = {key: case[key] for key in ("anusvara", "digits", "strict") if key in case}
    assert romanize(case["text"], case["scheme"], **options) == case["expected"]


def test_every_scheme_of_the_contract_is_there():
    assert ALL == [
        "popular", "iso15919", "iast", "ala-lc", "hunterian", "un", "itrans", "hk", "slp1", "wx", "velthuis",
    ]  # fmt: skip


def test_cldr_official_list(reference):
    path = reference / "transliteration" / "cldr_official_test_gujr_latn.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:]]
    assert len(rows) > 1_700
    wrong = [row for row in rows if romanize(row[0], "iso15919", anusvara="cldr") != row[1]]
    assert wrong == []


@pytest.mark.parametrize("name", ALL)
def test_text_without_gujarati_is_the_same_object(name):
    text = "Kim, किम 12"
    assert romanize(text, name) is text


@pytest.mark.parametrize("name", ALL)
def test_joiners_of_emoji_and_other_scripts_stay(name):
    others = "👨\u200d👩\u200d👧 क्\u200dष"
    assert romanize(f"ક {others}", name).endswith(others)


@pytest.mark.parametrize("name", ALL)
def test_common_words_leave_no_gujarati(name):
    text = romanize("અમદાવાદ, ગુજરાતનું મોટું શહેર છે; ડૉક્ટર ઊંઘ્યા. ઐરાવત ઔષધ દુઃખ", name)
    assert re.search("[\u0a80-\u0aff]", text) is None


def test_unknown_scheme_lists_the_known_and_suggests():
    with pytest.raises(GujtextError, match=r"did you mean 'iso15919'.*popular, iso15919, .*velthuis"):
        romanize("ક", "iso-15919")
    with pytest.raises(GujtextError, match="no scheme 'qqq'"):
        romanize("no gujarati", "qqq")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"digits": "latin"}, "keep, convert"),
        ({"scheme": "wx", "anusvara": "cldr"}, "lenient, strict"),
        ({"scheme": "iso15919", "anusvara": "dots"}, "lenient, strict, cldr"),
    ],
)
def test_unknown_option(options, message):
    with pytest.raises(GujtextError, match=message):
        romanize("ક", **options)


@pytest.mark.parametrize(("scheme", "text", "offset"), [
    ("wx", "કમળ ૐ", 4),
    ("iso15919", "કા અેક", 4),
    ("un", "a ગૠ", 3),
    ("slp1", "ક્્", 2),
    ("popular", "કમળ ક\u0afb", 5),
])  # fmt: skip
def test_strict_says_what_and_where(scheme, text, offset):
    romanize(text, scheme)
    with pytest.raises(GujtextError, match="cannot express U\\+0A") as caught:
        romanize(text, scheme, strict=True)
    assert caught.value.offset == offset


@pytest.mark.parametrize("name", READABLE)
def test_strict_has_nothing_to_say_of_good_words(name):
    romanize("ક્ષત્રિય ઋષિ ઐક્ય ક્‍ષ કઇ હૃદય ડૉક્ટર હઁ દુઃખ ઽ", name, strict=True)


@pytest.mark.parametrize("style", ANUSVARA_STYLES)
def test_anusvara_styles_of_iso(style):
    expected = {"lenient": "aṁta vaṁśa", "strict": "anta vaṁśa", "cldr": "anta vanśa"}
    assert romanize("અંત વંશ", "iso15919", anusvara=style) == expected[style]


def test_overrides_win_in_every_scheme_and_before_endings():
    own = Romanizer({"અમદાવાદ": "Ahmedabad", "છે": "6e"})
    assert own.romanize("અમદાવાદમાં છે, અમદાવાદી") == "Ahmedabadma 6e, amdavadi"
    assert Romanizer({"અમદાવાદ": "Ahmedabad"}, "iso15919").romanize("અમદાવાદની") == "Ahmedabadnī"


def test_names_in_running_text_keep_their_endings():
    spell = Romanizer({"ઉન": "Oon"}, names=True).romanize
    assert spell("પુતિનની કિમ જોંગ ઉન સાથે વાત") == "Putinni Kim Jong Un sathe vat"
    assert spell("વાત, ઉનની") == "vat, Oonni"
    with pytest.raises(GujtextError, match="popular"):
        Romanizer(scheme="wx", names=True)


def test_overrides_are_a_copy():
    spellings = {"ક": "K"}
    own = Romanizer(spellings)
    spellings["ક"] = "Q"
    assert own.romanize("ક") == "K"


def test_bytes_are_refused():
    with pytest.raises(TypeError, match="decode first"):
        romanize("ક".encode())
