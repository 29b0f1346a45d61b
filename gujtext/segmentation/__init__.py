"""Segmentation: sentences, words, graphemes and aksharas as slices of the caller's text.

The names are imported when first used, so that words do not load what only sentences need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.lazy import lazy_names

# Public name -> the module it lives in. No module has the name of a function, which it would hide once imported.
_HOMES = {
    "SentenceSplitter": "sentences",
    "sent_spans": "sentences",
    "sent_tokenize": "sentences",
    "WordTokenizer": "words",
    "word_spans": "words",
    "word_tokenize": "words",
    "graphemes": "grapheme",
    "aksharas": "akshara",
    "detokenize": "detokenizer",
    "split_clitics": "clitics",
}

__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from gujtext.segmentation.akshara import aksharas as aksharas
    from gujtext.segmentation.clitics import split_clitics as split_clitics
    from gujtext.segmentation.detokenizer import detokenize as detokenize
    from gujtext.segmentation.grapheme import graphemes as graphemes
    from gujtext.segmentation.sentences import (
        SentenceSplitter as SentenceSplitter,
        sent_spans as sent_spans,
        sent_tokenize as sent_tokenize,
    )
    from gujtext.segmentation.words import (
        WordTokenizer as WordTokenizer,
        word_spans as word_spans,
        word_tokenize as word_tokenize,
    )

__getattr__, __dir__ = lazy_names(__name__, _HOMES, globals())
