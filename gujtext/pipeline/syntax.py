"""A pipeline as one line of text: ``normalize profile=visual | sentences | words``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from gujtext.pipeline.errors import PipelineError
from gujtext.pipeline.options import checked
from gujtext.pipeline.steps import STEPS, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A step with those of its options that differ from the defaults.
Configured = tuple[str, dict[str, Any]]


def find_step(name: object) -> Step:
    """Return a step by its name.

    Raises:
        PipelineError: there is none; the message lists those there are.
    """
    if not isinstance(name, str) or name not in STEPS:
        raise PipelineError(f"there is no step {name!r}; the steps are {', '.join(STEPS)}")
    return STEPS[name]


def configured(steps: Iterable[object]) -> list[Configured]:
    """Return the steps that a caller gave, names or (name, options) pairs, checked."""
    found = []
    for step in steps:
        name, options = step, {}
        if isinstance(step, (tuple, list)):
            if len(step) != 2:
                raise PipelineError(f"a step is a name or a (name, options) pair, not {step!r}")
            name, options = step
        found.append((str(name), checked(str(name), find_step(name).options, options)))
    return found


def parsed(line: str) -> list[Configured]:
    """Read steps with their options from one line; words are quoted as in a shell.

    Example:
        >>> parsed("normalize profile=visual enable=P03 | words")
        [('normalize', {'profile': 'visual', 'enable': ('P03',)}), ('words', {})]
    """
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|")
    lexer.whitespace_split = True
    lexer.commenters = ""
    try:
        words = list(lexer)
    except ValueError as error:  # a quotation mark without its partner
        raise PipelineError(f"{line!r}: {error}") from None
    groups: list[list[str]] = [[]]
    for word in words:
        if word.strip("|"):
            groups[-1].append(word)
        else:
            groups += [[] for _ in word]
    if not all(groups):
        raise PipelineError(f"{line!r}: a step is missing; the steps are {', '.join(STEPS)}")
    return [_parsed_step(*group) for group in groups]


def _parsed_step(name: str, *words: str) -> Configured:
    step = find_step(name)
    options = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            known = ", ".join(f"{option}=…" for option in step.options) or "none"
            raise PipelineError(f"{name}: {word!r} is no option; options are written {known}")
        options[key] = value
    return name, checked(name, step.options, options, written=True)


def written(name: str, options: Mapping[str, Any]) -> str:
    """Return a step as `parsed` reads it.

    Example:
        >>> written("words", {"split_hyphens": True})
        'words split_hyphens=true'
    """
    return " ".join([name, *(f"{key}={shlex.quote(_value(value))}" for key, value in options.items())])


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ",".join(f"{key}:{spelling}" for key, spelling in value.items())
    return ",".join(value) if isinstance(value, tuple) else str(value)
