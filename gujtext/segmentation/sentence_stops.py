"""The decision on one run of stops, whether a sentence ends there.

The order: a URL or number around the stop; the word before it (a finite verb, an abbreviation, an initial); quotes
and brackets that close after it; what follows. In doubt a stop followed by white space ends a sentence, and a stop
without white space does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gujtext.protected import find_protected
from gujtext.script import WORD_CLASS
from gujtext.segmentation.sentence_marks import (
    DANDAS,
    DASHES,
    LOOK_AHEAD,
    LOOK_BEHIND,
    NEXT_WORD,
    OPENERS,
    STRAIGHT_QUOTES,
    next_word,
)
from gujtext.segmentation.sentence_quotes import (
    has_bracket,
    has_quote,
    is_taken_up,
    opening_bracket,
    skip_closers,
)
from gujtext.segmentation.sentence_words import (
    BOUND,
    DEGREE,
    DIGIT_CLASS,
    FINAL,
    INITIAL,
    MARKS,
    NUMBER,
    PLAIN,
    TAIL,
    WHOLE_WORDS,
    WORD,
    WordVerdicts,
    count_aksharas,
    sentence_words,
)

if TYPE_CHECKING:
    from gujtext.segmentation.sentence_boundaries import Block

_NEVER_FIRST = ",;:)]}%/&=+*"
_AFTER_A_MISSING_SPACE = OPENERS + STRAIGHT_QUOTES + "₹$€£#@"
_BEFORE_A_LIST_MARK = "\"'“”‘’()[] \t\n*•" + DASHES
_YEAR = re.compile(rf"[{DIGIT_CLASS}]{{4}}")
_DIGITS_AT_END = re.compile(rf"[{DIGIT_CLASS}]++\s{{0,{LOOK_AHEAD}}}+\Z")
_LATIN_END = re.compile(r"[A-Za-z]++\Z")
_MACHINE = re.compile(r"[A-Za-z@#]")
_SPACE = re.compile(r"\s")
_LIST_NUMBER = re.compile(rf"(?<![{DIGIT_CLASS}{WORD_CLASS}A-Za-z.,])([{DIGIT_CLASS}]{{1,2}})[.)]\s")


class _Stop(NamedTuple):
    """A run of stops under decision. All places are offsets into the block."""

    stops: str
    begin: int
    before: int  # the end of the word before the stops
    after: int  # behind the stops and what closes after them
    closers: str
    word: str  # what stands between white space and the stops
    verdict: str


class StopDecisions:
    """Decides on runs of stops, with one list of abbreviations."""

    def __init__(self, verdicts: WordVerdicts) -> None:
        self._verdict = verdicts
        roles = sentence_words()
        self._starters = roles["starter"]
        self._connectives = roles["connective"]
        self._clitics = roles["clitic"]
        self._quotatives = roles["quotative"]

    def end_of_sentence(self, text: str, block: Block, begin: int, end: int) -> int:
        """Return where the sentence with the stops ``text[begin:end]`` ends, or 0 where it goes on."""
        before = begin
        while before > block.start and text[before - 1].isspace():
            before -= 1
        if before == block.start or text[before - 1] in OPENERS:
            return 0  # nothing said yet; or a remark of the editor, "(?)"
        after = skip_closers(text, end)
        if after >= len(text):
            return 0
        word = text[max(block.start, before - LOOK_BEHIND) : before].rsplit(None, 1)[-1]
        stop = _Stop(text[begin:end], begin, before, after, text[end:after], word, self._verdict(word))
        if not text[after].isspace():
            ends = self._ends_without_space(text, stop) and not self._is_protected(text, block, stop)
            return after if ends else 0
        following = after
        while following < len(text) and following - after < LOOK_AHEAD and text[following].isspace():
            following += 1
        return after if following < len(text) and self._ends_before_space(text, block, stop, following) else 0

    # --- a stop followed by white space ----------------------------------------------------------------------

    def _ends_before_space(self, text: str, block: Block, stop: _Stop, following: int) -> bool:
        character = text[following]
        if character in _NEVER_FIRST or ("a" <= character <= "z" and stop.verdict != FINAL):
            return False
        if _MACHINE.match(character) and _only_links_follow(text, following):
            return False
        if stop.closers:
            if has_quote(stop.closers) and is_taken_up(text, following):
                return False
            if has_bracket(stop.closers) and not self._bracket_ends(text, block, stop):
                return False
        if stop.stops != ".":
            return self._other_stops_end(text, stop, following)
        return self._full_stop_ends(text, block, stop, following)

    def _other_stops_end(self, text: str, stop: _Stop, following: int) -> bool:
        stops = stop.stops
        if stops[0] in DANDAS or stops[-1] in DANDAS:
            return stop.verdict != BOUND
        if "|" in stops:
            return stop.verdict == FINAL
        if not stops.strip(".… "):
            if "…" in stops or "..." in stops:  # a pause, unless what was said is complete
                return stop.verdict == FINAL and next_word(text, following) not in self._connectives
            return stop.verdict not in (BOUND, INITIAL)
        return text[following] not in DASHES and next_word(text, following) not in self._quotatives

    def _full_stop_ends(self, text: str, block: Block, stop: _Stop, following: int) -> bool:
        verdict = stop.verdict
        lead = text[max(block.start, stop.before - LOOK_BEHIND) : stop.before - len(stop.word)]
        if verdict == TAIL:
            verdict = self._chain(lead, stop.word) or PLAIN
        if verdict in WHOLE_WORDS:
            return True
        if verdict == BOUND:
            return False
        said = lead.strip(_BEFORE_A_LIST_MARK)
        if verdict == NUMBER:
            return _number_ends(stop.word, lead, said, text[following])
        if not said:
            return False  # nothing but the abbreviation so far: a list mark, or the subject
        starts = next_word(text, following) in self._starters
        if verdict == WORD:
            return starts or not self._among_initials(text, lead, following)
        if self._chain(lead, stop.word) == BOUND:
            return False
        return starts or (verdict == DEGREE and _YEAR.match(text, following) is not None)

    def _among_initials(self, text: str, lead: str, following: int) -> bool:
        if lead.rstrip().endswith("."):
            return True
        word = next_word(text, following)
        return text[following + len(word) : following + len(word) + 1] == "." and self._verdict(word) in (INITIAL, WORD)

    def _chain(self, lead: str, word: str) -> str | None:
        """Give the verdict on a chain written with spaces: the word before the last stop of ``દા. ત.`` is ``ત``."""
        parts = [word]
        for part in reversed(lead.split()):
            if not part.endswith(".") or len(parts) == 4:
                break
            parts.insert(0, part.lstrip(OPENERS + STRAIGHT_QUOTES).rstrip("."))
            found = self._verdict.abbreviation(".".join(parts) + ".")
            if found is not None:
                return found
        return None

    def _bracket_ends(self, text: str, block: Block, stop: _Stop) -> bool:
        """Tell whether a bracket that closes after the stop ends the sentence: it held whole sentences."""
        if stop.verdict not in (*WHOLE_WORDS, NUMBER, TAIL):
            return False
        opened = opening_bracket(text, block.start, stop.before)
        if opened < 0:
            return True
        lead = text[max(block.start, opened - LOOK_BEHIND) : opened].split()
        return not lead or self._verdict(lead[-1]) == FINAL

    # --- a stop without white space after it ------------------------------------------------------------------

    def _ends_without_space(self, text: str, stop: _Stop) -> bool:
        following = text[stop.after]
        if not (following.isalnum() or following in _AFTER_A_MISSING_SPACE):
            return False
        word = NEXT_WORD.match(text, stop.after)
        word_end = word.end() if word else stop.after
        is_clitic = text[stop.after : word_end] in self._clitics and not text[word_end : word_end + 1].strip()
        if is_clitic and (stop.closers or stop.verdict != FINAL):
            return False
        if stop.closers and (stop.stops != "." or stop.verdict in (*WHOLE_WORDS, NUMBER, TAIL)):
            return not is_taken_up(text, stop.after)
        if stop.stops[-1] in DANDAS:
            return True
        if stop.stops in (".", ".."):
            return self._glued_full_stop_ends(text, stop, word_end)
        if not stop.stops.strip(".…|"):
            return False
        return not "a" <= following <= "z"

    def _glued_full_stop_ends(self, text: str, stop: _Stop, word_end: int) -> bool:
        following = text[stop.after]
        if following in DIGIT_CLASS:
            if stop.word[-1] in DIGIT_CLASS:
                return False  # a decimal, a date, a version
            if _DIGITS_AT_END.match(text, stop.after):
                return False  # a footnote mark at the end of the line
        if stop.verdict == FINAL:
            return True
        if stop.verdict == NUMBER:
            return len(stop.word) == 4
        next_is_dotted = text[word_end : word_end + 1] == "."
        if stop.verdict == WORD:
            return not next_is_dotted
        if stop.verdict not in (PLAIN, MARKS, TAIL):
            return False
        latin = _LATIN_END.search(stop.word)
        if latin:
            # "end.Next" is two sentences, "file.Name" and "a.b" are not.
            return len(latin.group()) > 2 and not "a" <= following <= "z"
        if count_aksharas(stop.word.rpartition(".")[2]) > 2:
            return True
        # A short piece: of an unlisted dotted chain (ગુજ.લા.ડે., એચ.આય.વી), of a date (ડીસે.26), or a word.
        return not (
            next_is_dotted
            or "." in stop.word
            or (following in DIGIT_CLASS and not _YEAR.match(text, stop.after))
            or self._verdict(text[stop.after : word_end]) == INITIAL
        )

    def _is_protected(self, text: str, block: Block, stop: _Stop) -> bool:
        """Tell whether the stop stands inside a URL or the like; only the word around it is searched for one."""
        if stop.begin >= block.word_end:
            word_start = max(block.word_end, stop.begin - len(stop.word)) if stop.before == stop.begin else stop.begin
            space = _SPACE.search(text, stop.after)
            block.word_end = space.start() if space else len(text)
            found = find_protected(text[word_start : block.word_end])
            block.protected = [(word_start + span.start, word_start + span.end) for span in found]
        return any(start <= stop.begin and stop.after < end for start, end in block.protected)


def _number_ends(number: str, lead: str, said: str, following: str) -> bool:
    """Tell a number that ends a sentence from a list mark (``૧. ...``) and from half of a date (``૧૫. ૮.``)."""
    if len(number) > 3:
        return True
    if following in DIGIT_CLASS or not said or said[-1] in ",;:ઃ":
        return False
    # The next number of a list that began earlier in this sentence.
    earlier = [int(found) for found in _LIST_NUMBER.findall(lead)]
    return not (earlier and number.isdigit() and int(number) == earlier[-1] + 1)


def _only_links_follow(text: str, following: int) -> bool:
    """Tell whether nothing but URLs is left: they belong to the sentence before."""
    rest = text[following : following + LOOK_AHEAD * 2]
    if len(rest) == LOOK_AHEAD * 2:
        return False
    done = 0
    for span in find_protected(rest):
        if span.kind != "url" or rest[done : span.start].strip():
            return False
        done = span.end
    return done > 0 and not rest[done:].strip()
