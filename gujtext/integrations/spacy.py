"""spaCy: a tokenizer and a component that sets sentence starts, found by spaCy through entry points.

``spacy.blank("gu")`` alone glues the full stop to the word before it and finds one sentence in four.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

import gujtext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.vocab import Vocab

# What spaCy's attribute SENT_START says of a token.
_START, _UNDECIDED, _NO_START = np.array([1, 0, -1])


class GujtextTokenizer:
    """gujtext's words as a spaCy tokenizer; white space beyond one space is a token, as spaCy has it.

    Arguments:
        vocab: the pipeline's vocabulary.
        abbreviations, split_hyphens: as for `gujtext.WordTokenizer`.

    Example:
        >>> nlp = Language()
        >>> nlp.tokenizer = GujtextTokenizer(nlp.vocab)
        >>> [(token.text, token.idx) for token in nlp("ગામ સુંદર છે.")]
        [('ગામ', 0), ('સુંદર', 4), ('છે', 10), ('.', 12)]
    """

    def __init__(self, vocab: Vocab, *, abbreviations: Iterable[str] = (), split_hyphens: bool = False) -> None:
        self.vocab = vocab
        self._use(abbreviations, split_hyphens)

    def _use(self, abbreviations: Iterable[str], split_hyphens: bool) -> None:
        self._words = gujtext.WordTokenizer(abbreviations=abbreviations, split_hyphens=split_hyphens)

    def __call__(self, text: str) -> Doc:
        """Return the document; ``doc.text == text``."""
        words: list[str] = []
        spaces: list[bool] = []
        done = 0
        for token in self._words.spans(text):
            if done < token.start:
                _add_white_space(text[done : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            done = token.end
        if done < len(text):
            _add_white_space(text[done:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Tokenize one text after the other."""
        return map(self, texts)

    def to_bytes(self, **_: Any) -> bytes:
        """Return the settings."""
        settings = {"abbreviations": sorted(self._words.abbreviations), "split_hyphens": self._words.split_hyphens}
        return json.dumps(settings).encode()

    def from_bytes(self, data: bytes, **_: Any) -> GujtextTokenizer:
        """Take the settings over."""
        settings = json.loads(data)
        self._use(settings["abbreviations"], settings["split_hyphens"])
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the settings to a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> GujtextTokenizer:
        """Take the settings over from a file."""
        return self.from_bytes(Path(path).read_bytes())


def _add_white_space(white_space: str, words: list[str], spaces: list[bool]) -> None:
    """Give the token before it a space, and make the rest a token of its own."""
    if words and white_space[0] == " ":
        spaces[-1] = True
        white_space = white_space[1:]
    if white_space:
        words.append(white_space)
        spaces.append(False)


@registry.tokenizers("gujtext.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer(
    abbreviations: list[str] | None = None, split_hyphens: bool = False
) -> Callable[[Language], GujtextTokenizer]:
    """Return what builds the tokenizer of a pipeline from the settings in its config.

    Example:
        >>> config = {"nlp": {"tokenizer": {"@tokenizers": "gujtext.Tokenizer.v1", "split_hyphens": True}}}
        >>> import spacy
        >>> [token.text for token in spacy.blank("gu", config=config)("આગળ-પાછળ")]
        ['આગળ', '-', 'પાછળ']
    """

    def build(nlp: Language) -> GujtextTokenizer:
        return GujtextTokenizer(nlp.vocab, abbreviations=abbreviations or (), split_hyphens=split_hyphens)

    return build


class SentenceStarts:
    """Sets ``token.is_sent_start`` where gujtext finds a sentence, with whatever tokenizer.

    White space between sentences goes to the sentence before it. A sentence that begins inside a token begins with
    the token after it.

    Arguments:
        splitter: what finds the sentences.
        overwrite: also change tokens that have been decided before.
    """

    def __init__(self, splitter: gujtext.SentenceSplitter, *, overwrite: bool = False) -> None:
        self._splitter = splitter
        self._overwrite = overwrite

    def __call__(self, doc: Doc) -> Doc:
        """Return the same document with its sentence starts."""
        if not len(doc):
            return doc
        flags = np.full(len(doc), _NO_START)
        flags[0] = _START
        starts = [sentence.start for sentence in self._splitter.spans(doc.text)][1:]
        places = np.searchsorted(doc.to_array("IDX"), np.array(starts, np.uint64))
        flags[places[places < len(doc)]] = _START
        if not self._overwrite:
            before = doc.to_array("SENT_START").view(np.int64)
            flags = np.where(before == _UNDECIDED, flags, before)
        doc.from_array("SENT_START", flags.view(np.uint64))
        return doc


@Language.factory(
    "gujtext_sentences",
    assigns=["token.is_sent_start", "doc.sents"],
    default_config={"abbreviations": [], "newline": "always", "recover": False, "overwrite": False},
)  # type: ignore[untyped-decorator]
def create_sentences(
    nlp: Language, name: str, abbreviations: list[str], newline: str, recover: bool, overwrite: bool
) -> SentenceStarts:
    """Build the component; the settings are those of `gujtext.SentenceSplitter`, and ``overwrite``.

    Example:
        >>> nlp = Language()
        >>> _ = nlp.add_pipe("gujtext_sentences")
        >>> [sentence.text for sentence in nlp("ડૉ. પટેલ આવ્યા. સભા શરૂ થઈ.").sents]
        ['ડૉ. પટેલ આવ્યા.', 'સભા શરૂ થઈ.']
    """
    splitter = gujtext.SentenceSplitter(abbreviations=abbreviations, newline=newline, recover=recover)
    return SentenceStarts(splitter, overwrite=overwrite)
