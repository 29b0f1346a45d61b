"""datatrove: words and sentences for its steps that count or compare them, and two pipeline steps.

Its own choice for Gujarati re-spaces ઈ.સ. as ઈ. સ. and then raises an exception, because the text does not have that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.formatters.base import BaseFormatter
from datatrove.utils.word_tokenizers import WordTokenizer

import gujtext
from gujtext.integrations.measures import findings_per_thousand, gujarati_share
from gujtext.integrations.options import Step, StepLike

if TYPE_CHECKING:
    from datatrove.data import Document
    from datatrove.pipeline.writers.disk_base import DiskWriter


class GujtextTokenizer(WordTokenizer):  # type: ignore[misc]
    """Words and sentences for every step that takes ``language``: give it this object instead of ``"guj_Gujr"``.

    Arguments:
        abbreviations: forms with their stops that stay whole and end no sentence, beside the reviewed ones.

    Example:
        >>> tokenizer = GujtextTokenizer()
        >>> tokenizer.word_tokenize("ઈ.સ. ૧૯૪૭માં.")
        ['ઈ.સ.', '૧૯૪૭માં', '.']
        >>> tokenizer.span_tokenize("ઈ.સ. ૧૯૪૭માં. હા.")
        [(0, 13), (14, 17)]
    """

    def __init__(self, *, abbreviations: tuple[str, ...] = ()) -> None:
        super().__init__("gu")
        self.abbreviations = tuple(abbreviations)
        self._words = gujtext.WordTokenizer(abbreviations=self.abbreviations)
        self._sentences = gujtext.SentenceSplitter(abbreviations=self.abbreviations)

    def word_tokenize(self, text: str) -> list[str]:
        """Return the words."""
        return self._words.tokenize(text)

    def sent_tokenize(self, text: str) -> list[str]:
        """Return the sentences, each a slice of the text."""
        return self._sentences.tokenize(text)

    def span_tokenize(self, text: str) -> list[tuple[int, int]]:
        """Return (start, end) of the sentences in code points, as the steps that cut sentences expect."""
        return [(start, end) for _, start, end in self._sentences.spans(text)]

    # datatrove keeps the last answers by text and tokenizer.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, GujtextTokenizer) and self.abbreviations == other.abbreviations

    def __hash__(self) -> int:
        return hash(self.abbreviations)


class GujtextFormatter(BaseFormatter):  # type: ignore[misc]
    """A pipeline step that rewrites the text of every document.

    Arguments:
        step, options: as for `gujtext.integrations.options.Step`; ``normalize`` unless told otherwise.

    Raises:
        TypeError: a step that makes a list of a text.

    Example:
        >>> GujtextFormatter(profile="repair").format("અેક દુ:ખ")
        'એક દુઃખ'
    """

    name = "gujtext"

    def __init__(self, step: StepLike = "normalize", **options: Any) -> None:
        super().__init__()
        self.step = Step(step, **options)
        if self.step.many:
            raise TypeError(f"a formatter turns a text into a text; {step!r} makes a list of it")

    def format(self, text: str) -> str:
        """Return the new text."""
        return str(self.step(text))


class GujaratiFilter(BaseFilter):  # type: ignore[misc]
    """A pipeline step that keeps the documents that are Gujarati, and well-formed enough; best after the formatter.

    Arguments:
        min_share: keep a document where at least this part of the letters is Gujarati, from 0.0 to 1.0.
        max_findings: drop it where `gujtext.check` reports more places for every thousand characters; ``None``
            does not look.
        exclusion_writer: a datatrove writer for what is dropped; the reason is ``gujarati_share`` or ``findings``.

    Example:
        >>> from datatrove.data import Document
        >>> GujaratiFilter(0.5).filter(Document(text="Gujarati?", id="1"))
        (False, 'gujarati_share')
    """

    name = "gujtext"

    def __init__(
        self,
        min_share: float = 0.5,
        max_findings: float | None = None,
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.min_share = min_share
        self.max_findings = max_findings

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Return True for a document to keep, else False and why."""
        if gujarati_share(doc.text) < self.min_share:
            return False, "gujarati_share"
        if self.max_findings is not None and findings_per_thousand(doc.text) > self.max_findings:
            return False, "findings"
        return True
