"""Popular Latin spelling read as Gujarati: cases, candidates, the tables behind them."""

from __future__ import annotations

import pickle
from functools import partial
from pathlib import Path

import casefiles
import pytest

from benchmarks.romanizations import read_pairs
from gujtext import gujarati_candidates, romanize, to_gujarati
from gujtext.resources import read_bytes, root, table
from gujtext.transliteration import latin_channel, latin_lexicon, word_tree
from gujtext.transliteration.latin_channel import Channel, channel
from gujtext.transliteration.latin_reader import LONGEST, Case, plain, read
from gujtext.transliteration.latin_search import searcher
from gujtext.transliteration.latin_units import chunks, joined, parts, units
from gujtext.types import GujtextError


@pytest.mark.parametrize("case", casefiles.parameters("to_gujarati"))
def test_case(case):
    assert to_gujarati(case["text"], "popular") == case["expected"]


def test_text_without_latin_letters_is_the_same_object():
    text = "કિમ 12, किम"
    assert to_gujarati(text, "popular") is text


def test_digits_by_option():
    assert to_gujarati("18 kamal", "popular", digits="convert") == "૧૮ કમળ"


def test_strict_points_at_a_letter_that_is_not_read():
    with pytest.raises(GujtextError, match="'ß'") as caught:
        to_gujarati("કેમ kem straße", "popular", strict=True)
    assert caught.value.offset == 12
    assert to_gujarati("kem chhé", "popular", strict=True) == "કેમ છે"


def test_popular_spelling_has_no_choice_of_anusvara():
    with pytest.raises(GujtextError, match="anusvara"):
        to_gujarati("kem", "popular", anusvara="strict")


def test_the_function_can_be_sent_to_another_process():
    sent = pickle.loads(pickle.dumps(partial(to_gujarati, scheme="popular")))
    assert sent("kem") == "કેમ"


def test_candidates_begin_with_the_reading_and_differ():
    for word in ("kamal", "mari", "gandhinagar", "zebronix", "doctor", "BBC", "mane"):
        found = gujarati_candidates(word, 5)
        texts = [one.text for one in found]
        assert texts[0] == to_gujarati(word, "popular")
        assert len(set(texts)) == len(texts) <= 5
        assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
        assert all(0 <= one.score <= 1 for one in found)


def test_candidates_say_where_they_come_from():
    assert [gujarati_candidates(word)[0].source for word in ("kamal", "zebronix", "XQZ", "k" * 60)] == [
        "lexicon", "model", "acronym", "rule",
    ]  # fmt: skip


def test_an_ambiguous_word_has_its_other_readings():
    texts = [one.text for one in gujarati_candidates("mali", 5)]
    assert {"મળી", "માળી", "માલી"} <= set(texts)


def test_candidates_of_a_few_words_are_combined():
    best, second = gujarati_candidates("shanti nagar!", 2)
    assert best.text == "શાંતિ નગર!"
    assert second.text != best.text
    assert second.text.endswith("!")


@pytest.mark.parametrize(("word", "n"), [("", 5), ("કમળ 12", 5), ("kamal", 0)])
def test_no_candidates(word, n):
    assert gujarati_candidates(word, n) == []


def test_units_make_up_the_word():
    for word in ("મિત્રોને", "ઉત્તર", "ક્ષત્રિય", "આંતરરાષ્ટ્રીય", "હું", "ક્", "ઔદ્યોગિક"):
        found = units(word)
        assert "".join(found) == word
        assert [joined(*parts(unit)) for unit in found] == found


@pytest.mark.parametrize("word", ["ક ખ", "kamal", "ાક", "ક૧", "ક\u200d"])
def test_what_is_no_row_of_units(word):
    assert units(word) is None


def test_chunks_move_forward_and_stay_inside():
    for latin in ("kshatriya", "aaa", "rrr", "yyy", "nmn", "b"):
        for place in range(len(latin)):
            found = chunks(latin, place)
            assert found
            assert all(place <= middle <= end <= len(latin) and end > place for middle, end in found)


def test_letters_are_laid_beside_units():
    score, path = channel().align(["મિ", "ત્", "રો"], "mitro")
    assert path == [(1, 2), (3, 3), (4, 5)]
    assert score > channel().align(["મિ", "ત્", "રો"], "nadhi")[0]


