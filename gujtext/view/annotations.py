"""Everything the page shows of a text, found once, and where in it the sentences stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from gujtext.normalization import check, explain
from gujtext.numerals import find_numbers
from gujtext.segmentation import sent_spans, word_spans
from gujtext.transliteration import find_names

if TYPE_CHECKING:
    from gujtext.types import Change, Finding, NameMatch, NumberMatch, Sentence, Token


class Annotated(NamedTuple):
    """A text with what was found in it; every offset counts code points of the text."""

    text: str
    sentences: list[Sentence]
    tokens: list[Token]
    names: list[NameMatch]
    numbers: list[NumberMatch]
    changes: tuple[Change, ...]
    findings: list[Finding]
    starts: list[int]

    def sentence_at(self, offset: int) -> int:
        """Return the number, from 1, of the sentence that holds a place or stands before it; 0 where none does."""
        return bisect_right(self.starts, offset)


def annotate(text: str) -> Annotated:
    """Find everything in a text.

    Example:
        >>> found = annotate("રશિયા દૂર છે. અેક ગામ.")
        >>> [name.latin for name in found.names], [change.after for change in found.changes], found.sentence_at(14)
        (['Russia'], ['એ'], 2)
    """
    sentences = sent_spans(text)
    return Annotated(
        text,
        sentences,
        word_spans(text),
        find_names(text),
        find_numbers(text),
        explain(text).changes,
        check(text),
        [sentence.start for sentence in sentences],
    )
