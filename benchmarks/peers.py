"""The peers of the extra ``compare``, each as one function of a line; those not installed are left out.

Speed and quality call the same functions, so that a tool is not fast in one table and right in another.
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
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
    for adapter in (_indic_nlp, _icu, _icu_tokenizer, _ftfy, _sacremoses, _blingfire, _spacy):
        try:
            found += adapter()
        except ImportError:
            continue
    return found


def of(task: str) -> dict[str, Callable[[str], Any]]:
    """Return the installed peers at one task by name."""
    return {name: run for kind, _, name, run in tools() if kind == task}


def _indic_nlp() -> list[Tool]:
    from indicnlp.normalize.indic_normalize import IndicNormalizerFactory
    from indicnlp.tokenize.indic_detokenize import trivial_detokenize
    from indicnlp.tokenize.indic_tokenize import trivial_tokenize
    from indicnlp.tokenize.sentence_tokenize import sentence_split

    name = "indic-nlp-library"
    normalizer = IndicNormalizerFactory().get_normalizer("gu")
    return [
        ("normalize", "str", name, normalizer.normalize),
        ("sentences", "list of str", name, lambda line: list(sentence_split(line, lang="gu"))),
        ("words", "list of str", name, lambda line: list(trivial_tokenize(line, "gu"))),
        ("round trip", "str", name, lambda line: trivial_detokenize(" ".join(trivial_tokenize(line, "gu")), "gu")),
    ]


def _icu() -> list[Tool]:
    import icu

    name = "ICU (PyICU)"
    locale = icu.Locale("gu")
    transliterator = icu.Transliterator.createInstance("Gujarati-Latin")
    return [
        ("sentences", "list of str", name, _break_by(icu.BreakIterator.createSentenceInstance(locale))),
        ("words", "list of str", name, _break_by(icu.BreakIterator.createWordInstance(locale))),
        ("graphemes", "list of str", name, partial(_by_units, icu.BreakIterator.createCharacterInstance(locale))),
        ("transliterate", "str", name, transliterator.transliterate),
    ]


def _break_by(breaker: Any) -> Callable[[str], list[str]]:
    """Return a splitter without the white space; ICU counts UTF-16 units, code points unless a line leaves the BMP."""

    def pieces(line: str) -> list[str]:
        if not line.isascii() and _ASTRAL.search(line) is not None:
            return [stripped for piece in _by_units(breaker, line) if (stripped := piece.strip())]
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
    units = line.encode("utf-16-le", "surrogatepass")
    edges = [0, *breaker]
    return [units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") for start, end in pairwise(edges)]


def _icu_tokenizer() -> list[Tool]:
    from icu_tokenizer import Normalizer, SentSplitter, Tokenizer

    name = "icu-tokenizer"
    return [
        ("normalize", "str", name, Normalizer("gu").normalize),
        ("sentences", "list of str", name, SentSplitter("gu").split),
        ("words", "list of str", name, Tokenizer("gu", protect_emails_urls=True).tokenize),
    ]


def _ftfy() -> list[Tool]:
    import ftfy

    return [("normalize", "str", "ftfy", ftfy.fix_text)]


def _sacremoses() -> list[Tool]:
    """Return its tokenizer; it has no sentence splitter that works."""
    moses = import_module("sacremoses").MosesTokenizer(lang="gu")
    back = import_module("sacremoses").MosesDetokenizer(lang="gu")

    def tokenize(line: str) -> list[str]:
        return list(moses.tokenize(line, escape=False))

    return [
        ("words", "list of str", "sacremoses", tokenize),
        ("round trip", "str", "sacremoses", lambda line: back.detokenize(tokenize(line), unescape=False)),
    ]


def _blingfire() -> list[Tool]:
    blingfire = import_module("blingfire")
    return [
        ("sentences", "list of str", "blingfire", lambda line: blingfire.text_to_sentences(line).split("\n")),
        ("words", "list of str", "blingfire", lambda line: blingfire.text_to_words(line).split(" ")),
    ]


def _spacy() -> list[Tool]:
    spacy = import_module("spacy")
    plain, splitting = spacy.blank("gu"), spacy.blank("gu")
    splitting.add_pipe("sentencizer")
    return [
        ("sentences", "list of str", "spaCy gu", lambda line: [sentence.text for sentence in splitting(line).sents]),
        ("words", "list of str", "spaCy gu", lambda line: [token.text for token in plain(line) if not token.is_space]),
    ]
