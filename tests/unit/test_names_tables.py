"""The reviewed tables of names: sound rows, enough of them, and both sides sound alike."""

from __future__ import annotations

import re

import pytest

from gujtext.resources import table
from gujtext.transliteration.acronyms import acronym, letters_of
from gujtext.transliteration.name_lexicon import FILES, NameRow, fold
from gujtext.transliteration.name_sounds import gujarati_slots, keys_of, latin_slots
from gujtext.transliteration.name_suffixes import splits

WORD = r"[\u0a81-\u0ae3\u0af9\u200c\u200d]+"
OWN = [file for file in FILES if file not in ("names_cldr.tsv", "names_geonames.tsv")]


def rows(files):
    return [(file, row) for file in files for row in table(f"transliteration/{file}", NameRow)]


@pytest.mark.parametrize("file", [*FILES, "names_particles.tsv"])
def test_rows_are_sound(file):
    for row in table(f"transliteration/{file}", NameRow):
        assert re.fullmatch(rf"{WORD}(?:(?: - |\. ?|[ '-]){WORD})*", row.gujarati), row
        assert row.latin.strip() == row.latin != "", row
        assert not re.search("[\u0a80-\u0aff]", row.latin), row


def test_there_are_enough_rows_of_our_own():
    assert len({row.gujarati for _, row in rows(OWN)}) >= 2500


def test_no_row_stands_twice_in_a_file():
    for file in FILES:
        pairs = [(row.gujarati, row.latin) for row in table(f"transliteration/{file}", NameRow)]
        assert len(pairs) == len(set(pairs)), file


def test_both_sides_of_a_word_sound_alike():
    """A slip of a letter or a shifted line breaks the sound key; English spelling breaks few."""
    pairs = [
        (row.gujarati, re.sub("[^a-z]", "", row.latin.lower()))
        for _, row in rows(OWN)
        if row.kind != "acronym" and " " not in row.gujarati + row.latin and "-" not in row.gujarati
    ]
    apart = []
    for word, latin in pairs:
        keys = {key for slots in gujarati_slots(word) for key in keys_of(slots)}
        if keys.isdisjoint(key for key, _ in latin_slots(latin)):
            apart.append((word, latin))
    assert len(apart) < 0.04 * len(pairs), apart


@pytest.mark.parametrize(
    ("one", "other"),
    [("ટ્રમ્પ", "ટ્રંપ"), ("ઍપલ", "એપલ"), ("ડૉન", "ડોન"),
     ("ઈરાન", "ઇરાન"), ("વેલિંગટન", "વેલિંગ્ટન"), ("ઋષભ", "રિષભ"),
     ("સિએટલ", "સિયેટલ"), ("ઑસ્ટ્રેલિઆ", "ઓસ્ટ્રેલિયા")],
)  # fmt: skip
def test_variants_fold_together(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("પ્રાગ", "પરાગ"), ("મોદી", "મોધી"), ("કમલ", "કમળ"), ("રામ", "રમ")])
def test_other_names_do_not_fold_together(one, other):
    assert fold(one) != fold(other)


def test_letter_names_are_read_longest_first():
    assert letters_of("એમએસ") == "MS"
    assert acronym("ડબલ્યુટીઓ") == "WTO"


@pytest.mark.parametrize("word", ["જેવી", "બીજી", "કેવી", "એવી", "જેઓ", "ભારત", "એ", "કે", ""])
def test_ordinary_words_are_no_acronyms(word):
    assert acronym(word) == ""


def test_splits_keep_a_stem():
    assert [(split.stem, split.suffix) for split in splits("ખાને")] == [("ખા", "ને"), ("ખાન", "ે")]
    assert splits("ને") == []
    assert all(not split.stem.endswith("્") for split in splits("કાર્ની"))
