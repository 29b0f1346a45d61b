"""Steps by name and options, as a callable that every host can pickle, hash and send to its workers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import gujtext
from gujtext.types import GujtextError, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What a host accepts as a step: a name below, or anything that turns a text into a text or into a list of texts.
StepLike = str | Callable[[str], str] | Callable[[str], list[str]]


def _normalize(options: Mapping[str, Any]) -> Callable[[str], str]:
    return gujtext.Normalizer(**options).normalize


def _sentences(options: Mapping[str, Any]) -> Callable[[str], list[str]]:
    return gujtext.SentenceSplitter(**options).tokenize


def _words(options: Mapping[str, Any]) -> Callable[[str], list[str]]:
    return gujtext.WordTokenizer(**options).tokenize


def _transliterate(options: Mapping[str, Any]) -> Callable[[str], str]:
    # As on the command line and in a Pipeline: names as newspapers spell them.
    names = options.get("scheme", "popular") == "popular"
    return gujtext.Romanizer(**{"names": names, **options}).romanize


def _sentence_spans(options: Mapping[str, Any]) -> Callable[[str], list[dict[str, Any]]]:
    spans = gujtext.SentenceSplitter(**options).spans
    return lambda text: [sentence._asdict() for sentence in spans(text)]


def _word_spans(options: Mapping[str, Any]) -> Callable[[str], list[dict[str, Any]]]:
    spans = gujtext.WordTokenizer(**options).spans
    return lambda text: [token._asdict() for token in spans(text)]


class _Named(NamedTuple):
    """``build`` makes the function; its results are texts, or lists (``many``), of dicts where there are ``fields``."""

    build: Callable[[Mapping[str, Any]], Callable[[str], Any]]
    many: bool
    fields: tuple[str, ...] = ()


_STEPS = {
    "normalize": _Named(_normalize, many=False),
    "sentences": _Named(_sentences, many=True),
    "words": _Named(_words, many=True),
    "transliterate": _Named(_transliterate, many=False),
    "sentence_spans": _Named(_sentence_spans, many=True, fields=gujtext.Sentence._fields),
    "word_spans": _Named(_word_spans, many=True, fields=gujtext.Token._fields),
}
STEP_NAMES = tuple(_STEPS)
# The fields of spans are texts, but for these, which are offsets in code points.
OFFSET_FIELDS = ("start", "end")


# The last finding step of a pipeline -> the part of its documents that holds what it found, and the fields of that.
_FOUND = {
    "sentences": ("sentences", ("text", "start", "end", "normalized")),
    "words": ("tokens", ("text", "start", "end", "kind", "normalized")),
    "names": ("names", ("text", "start", "end", "latin", "suffix")),
    "numbers": ("numbers", ("text", "start", "end", "kind", "value", "unit", "suffix")),
}


def _written(steps: str, options: dict[str, Any]) -> gujtext.Pipeline:
    """Return the pipeline of one line, or of one step with options."""
    if len(steps.split()) > 1 or "|" in steps:
        if options:
            raise TypeError(f"options ({', '.join(options)}) stand in the line: {steps!r}")
        return gujtext.Pipeline(steps)
    try:
        return gujtext.Pipeline([(steps, options)])
    except gujtext.PipelineError as error:
        raise GujtextError(f"{error}; besides, sentence_spans and word_spans, or a callable") from error


def _of_pipeline(pipeline: Any) -> _Named:
    """Return a pipeline as a step that gives a text, or dicts of what its last finding step found."""
    if pipeline.ends_in_text:
        return _Named(lambda _: pipeline.text, many=False)
    part, fields = _FOUND[next(name for name in reversed(pipeline.steps) if name in _FOUND)]

    def found(text: str) -> list[dict[str, Any]]:
        return [{field: piece[field] for field in fields} for piece in pipeline(text).to_dict()[part]]

    return _Named(lambda _: found, many=True, fields=fields)


class Step:
    """A function of one text, known by its name and options: picklable, comparable, hashable.

    Arguments:
        step: ``normalize`` or ``transliterate``; ``sentences`` or ``words``, which make a list of a text;
            ``sentence_spans`` or ``word_spans``, which make a list of dicts with ``text``, ``start``, ``end`` (and
            ``kind``), half-open offsets into that text; or a callable that turns a text into a text or a list of
            texts (picklable, where the host has worker processes); or a `Pipeline`, or its line as on the command
            line (``"normalize profile=repair | words"``), or another of its steps (``verbalize``, ``numbers``): the
            result is its text, or, where steps find pieces, what the last of them found, as dicts with offsets in
            the original.
        options: for a step by name, what `Normalizer`, `SentenceSplitter`, `WordTokenizer` or `Romanizer` take
            (``transliterate`` spells names, unless told otherwise), or the step of a `Pipeline`.

    Raises:
        GujtextError: an unknown name, or an option that has no such value.
        TypeError: an option that the step does not have, options for a callable, or neither name nor callable.

    Example:
        >>> step = Step("normalize", profile="repair")
        >>> step("અેક દુ:ખ"), step.many
        ('એક દુઃખ', False)
        >>> Step("words") == Step("words"), Step(str.split).many
        (True, True)
    """

    step: StepLike
    options: dict[str, Any]
    function: Callable[[str], Any]

    def __init__(self, step: StepLike | Step, **options: Any) -> None:
        plain = step.step if isinstance(step, Step) else step
        self.step = plain
        self.options = {**step.options, **options} if isinstance(step, Step) else options
        self._named: _Named | None = None
        if isinstance(plain, str):
            self._named = _STEPS.get(plain) or _of_pipeline(_written(plain, self.options))
        elif not callable(plain):
            raise TypeError(f"a step is a name or a callable, not {type(plain).__name__}")
        elif self.options:
            raise TypeError(f"options ({', '.join(self.options)}) go with a step by name, not with a callable")
        elif hasattr(plain, "ends_in_text"):
            self._named = _of_pipeline(plain)
        self.function = self._named.build(self.options) if self._named else cast("Callable[[str], Any]", plain)

    def __call__(self, text: str) -> Any:
        """Return what the step makes of the text: a text, or a list where ``many`` says so."""
        return self.function(text)

    def each(self, values: Iterable[object]) -> list[Any]:
        """Return the results for many texts; None and NaN, which hosts have for null, stay as they are.

        Raises:
            TypeError: a value that is neither text nor null.

        Example:
            >>> Step("words").each(["હા.", None])
            [['હા', '.'], None]
        """
        function = self.function
        return [function(value) if isinstance(value, str) else _null(value) for value in values]

    @cached_property
    def many(self) -> bool:
        """Whether a text becomes a list; a callable is asked with an empty text."""
        return self._named.many if self._named else not isinstance(self.function(""), str)

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of the dicts that the list is made of; empty where it is made of texts."""
        return self._named.fields if self._named else ()

    def __reduce__(self) -> tuple[Any, ...]:
        # The version is there for caches that go by the pickle: new rules, new results.
        return _restore, (self.step, tuple(sorted(self.options.items())), gujtext.__version__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Step) and (self.step, self.options) == (other.step, other.options)

    def __hash__(self) -> int:
        return hash((self.step, tuple(sorted(self.options))))

    def __repr__(self) -> str:
        options = "".join(f", {name}={value!r}" for name, value in sorted(self.options.items()))
        return f"Step({self.step!r}{options})"


def _restore(step: StepLike, options: tuple[tuple[str, Any], ...], version: str) -> Step:
    return Step(step, **dict(options))


def _null(value: object) -> object:
    if value is not None and value == value:  # NaN alone differs from itself
        require_text(value)
    return value
