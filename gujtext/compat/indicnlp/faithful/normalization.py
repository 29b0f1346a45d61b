"""Normalization as in indic-nlp-library 0.92: a chain of whole-text replacements, chosen once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from gujtext.compat.indicnlp.faithful.tables import rewrites
from gujtext.script import ANUSVARA, BLOCK_CLASS, NUKTA, VIRAMA, VISARGA

Step = Callable[[str], str]

NASALS_MODES = ("do_nothing", "to_anusvaara_strict", "to_anusvaara_relaxed", "to_nasal_consonants")
# Nasal, and the first and last stop of its class.
_CLASSES = (("ઙ", "ક", "ઘ"), ("ઞ", "ચ", "ઝ"), ("ણ", "ટ", "ઢ"), ("ન", "ત", "ધ"), ("મ", "પ", "ભ"))
# The place after ન is unassigned in Gujarati (Devanagari has ऩ there); the library counts it in.
_EMPTY_NASAL = chr(ord("ન") + 1)
_CONSONANTS = "ક-હ"  # with the unassigned places between them


def normalizer(
    *, remove_nuktas: bool, nasals_mode: str, do_normalize_chandras: bool, do_normalize_vowel_ending: bool
) -> Step:
    """Return the function that normalizes a text as the library does with these options.

    Example:
        >>> plain = normalizer(
        ...     remove_nuktas=False,
        ...     nasals_mode="do_nothing",
        ...     do_normalize_chandras=False,
        ...     do_normalize_vowel_ending=False,
        ... )
        >>> plain("“દુ:ખ” – ૧૦:૩૦")
        '"દુઃખ" - ૧૦ઃ૩૦'
    """
    steps: list[Step] = [partial(_replace_all, rewrites("rewrite"))]
    if do_normalize_chandras:
        steps.append(partial(_replace_all, rewrites("candra")))
    steps += _nasal_steps(nasals_mode)
    if do_normalize_vowel_ending:
        steps.append(partial(re.compile(f"(?<=[{_CONSONANTS}])(?= |\\Z)").sub, VIRAMA))
    if remove_nuktas:
        steps.append(partial(_replace_all, ((NUKTA, ""),)))
    steps.append(partial(_replace_all, rewrites("danda")))
    steps.append(partial(re.compile(f"(?<=[{BLOCK_CLASS}]):").sub, VISARGA))
    return partial(_run, tuple(steps))


def _run(steps: tuple[Step, ...], text: str) -> str:
    for step in steps:
        text = step(text)
    return text


def _replace_all(pairs: tuple[tuple[str, str], ...], text: str) -> str:
    for before, after in pairs:
        text = text.replace(before, after)
    return text


def _nasal_steps(mode: str) -> list[Step]:
    """Return the steps of a mode; like the library, none for a mode that it does not know."""
    if mode == "to_anusvaara_strict":
        places = [*_CLASSES, (_EMPTY_NASAL, "ત", "ધ")]
        pattern = "|".join(f"{nasal}{VIRAMA}(?=[{first}-{last}])" for nasal, first, last in places)
        return [partial(re.compile(pattern).sub, ANUSVARA)]
    if mode == "to_anusvaara_relaxed":
        # The comma is the library's: its class was joined with commas.
        nasals = "".join(nasal for nasal, _, _ in _CLASSES)
        return [partial(re.compile(f"[{nasals}{_EMPTY_NASAL},]{VIRAMA}").sub, ANUSVARA)]
    if mode == "to_nasal_consonants":
        return [partial(re.compile(f"{ANUSVARA}(?=[ક-ઘચ-ઝટ-ઢત-ધપ-ભ])").sub, _spell_nasal)]
    return []


def _spell_nasal(match: re.Match[str]) -> str:
    return _nasal_of()[match.string[match.end()]] + VIRAMA


@cache
def _nasal_of() -> dict[str, str]:
    return {chr(code): nasal for nasal, first, last in _CLASSES for code in range(ord(first), ord(last) + 1)}
