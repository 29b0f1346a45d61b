"""Latin back to Gujarati: reversible schemes exactly."""

from __future__ import annotations

import lzma
import re
import unicodedata

import pytest

from gujtext.script import WORD_CLASS
from gujtext.transliteration import romanize, to_gujarati
from gujtext.transliteration.schemes import schemes
from gujtext.types import GujtextError

READABLE = [name for name, scheme in schemes().items() if scheme.reversible]
MUST = ["iso15919", "slp1", "hk", "wx"]


def test_which_schemes_read_back():
    assert set(MUST) <= set(READABLE)


@pytest.mark.slow
@pytest.mark.parametrize("name", READABLE)
def test_words_of_wikipedia(reference, name):
    word = re.compile(f"[{WORD_CLASS}]+")
    seen: set[str] = set()
    with lzma.open(reference / "corpora" / "guwiki2020.txt.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 12 == 0:
                seen.update(word.findall(line))
    assert len(seen) > 30_000
    assert [found for found in seen if to_gujarati(romanize(found, name), name) != found] == []


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("style", ["lenient", "strict"])
def test_what_could_be_read_two_ways(name, style):
    words = (
        "કઇ કૈ કઉ કૌ કઅ કાઅ કાઆ ક્હ ખ ક્અ ક્લૃપ્ત ઋત ર્ઋ અંત અન્ત અઙ્ક અંક સંમત સમ્મત ઑંગો ૐ ઓઁ ઽ અા ક્‍ષ ક્‌ષ "
        "કાા ા ્ કં઼ા જ઼ ઢ઼ ૹો લૃ ઌ ઍક ત્હ થ્હ શ્હ ઞ્જ જ્ઞ આઇ ઇઅ ચ્હ છ્હ કઋ કૃઇ અૐ"
    )
    for word in words.split():
        latin = romanize(word, name, anusvara=style)
        assert to_gujarati(latin, name, anusvara=style) == word, latin


@pytest.mark.parametrize(("scheme", "latin", "expected"), [
    ("iso15919", "GUJARĀTĪ Kr̥ṣṇa", "ગુજરાતી કૃષ્ણ"),
    ("iso15919", "ŏkṭōbara", "ઑક્ટોબર"),
    ("iso15919", "(gāndhī), 12!", "(ગાન્ધી), 12!"),
    ("itrans", "gujaraatii kaa", "ગુજરાતી કા"),
    ("hk", "kRSNa", "કૃષ્ણ"),
    ("velthuis", "gujaraatii bhaa.saa", "ગુજરાતી ભાષા"),
])  # fmt: skip
def test_reads_what_others_write(scheme, latin, expected):
    assert to_gujarati(latin, scheme) == expected


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_composed_or_not(form):
    assert to_gujarati(unicodedata.normalize(form, "kr̥ṣṇa gujarātī ôṭhala")) == "કૃષ્ણ ગુજરાતી ઑઠલ"


def test_apostrophe_between_gujarati_words_stays():
    assert to_gujarati("ka'kha") == "ક'ખ"


def test_digits_by_choice():
    assert to_gujarati("18 jūna") == "18 જૂન"
    assert to_gujarati("18 jūna", digits="convert") == "૧૮ જૂન"


@pytest.mark.parametrize("text", ["kama wala", unicodedata.normalize("NFD", "kāmā wala")])
def test_strict_points_at_a_letter_of_no_scheme(text):
    with pytest.raises(GujtextError, match="'w'") as caught:
        to_gujarati(text, strict=True)
    assert text[caught.value.offset] == "w"


@pytest.mark.parametrize("name", ["un", "hunterian", "iso"])
def test_schemes_that_cannot_be_read_back_are_refused(name):
    with pytest.raises(GujtextError, match="iso15919, iast, itrans"):
        to_gujarati("ka", name)


def test_cldr_style_is_not_read():
    with pytest.raises(GujtextError, match="lenient, strict"):
        to_gujarati("ka", anusvara="cldr")
