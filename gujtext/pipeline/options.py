"""The options of steps: their kinds, how they are written on a command line, what is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.pipeline.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Callable

_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")


class Kind(NamedTuple):
    """A kind of value: what a message calls it, how a value is checked, how one is read from text."""

    name: str
    checked: Callable[[Any], Any]
    read: Callable[[str], Any]


class Option(NamedTuple):
    """An option of a step; a value equal to the default is as good as none."""

    kind: Kind
    default: Any


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _read_flag(text: str) -> bool:
    if text.lower() not in _TRUE + _FALSE:
        raise ValueError
    return text.lower() in _TRUE


def _words(value: object) -> tuple[str, ...]:
    """Return one string or several, in an order of their own: two sets of the same words are one option."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Iterable):
        raise TypeError
    words = tuple(map(_text, value))
    return tuple(sorted(words)) if isinstance(value, (set, frozenset)) else words


def _read_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split(",") if word)


def _spellings(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise TypeError
    return {_text(key): _text(spelling) for key, spelling in value.items()}


def _read_spellings(text: str) -> dict[str, str]:
    pairs = [pair.split(":") for pair in _read_words(text)]
    return {key: spelling for key, spelling in pairs}  # noqa: C416  # a pair of another length is a ValueError here


TEXT = Kind("a string", _text, str)
NUMBER = Kind("a whole number", _number, int)
FLAG = Kind("true or false", _flag, _read_flag)
WORDS = Kind("strings, on a command line a,b", _words, _read_words)
SPELLINGS = Kind("a mapping of strings, on a command line a:x,b:y", _spellings, _read_spellings)


def checked(step: str, known: Mapping[str, Option], given: object, *, written: bool = False) -> dict[str, Any]:
    """Return the options that differ from the defaults, in the order the step declares them.

    Arguments:
        step: the step's name, for messages.
        known: what the step can be given.
        given: a mapping of names to values.
        written: the values are text from a command line.

    Raises:
        PipelineError: an unknown option, with the known ones; a value of another kind.
    """
    if not isinstance(given, Mapping):
        raise PipelineError(f"the options of {step!r} are a dict, not {type(given).__name__}")
    for name in given:
        if name not in known:
            options = f"its options are {', '.join(known)}" if known else "it has no options"
            raise PipelineError(f"the step {step!r} has no option {name!r}; {options}")
    found = {}
    for name, option in known.items():
        if name not in given:
            continue
        try:
            value = (option.kind.read if written else option.kind.checked)(given[name])
        except (TypeError, ValueError):
            raise PipelineError(f"{step} {name}={given[name]!r}: expected {option.kind.name}") from None
        if value != option.default:
            found[name] = value
    return found
