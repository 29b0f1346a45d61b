"""The real indic-nlp-library, made ready to be compared with: its ITRANS and phonetic tables loaded."""

from __future__ import annotations

import csv
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gujtext.compat.indicnlp.faithful.tables import DEVANAGARI_START, PLACES, SHARED_PLACES, letters

if TYPE_CHECKING:
    from collections.abc import Callable

# Columns of the library's phonetic table that its syllables look at: by name the first, the others by their position.
_VALID = "Valid Vector Representation"
_BITS = ("vowel", "consonant", "nukta", "virama", "bindu", "misc", *("",) * 5, "independent", "sign", "plosive")
_VECTOR = 38
# Letter kind -> the bits that are set.
_BITS_OF = {
    "vowel": ("vowel", "independent"),
    "sign": ("vowel", "sign"),
    "plosive": ("consonant", "plosive"),
    "consonant": ("consonant",),
    **{kind: (kind,) for kind in ("nukta", "virama", "bindu", "misc")},
}
OPTIONS: tuple[dict[str, Any], ...] = (
    {},
    {"remove_nuktas": True},
    {"nasals_mode": "to_anusvaara_strict"},
    {"nasals_mode": "to_anusvaara_relaxed"},
    {"nasals_mode": "to_nasal_consonants", "do_normalize_chandras": True},
    {"do_normalize_vowel_ending": True, "remove_nuktas": True},
)


def write_resources(folder: Path) -> None:
    """Write the library's two tables, as far as Gujarati needs them, from those of gujtext."""
    by_place = {int(letter.code, 16) % PLACES: letter for letter in letters()}
    (folder / "transliterate").mkdir()
    with (folder / "transliterate" / "offset_itrans_map.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("offset_hex", "devnag_char", "itrans"))
        for place in range(PLACES):
            character = chr(DEVANAGARI_START + place)
            letter = by_place.get(place)
            is_virama = letter is not None and letter.kind == "virama"
            itrans = "" if is_virama else (letter.itrans if letter else "") or character
            rows.writerow((hex(place), character, itrans))
    (folder / "script").mkdir()
    header = ["Unicode", "Relative Offset", "Devanagari", "ITRANS", "Notes", _VALID]
    for name in ("all_script_phonetic_data.csv", "tamil_script_phonetic_data.csv"):
        with (folder / "script" / name).open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow([*header, *(f"bit{index}" for index in range(_VECTOR))])
            for place in range(SHARED_PLACES):
                kind = by_place[place].kind if place in by_place else ""
                bits = [int(bit in _BITS_OF.get(kind, ())) if bit else 0 for bit in _BITS]
                rows.writerow(["", place, "", "", "", int(bool(kind)), *bits, *[0] * (_VECTOR - len(bits))])


def load(resources: Path | None = None) -> None:
    """Load the library's tables from a checkout of indic_nlp_resources, or else from what gujtext knows of them."""
    from indicnlp import common
    from indicnlp.script import indic_scripts
    from indicnlp.transliterate import unicode_transliterate

    with tempfile.TemporaryDirectory() as folder:
        if resources is None:
            write_resources(Path(folder))
        common.set_resources_path(str(resources or folder))
        unicode_transliterate.ITRANS_TO_OFFSET.clear()
        indic_scripts.init()
        unicode_transliterate.init()


def pairs() -> list[tuple[str, Callable[[str], object], Callable[[str], object]]]:
    """Return (what, the library's function of a text, gujtext's with ``exact=True``) for everything that is offered."""
    from indicnlp.normalize.indic_normalize import GujaratiNormalizer, IndicNormalizerFactory
    from indicnlp.syllable.syllabifier import orthographic_syllabify
    from indicnlp.tokenize import indic_detokenize, indic_tokenize, sentence_tokenize
    from indicnlp.transliterate.unicode_transliterate import ItransTransliterator, UnicodeIndicTransliterator

    from gujtext.compat.indicnlp import exact as ours

    found: list[tuple[str, Callable[[str], object], Callable[[str], object]]] = []
    for options in OPTIONS:
        what = "normalize(" + ", ".join(f"{name}={value}" for name, value in options.items()) + ")"
        theirs = IndicNormalizerFactory().get_normalizer("gu", **options)
        found.append((what, theirs.normalize, ours.IndicNormalizerFactory().get_normalizer("gu", **options).normalize))
    found.append(("GujaratiNormalizer", GujaratiNormalizer().normalize, ours.GujaratiNormalizer().normalize))

    def both(what: str, theirs: Callable[..., object], mine: Callable[..., object], *arguments: object) -> None:
        found.append((what, lambda text: theirs(text, *arguments), lambda text: mine(text, *arguments)))

    both("trivial_tokenize", indic_tokenize.trivial_tokenize, ours.trivial_tokenize, "gu")
    both("trivial_detokenize", indic_detokenize.trivial_detokenize, ours.trivial_detokenize, "gu")
    spaced = indic_tokenize.trivial_tokenize
    found.append(
        (
            "trivial_detokenize of tokens",
            lambda text: indic_detokenize.trivial_detokenize(" ".join(spaced(text, "gu")), "gu"),
            lambda text: ours.trivial_detokenize(" ".join(ours.trivial_tokenize(text, "gu")), "gu"),
        )
    )
    both("sentence_split", sentence_tokenize.sentence_split, ours.sentence_split, "gu")
    for name in ("DELIM_PAT_NO_DANDA", "DELIM_PAT_DANDA"):
        theirs_of = partial(sentence_tokenize.sentence_split, lang="gu", delim_pat=getattr(sentence_tokenize, name))
        found.append(
            (
                f"sentence_split({name})",
                theirs_of,
                partial(ours.sentence_split, lang="gu", delim_pat=getattr(ours, name)),
            )
        )
    scripts, own_scripts = UnicodeIndicTransliterator.transliterate, ours.UnicodeIndicTransliterator.transliterate
    both("transliterate gu hi", scripts, own_scripts, "gu", "hi")
    both("transliterate hi gu", scripts, own_scripts, "hi", "gu")
    found.append(
        (
            "transliterate gu hi gu",
            lambda text: scripts(scripts(text, "gu", "hi"), "hi", "gu"),
            lambda text: own_scripts(own_scripts(text, "gu", "hi"), "hi", "gu"),
        )
    )
    both("to_itrans", ItransTransliterator.to_itrans, ours.ItransTransliterator.to_itrans, "gu")
    both("from_itrans", ItransTransliterator.from_itrans, ours.ItransTransliterator.from_itrans, "gu")
    found.append(
        (
            "from_itrans of to_itrans",
            lambda text: ItransTransliterator.from_itrans(ItransTransliterator.to_itrans(text, "gu"), "gu"),
            lambda text: ours.ItransTransliterator.from_itrans(ours.ItransTransliterator.to_itrans(text, "gu"), "gu"),
        )
    )
    # A function of a word, and slow in the library: each distinct word is cut once.
    their_word, our_word = (
        cache(partial(orthographic_syllabify, lang="gu")),
        cache(partial(ours.orthographic_syllabify, lang="gu")),
    )
    found.append(
        (
            "orthographic_syllabify of words",
            lambda text: [their_word(word) for word in text.split(" ")],
            lambda text: [our_word(word) for word in text.split(" ")],
        )
    )
    return found
