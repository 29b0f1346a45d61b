"""The steps there are: what each does to a text or finds in it, and its options."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from gujtext.pipeline.options import FLAG, NUMBER, SPELLINGS, TEXT, WORDS, Option
from gujtext.types import Change, Normalized

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What a step does: changes the text, finds pieces of it, or writes it in other letters.
REWRITES, FINDS, WRITES = "rewrites", "finds", "writes"


class Step(NamedTuple):
    """A kind of step.

    ``make(**options)`` gives its work: a `Rewriter` for one that rewrites, else a function of the text.
    """

    role: str
    what: str
    options: Mapping[str, Option]
    make: Callable[..., Any]


class Rewriter(NamedTuple):
    """A change of text, plain and with the changes told."""

    rewrite: Callable[[str], str]
    explain: Callable[[str], Normalized]


def _normalize(**options: Any) -> Rewriter:
    from gujtext.normalization import Normalizer

    normalizer = Normalizer(**options)
    return Rewriter(normalizer.normalize, normalizer.explain)


def _verbalize() -> Rewriter:
    from gujtext.numerals import verbalize, verbalize_explained

    return Rewriter(verbalize, verbalize_explained)


def _inverse_normalize(**options: Any) -> Rewriter:
    from gujtext.numerals import inverse_normalize, inverse_normalize_explained

    inverse_normalize("પચ્ચીસ હજાર", **options)  # refuses wrong values now and not at the first number
    return Rewriter(
        lambda text: inverse_normalize(text, **options), lambda text: inverse_normalize_explained(text, **options)
    )


def _same_length(name: str) -> Callable[..., Rewriter]:
    """Make a step of a public function that puts one character in the place of one."""

    def make(**options: Any) -> Rewriter:
        from gujtext import numerals

        function = getattr(numerals, name)

        def rewrite(text: str) -> str:
            changed: str = function(text, **options)
            return changed

        return Rewriter(rewrite, lambda text: replaced(text, rewrite(text), name))

    return make


def replaced(text: str, changed: str, rule: str) -> Normalized:
    """Say what changed between two texts of one length, run by run.

    Example:
        >>> replaced("ક 12", "ક ૧૨", "digits").changes
        (Change(start=2, end=4, before='12', after='૧૨', rule='digits'),)
    """
    if changed is text:
        return Normalized(text, ())
    changes = []
    done = 0
    for same, run in groupby(map(str.__eq__, text, changed)):
        end = done + sum(1 for _ in run)
        if not same:
            changes.append(Change(done, end, text[done:end], changed[done:end], rule))
        done = end
    return Normalized(changed, tuple(changes))


def _sentences(**options: Any) -> Callable[[str], Any]:
    from gujtext.segmentation import SentenceSplitter

    return SentenceSplitter(**options).spans


def _words(**options: Any) -> Callable[[str], Any]:
    from gujtext.segmentation import WordTokenizer

    return WordTokenizer(**options).spans


def _names() -> Callable[[str], Any]:
    from gujtext.transliteration import find_names

    return find_names


def _numbers() -> Callable[[str], Any]:
    from gujtext.numerals import find_numbers

    return find_numbers


def _transliterate(*, names: bool = True, scheme: str = "popular", **options: Any) -> Callable[[str], Any]:
    from gujtext.transliteration import Romanizer

    return Romanizer(scheme=scheme, names=names and scheme == "popular", **options).romanize


STEPS: dict[str, Step] = {
    "normalize": Step(
        REWRITES,
        "every word in its one Unicode spelling",
        {"profile": Option(TEXT, "standard"), "enable": Option(WORDS, ()), "disable": Option(WORDS, ())},
        _normalize,
    ),
    "repair_digit_confusables": Step(
        REWRITES,
        "letters typed for digits become digits",
        {"latin": Option(FLAG, False)},
        _same_length("repair_digit_confusables"),
    ),
    "to_gujarati_digits": Step(REWRITES, "all digits become Gujarati ones", {}, _same_length("to_gujarati_digits")),
    "to_ascii_digits": Step(REWRITES, "all digits become ASCII ones", {}, _same_length("to_ascii_digits")),
    "to_devanagari_digits": Step(
        REWRITES, "all digits become Devanagari ones", {}, _same_length("to_devanagari_digits")
    ),
    "verbalize": Step(REWRITES, "numbers become words, as they are spoken", {}, _verbalize),
    "inverse_normalize": Step(
        REWRITES,
        "numbers in words become digits",
        {"min_value": Option(NUMBER, 10), "digits": Option(TEXT, "gujarati"), "grouping": Option(TEXT, "indian")},
        _inverse_normalize,
    ),
    "sentences": Step(
        FINDS,
        "sentences",
        {"abbreviations": Option(WORDS, ()), "newline": Option(TEXT, "always"), "recover": Option(FLAG, False)},
        _sentences,
    ),
    "words": Step(
        FINDS,
        "tokens; after `sentences` those of each sentence",
        {"abbreviations": Option(WORDS, ()), "split_hyphens": Option(FLAG, False)},
        _words,
    ),
    "names": Step(FINDS, "names that the lexicon knows for certain", {}, _names),
    "numbers": Step(FINDS, "numbers in digits and words, with their values", {}, _numbers),
    "transliterate": Step(
        WRITES,
        "the text in Latin letters",
        {
            "scheme": Option(TEXT, "popular"),
            "names": Option(FLAG, True),
            "overrides": Option(SPELLINGS, {}),
            "anusvara": Option(TEXT, None),
            "digits": Option(TEXT, "keep"),
            "strict": Option(FLAG, False),
        },
        _transliterate,
    ),
}
