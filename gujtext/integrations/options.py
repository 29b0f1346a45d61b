"""Steps by name and options, as a callable that every host can pickle, hash and send to its workers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import gujtext
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a host accepts as a step: a name below, or anything that turns a text into a text or into a list of texts.
StepLike = str | Callable[[str], str] | Callable[[str], list[str]]


def _normalize(options: Mapping[str, Any]) -> Callable[[str], str]:
    return gujtext.Normalizer(**options).normalize


def _sentences(options: Mapping[str, Any]) -> Callable[[str], list[str]]:
    return gujtext.SentenceSplitter(**options).tokenize


def _words(options: Mapping[str, Any]) -> Callable[[str], list[str]]:
    return gujtext.WordTokenizer(**options).tokenize


def _transliterate(options: Mapping[str, Any]) -> Callable[[str], str]:
    return gujtext.Romanizer(**options).romanize


# Name -> what builds the function from options, and whether that gives a list of texts.
_STEPS: dict[str, tuple[Callable[[Mapping[str, Any]], Callable[[str], Any]], bool]] = {
    "normalize": (_normalize, False),
    "sentences": (_sentences, True),
    "words": (_words, True),
    "transliterate": (_transliterate, False),
}
STEP_NAMES = tuple(_STEPS)


class Step:
    """A function of one text, known by its name and options: picklable, comparable, hashable.

    Arguments:
        step: ``normalize``, ``sentences``, ``words`` or ``transliterate``; or a callable that turns a text into a text
            or into a list of texts (picklable, where the host has worker processes).
        options: for a step by name, what `Normalizer`, `SentenceSplitter`, `WordTokenizer` or `Romanizer` take.

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
        if isinstance(plain, str):
            if plain not in _STEPS:
                raise GujtextError(f"there is no step {plain!r}; it can be {', '.join(STEP_NAMES)}, or a callable")
            self.function = _STEPS[plain][0](self.options)
        elif callable(plain):
            if self.options:
                raise TypeError(f"options ({', '.join(self.options)}) go with a step by name, not with a callable")
            self.function = plain
        else:
            raise TypeError(f"a step is a name or a callable, not {type(plain).__name__}")

    def __call__(self, text: str) -> Any:
        """Return what the step makes of the text: a text, or a list of texts where ``many`` says so."""
        return self.function(text)

    @cached_property
    def many(self) -> bool:
        """Whether a text becomes a list of texts; a callable is asked with an empty text."""
        return _STEPS[self.step][1] if isinstance(self.step, str) else not isinstance(self.function(""), str)

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
