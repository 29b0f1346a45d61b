"""The real indic-nlp-library, made ready to be compared with: its ITRANS and phonetic tables loaded."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from gujtext.compat import indicnlp
from gujtext.compat.indicnlp import exact
from gujtext.compat.indicnlp.faithful.tables import DEVANAGARI_START, PLACES, SHARED_PLACES, letters

# Columns of the library's phonetic table that its syllables look at: by name the first, the others by their position.
_VALID = "Valid Vector Representation"
_BITS = ("vowel", "consonant", "nukta", "virama", "bindu", "misc", *("",) * 5, "independent", "sign", "plosive")
_VECTOR = 38
Function = Callable[[str], object]
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


def library() -> SimpleNamespace:
    """Return the real library's names in one place, from the same modules as in ``gujtext.compat.indicnlp``."""
    return SimpleNamespace(
        **{name: getattr(import_module(f"indicnlp.{home}"), name) for name, home in indicnlp.HOMES.items()}
    )


def functions(names: Any) -> dict[str, Function]:
    """Return what is compared, as functions of a text, for a namespace that has the library's names."""
    found: dict[str, Function] = {}
    for options in OPTIONS:
        shown = ", ".join(f"{name}={value}" for name, value in options.items())
        found[f"normalize({shown})"] = names.IndicNormalizerFactory().get_normalizer("gu", **options).normalize
    found["GujaratiNormalizer"] = names.GujaratiNormalizer().normalize
    tokenize, detokenize = names.trivial_tokenize, names.trivial_detokenize
    found["trivial_tokenize"] = partial(tokenize, lang="gu")
    found["trivial_detokenize"] = partial(detokenize, lang="gu")
    found["trivial_detokenize of tokens"] = lambda text: detokenize(" ".join(tokenize(text)))
    found["sentence_split"] = partial(names.sentence_split, lang="gu")
    for name in ("DELIM_PAT_NO_DANDA", "DELIM_PAT_DANDA"):
        found[f"sentence_split({name})"] = partial(names.sentence_split, lang="gu", delim_pat=getattr(names, name))
    transliterate = names.UnicodeIndicTransliterator.transliterate
    found["transliterate gu hi"] = lambda text: transliterate(text, "gu", "hi")
    found["transliterate hi gu"] = lambda text: transliterate(text, "hi", "gu")
    found["transliterate gu hi gu"] = lambda text: transliterate(transliterate(text, "gu", "hi"), "hi", "gu")
    to_itrans, from_itrans = names.ItransTransliterator.to_itrans, names.ItransTransliterator.from_itrans
    found["to_itrans"] = lambda text: to_itrans(text, "gu")
    found["from_itrans"] = lambda text: from_itrans(text, "gu")
    found["from_itrans of to_itrans"] = lambda text: from_itrans(to_itrans(text, "gu"), "gu")
    # A function of a word, and slow in the library: each distinct word is cut once.
    syllables = cache(partial(names.orthographic_syllabify, lang="gu"))
    found["orthographic_syllabify of words"] = lambda text: [syllables(word) for word in text.split(" ")]
    return found


def pairs() -> list[tuple[str, Function, Function]]:
    """Return (what, the library's function of a text, gujtext's in exact mode) for everything that is offered."""
    ours = functions(exact)
    return [(what, theirs, ours[what]) for what, theirs in functions(library()).items()]
