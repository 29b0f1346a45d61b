"""What a pipeline makes of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gujtext.pipeline.errors import PipelineError
from gujtext.pipeline.packing import Packed, pack_sentences, pack_tokens, unpack_sentences, unpack_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gujtext.pipeline.pieces import DocSentence, DocToken
    from gujtext.types import Change, NameMatch, NumberMatch

# What a step adds to a document -> the step.
PARTS = {
    "sentences": "sentences",
    "tokens": "words",
    "names": "names",
    "numbers": "numbers",
    "latin": "transliterate",
}


class Doc:
    r"""A text and what the steps of a pipeline found in it.

    Every offset is a count of code points into ``text``, the caller's original, half-open: ``text[start:end]`` is
    the piece's ``text``, whatever normalization did to lengths. Pieces come in order. They are disjoint, but for
    pieces of what one change wrote: ₹૫૦૦ verbalized is two tokens, and both are at the place of ₹૫૦૦.

    Attributes:
        text: the original.
        normalized: the text after the steps that change it; the same object where they changed nothing.
        changes: what they changed, as `explain` gives it.

    Example:
        >>> from gujtext import Pipeline
        >>> doc = Pipeline(["normalize", "sentences", "words"])("\ufeffઅેક ગામ. બીજું ગામ.")
        >>> doc.normalized
        'એક ગામ. બીજું ગામ.'
        >>> [(s.start, s.end) for s in doc.sentences]
        [(1, 9), (10, 20)]
        >>> doc.tokens[0]
        DocToken(text='અેક', start=1, end=4, kind='word', normalized='એક')
    """

    __slots__ = ("_parts", "changes", "normalized", "text")

    def __init__(self, text: str, normalized: str, changes: tuple[Change, ...], parts: Mapping[str, Any]) -> None:
        self.text = text
        self.normalized = normalized
        self.changes = changes
        self._parts = dict(parts)

    @property
    def sentences(self) -> tuple[DocSentence, ...]:
        """The sentences, each with its tokens; PipelineError without the step ``sentences``."""
        return tuple(self._part("sentences"))

    @property
    def tokens(self) -> tuple[DocToken, ...]:
        """The tokens; PipelineError without the step ``words``."""
        return tuple(self._part("tokens"))

    @property
    def names(self) -> tuple[NameMatch, ...]:
        """The names that the lexicon knows for certain; PipelineError without the step ``names``."""
        return tuple(self._part("names"))

    @property
    def numbers(self) -> tuple[NumberMatch, ...]:
        """The numbers in digits and words; PipelineError without the step ``numbers``."""
        return tuple(self._part("numbers"))

    @property
    def latin(self) -> str:
        """The normalized text in Latin letters; PipelineError without the step ``transliterate``."""
        return str(self._part("latin"))

    def _part(self, name: str) -> Any:
        try:
            return self._unpacked()[name]
        except KeyError:
            raise PipelineError(f"there are no {name} here: the pipeline had no step {PARTS[name]!r}") from None

    def to_dict(self) -> dict[str, Any]:
        """Return everything as a ``dict`` that ``json.dumps`` takes; only what the pipeline's steps found.

        Tokens are listed once; ``tokens`` of a sentence are the half-open range of its tokens in that list. Values
        of numbers are strings, exact (``"3/2"``, ``"2024-06-18"``), a range ``"3..5"``, so that a column of them has
        one type.

        Example:
            >>> from gujtext import Pipeline
            >>> Pipeline(["sentences", "words"])("સારું.").to_dict()["sentences"]
            [{'text': 'સારું.', 'start': 0, 'end': 6, 'normalized': 'સારું.', 'tokens': [0, 2]}]
        """
        found: dict[str, Any] = {
            "text": self.text,
            "normalized": self.normalized,
            "changes": [change._asdict() for change in self.changes],
        }
        for name, part in self._unpacked().items():
            if name == "sentences":
                found[name] = self._sentence_records(part)
            elif name == "numbers":
                found[name] = [_number_record(number) for number in part]
            else:
                found[name] = part if isinstance(part, str) else [piece._asdict() for piece in part]
        return found

    def _sentence_records(self, sentences: tuple[DocSentence, ...]) -> list[dict[str, Any]]:
        records = []
        done = 0
        for sentence in sentences:
            record = sentence._asdict()
            if "tokens" in self._parts:
                record["tokens"] = [done, done + len(sentence.tokens)]
                done += len(sentence.tokens)
            else:
                del record["tokens"]
            records.append(record)
        return records

    def _unpacked(self) -> dict[str, Any]:
        """Return the parts, built now if they came packed from another process."""
        packed = {name: part for name, part in self._parts.items() if isinstance(part, Packed)}
        if packed:
            built = dict(self._parts)  # one assignment at the end: another thread sees all or nothing
            texts = self.text, self.normalized
            if "tokens" in packed:
                built["tokens"] = unpack_tokens(packed["tokens"], *texts)
            if "sentences" in packed:
                built["sentences"] = unpack_sentences(packed["sentences"], *texts, built.get("tokens", ()))
            self._parts = built
        return self._parts

    def __reduce__(self) -> tuple[Any, ...]:
        parts = dict(self._unpacked())
        if "sentences" in parts:
            parts["sentences"] = pack_sentences(parts["sentences"], self.normalized)
        if "tokens" in parts:
            parts["tokens"] = pack_tokens(parts["tokens"], self.normalized)
        return Doc, (self.text, self.normalized, self.changes, parts)

    def _repr_html_(self) -> str:
        """Show the original in a notebook: its sentences, tokens, names, numbers and what normalization would do."""
        from gujtext.view import fragment

        return fragment(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Doc) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash((self.text, self.normalized))

    def _all(self) -> tuple[object, ...]:
        return self.text, self.normalized, self.changes, self._unpacked()

    def __repr__(self) -> str:
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        counts = [f"{len(part)} {name}" for name, part in self._unpacked().items() if not isinstance(part, str)]
        return f"<Doc {', '.join([repr(shown), f'{len(self.changes)} changes', *counts])}>"


_SHOWN = 40


def _number_record(number: NumberMatch) -> dict[str, Any]:
    return {
        **number._asdict(),
        "value": _value(number.value),
        "alternatives": [{"kind": other.kind, "value": _value(other.value)} for other in number.alternatives],
    }


def _value(value: object) -> str:
    return "..".join(map(str, value)) if isinstance(value, tuple) else str(value)
