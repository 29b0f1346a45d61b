"""Names in Latin letters: the cases, candidates, overrides and what stays in place."""

from __future__ import annotations

import casefiles
import pytest

from gujtext.transliteration import Romanizer
from gujtext.transliteration.known_names import find_names
from gujtext.transliteration.names import NameRomanizer, name_candidates, romanize_name


@pytest.mark.parametrize("case", casefiles.parameters("names"))
def test_case(case):
    assert romanize_name(case["text"]) == case["latin"]


def test_the_first_candidate_is_the_answer_and_the_scores_fall():
    for text in ("વિક્ટોરિયા નુલેન્ડ", "મોહમ્મદ", "ઝાવેન પાપાઝિયન", "સીબીઆઈ", "કિમ જોંગ ઉનની"):
        found = name_candidates(text, 5)
        assert found[0].text == romanize_name(text)
        scores = [candidate.score for candidate in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        assert len({candidate.text for candidate in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "source"),
    [("મોદી", "lexicon"), ("સીઆરપીસી", "acronym"), ("નુલેન્ડ", "model"), ("મોદી નુલેન્ડ", "model"), ("પાપાઝિયનોવિક", "rule")],
)
def test_source(text, source):
    assert name_candidates(text)[0].source == source


def test_an_unknown_foreign_name_is_found_by_its_sound():
    assert romanize_name("વિક્ટોરિયા નુલેન્ડ") == "Victoria Nuland"
    assert "Klaus Schwab" in [candidate.text for candidate in name_candidates("ક્લાઉસ શ્વાબ")]


def test_an_ending_comes_off_an_unknown_name():
    assert romanize_name("નુલેન્ડની") == romanize_name("નુલેન્ડ") == "Nuland"
    assert romanize_name("નુલેન્ડમાંથી") == "Nuland"


def test_overrides_win_over_phrases_words_and_letters():
    own = {"કિમ જોંગ ઉન": "Kim Jŏng-ŭn", "પુતિન": "Poutine", "બીબીસી": "the BBC"}
    assert romanize_name("કિમ જોંગ ઉને", overrides=own) == "Kim Jŏng-ŭn"
    assert romanize_name("વ્લાદિમીર પુતિનની", overrides=own) == "Vladimir Poutine"
    assert name_candidates("બીબીસી", overrides=own)[0] == ("the BBC", 1.0, "override")
    assert NameRomanizer(own).romanize("પુતિન") == "Poutine"
    assert romanize_name("પુતિન") == "Putin"


def test_a_lone_letter_is_an_initial_only_beside_a_name():
    assert romanize_name("એ. રાજા").startswith("A. ")
    assert romanize_name("જૈશ એ મોહમ્મદ") == "Jaish-e-Mohammed"


def test_candidates_need_a_number_and_gujarati():
    assert name_candidates("Putin") == []
    assert len(name_candidates("નુલેન્ડ", 2)) == 2
    with pytest.raises(ValueError, match="at least 1"):
        name_candidates("મોદી", 0)


def test_known_names_are_found_with_their_endings():
    text = "ગઈકાલે કિમ જોંગ ઉને રશિયામાં પુતિન સાથે વાત કરી."
    found = find_names(text)
    assert [(name.latin, name.suffix) for name in found] == [
        ("Kim Jong Un", "ે"),
        ("Russia", "માં"),
        ("Putin", ""),
    ]
    assert (
        [text[name.start : name.end] for name in found]
        == [name.text for name in found]
        == ["કિમ જોંગ ઉન", "રશિયા", "પુતિન"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "ગરમ ઉન",
        "બીજી સીટી",
        "જેટલી વાર",
        "આ હવાના કારણે",
        "મોટી અગાસી",
        "કિમ. જોંગ. ઉન.",
        "કારની બારી",
        "મને છેતરી ગયો",
        "તંત્ર સફાળા જાગ્યું",
        "ખોવાઈ ગયો",
        "આ બધા દાવાઓ",
        "બૂડવા લાગ્યો",
        "ગરમ ભાખરા",
        "બે એરિયા",
        "ત્રણ દરવાજા",
        "ગાલે વાગ્યું",
    ],
)
def test_ordinary_words_are_not_known_names(text):
    assert find_names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("વિદેશમંત્રી એસ. જયશંકરે કહ્યું", [("એસ. જયશંકર", "S. Jaishankar", "ે")]),
        ("જે.ડી. વેન્સની વાત", [("જે.ડી. વેન્સ", "J.D. Vance", "ની")]),
        ("લેખક ર. વ. દેસાઈ", [("ર. વ. દેસાઈ", "R. V. Desai", "")]),
        ("યુ.એસ. અને બી.જે.પી.ના નેતા", [("યુ.એસ", "U.S", ""), ("બી.જે.પી", "B.J.P", "")]),
        ("બી.જે.પીના નેતા", [("બી.જે.પી", "B.J.P", "ના")]),
    ],
)
def test_initials_and_dotted_acronyms_in_running_text(text, expected):
    found = find_names(text)
    assert [(name.text, name.latin, name.suffix) for name in found] == expected
    assert all(text[name.start : name.end] == name.text for name in found)


@pytest.mark.parametrize(("word", "latin"), [("ડીઆરડીઝેડઓના", "DRDZO"), ("એફઝેડઆઈમાંથી", "FZI")])
def test_an_acronym_keeps_its_letters_before_an_ending(word, latin):
    assert romanize_name(word) == latin


def test_names_mode_spells_initials():
    assert Romanizer(names=True).romanize("એસ. જયશંકર અને યુ.એસ.ની વાત") == "S. Jaishankar ane U.S.ni vat"


@pytest.mark.parametrize(
    "text", ["કહ્યું કે.એ પછી", "હા જી. આશા છે", "ક. પાન", "ઈ. સ. ૧૯૪૭", "ટી. વી. પર", "ગયો છે. આશા", "કિ.મી. દૂર"]
)
def test_letters_with_points_are_not_always_initials(text):
    assert find_names(text) == []


def test_initials_without_end_take_linear_time():
    assert find_names("એસ. " * 20_000) == []
    assert "".join(name.text for name in find_names("એસ.ટી." * 2_000)).count("એસ") == 2_000


def test_all_development_names_are_close(repository):
    """The lexicon was completed with these names at hand: nearly all must come out as accepted."""
    from benchmarks.quality.names import development_names, folded

    items = development_names()
    wrong = [item.gujarati for item in items if folded(romanize_name(item.gujarati)) not in item.accepted]
    assert len(items) >= 400
    assert len(wrong) <= 0.02 * len(items), wrong
