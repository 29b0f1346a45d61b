"""Adds the sentence ends that punctuation does not show, by the model of ``sentence_recovery``.

Two cases. Text that is hardly punctuated is cut wherever the model and the usual length of sentences say so. In
punctuated text the model only supplies a forgotten full stop: after a finite verb, where it is sure.
"""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from gujtext.segmentation.sentence_marks import CLOSERS, OPENERS, STOP_CLASS, STRAIGHT_QUOTES
from gujtext.segmentation.sentence_recovery import EDGES, RELATIVE, RecoveryModel, recovery_model
from gujtext.segmentation.sentence_words import FINAL, sentence_words

if TYPE_CHECKING:
    from collections.abc import Callable

# Calibrated on FLORES-200 dev and NTREX-128 with their punctuation, or a tenth of their stops, removed.
SURE = 1.1
LENGTH_EVIDENCE = 1.0
LEAST_WORDS = 3  # of a sentence on either side of a supplied full stop
LONG_LINE = 25  # words without a stop: no headline
SPARSE = 100  # words for each mark at a sentence's end: most marks are missing
HOPELESS = -4.5  # log-odds below which a boundary is not considered
LONGEST = 80  # words of a sentence that are told apart
# Sentence lengths in words follow a log-normal law; its two numbers are those of Gujarati Wikipedia.
LENGTH_MEAN, LENGTH_SPREAD = 2.7, 0.45
LENGTH_WEIGHT = 0.4
BOUNDARY_BONUS = 1.9

_WORD = re.compile(r"\S++")
_LAST_STOP = re.compile(rf"[{STOP_CLASS}][{re.escape(CLOSERS + STRAIGHT_QUOTES)}\s]*+\Z")
_GOES_ON = frozenset(",;:…-–—" + OPENERS)
_NO_END = _GOES_ON | frozenset(CLOSERS + "\"'")
_NO_BEGINNING = frozenset("-–—,;:)]}&/" + OPENERS)
_CORRELATIVE = re.compile(r"તે|એ|ત્યા|તો|આમ|હું|તમે|અમે|આપ")


def with_missing_ends(block: str, ends: list[int], verdict: Callable[[str], str]) -> list[int]:
    """Return the ends of sentences in a block with the missing ones added.

    ``verdict`` tells what a word before a stop says about it, as ``WordVerdicts`` does.
    """
    model = recovery_model()
    pieces = [_words(block, begin, end) for begin, end in pairwise((0, *ends, len(block)))]
    # Who writes commas writes stops: such a line without one is a headline.
    marks = len(ends) + (_LAST_STOP.search(block) is not None or "," in block)
    is_punctuated = sum(map(len, pieces)) <= SPARSE * marks
    found: list[int] = []
    for words, end in zip(pieces, (*ends, len(block)), strict=True):
        if is_punctuated:
            found += _forgotten_stops(words, model, verdict)
        elif len(words) >= LONG_LINE:
            found += _ends_by_model(words, model)
        found.append(end)
    found.pop()
    return found


def _words(block: str, begin: int, end: int) -> list[re.Match[str]]:
    return [match for match in _WORD.finditer(block, begin, end) if match.group().strip(EDGES)]


def _forgotten_stops(words: list[re.Match[str]], model: RecoveryModel, verdict: Callable[[str], str]) -> list[int]:
    if len(words) < 2 * LEAST_WORDS + 1:
        return []
    texts = [match.group() for match in words]
    roles = sentence_words()
    found = []
    first = 0
    for place, odds in enumerate(model.log_odds(texts)):
        before, behind = place - first + 1, len(texts) - 1 - place
        if before < LEAST_WORDS or behind < LEAST_WORDS:
            continue
        lengths = _length_score(before) + _length_score(behind) - _length_score(before + behind)
        if odds + LENGTH_EVIDENCE * lengths < SURE:
            continue
        word, following = texts[place], texts[place + 1]
        if _between(words, place) or word[-1] in _NO_END or following[0] in _NO_BEGINNING or verdict(word) != FINAL:
            continue
        core = following.strip(EDGES)
        if core in roles["final"] or core in roles["clitic"] or core in roles["connective"]:
            continue
        if _CORRELATIVE.match(core) and any(RELATIVE.match(text) for text in texts[first:place]):
            continue  # જે ... છે તે ...: a relative clause before its noun
        found.append(words[place].end())
        first = place + 1
    return found


def _ends_by_model(words: list[re.Match[str]], model: RecoveryModel) -> list[int]:
    """Cut where the sum of the model's log-odds and the log-likelihood of the lengths is greatest."""
    odds = model.log_odds([match.group() for match in words])
    candidates = [0]  # numbers of words before a possible boundary; the text begins at one
    candidates += [
        place + 1 for place, value in enumerate(odds[:-1]) if value > HOPELESS and not _goes_on(words, place)
    ]
    candidates.append(len(words))
    best = [0.0]  # the score of the best cutting up to each candidate, and the candidate it came from
    came_from = [0]
    first = 0
    for number in range(1, len(candidates)):
        here = candidates[number]
        while first < number - 1 and here - candidates[first] > LONGEST:
            first += 1
        lengths = [_length_score(here - other) for other in candidates[first:number]]
        scores = [*map(add, best[first:], lengths)]
        score = max(scores)
        before = first + scores.index(score)
        best.append(score + odds[here - 1] + BOUNDARY_BONUS)
        came_from.append(before)
    found = []
    number = came_from[-1]
    while number:
        found.append(words[candidates[number] - 1].end())
        number = came_from[number]
    return found[::-1]


def _goes_on(words: list[re.Match[str]], place: int) -> bool:
    """Tell whether a comma, a dash or an opening bracket follows this word."""
    return words[place].group()[-1] in _GOES_ON or _between(words, place) != ""


def _between(words: list[re.Match[str]], place: int) -> str:
    return words[place].string[words[place].end() : words[place + 1].start()].strip()


@cache
def _length_score(length: int) -> float:
    logarithm = math.log(min(length, LONGEST))
    return -LENGTH_WEIGHT * (logarithm + (logarithm - LENGTH_MEAN) ** 2 / (2 * LENGTH_SPREAD**2))
