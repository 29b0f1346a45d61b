"""The names of indic-nlp-library: exact mode against what the real package gave, corrected mode by its promises."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.indicnlp_peer import functions
from gujtext import GujtextError, detokenize, normalize, romanize, sent_tokenize, to_gujarati, word_tokenize
from gujtext.compat import indicnlp
from gujtext.compat.indicnlp import exact
from gujtext.compat.indicnlp.faithful.tables import Abbreviation, abbreviations, letters
from gujtext.resources import table

# Own lines and what indic-nlp-library 0.92 gives: `python -m benchmarks.differential_indicnlp --record FILE`.
RECORDED = Path(__file__).parent.parent / "cases" / "compat_exact.jsonl"
CASES = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
MODULES = (
    "common",
    "loader",
    "normalize.indic_normalize",
    "tokenize.indic_tokenize",
    "tokenize.indic_detokenize",
    "tokenize.sentence_tokenize",
    "transliterate.unicode_transliterate",
    "syllable.syllabifier",
)


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_exact_mode_gives_what_the_library_gave(case: dict[str, Any]) -> None:
    ours = functions(exact)
    assert set(case["results"]) == set(ours)
    for what, expected in case["results"].items():
        assert ours[what](case["line"]) == expected, what


def test_the_recorded_cases_reach_every_branch_that_tells_exact_from_corrected() -> None:
    """Cases that both modes answer alike would not notice a mode that is never switched on."""
    ours, corrected = functions(exact), functions(indicnlp)
    corrected.pop("sentence_split(DELIM_PAT_DANDA)")
    for what, function in corrected.items():
        assert any(function(case["line"]) != ours[what](case["line"]) for case in CASES), what


def test_the_switch_gives_exact_results_in_the_default_modules() -> None:
    line = "“દુ:ખ” – ઈ.સ. ૧૯૪૭. પછી ॰ ક़ ક્ ૉ સંબંધ"
    assert indicnlp.trivial_tokenize(line, "gu", exact=True) == exact.trivial_tokenize(line, "gu")
    assert indicnlp.trivial_detokenize(line, "gu", exact=True) == exact.trivial_detokenize(line, "gu")
    assert indicnlp.sentence_split(line, "gu", exact=True) == exact.sentence_split(line, "gu")
    assert indicnlp.GujaratiNormalizer(exact=True).normalize(line) == exact.GujaratiNormalizer().normalize(line)
    for factory in (indicnlp.IndicNormalizerFactory(exact=True), exact.IndicNormalizerFactory()):
        assert factory.get_normalizer("gu").normalize(line) == '"દુઃખ" - ઈ.સ. ૧૯૪૭. પછી ॰ ક़ ક્ ૉ સંબંધ'
        assert factory.get_normalizer("gu", exact=False).normalize(line) == normalize(line)


def test_a_program_needs_to_change_its_import_lines_only() -> None:
    """The lines of IndicTransToolkit, fairseq, stopes and datatrove, with the package's name replaced."""
    program = """
from indicnlp import common, loader
from indicnlp.tokenize import indic_tokenize, indic_detokenize, sentence_tokenize
from indicnlp.normalize.indic_normalize import IndicNormalizerFactory
from indicnlp.normalize import indic_normalize
from indicnlp.tokenize.indic_tokenize import trivial_tokenize
from indicnlp.tokenize.sentence_tokenize import sentence_split, DELIM_PAT_NO_DANDA
from indicnlp.transliterate.unicode_transliterate import UnicodeIndicTransliterator, ItransTransliterator
from indicnlp.syllable import syllabifier

common.set_resources_path("somewhere")
loader.load()
normalizer = IndicNormalizerFactory().get_normalizer("gu", remove_nuktas=False, nasals_mode="do_nothing")
assert isinstance(normalizer, indic_normalize.GujaratiNormalizer)
xliterator = UnicodeIndicTransliterator()
tokens = indic_tokenize.trivial_tokenize(normalizer.normalize("મારું ઘર. ૧૯૪૭!"), "gu")
assert tokens == trivial_tokenize("મારું ઘર. ૧૯૪૭!", lang="gu")
source = xliterator.transliterate(" ".join(tokens), "gu", "hi")
assert source == "मारुं घर . १९४७ !", source
back = xliterator.transliterate(source, "hi", "gu")
assert indic_detokenize.trivial_detokenize(back, "gu") == "મારું ઘર. ૧૯૪૭!"
paragraph = "પહેલું વાક્ય છે. બીજું વાક્ય છે?"
assert sentence_split(paragraph, lang="gu", delim_pat=DELIM_PAT_NO_DANDA) == sentence_split(paragraph, "gu")
assert len(sentence_tokenize.sentence_split(paragraph, lang="gu")) == 2
assert syllabifier.orthographic_syllabify("ગુજરાતી", "gu") == ["ગુ", "જ", "રા", "તી"]
assert ItransTransliterator.from_itrans(ItransTransliterator.to_itrans("રાત", "gu"), "gu") == "રાત"
try:
    trivial_tokenize("વાત", "ta")
except common.IndicNlpException as error:
    assert "'ta'" in str(error)
else:
    raise SystemExit("another language was taken")
"""
    alias = "import sys\nfrom gujtext.compat.indicnlp import exact\nsys.modules['indicnlp'] = exact\n"
    programs = [
        program.replace("from indicnlp", "from gujtext.compat.indicnlp"),
        program.replace("from indicnlp", "from gujtext.compat.indicnlp.exact"),
        alias + program + "assert 'pandas' not in sys.modules",
    ]
    for changed in programs:
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", changed], capture_output=True, text=True, encoding="utf-8"
        )
        assert run.returncode == 0, run.stderr


