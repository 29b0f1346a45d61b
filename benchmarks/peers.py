"""The peers of the extra ``compare``, each as one function of a line; those not installed are left out."""

from __future__ import annotations

import re
from itertools import pairwise
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
        if not line.isascii() and _ASTRAL.search(line) is not None:
            return _by_units(breaker, line)
        breaker.setText(line)
        found = []
        start = 0
        for end in breaker:
            piece = line[start:end].strip()
            if piece:
                found.append(piece)
            start = end
        return found

    return pieces


def _by_units(breaker: Any, line: str) -> list[str]:
    breaker.setText(line)
    units = line.encode("utf-16-le")
    edges = [0, *breaker]
    found = [units[2 * start : 2 * end].decode("utf-16-le").strip() for start, end in pairwise(edges)]
    return [piece for piece in found if piece]


def _icu_tokenizer() -> list[Tool]:
    from icu_tokenizer import Normalizer, SentSplitter, Tokenizer

    name = "icu-tokenizer"
    return [
        ("normalize", "str", name, Normalizer("gu").normalize),
        ("sentences", "list of str", name, SentSplitter("gu").split),
        ("words", "list of str", name, Tokenizer("gu").tokenize),
    ]
