"""Gujarati in running text written in Latin letters, and back: the public functions of the room."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from gujtext.script import ASCII_DIGITS, GUJARATI_DIGITS, JOINER_CLASS, WORD_CLASS, has_gujarati
from gujtext.segmentation import split_clitics
from gujtext.transliteration.popular import spell_ending, spell_word
from gujtext.transliteration.reading import read_text
from gujtext.transliteration.schemes import ANUSVARA_STYLES, POPULAR, find_scheme, schemes, unknown_scheme
from gujtext.transliteration.writing import Written, writer
from gujtext.types import GujtextError, require_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DIGIT_STYLES = ("keep", "convert")
# A joiner between signs of another script or emoji is not ours.
_WORD = re.compile(f"((?![{JOINER_CLASS}])[{WORD_CLASS}]+)")
# Longer runs are no words; keeping them would fill the memory.
_LONG = 100


def romanize(
    text: str,
    scheme: str = POPULAR,
    *,
    anusvara: str | None = None,
    digits: str = "keep",
    strict: bool = False,
) -> str:
    """Write the Gujarati words of a text in Latin letters; everything else stays as it is.

    Arguments:
        text: any text.
        scheme: ``popular`` (as newspapers and messages write, the default), ``iso15919``, ``iast``, ``ala-lc``,
            ``hunterian``, ``un``, ``itrans``, ``hk``, ``slp1``, ``wx`` or ``velthuis``.
        anusvara: ``lenient`` writes the scheme's own sign for anusvara everywhere (ISO 15919: simplified
            nasalization), ``strict`` the nasal of the class of the stop that follows (strict nasalization),
            ``cldr``, for ``iso15919`` alone, exactly what CLDR's Gujarati-Latin transform writes. Left out: as is
            usual in the scheme. ``popular`` has no choice.
        digits: ``keep``, or ``convert`` Gujarati digits to ASCII digits.
        strict: raise where the scheme cannot express a character, instead of leaving it as it is.

    Returns:
        The text; the same object where it has no Gujarati.

    Raises:
        GujtextError: an unknown scheme or option; with ``strict``, a character that the scheme cannot express.

    Example:
        >>> romanize("કમળ અને ગાંધીનગર, 2024"), romanize("અંત કઇ", "iso15919")
        ('kamal ane gandhinagar, 2024', "aṁta ka'i")
        >>> romanize("અંત", "iso15919", anusvara="strict"), romanize("ઑક્ટોબર ૨", "slp1", digits="convert")
        ('anta', 'oVkwobara 2')
    """
    return _plain_romanizer(scheme, anusvara, digits, strict).romanize(text)


def to_gujarati(
    text: str,
    scheme: str = "iso15919",
    *,
    anusvara: str | None = None,
    digits: str = "keep",
    strict: bool = False,
) -> str:
    """Read Latin letters as Gujarati; everything else stays as it is.

    ``to_gujarati(romanize(word, scheme), scheme) == word`` for every Gujarati word, malformed ones included, and every
    scheme but ``popular``. Capitals are small letters in ``iso15919`` and ``iast``; accents may be composed or
    combining. ``popular`` reads what people write without a scheme: each word as the likeliest Gujarati word (see
    `gujarati_candidates`), names in capitals or not, acronyms by letter names. URLs, addresses and hashtags stay.

    Arguments:
        text: any text.
        scheme: ``iso15919``, ``iast``, ``itrans``, ``hk``, ``slp1``, ``wx``, ``velthuis`` or ``popular``.
        anusvara: the style the text was written in, ``lenient`` or ``strict``; see `romanize`. ``popular`` has no
            choice.
        digits: ``keep``, or ``convert`` ASCII digits to Gujarati digits.
        strict: raise at a Latin letter that the scheme does not have.

    Returns:
        The text; the same object where it has no Latin letter.

    Raises:
        GujtextError: a scheme that is unknown or cannot be read back, an unknown option; with ``strict``, a letter
            that is not in the scheme.

    Example:
        >>> to_gujarati("Gujarātī bhāṣā"), to_gujarati("gujarAwI", "wx")
        ('ગુજરાતી ભાષા', 'ગુજરાતી')
        >>> to_gujarati("BBC anusar Narendra Modi Amdavad aavya", "popular")
        'બીબીસી અનુસાર નરેન્દ્ર મોદી અમદાવાદ આવ્યા'
    """
    require_text(text)
    if digits not in DIGIT_STYLES:
        raise _unknown_option("digits", digits, DIGIT_STYLES)
    gujarati = _read(text, scheme, anusvara, strict)
    return _replace_digits(gujarati, ASCII_DIGITS, GUJARATI_DIGITS) if digits == "convert" else gujarati


def _read(text: str, scheme: str, anusvara: str | None, strict: bool) -> str:
    readable = [*(name for name, row in schemes().items() if row.reversible), POPULAR]
    if scheme not in readable:
        raise unknown_scheme(scheme, readable, "scheme that reads back to Gujarati")
    if scheme == POPULAR:
        from gujtext.transliteration.latin_text import read_popular

        if anusvara is not None:
            raise GujtextError(f"the scheme {POPULAR!r} has no choice of anusvara")
        return read_popular(text, strict=strict)
    style = anusvara or find_scheme(scheme).anusvara
    if style not in ("lenient", "strict"):
        raise _unknown_option("anusvara", style, ("lenient", "strict"))
    return read_text(text, scheme, style, strict)


class Romanizer:
    """A romanizer with the user's own spellings, which win over everything else.

    Arguments:
        overrides: Gujarati word -> Latin spelling, for the word alone and before its case endings.
        scheme, anusvara, digits, strict: as for `romanize`.
        names: spell names that the lexicon knows for certain as names, their endings kept; popular spelling only.

    Example:
        >>> Romanizer({"અમદાવાદ": "Ahmedabad"}).romanize("અમદાવાદમાં અને સુરતમાં")
        'Ahmedabadma ane suratma'
        >>> Romanizer(names=True).romanize("પુતિનની કિમ જોંગ ઉન સાથે મુલાકાત")
        'Putinni Kim Jong Un sathe mulakat'
    """

    def __init__(
        self,
        overrides: Mapping[str, str] | None = None,
        scheme: str = POPULAR,
        *,
        anusvara: str | None = None,
        digits: str = "keep",
        strict: bool = False,
        names: bool = False,
    ) -> None:
        if names and scheme != POPULAR:
            raise GujtextError(f"names are spelled in the scheme {POPULAR!r} alone, not in {scheme!r}")
        if digits not in DIGIT_STYLES:
            raise _unknown_option("digits", digits, DIGIT_STYLES)
        self.overrides = dict(overrides or {})
        self.scheme, self.anusvara, self.digits, self.strict = scheme, anusvara, digits, strict
        self.names = names
        self._write = _writer(scheme, anusvara)
        self._spell = _kept_speller(scheme, anusvara)

    def __reduce__(self) -> tuple[object, ...]:
        options = {"anusvara": self.anusvara, "digits": self.digits, "strict": self.strict, "names": self.names}
        return _restore, (self.overrides, self.scheme, options)

    def romanize(self, text: str) -> str:
        """Write the Gujarati words of a text in Latin letters, as `gujtext.romanize` does."""
        require_text(text)
        if not has_gujarati(text):
            return text
        if self.strict:
            self._refuse_unwritten(_WORD.split(text))
        latin = self._with_names(text) if self.names else self._spell_words(text)
        return _replace_digits(latin, GUJARATI_DIGITS, ASCII_DIGITS) if self.digits == "convert" else latin

    def _spell_words(self, text: str) -> str:
        pieces = _WORD.split(text)
        words = pieces[1::2]
        if self.overrides:
            pieces[1::2] = map(self._spell_own, words)
        elif max(map(len, words), default=0) < _LONG:
            pieces[1::2] = map(self._spell, words)
        else:
            pieces[1::2] = [self._write(word).text for word in words]
        return "".join(pieces)

    def _with_names(self, text: str) -> str:
        from gujtext.transliteration.known_names import find_names

        pieces = []
        done = 0
        for name, start, end, latin, suffix in find_names(text):
            if name in self.overrides:
                continue
            pieces += [self._spell_words(text[done:start]), latin, spell_ending(suffix, name)]
            done = end + len(suffix)
        pieces.append(self._spell_words(text[done:]))
        return "".join(pieces)

    def _spell_own(self, word: str) -> str:
        if word in self.overrides:
            return self.overrides[word]
        stem, clitic = split_clitics(word)
        if stem in self.overrides:
            return self.overrides[stem] + self._end(clitic)
        return self._write(word).text

    def _end(self, clitic: str) -> str:
        return spell_ending(clitic) if self.scheme == POPULAR else self._spell(clitic)

    def _refuse_unwritten(self, pieces: list[str]) -> None:
        offset = 0
        for place, piece in enumerate(pieces):
            unwritten = self._write(piece).unwritten if place % 2 and piece not in self.overrides else -1
            if unwritten >= 0:
                offset += unwritten
                code = f"U+{ord(piece[unwritten]):04X}"
                raise GujtextError(f"{self.scheme} cannot express {code} where it stands, at {offset}", offset)
            offset += len(piece)


def _restore(overrides: Mapping[str, str], scheme: str, options: dict[str, Any]) -> Romanizer:
    return Romanizer(overrides, scheme, **options)


@cache
def _plain_romanizer(scheme: str, anusvara: str | None, digits: str, strict: bool) -> Romanizer:
    return Romanizer(None, scheme, anusvara=anusvara, digits=digits, strict=strict)


@cache
def _writer(scheme: str, anusvara: str | None) -> Callable[[str], Written]:
    """Return the function that writes a word in a scheme."""
    if scheme == POPULAR:
        return _write_popular
    styles = ANUSVARA_STYLES if scheme == "iso15919" else ANUSVARA_STYLES[:2]
    style = anusvara or find_scheme(scheme).anusvara
    if style not in styles:
        raise _unknown_option("anusvara", style, styles)
    return writer(scheme, style).write


@cache
def _kept_speller(scheme: str, anusvara: str | None) -> Callable[[str], str]:
    """Return the same for the text alone; natural text repeats its words, so the answers are kept."""
    write = _writer(scheme, anusvara)

    @lru_cache(maxsize=1 << 17)
    def spell(word: str) -> str:
        return write(word).text

    return spell


def _write_popular(word: str) -> Written:
    latin = spell_word(word)
    left = _WORD.search(latin)
    return Written(latin, word.index(left.group()[0]) if left else -1)


def _unknown_option(name: str, value: object, known: tuple[str, ...]) -> GujtextError:
    return GujtextError(f"there is no {name}={value!r}; it can be {', '.join(known)}")


def _replace_digits(text: str, old: str, new: str) -> str:
    for theirs, ours in zip(old, new, strict=True):
        text = text.replace(theirs, ours)
    return text