def test_the_real_library_runs_the_same_lines(repository: Path) -> None:
    """The layout that we promise is the library's own: every name stands in the module it has there."""
    pytest.importorskip("indicnlp")
    from benchmarks import indicnlp_peer

    assert set(vars(indicnlp_peer.library())) == set(indicnlp.__all__) == set(exact.__all__)
    indicnlp_peer.load()
    for case in CASES[:5]:
        for what, theirs, ours in indicnlp_peer.pairs():
            assert theirs(case["line"]) == case["results"][what] == ours(case["line"])


@pytest.mark.parametrize("package", ["gujtext.compat.indicnlp", "gujtext.compat.indicnlp.exact"])
def test_every_module_is_imported_without_pandas_or_a_table(package: str) -> None:
    names = ", ".join(repr(f"{package}.{module}") for module in MODULES)
    code = (
        "import importlib, sys\n"
        "from gujtext import resources\n"
        "resources.read_bytes = None  # whoever reads a table at import fails\n"
        f"for name in ({names}): importlib.import_module(name)\n"
        "assert not {'numpy', 'pandas', 'indicnlp'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_corrected_mode_is_gujtext_behind_the_old_names() -> None:
    line = "“અેક વાત” – ઈ.સ. ૧૯૪૭, ૧૦:૩૦ વાગ્યે. ક્\u200dષ ન્\u200cત… પછી?"
    assert indicnlp.GujaratiNormalizer().normalize(line) == normalize(line)
    assert indicnlp.trivial_tokenize(line) == indicnlp.trivial_tokenize(line, "gu") == word_tokenize(line)
    assert indicnlp.sentence_split(line, "gu") == sent_tokenize(line)
    assert indicnlp.trivial_detokenize(" ".join(word_tokenize(line))) == detokenize(word_tokenize(line))
    assert indicnlp.ItransTransliterator.to_itrans("ગુજરાતી કૉફી", "gu") == romanize("ગુજરાતી કૉફી", "itrans")
    assert indicnlp.ItransTransliterator.from_itrans("gujarAtI", "gu") == to_gujarati("gujarAtI", "itrans")


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({}, "દુ:ખ ૧૦:૩૦ નોંધ: ક્\u200dષ", "દુ:ખ ૧૦:૩૦ નોંધ: ક્\u200dષ"),
        ({"remove_nuktas": True}, "અંગ્રેજ઼", "અંગ્રેજ"),
        ({"nasals_mode": "to_anusvaara_strict"}, "અન્ત જન્મ", "અંત જન્મ"),
        ({"nasals_mode": "to_anusvaara_relaxed"}, "અન્ત જન્મ ન્યૂ", "અંત જન્મ ન્યૂ"),
        ({"nasals_mode": "to_nasal_consonants"}, "અંત સંશય", "અન્ત સંશય"),
        ({"do_normalize_chandras": True}, "કૉફી ફાઁસી", "કોફી ફાંસી"),
        ({"do_normalize_vowel_ending": True}, "ઘર, નગર. મન “રામ” ગયો", "ઘર્, નગર્. મન્ “રામ્” ગયો"),
        ({"do_normalize_vowel_ending": True}, "ફ઼ ઘ૨ https://a.in/ઘર #ઘર", "ફ઼્ ઘ૨ https://a.in/ઘર #ઘર"),
    ],
)
def test_options_of_the_corrected_normalizer(options: dict[str, Any], text: str, expected: str) -> None:
    assert indicnlp.GujaratiNormalizer("gu", **options).normalize(text) == expected
    assert indicnlp.IndicNormalizerFactory().get_normalizer("gu", **options).normalize(text) == expected


