"""Sentences: spans of the caller's text, never rebuilt strings.

Between two sentences there is white space only, or nothing; a sentence begins and ends with something else. How a
stop is judged is in ``sentence_boundaries``; the words that decide are in resources/segmentation/.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gujtext.segmentation.abbreviations import Abbreviation, abbreviations, parse_abbreviations
from gujtext.segmentation.sentence_blocks import (
    NEWLINE_POLICIES,
    located,
    located_between,
    slices,
    split_blocks,
)
from gujtext.segmentation.sentence_boundaries import Block, SentenceBoundaries
from gujtext.segmentation.sentence_marks import has_rare_stops
from gujtext.segmentation.sentence_stream import stream_sentences
from gujtext.types import Sentence, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class SentenceSplitter:
    r"""Splits text into sentences; reusable, picklable, safe to share between threads.

    Arguments:
        abbreviations: your own abbreviations beside the reviewed ones: forms with their stops (``"સંપા."``), or
            ``Abbreviation`` values where you know the kind. A plain form never ends a sentence.
        newline: ``"always"``, every line break ends a sentence; ``"blank"``, only a blank line does, as in text that
            was wrapped at a fixed width.
        recover: also find sentence ends that the punctuation does not show, by a trained model: in transcripts
            without punctuation and where a full stop was forgotten. Slower, and a guess: off unless asked for.

    Raises:
        GujtextError: an abbreviation without a full stop at its end.
        ValueError: another ``newline``.

    Example:
        >>> splitter = SentenceSplitter(abbreviations=["મહા."], newline="blank")
        >>> splitter.tokenize("મહા. સરકારે જાહેરાત\nકરી. લોકો ખુશ થયા.")
        ['મહા. સરકારે જાહેરાત\nકરી.', 'લોકો ખુશ થયા.']
    """

    def __init__(
        self, *, abbreviations: Iterable[str | Abbreviation] = (), newline: str = "always", recover: bool = False
    ) -> None:
        if newline not in NEWLINE_POLICIES:
            raise ValueError(f"newline must be one of {NEWLINE_POLICIES}, not {newline!r}")
        self.newline = newline
        self.recover = recover
        self._own = parse_abbreviations(abbreviations)
        self._boundaries = _boundaries(tuple(self._own.values()))

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (tuple(self._own.values()), self.newline, self.recover)

    def tokenize(self, text: str) -> list[str]:
        """Return the sentences as strings, each a slice of the text.

        Raises:
            TypeError: not a ``str``.
        """
        require_text(text)
        line = text.strip()
        if line and not (self.recover or has_rare_stops(line)):
            return self._boundaries.sentences(line)
        sentences: list[str] = []
        for block in split_blocks(text, self.newline):
            line = block.strip()
            if self.recover or has_rare_stops(line):
                sentences += slices(block, self._ends(block))
            elif line:
                sentences += self._boundaries.sentences(line)
        return sentences

    def spans(self, text: str) -> list[Sentence]:
        """Return the sentences with their offsets: code points into the text, half-open.

        Raises:
            TypeError: not a ``str``.
        """
        require_text(text)
        line = text.strip()
        if line and not (self.recover or has_rare_stops(line)):
            return located_between(*self._boundaries.places(line), line, text.find(line[0]))
        sentences: list[Sentence] = []
        base = 0
        for block in split_blocks(text, self.newline):
            sentences += located(block, 0, [*self._ends(block), len(block)], base)
            base += len(block)
        return sentences

    def stream(self, chunks: Iterable[str]) -> Iterator[Sentence]:
        r"""Split a text that comes in pieces: lines or blocks of a file of any size.

        Arguments:
            chunks: consecutive pieces of one text, cut anywhere.

        Returns:
            The sentences that ``spans`` would return for the whole, with offsets into the whole. Memory is bounded
            by the longest sentence and the longest chunk (with ``recover``, by the longest line or paragraph).

        Example:
            >>> [s.text for s in SentenceSplitter().stream(["રામ આવ્", "યો. સીતા", " ગઈ.\nસારું."])]
            ['રામ આવ્યો.', 'સીતા ગઈ.', 'સારું.']
        """
        return stream_sentences(chunks, self._boundaries, self.newline, recover=self.recover)

    def _ends(self, block: str) -> list[int]:
        ends = self._boundaries.ends(block, Block(), len(block))
        if not self.recover:
            return ends
        from gujtext.segmentation.sentence_missing import with_missing_ends

        return with_missing_ends(block, ends, self._boundaries.verdicts)


@cache
def _boundaries(own: tuple[Abbreviation, ...]) -> SentenceBoundaries:
    return SentenceBoundaries({**abbreviations(), **{entry.form: entry for entry in own}})


def _restore(own: tuple[Abbreviation, ...], newline: str, recover: bool) -> SentenceSplitter:
    return SentenceSplitter(abbreviations=own, newline=newline, recover=recover)


@cache
def _default() -> SentenceSplitter:
    return SentenceSplitter()


def sent_tokenize(text: str) -> list[str]:
    """Split text into sentences; every line break ends one.

    Returns:
        The sentences without the white space around them, each a slice of the text.

    Raises:
        TypeError: not a ``str``.

    Example:
        >>> sent_tokenize("ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં આવ્યા હતા.સિયોલની વાત જુદી છે. “શું થયું?” મેં પૂછ્યું.")
        ['ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં આવ્યા હતા.', 'સિયોલની વાત જુદી છે.', '“શું થયું?” મેં પૂછ્યું.']

    Source: rules of gujtext; words and abbreviations in resources/segmentation/.
    """
    return _default().tokenize(text)


def sent_spans(text: str) -> list[Sentence]:
    """Split text into sentences with offsets into it; every line break ends one.

    Returns:
        Sentences with ``text[start:end] == sentence.text``; between them is white space or nothing.

    Raises:
        TypeError: not a ``str``.

    Example:
        >>> sent_spans("રામ આવ્યો.  સીતા ગઈ.")
        [Sentence(text='રામ આવ્યો.', start=0, end=10), Sentence(text='સીતા ગઈ.', start=12, end=20)]
    """
    return _default().spans(text)
