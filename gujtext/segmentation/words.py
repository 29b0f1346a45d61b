"""Words: text cut into tokens, each a slice of the caller's text, by one compiled alternation.

What stays whole: URLs, e-mail addresses, handles, hashtags; numbers, dates and times with the ending glued to them
(૨૦૦૯માં); abbreviations with their stops; words with an apostrophe, a hyphen or a joiner inside; emoji sequences;
runs of one mark (...). Case endings are not split off (see `split_clitics`), but an ending after a closing quotation
mark is a token of its own. White space is what ``str.isspace`` says; every other character is in exactly one token,
ZERO WIDTH SPACE and a lone byte order mark among them, as symbols.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from itertools import accumulate, groupby
from operator import attrgetter, itemgetter, sub
from typing import TYPE_CHECKING, NamedTuple

from gujtext import protected
from gujtext.script import GUJARATI_DIGITS, JOINER_CLASS, WORD_CLASS
from gujtext.segmentation import characters, word_patterns
from gujtext.types import GujtextError, Token, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable

# Unicode calls these punctuation, but they are read out as words; and these symbols, but they stand for । and ‘.
_READ_AS_WORDS = frozenset("%‰‱٪&@#")
_STAND_FOR_MARKS = frozenset("|`")

_LONG = 64  # longer tokens are not remembered
_MOST_KNOWN = 1 << 14
_first_character = itemgetter(0)
_make_token = partial(tuple.__new__, Token)  # half the cost of Token(...)


class _Branch(NamedTuple):
    """One way to cut a token: ``begins`` is a character class it can begin with, ``kind`` what it is then."""

    begins: str
    kind: str
    pattern: str


@cache
def _branches(extra: frozenset[str], split_hyphens: bool) -> list[_Branch]:
    """Return the branches in the order to try them; the kind is empty where the first character tells it."""
    spans = protected.sources()
    quoted = word_patterns.quoted_word()
    anything = r"\S"
    return [
        _Branch(WORD_CLASS, "word", quoted),
        _Branch(WORD_CLASS, "word", word_patterns.gujarati_abbreviation(extra, split_hyphens)),
        _Branch(WORD_CLASS, "word", rf"[{WORD_CLASS}]++(?=[\s.,;!?…।)”\"]|\Z)"),
        _Branch("A-Za-z", "word", word_patterns.latin_degree()),
        _Branch("A-Za-z0-9._%+-", "email", spans["email"]),
        _Branch("A-Za-z0-9", "url", spans["url"]),
        _Branch("@", "mention", spans["mention"]),
        _Branch("#", "hashtag", spans["hashtag"]),
        _Branch(r"\d#*", "emoji", word_patterns.keycap()),
        _Branch(r"\d", "number", quoted),
        _Branch(r"\d", "date", word_patterns.date(split_hyphens)),
        _Branch(r"\d", "time", word_patterns.time(split_hyphens)),
        _Branch(r"\d", "number", word_patterns.number(split_hyphens)),
        _Branch(anything, "word", word_patterns.other_abbreviation(extra)),
        _Branch(anything, "word", word_patterns.word(split_hyphens)),
        _Branch(anything, "", word_patterns.punctuation()),
        _Branch(anything, "emoji", word_patterns.emoji()),
        _Branch(anything, "word", word_patterns.ideograph()),
        _Branch(anything, "", rf"\S[{characters.COMMON_MARK_CLASS}]*+"),
    ]


@cache
def _pieces(extra: frozenset[str], split_hyphens: bool) -> re.Pattern[str]:
    """Compile the pattern of one token and the white space before it.

    The first branches take what needs no thought, nine tokens of ten: plain words and figures before a space,
    quotation marks and brackets, the stop before white space.
    """
    return re.compile(rf"\s*+(?:{_token(extra, split_hyphens)})")


@cache
def _runs(extra: frozenset[str], split_hyphens: bool) -> re.Pattern[str]:
    """Compile the pattern of one token, or of several plain words and figures with a space after each."""
    run = f"(?:[{WORD_CLASS}{GUJARATI_DIGITS}A-Za-z0-9]++ )++"
    return re.compile(rf"\s*+(?:{run}|{_token(extra, split_hyphens)})")


def _token(extra: frozenset[str], split_hyphens: bool) -> str:
    word = f"[{WORD_CLASS}]"
    plain = rf"{word}++(?=[ ,])|[.,](?=\s|\Z)|[“”‘’\"'()]|\d++{word}*+(?= )|[A-Za-z]++(?=[ ,])"
    groups = [
        f"(?=[{begins}])(?:{'|'.join(branch.pattern for branch in group)})"
        for begins, group in groupby(_branches(extra, split_hyphens), key=attrgetter("begins"))
    ]
    return f"{plain}|{'|'.join(groups)}"


@cache
def _kinds(extra: frozenset[str], split_hyphens: bool) -> re.Pattern[str]:
    """Compile the branches whose kind is not plain from the first character; ``lastindex`` counts branches."""
    branches = _branches(extra, split_hyphens)
    return re.compile("|".join(f"({branch.pattern})" for branch in branches))


# What a URL, an e-mail address, a handle, a number or an emoji can begin with, and what says nothing alone.
_UNDECIDED = re.compile(
    rf"[A-Za-z\d.%+\-_@#*{JOINER_CLASS}{characters.EMOJI_CLASS}{characters.PICTOGRAPH_CLASS}{characters.REGIONAL_INDICATOR_CLASS}]"
)


class _KindByFirst(dict[str, str]):
    """The kind of a token by its first character, found once for each; empty where that does not decide."""

    def __missing__(self, first: str) -> str:
        kind = self[first] = "" if _UNDECIDED.match(first) else _kind_of_character(first)
        return kind


_kind_by_first = _KindByFirst()


def _kind_of_character(character: str) -> str:
    """Tell the kind of a token that begins with this character and is no URL, number or emoji."""
    category = unicodedata.category(character)
    if category[0] in "LM":
        return "word"
    if category[0] == "N":
        return "number"
    is_mark = (category[0] == "P" and character not in _READ_AS_WORDS) or character in _STAND_FOR_MARKS
    return "punct" if is_mark else "symbol"


class WordTokenizer:
    """A tokenizer with settings, reusable and picklable.

    Arguments:
        abbreviations: further forms with their stops, such as ``"ગુ.યુ."``, that stay whole.
        split_hyphens: make a hyphen inside a word or number a token, so that આગળ-પાછળ is three.

    Raises:
        GujtextError: an abbreviation does not end in a full stop, begins with one or holds white space.

    Example:
        >>> WordTokenizer(split_hyphens=True).tokenize("આગળ-પાછળ જુઓ.")
        ['આગળ', '-', 'પાછળ', 'જુઓ', '.']
        >>> WordTokenizer(abbreviations=["અમ."]).tokenize("અમ. પટેલ")
        ['અમ.', 'પટેલ']
    """

    def __init__(self, *, abbreviations: Iterable[str] = (), split_hyphens: bool = False) -> None:
        self.abbreviations = frozenset([abbreviations] if isinstance(abbreviations, str) else abbreviations)
        for form in self.abbreviations:
            require_text(form)
            if not form.endswith(".") or form[0] == "." or len(form.split()) != 1:
                raise GujtextError(f"an abbreviation is one word that ends in a full stop, such as ડૉ., not {form!r}")
        self.split_hyphens = split_hyphens

    def tokenize(self, text: str) -> list[str]:
        """Cut text into tokens; see `word_tokenize`."""
        require_text(text)
        # No token holds white space, so that the pieces, runs of words among them, need only be split at it.
        return " ".join(_runs(self.abbreviations, self.split_hyphens).findall(text.rstrip())).split()

    def spans(self, text: str) -> list[Token]:
        """Cut text into tokens with places and kinds; see `word_spans`."""
        require_text(text)
        # White space at the end belongs to no token; without it every run of white space is before one.
        pieces = _pieces(self.abbreviations, self.split_hyphens).findall(text.rstrip())
        tokens = list(map(str.lstrip, pieces))
        # Everything in C: places from the lengths, kinds from the first characters.
        ends = list(accumulate(map(len, pieces)))
        starts = map(sub, ends, map(len, tokens))
        kinds = list(map(_kind_by_first.__getitem__, map(_first_character, tokens)))
        known = _known_kinds(self.abbreviations, self.split_hyphens)
        index = -1
        for _ in range(kinds.count("")):
            index = kinds.index("", index + 1)
            kinds[index] = known[tokens[index]]
        return list(map(_make_token, zip(tokens, starts, ends, kinds, strict=True)))


class _KnownKinds(dict[str, str]):
    """The kinds of tokens whose first character does not decide, within bounds."""

    def __init__(self, extra: frozenset[str], split_hyphens: bool) -> None:
        self._settings = extra, split_hyphens

    def __missing__(self, token: str) -> str:
        kind = _kind_of_token(token, *self._settings)
        if len(token) < _LONG:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[token] = kind
        return kind


@cache
def _known_kinds(extra: frozenset[str], split_hyphens: bool) -> _KnownKinds:
    return _KnownKinds(extra, split_hyphens)


def _kind_of_token(token: str, extra: frozenset[str], split_hyphens: bool) -> str:
    if len(token) == 1 and token.isascii() and not token.isalnum():
        return _kind_of_character(token)
    if token.isalpha():
        return "word"
    if token.isdecimal():
        return "number"
    if not token.strip(JOINER_CLASS):
        return "symbol"
    match = _kinds(extra, split_hyphens).match(token)
    index = match.lastindex if match else None
    kind = _branches(extra, split_hyphens)[index - 1].kind if index else ""
    return kind or _kind_of_character(token[0])


_DEFAULT = WordTokenizer()


def word_tokenize(text: str) -> list[str]:
    """Cut text into tokens: words, numbers, marks and other units.

    Arguments:
        text: any text.

    Returns:
        the tokens in order; joined, they are the text without its white space.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> word_tokenize("“ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં ૫૦% દુ:ખી હતા.”")
        ['“', 'ડૉ.', 'પટેલ', 'ઈ.સ.', '૧૯૪૭માં', '૫૦', '%', 'દુ:ખી', 'હતા', '.', '”']
        >>> word_tokenize("'બેચારા'ની હતું.સિયોલની")
        ["'", 'બેચારા', "'", 'ની', 'હતું', '.', 'સિયોલની']

    Source: the conventions of the Gujarati Universal Dependencies treebank, where it has them.
    """
    return _DEFAULT.tokenize(text)


def word_spans(text: str) -> list[Token]:
    """Cut text into tokens with their places and kinds.

    Arguments:
        text: any text.

    Returns:
        tokens in order, ``text[start:end] == token.text`` in code points, white space between them only. The kind
        is word, number, date, time, url, email, mention, hashtag, emoji, punct or symbol; a number with a glued
        ending is a number.

    Raises:
        TypeError: the argument is not a str.

    Example:
        >>> for token in word_spans("૧૮/૦૬/૨૦૨૪ના ૧૦:૩૦ વાગ્યે ₹૫૦૦!"):
        ...     print(*token)
        ૧૮/૦૬/૨૦૨૪ના 0 12 date
        ૧૦:૩૦ 13 18 time
        વાગ્યે 19 25 word
        ₹ 26 27 symbol
        ૫૦૦ 27 30 number
        ! 30 31 punct
    """
    return _DEFAULT.spans(text)