def test_options_may_be_given_by_position() -> None:
    by_position = exact.GujaratiNormalizer("gu", True, "to_nasal_consonants", True, True)
    assert by_position.normalize("ફ઼ંદ કૉફ઼ ઘર") == "ફન્દ્ કોફ ઘર્"
    corrected = indicnlp.GujaratiNormalizer("gu", True, "to_nasal_consonants", True, True)
    assert (corrected.lang, corrected.remove_nuktas, corrected.nasals_mode) == ("gu", True, "to_nasal_consonants")
    assert (corrected.do_normalize_chandras, corrected.do_normalize_vowel_ending) == (True, True)


def test_clean_text_comes_back_as_the_same_object() -> None:
    text = "".join(["ગુજરાતી ", "ભાષા"])
    assert indicnlp.GujaratiNormalizer().normalize(text) is text
    assert indicnlp.GujaratiNormalizer(do_normalize_vowel_ending=True).normalize(text) is text
    assert indicnlp.UnicodeIndicTransliterator.transliterate(text, "gu", "gu") is text
    assert indicnlp.UnicodeIndicTransliterator.transliterate(text, "hi", "gu") is text


@pytest.mark.parametrize(
    ("devanagari", "gujarati"),
    [
        ("क़लम ज़रूर", "ક઼લમ જ઼રૂર"),
        ("ऎ ऒ कॆ कॊ", "એ ઓ કે કો"),
        ("ऩ ऱ ऴ", "ન઼ ર઼ ળ઼"),
        ("ॐ १२॥ अ॑ ऄ ॰", "ૐ ૧૨॥ અ॑ ऄ ૰"),
    ],
)
def test_corrected_gujarati_of_devanagari(devanagari: str, gujarati: str) -> None:
    assert indicnlp.UnicodeIndicTransliterator.transliterate(devanagari, "hi", "gu") == gujarati


@pytest.mark.parametrize("names", [indicnlp, exact])
def test_other_languages_are_refused_by_name(names: Any) -> None:
    calls = [
        lambda: names.IndicNormalizerFactory().get_normalizer("ta"),
        lambda: names.IndicNormalizerFactory().get_normalizer("guj_Gujr"),
        lambda: names.GujaratiNormalizer("hi"),
        lambda: names.trivial_tokenize("a", "ur"),
        lambda: names.trivial_detokenize("a", lang="bn"),
        lambda: names.sentence_split("a", "hi"),
        lambda: names.UnicodeIndicTransliterator.transliterate("a", "gu", "ta"),
        lambda: names.UnicodeIndicTransliterator.transliterate("a", "en", "gu"),
        lambda: names.ItransTransliterator.to_itrans("a", "hi"),
        lambda: names.ItransTransliterator.from_itrans("a", None),
        lambda: names.orthographic_syllabify("a", "ml"),
    ]
    for call in calls:
        with pytest.raises(GujtextError, match=r"knows Gujarati \('gu'\).* here, not .*indic-nlp-library"):
            call()
    assert names.IndicNormalizerFactory().is_language_supported("gu")
    assert not names.IndicNormalizerFactory().is_language_supported("hi")


@pytest.mark.parametrize("names", [indicnlp, exact])
def test_bytes_are_refused(names: Any) -> None:
    for call in (
        names.GujaratiNormalizer().normalize,
        names.trivial_tokenize,
        names.trivial_detokenize,
        lambda data: names.sentence_split(data, "gu"),
        lambda data: names.UnicodeIndicTransliterator.transliterate(data, "gu", "gu"),
        lambda data: names.ItransTransliterator.to_itrans(data, "gu"),
        lambda data: names.ItransTransliterator.from_itrans(data, "gu"),
        lambda data: names.orthographic_syllabify(data, "gu"),
    ):
        with pytest.raises(TypeError, match="decode first"):
            call("વાત".encode())


