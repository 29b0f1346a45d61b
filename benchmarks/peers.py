"""The peers of the extra ``compare``, each as one function of a line; those not installed are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# task, kind of output, name, function of a line
Tool = tuple[str, str, str, "Callable[[str], Any]"]


def tools() -> list[Tool]:
    """Return every installed peer at every task that it does."""
    found: list[Tool] = []
    for adapter in (_indic_nlp, _icu, _icu_tokenizer):
        try:
            found += adapter()
        except ImportError:
            continue
    return found


def _indic_nlp() -> list[Tool]:
    from indicnlp.normalize.indic_normalize import IndicNormalizerFactory
    from indicnlp.tokenize.indic_tokenize import trivial_tokenize
    from indicnlp.tokenize.sentence_tokenize import sentence_split

    name = "indic-nlp-library"
    normalizer = IndicNormalizerFactory().get_normalizer("gu")
    return [
        ("normalize", "str", name, normalizer.normalize),
        ("sentences", "list of str", name, lambda line: sentence_split(line, lang="gu")),
        ("words", "list of str", name, lambda line: trivial_tokenize(line, "gu")),
    ]


def _icu() -> list[Tool]:
    import icu

    name = "ICU (PyICU)"
    locale = icu.Locale("gu")
    transliterator = icu.Transliterator.createInstance("Gujarati-Latin")
    return [
        ("sentences", "list of str", name, _break_by(icu.BreakIterator.createSentenceInstance(locale))),
        ("words", "list of str", name, _break_by(icu.BreakIterator.createWordInstance(locale))),
        ("transliterate", "str", name, transliterator.transliterate),
    ]


def _break_by(breaker: Any) -> Callable[[str], list[str]]:
    """Return a splitter; ICU counts UTF-16 units, which are code points unless a line leaves the BMP."""

    def pieces(line: str) -> list[str]:
        breaker.setText(line)
        ends = list(breaker)
        starts = [0, *ends[:-1]]
        if _ASTRAL.search(line) is None:
            found = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        else:
            units = line.encode("utf-16-le")
            slices = (units[2 * start : 2 * end] for start, end in zip(starts, ends, strict=True))
            found = [piece.decode("utf-16-le").strip() for piece in slices]
        return [piece for piece in found if piece]

    return pieces


def _icu_tokenizer() -> list[Tool]:
    from icu_tokenizer import Normalizer, SentSplitter, Tokenizer

    name = "icu-tokenizer"
    return [
        ("normalize", "str", name, Normalizer("gu").normalize),
        ("sentences", "list of str", name, SentSplitter("gu").split),
        ("words", "list of str", name, Tokenizer("gu").tokenize),
    ]
