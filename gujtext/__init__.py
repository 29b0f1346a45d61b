"""gujtext: normalization, segmentation, transliteration and numerals for Gujarati text.

Text is never lost: every function that cuts or changes text can say where in the caller's original string each
piece came from. The names below are imported when first used, so ``import gujtext`` costs almost nothing.
"""

from __future__ import annotations

from gujtext.lazy import lazy_names

__version__ = "0.1.0"

# Module -> the public names that live in it.
_ROOMS = {
    "normalization": (
        "Normalizer",
        "check",
        "explain",
        "is_normalized",
        "normalize",
    ),
    "segmentation": (
        "SentenceSplitter",
        "WordTokenizer",
        "aksharas",
        "detokenize",
        "graphemes",
        "sent_spans",
        "sent_tokenize",
        "split_clitics",
        "word_spans",
        "word_tokenize",
    ),
    "transliteration": (
        "Romanizer",
        "find_names",
        "gujarati_candidates",
        "name_candidates",
        "romanize",
        "romanize_name",
        "syllables",
        "to_gujarati",
    ),
    "numerals": (
        "find_numbers",
        "format_number",
        "inverse_normalize",
        "inverse_normalize_explained",
        "parse_number",
        "parse_number_words",
        "parse_ordinal",
        "repair_digit_confusables",
        "spell_number",
        "spell_ordinal",
        "to_ascii_digits",
        "to_devanagari_digits",
        "to_gujarati_digits",
        "verbalize",
        "verbalize_explained",
    ),
    "pipeline": (
        "Doc",
        "Pipeline",
        "PipelineError",
    ),
    "types": (
        "Candidate",
        "Change",
        "Finding",
        "GujtextError",
        "NameMatch",
        "Normalized",
        "NumberMatch",
        "Sentence",
        "Span",
        "Token",
    ),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = sorted([*_HOMES, "__version__"])

TYPE_CHECKING = False  # not from typing: that import alone would cost more than this whole module

if TYPE_CHECKING:
    from gujtext.normalization import (
        Normalizer as Normalizer,
        check as check,
        explain as explain,
        is_normalized as is_normalized,
        normalize as normalize,
    )
    from gujtext.numerals import (
        find_numbers as find_numbers,
        format_number as format_number,
        inverse_normalize as inverse_normalize,
        inverse_normalize_explained as inverse_normalize_explained,
        parse_number as parse_number,
        parse_number_words as parse_number_words,
        parse_ordinal as parse_ordinal,
        repair_digit_confusables as repair_digit_confusables,
        spell_number as spell_number,
        spell_ordinal as spell_ordinal,
        to_ascii_digits as to_ascii_digits,
        to_devanagari_digits as to_devanagari_digits,
        to_gujarati_digits as to_gujarati_digits,
        verbalize as verbalize,
        verbalize_explained as verbalize_explained,
    )
    from gujtext.pipeline import Doc as Doc, Pipeline as Pipeline, PipelineError as PipelineError
    from gujtext.segmentation import (
        SentenceSplitter as SentenceSplitter,
        WordTokenizer as WordTokenizer,
        aksharas as aksharas,
        detokenize as detokenize,
        graphemes as graphemes,
        sent_spans as sent_spans,
        sent_tokenize as sent_tokenize,
        split_clitics as split_clitics,
        word_spans as word_spans,
        word_tokenize as word_tokenize,
    )
    from gujtext.transliteration import (
        Romanizer as Romanizer,
        find_names as find_names,
        gujarati_candidates as gujarati_candidates,
        name_candidates as name_candidates,
        romanize as romanize,
        romanize_name as romanize_name,
        syllables as syllables,
        to_gujarati as to_gujarati,
    )
    from gujtext.types import (
        Candidate as Candidate,
        Change as Change,
        Finding as Finding,
        GujtextError as GujtextError,
        NameMatch as NameMatch,
        Normalized as Normalized,
        NumberMatch as NumberMatch,
        Sentence as Sentence,
        Span as Span,
        Token as Token,
    )

__getattr__, __dir__ = lazy_names(__name__, _HOMES, globals())