def test_counts_are_read_as_they_were_written():
    counts = latin_channel.count(
        [(2.0, ["ક", "મ"], "kam", [(1, 2), (3, 3)]), (1.0, ["ક", "મ"], "kum", [(1, 2), (3, 3)])]
    )
    least = dict.fromkeys("abcvwxy", 0.0)
    again = latin_channel.read_counts(latin_channel.write_counts(counts, least))
    assert again == counts
    best = Channel(again).candidates("k", "a", True, False)[0]
    assert best[1] == "ક"
    rare = latin_channel.read_counts(latin_channel.write_counts(counts, dict.fromkeys("abcvwxy", 1.5)))
    assert "u" not in rare["v "]


def test_a_packed_word_list_gives_back_words_and_frequencies():
    words = {"કમળ": 100, "કમ": 3, "કમળો": 1, "આ": 5000, "મિત્ર": 40}
    tree = word_tree.WordTree(word_tree.pack(words | {"x": 9, "ક" * 50: 9}))
    for word, times in words.items():
        assert tree.word_class(units(word)) == word_tree.frequency_class(times)
    assert tree.word_class(units("કમળા")) == 0
    assert tree.word_class([]) == 0
    assert sum(1 for *_, word_class in tree.walk() if word_class) == len(words)
    assert max(tree.log_shares[k] for k in tree.classes) < 0


def test_every_branch_of_the_shipped_list_knows_its_end():
    tree = word_tree.word_tree()
    size = len(tree.units)
    assert tree.ends[0] == size
    assert all(node < end <= size for node, end in enumerate(tree.ends))
    assert tree.best[0] == max(tree.classes)


def test_every_letter_can_be_read_by_the_plain_rules():
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for latin in (letter, letter + "k", "k" + letter):
            assert not any(c.isascii() for c in plain(latin)), latin


def test_long_words_are_read_by_the_plain_rules():
    word = "kamal" * 20
    assert len(word) > LONGEST
    assert read(word, Case()) == plain(word)


def test_translations_are_no_readings():
    assert latin_lexicon.entries("egypt") == [] or all(one.gujarati != "મિસર" for one in latin_lexicon.entries("egypt"))
    assert "ભારત" not in [one.text for one in gujarati_candidates("India", 12)]


def test_capitals_make_a_name_likelier():
    small = {one.text: one.score for one in gujarati_candidates("rana", 8)}
    capital = {one.text: one.score for one in gujarati_candidates("Rana", 8)}
    assert capital["રાણા"] > small["રાણા"]


def test_rows_of_messages_are_small_letters_and_unique():
    rows = table("transliteration/latin_messages.tsv", latin_lexicon._Latin)
    latin = [row.latin for row in rows]
    assert len(set(latin)) == len(latin)
    assert all(word.isascii() and word.isalpha() and word.islower() for word in latin)
    assert all(units(row.gujarati) for row in rows)


def test_the_data_stay_small():
    sizes = [(Path(root()) / name).stat().st_size for name in (latin_channel.TABLE, word_tree.TABLE)]
    assert sum(sizes) <= 1_200_000
    assert read_bytes(latin_channel.TABLE).startswith(b"#")


def test_common_words_survive_the_way_there_and_back():
    words = ["ગુજરાત", "શાળા", "વિદ્યાર્થી", "સરકાર", "પાણી", "શહેર", "ખેડૂત", "પુસ્તક", "સમાચાર", "વરસાદ", "મંત્રી", "ચૂંટણી"]
    right = [word for word in words if to_gujarati(romanize(word), "popular") == word]
    assert len(right) >= len(words) - 1


@pytest.mark.slow
def test_agreement_with_dakshina_dev(reference):
    dev = read_pairs(reference / "transliteration" / "dakshina_dev.tsv")
    rows = [(latin, word) for word, romanizations in dev.items() for latin in romanizations][::4]
    found = [[one.text for one in gujarati_candidates(latin, 5)] for latin, _ in rows]
    first = sum(texts[0] == word for texts, (_, word) in zip(found, rows, strict=True)) / len(rows)
    fifth = sum(word in texts for texts, (_, word) in zip(found, rows, strict=True)) / len(rows)
    assert first > 0.77
    assert fifth > 0.92


def test_the_open_search_finds_words_without_the_list():
    assert "કમળ" in [one.word for one in searcher().open("kamal")]
    assert all(units(one.word) == list(one.units) for one in searcher().open("zebronix"))
