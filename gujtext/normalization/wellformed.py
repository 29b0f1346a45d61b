"""The well-formedness check: what the ICANN Gujarati label rules and Unicode's syllable categories do not allow.

It reports and changes nothing. Invisible characters are looked through, so that normalizing never uncovers a new
finding. Codes are rule ids of ``resources/normalization/rules.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gujtext.normalization.invisible import INVISIBLE_RULES, class_of
from gujtext.script import (
    AVAGRAHA,
    BINDU_CLASS,
    BLOCK_CLASS,
    CONSONANT_CLASS,
    DIGIT_CLASS,
    DOTTED_CIRCLE,
    JOINER_CLASS,
    LETTER_CLASS,
    MARK_CLASS,
    NO_BREAK_SPACE,
    NUKTA,
    NUKTA_BASES,
    OM,
    RARE_MARK_CLASS,
    UNASSIGNED_CLASS,
    VIRAMA,
    VISARGA,
    VOWEL_LETTER_CLASS,
    VOWEL_SIGN_CLASS,
)
from gujtext.types import Finding, require_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = LETTER_CLASS + MARK_CLASS
_BASES = LETTER_CLASS + RARE_MARK_CLASS + DOTTED_CIRCLE + NO_BREAK_SPACE
_CLUSTER = re.compile(f"[{_BASES}]?[{MARK_CLASS}]++")
_WELL_FORMED = re.compile(
    f"(?:[{NUKTA_BASES}]{NUKTA}|[{CONSONANT_CLASS}{RARE_MARK_CLASS}{DOTTED_CIRCLE}{NO_BREAK_SPACE}])[{RARE_MARK_CLASS}]*+"
    f"(?:{VIRAMA}|[{VOWEL_SIGN_CLASS}]?[{BINDU_CLASS}]?)"
    f"|[{VOWEL_LETTER_CLASS}{AVAGRAHA}{OM}][{BINDU_CLASS}]?"
)
# A mark that may not follow the character before it; where there is none, all clusters are well-formed. Patterns that
# begin with a class are searched for at C speed, so that what stands before is looked at last.
_MAY_BEGIN = CONSONANT_CLASS + DOTTED_CIRCLE + NO_BREAK_SPACE
_SUSPECT_MARK = re.compile(
    f"[{VOWEL_SIGN_CLASS}{VIRAMA}](?<![{_MAY_BEGIN}{NUKTA}].)|{NUKTA}(?<![{NUKTA_BASES}].)|[{RARE_MARK_CLASS}]"
    f"|[{BINDU_CLASS}](?<![{_MAY_BEGIN}{NUKTA}{VOWEL_LETTER_CLASS}{AVAGRAHA}{OM}{VOWEL_SIGN_CLASS}].)"
)
_KINDS = (
    ("consonant", _MAY_BEGIN),
    ("vowel", VOWEL_LETTER_CLASS + AVAGRAHA + OM),
    ("nukta", NUKTA),
    ("virama", VIRAMA),
    ("bindu", BINDU_CLASS),
    ("sign", VOWEL_SIGN_CLASS),
    ("rare", RARE_MARK_CLASS),
)
# What each kind of mark may follow.
_MAY_FOLLOW = {
    "nukta": ("consonant",),
    "virama": ("consonant", "nukta"),
    "bindu": ("vowel", "consonant", "nukta", "sign"),
    "sign": ("consonant", "nukta"),
}
_MESSAGES = {
    "W01": "nukta after something other than ક ખ ગ જ ફ",
    "W02": "virama after something other than a consonant",
    "W03": "anusvara, visarga or candrabindu where none can stand",
    "W04": "vowel sign after something other than a consonant",
    "W05": "mark without a letter before it",
    "W06": "Gujarati and ASCII digits in one number",
    "O04": "visarga before anusvara or candrabindu",
    "O06": "two vowel signs on one letter",
    "J08": "joiner between a consonant and its virama",
    "H07": "unassigned, private or control character, or a replacement character",
    "S05": "ઙ outside a conjunct: perhaps ડ is meant",
    "S06": "letter of another script inside a Gujarati word or number",
    "L07": "ઝ with nukta: ૹ is encoded apart and looks alike",
}
_NOT_SEEN = f"[{UNASSIGNED_CLASS}\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
# What tells that ઙ is meant: the name of the letter (ઙકાર), and three Sanskrit words (વાઙમય, અવાઙ, તિઙંત).
_NGA_ITSELF = f"કાર|(?<=વાઙ)મ|(?<=અવાઙ)|(?<=તિઙ)(?![ ]?[{VOWEL_SIGN_CLASS}])"
# Findings that one pattern states, in the text without invisible characters.
_PATTERNS = (
    # Beginning only where a run of digits does: a run without the other kind is looked at once.
    (
        "W06",
        f"(?:[0-9](?<![0-9].)[0-9]*+[{DIGIT_CLASS}]|[{DIGIT_CLASS}](?<![{DIGIT_CLASS}].)[{DIGIT_CLASS}]*+[0-9])"
        f"[0-9{DIGIT_CLASS}]*+",
    ),
    ("H07", _NOT_SEEN),
    (
        "S05",
        f"ઙ(?!{NUKTA}*+{VIRAMA}|{_NGA_ITSELF})"
        f"(?:(?<=[{_WORD}{DIGIT_CLASS}].)|(?=[{_WORD}{DIGIT_CLASS}]|[ ][{MARK_CLASS}]))",
    ),
    ("S06", f"[oOоО](?:(?<=[{DIGIT_CLASS}].)|(?=[{DIGIT_CLASS}]))|[A-Za-zч](?<=[{_WORD}].)(?=[{_WORD}])"),
)
_JOINER = re.compile(f"[{JOINER_CLASS}]")
# Most lines have nothing but this, of which nothing is looked through: the test of the many marks is a slow one.
_BESIDE_THE_USUAL = re.compile(f"[^\x00-\xac\xae-\u02ff{BLOCK_CLASS}\u2010-\u2027]")
_HAS_GUJARATI = re.compile(f"[{BLOCK_CLASS}]")


def check(text: str) -> list[Finding]:
    """Report what is not well-formed Gujarati, and characters that do not belong into it.

    Arguments:
        text: any text; what is not Gujarati is not judged.

    Returns:
        Findings in order of their place; offsets are code points. The code is the id of a rule in
        ``resources/normalization/rules.tsv``.

    Raises:
        TypeError: the text is no ``str``.

    Example:
        >>> check("ગુજરાતી")
        []
        >>> check("ક્ુ અા")
        [Finding(start=2, end=3, code='W04', message='vowel sign after something other than a consonant'),
         Finding(start=5, end=6, code='W04', message='vowel sign after something other than a consonant')]

    Source: ICANN Root Zone Label Generation Rules, version 5, Gujarati; IndicSyllabicCategory.
    """
    require_text(text)
    findings: list[Finding] = []
    start = 0
    for line in text.split("\n"):
        if _HAS_GUJARATI.search(line):
            findings += [Finding(start + a, start + b, code, _MESSAGES[code]) for a, b, code in _line(line)]
        start += len(line) + 1
    return findings


def _line(line: str) -> list[tuple[int, int, str]]:
    places = None
    seen = line
    if _BESIDE_THE_USUAL.search(line) and _invisible().search(line):
        places = [place for place, character in enumerate(line) if not _invisible().match(character)]
        seen = "".join([line[place] for place in places])
        places.append(len(line))
    found = [(m.start(), m.end(), code) for code, pattern in _compiled() for m in pattern.finditer(seen)]
    if _SUSPECT_MARK.search(seen):
        for cluster in _CLUSTER.finditer(seen):
            if not _WELL_FORMED.fullmatch(cluster[0]):
                found += [(place, place + 1, code) for place, code in _misplaced(cluster[0], cluster.start())]
    if places is not None:
        found = [(places[start], places[end - 1] + 1, code) for start, end, code in found]
        found += [(m.start(), m.end(), "J08") for m in _before_virama().finditer(line) if _JOINER.search(m[0])]
    return sorted(found)


def _misplaced(cluster: str, start: int) -> Iterator[tuple[int, str]]:
    """Find the marks that may not stand where they do; each is judged as if the misplaced before it were away."""
    last = before = ""  # the last character that is in its place: its kind, and itself
    base = cluster[0]
    for offset, character in enumerate(cluster):
        kind = _kind(character)
        if kind == "rare" and last:
            continue
        if kind in ("consonant", "vowel"):
            last, before = kind, character
        elif not last:
            yield start + offset, "W05"
            last, before = kind, character
        elif last in _MAY_FOLLOW.get(kind, ()):
            if kind == "nukta" and before not in NUKTA_BASES:
                yield start + offset, _code(kind, last, base, character)
            last, before = kind, character
        else:
            yield start + offset, _code(kind, last, before if kind == "bindu" else base, character)


def _code(kind: str, last: str, before: str, character: str) -> str:
    if before == VISARGA and character != VISARGA:
        return "O04"
    if kind == "nukta" and before == "ઝ":
        return "L07"
    if kind == "sign" and last in ("sign", "bindu"):
        return "O06" if last == "sign" else "W04"
    return {"nukta": "W01", "virama": "W02", "bindu": "W03", "sign": "W04"}[kind]


@cache
def _kind(character: str) -> str:
    return next(kind for kind, members in _KINDS if re.match(f"[{members}]", character))


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(pattern)) for code, pattern in _PATTERNS)


@cache
def _before_virama() -> re.Pattern[str]:
    return re.compile(f"(?<=[{CONSONANT_CLASS}{NUKTA}])[{class_of(INVISIBLE_RULES)}{JOINER_CLASS}]++(?={VIRAMA})")


@cache
def _invisible() -> re.Pattern[str]:
    """Return the class of what is looked through: besides invisible characters, marks of other scripts.

    Canonical order moves those among Gujarati marks.
    """
    from unicodedata2 import combining

    marks = "".join(chr(c) for c in range(0x300, 0x1F000) if combining(chr(c)) and not 0xA80 <= c <= 0xAFF)
    return re.compile(f"[{class_of(INVISIBLE_RULES)}{JOINER_CLASS}{marks}]")
