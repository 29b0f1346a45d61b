"""The one table of public functions that take text, and what must hold of every result; the robustness suites and
the fuzzer run over it.

A function of ``gujtext.__all__`` whose first argument is a text is found by its signature, and so is a method of a
public class that can be made without arguments: what is added to the package tomorrow is in the suites tomorrow.
Beside them stand variants, other profiles, schemes and options, which take other paths.
"""

from __future__ import annotations

import inspect
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import gujtext
from gujtext import view
from gujtext.compat.indicnlp.normalize.indic_normalize import IndicNormalizerFactory
from gujtext.compat.indicnlp.tokenize import indic_tokenize, sentence_tokenize
from gujtext.normalization import PROFILES
from gujtext.transliteration.schemes import schemes
from gujtext.types import Candidate, Finding, Normalized, Sentence, Token, replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Functions that may refuse a text, always by a GujtextError that says where.
PARTIAL = {"parse_number", "parse_number_words", "parse_ordinal"}
# Public functions of something else than a text: tokens or numbers.
OF_OTHER_THINGS = {"detokenize", "format_number", "spell_number", "spell_ordinal"}
# Pieces that, joined, are the text; and pieces that are the text without its white space.
PARTITIONS = {"aksharas", "graphemes", "split_clitics"}
TOKENS = {"word_tokenize", "WordTokenizer.tokenize", "WordTokenizer split_hyphens"}
# What tells the changes, and the function that makes the same ones.
EXPLAINED = {
    "explain": "normalize",
    "Normalizer.explain": "Normalizer.normalize",
    "inverse_normalize_explained": "inverse_normalize",
    "verbalize_explained": "verbalize",
    **{f"explain {profile}": f"normalize {profile}" for profile in PROFILES},
}
# Where a second application must change nothing.
IDEMPOTENT = {"normalize", "Normalizer.normalize", *(f"normalize {profile}" for profile in PROFILES)}


def takes_text(function: Callable[..., Any]) -> bool:
    """Tell whether a text is the first argument, and all that must be given."""
    first, *others = [*inspect.signature(function).parameters.values()] or [None]
    return (
        first is not None
        and first.annotation in ("str", str)
        and first.default is first.empty
        and all(one.default is not one.empty or one.kind in (one.VAR_KEYWORD, one.VAR_POSITIONAL) for one in others)
    )


def _functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function, and every public method of the classes that need no argument."""
    for name in gujtext.__all__:
        value = getattr(gujtext, name)
        if inspect.isclass(value):
            try:
                made = value()
            except TypeError:
                continue
            for method in sorted(vars(value)):
                if method[0].isalpha() and inspect.isfunction(vars(value)[method]):
                    yield f"{name}.{method}", getattr(made, method)
        elif callable(value):
            yield name, value


def _variants() -> Iterator[tuple[str, Callable[[str], Any]]]:
    for profile in PROFILES:
        yield f"normalize {profile}", partial(gujtext.normalize, profile=profile)
        yield f"explain {profile}", partial(gujtext.explain, profile=profile)
    for scheme, row in schemes().items():
        yield f"romanize {scheme}", partial(gujtext.romanize, scheme=scheme)
        if row.reversible:
            yield f"to_gujarati {scheme}", partial(gujtext.to_gujarati, scheme=scheme)
    yield "Romanizer names", gujtext.Romanizer(names=True).romanize
    yield "WordTokenizer split_hyphens", gujtext.WordTokenizer(split_hyphens=True).tokenize
    yield "SentenceSplitter blank", gujtext.SentenceSplitter(newline="blank").spans
    yield "SentenceSplitter recover", gujtext.SentenceSplitter(recover=True).spans
    yield "SentenceSplitter.stream", lambda text: list(gujtext.SentenceSplitter().stream([text]))
    yield "detokenize", lambda text: gujtext.detokenize(gujtext.word_tokenize(text))
    yield "repair_digit_confusables latin", partial(gujtext.repair_digit_confusables, latin=True)
    yield "to_gujarati popular", partial(gujtext.to_gujarati, scheme="popular")
    yield "Pipeline", lambda text: _EVERYTHING(text).tokens
    yield "view.fragment", view.fragment
    yield "view.page", view.page
    yield "indicnlp normalize", IndicNormalizerFactory().get_normalizer("gu").normalize
    yield "indicnlp trivial_tokenize", indic_tokenize.trivial_tokenize
    yield "indicnlp sentence_split", partial(sentence_tokenize.sentence_split, lang="gu")


# All steps but the one that writes numbers in words, whose tokens share the place of their number.
_EVERYTHING = gujtext.Pipeline(["normalize", "sentences", "words", "names", "numbers", "transliterate"])
FOUND: dict[str, Callable[[str], Any]] = {name: one for name, one in _functions() if takes_text(one)}
FUNCTIONS: dict[str, Callable[[str], Any]] = {**FOUND, **dict(_variants())}


def run(name: str, text: str) -> Any:
    """Call a function of the table; a refusal of one that may refuse is the error, checked for its place."""
    try:
        return FUNCTIONS[name](text)
    except gujtext.GujtextError as refused:
        if name not in PARTIAL:
            raise
        error = refused
    assert error.offset is not None
    assert 0 <= error.offset <= len(text)
    return error


def examine(name: str, text: str) -> None:
    """Call a function of the table and assert everything that must hold of its result, whatever the text."""
    result = run(name, text)
    if isinstance(result, Normalized):
        _examine_changes(text, result)
    elif isinstance(result, (list, tuple)) and result:
        _examine_pieces(name, text, list(result))
    if name in PARTITIONS:
        assert "".join(result) == text
    if name in TOKENS:
        assert "".join(result) == "".join(text.split())
    if name in EXPLAINED:
        assert result.text == run(EXPLAINED[name], text)
    if name in IDEMPOTENT:
        assert run(name, result) == result


def _examine_changes(text: str, result: Normalized) -> None:
    changes = result.changes
    assert replay(text, changes) == result.text
    assert result.original == text
    assert all(text[change.start : change.end] == change.before != change.after for change in changes)
    assert all(one.end <= other.start for one, other in pairwise(changes))


def _examine_pieces(name: str, text: str, pieces: list[Any]) -> None:
    first = pieces[0]
    if isinstance(first, Candidate):
        assert all(0 <= piece.score <= 1 for piece in pieces)
    elif isinstance(first, Finding):
        assert all(0 <= piece.start <= piece.end <= len(text) for piece in pieces)
    elif hasattr(first, "start"):
        assert all(text[piece.start : piece.end] == piece.text != "" for piece in pieces), "spans are slices"
        apart = (one.end <= other.start or _of_one_change(name, one, other) for one, other in pairwise(pieces))
        assert all(apart), "spans are in order and apart"
        if isinstance(first, (Token, Sentence)):
            ends = [0, *(piece.end for piece in pieces)]
            starts = [*(piece.start for piece in pieces), len(text)]
            gaps = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
            assert gaps.strip() == "", "what stands between is white space"
    else:
        assert all(isinstance(piece, str) for piece in pieces), name


def _of_one_change(name: str, one: Any, other: Any) -> bool:
    """Tell whether both tokens are of what normalization wrote for one place: U+1D15E is two in normal form."""
    in_order = name == "Pipeline" and one.start <= other.start and one.end <= other.end
    return in_order and one.normalized != one.text and other.normalized != other.text