def test_patterns_of_sentence_ends() -> None:
    assert exact.DELIM_PAT_NO_DANDA.findall("a.b?c!d।e॥f꫰") == [".", "?", "!", "।", "॥", "꫰"]
    assert indicnlp.DELIM_PAT_DANDA.findall("a.b?c!d।e॥f꫰") == ["?", "!", "।", "॥"]
    assert indicnlp.DELIM_PAT_NO_DANDA == exact.DELIM_PAT_NO_DANDA
    with pytest.raises(GujtextError, match="needs exact=True"):
        indicnlp.sentence_split("હા. ના", "gu", indicnlp.DELIM_PAT_DANDA)
    for names in (indicnlp, exact):
        with pytest.raises(GujtextError, match="compiled pattern, not 'danda'"):
            names.sentence_split("હા. ના", "gu", "danda")
        with pytest.raises(AttributeError, match="DELIM_PAT_URDU"):
            names.DELIM_PAT_URDU  # noqa: B018


def test_an_unknown_nasals_mode_is_an_error_only_where_the_library_need_not_be_followed() -> None:
    with pytest.raises(GujtextError, match="to_anusvaara_strict, to_anusvaara_relaxed"):
        indicnlp.GujaratiNormalizer(nasals_mode="to_anusvara")
    assert exact.GujaratiNormalizer(nasals_mode="to_anusvara").normalize("અન્ત") == "અન્ત"


def test_normalizers_can_be_pickled() -> None:
    for names in (indicnlp, exact):
        normalizer = names.GujaratiNormalizer(
            nasals_mode="to_nasal_consonants", do_normalize_vowel_ending=True, remove_nuktas=True
        )
        copy = pickle.loads(pickle.dumps(normalizer))
        assert copy.normalize("અંત ફ઼લ:") == normalizer.normalize("અંત ફ઼લ:")


@pytest.mark.parametrize("exactly", [False, True])
def test_syllables_outside_the_vocabulary_are_cut_into_characters(exactly: bool) -> None:
    found = indicnlp.orthographic_syllabify("ગુજરાતી", "gu", {"ગુ", "જ"}, exact=exactly)
    assert found == ["ગુ", "જ", "ર", "ા", "ત", "ી"]


def test_the_tables_say_the_same_of_both_scripts() -> None:
    """A slip of a row would move a letter to its neighbour's place."""
    for letter in letters():
        if ord(letter.character) != 0x0AFF:
            assert ord(letter.character) - 0x0A80 == ord(letter.devanagari) - 0x0900
    codes = [letter.code for letter in letters()]
    assert codes == sorted(set(codes))
    convert = indicnlp.UnicodeIndicTransliterator.transliterate
    rows = table("compat/indicnlp_abbreviations.tsv", Abbreviation)
    assert {row.devanagari for row in rows} == abbreviations()
    for row in rows:
        assert "·" in row.gujarati or convert(row.gujarati, "gu", "hi") == row.devanagari


def test_the_recorded_results_are_what_the_library_gives(tmp_path: Path) -> None:
    pytest.importorskip("indicnlp")
    from benchmarks import differential_indicnlp

    copy = tmp_path / "cases.jsonl"
    copy.write_text(RECORDED.read_text(encoding="utf-8"), encoding="utf-8")
    assert differential_indicnlp.main([str(copy), "--record"]) == 0
    assert copy.read_bytes() == RECORDED.read_bytes()


def test_the_comparison_counts_lines_that_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("indicnlp")
    from benchmarks import differential_indicnlp, indicnlp_peer

    file = tmp_path / "lines.txt"
    file.write_text("ઈ.સ. બે\nત્રણ\nચાર. પાંચ\n", encoding="utf-8")
    assert differential_indicnlp.main([str(file), "--skip", "normalize"]) == 0
    assert "| trivial_tokenize | 3 | 0 |" in capsys.readouterr().out
    wrong = [("words", lambda text: exact.trivial_tokenize(text.strip()), word_tokenize), ("same", len, len)]
    monkeypatch.setattr(indicnlp_peer, "pairs", lambda: wrong)
    assert differential_indicnlp.main([str(file), "--limit", "2"]) == 1
    printed = capsys.readouterr()
    assert "| words | 2 | 1 |\n| same | 2 | 0 |" in printed.out
    assert "lines.txt: words" in printed.err
