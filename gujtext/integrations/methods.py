"""The steps as methods of an accessor or namespace, for the hosts that let us hang one on their columns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gujtext.integrations.options import Step, StepLike


class StepMethods(ABC):
    """The steps as methods, with the options of the objects they stand for; null stays null."""

    @abstractmethod
    def apply(self, step: StepLike | Step, **options: Any) -> Any:
        """Return the results of a step by name or of a callable; see `gujtext.integrations.options.Step`."""

    def normalize(self, profile: str = "standard", **options: Any) -> Any:
        """Return the texts normalized; options of `gujtext.Normalizer`."""
        return self.apply("normalize", profile=profile, **options)

    def transliterate(self, scheme: str = "popular", **options: Any) -> Any:
        """Return the texts in Latin letters; options of `gujtext.Romanizer`."""
        return self.apply("transliterate", scheme=scheme, **options)

    def sentences(self, **options: Any) -> Any:
        """Return lists of sentences; options of `gujtext.SentenceSplitter`."""
        return self.apply("sentences", **options)

    def words(self, **options: Any) -> Any:
        """Return lists of words; options of `gujtext.WordTokenizer`."""
        return self.apply("words", **options)

    def sentence_spans(self, **options: Any) -> Any:
        """Return lists of records ``text``, ``start``, ``end``: offsets into each text, in code points."""
        return self.apply("sentence_spans", **options)

    def word_spans(self, **options: Any) -> Any:
        """Return lists of records ``text``, ``start``, ``end``, ``kind``: offsets into each text, in code points."""
        return self.apply("word_spans", **options)
