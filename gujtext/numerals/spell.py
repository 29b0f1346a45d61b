"""Numbers to words: cardinals in every spelling style, years, digits one by one, decimals, quarters and fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from gujtext.numerals.errors import MAX_VALUE, NumberError
from gujtext.numerals.exact import Value, check_number
from gujtext.numerals.fraction_words import spell_fraction
from gujtext.numerals.lexicon import ABAJ, CRORE, grammar_word, spellings, styles

STYLES = ("cardinal", "fraction", "digits", "year")
# The default of each spelling option; the other values stand in the tables, or here where no word shows them.
_DEFAULTS = {
    "lis": "ળ",
    "das": "દસ",
    "si": "સી",
    "hundred": "joined",
    "scale": "crore",
    "minus": "માઇનસ",
    "decimal": "દશાંશ",
    "year": "hundreds",
}
_OTHERS = {"hundred": "spaced", "scale": "abaj", "year": "thousand"}


class Speller:
    """Spells integers in one choice of style."""

    def __init__(self, lis: str, das: str, si: str, hundred: str, scale: str) -> None:
        forms = spellings(frozenset({f"lis={lis}", f"das={das}", f"si={si}"}))
        self.unit = [forms[number] for number in range(100)]
        self.thousand, self.lakh, self.crore, self.abaj = (" " + forms[value] for value in (1000, 100000, CRORE, ABAJ))
        self.nests_abaj = scale == "abaj"
        bare = forms[100]
        joined = {100: self.unit[1] + bare} | {value: forms[value] for value in range(200, 1000, 100)}
        self.hundreds = [""] + [
            joined[count * 100] if hundred == "joined" else f"{self.unit[count]} {bare}" for count in range(1, 10)
        ]
        self.bare_hundred = bare
        self.space = "" if hundred == "joined" else " "
        self.below_thousand = self.unit + [
            f"{head} {rest}" if number else head for head in self.hundreds[1:] for number, rest in enumerate(self.unit)
        ]

    def cardinal(self, number: int) -> str:
        """Spell an integer from 0 up."""
        if number < 1000:
            return self.below_thousand[number]
        if number < CRORE:
            return self._below_crore(number)
        return self._crores(number)

    def _below_crore(self, number: int) -> str:
        table = self.below_thousand
        if number < 1000:
            return table[number]
        thousands, rest = divmod(number, 1000)
        if thousands < 100:
            spelled = table[thousands] + self.thousand
        else:
            lakhs, thousands = divmod(thousands, 100)
            spelled = table[lakhs] + self.lakh
            if thousands:
                spelled += " " + table[thousands] + self.thousand
        return f"{spelled} {table[rest]}" if rest else spelled

    def _crores(self, number: int) -> str:
        """Spell the highest group first; each further group follows the scale word that multiplies all before it."""
        if self.nests_abaj and number >= ABAJ:
            size, scale = ABAJ, self.abaj
        else:
            size, scale = CRORE, self.crore
        groups = []
        while number >= size:
            number, group = divmod(number, size)
            groups.append(group)
        spelled = [self._group(number)]
        for group in reversed(groups):
            spelled.append(scale)
            if group:
                spelled += (" ", self._group(group))
        return "".join(spelled)

    def _group(self, number: int) -> str:
        if number < CRORE:
            return self._below_crore(number)
        crores, rest = divmod(number, CRORE)
        head = self.below_thousand[crores] + self.crore
        return f"{head} {self._below_crore(rest)}" if rest else head

    def year(self, number: int) -> str:
        """Spell a year: 1100 to 1999 by hundreds (ઓગણીસસો સુડતાળીસ), any other as a cardinal."""
        if not 1100 <= number < 2000:
            return self.cardinal(number)
        hundreds, rest = divmod(number, 100)
        head = self.unit[hundreds] + self.space + self.bare_hundred
        return f"{head} {self.unit[rest]}" if rest else head


@cache
def _speller(lis: str, das: str, si: str, hundred: str, scale: str) -> Speller:
    chosen = {"lis": lis, "das": das, "si": si, "hundred": hundred, "scale": scale}
    for option, value in chosen.items():
        _check(option, value)
    return Speller(**chosen)


@cache
def _check(option: str, value: str) -> None:
    known = [_DEFAULTS[option], *sorted(styles().get(option, ()))]
    if option in _OTHERS:
        known = [_DEFAULTS[option], _OTHERS[option]]
    if value not in known:
        raise ValueError(f"{option} is {value!r}, expected one of {', '.join(known)}")


def spell_number(
    value: Value,
    *,
    style: str = "cardinal",
    lis: str = "ળ",
    das: str = "દસ",
    si: str = "સી",
    hundred: str = "joined",
    scale: str = "crore",
    minus: str = "માઇનસ",
    decimal: str = "દશાંશ",
    year: str = "hundreds",
) -> str:
    """Write a number in words.

    Arguments:
        value: int, Decimal or Fraction.
        style: cardinal; fraction (quarters and halves by their own words: દોઢ લાખ); digits (one by one); year.
        lis: ળ or લ, in 39 to 48.
        das: દસ or દશ.
        si: સી or શી, in 79 to 89.
        hundred: joined (એકસો) or spaced (એક સો).
        scale: crore (everything above is counted in crores) or abaj (10^9 has its own word).
        minus: માઇનસ or ઋણ.
        decimal: દશાંશ or પોઈન્ટ.
        year: hundreds (ઓગણીસસો સુડતાળીસ) or thousand, in style year.

    Returns:
        The words, with single spaces; `parse_number_words` reads them back to the same value.

    Raises:
        NumberError: the number is longer than 600 digits, or not finite.
        TypeError: the value is a float or not a number.

    Example:
        >>> spell_number(230500), spell_number(1947, style="year")
        ('બે લાખ ત્રીસ હજાર પાંચસો', 'ઓગણીસસો સુડતાળીસ')
        >>> spell_number(45, lis="લ"), spell_number(10**9), spell_number(10**9, scale="abaj")
        ('પિસ્તાલીસ', 'એકસો કરોડ', 'એક અબજ')
    """
    speller = _speller(lis, das, si, hundred, scale)
    if type(value) is int and style == "cardinal" and 0 <= value < MAX_VALUE:
        return speller.cardinal(value)
    _check("minus", minus)
    _check("decimal", decimal)
    _check("year", year)
    if style not in STYLES:
        raise ValueError(f"style is {style!r}, expected one of {', '.join(STYLES)}")
    check_number(value)
    if value < 0:
        spelled = spell_number(
            -value, style=style, lis=lis, das=das, si=si, hundred=hundred, scale=scale, decimal=decimal, year=year
        )
        return f"{grammar_word('minus', f'minus={minus}')} {spelled}"
    if style == "digits":
        return _digits(value, speller, decimal)
    if isinstance(value, Decimal):
        return _decimal(value, speller, decimal)
    if style == "fraction" or isinstance(value, Fraction):
        return spell_fraction(Fraction(value), speller)
    return speller.year(value) if style == "year" and year == "hundreds" else speller.cardinal(value)


def _decimal(value: Decimal, speller: Speller, point: str) -> str:
    whole, _, places = f"{value:f}".partition(".")
    spelled = speller.cardinal(int(whole))
    if not places:
        return spelled
    read = " ".join(speller.unit[int(digit)] for digit in places)
    return f"{spelled} {grammar_word('point', f'decimal={point}')} {read}"


def _digits(value: Value, speller: Speller, point: str) -> str:
    if isinstance(value, Fraction):
        raise NumberError(str(value), None, "an int or Decimal to read digit by digit")
    shown = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return spell_digits(shown, speller, grammar_word("point", f"decimal={point}"))


def spell_digits(shown: str, speller: Speller | None = None, point: str = "") -> str:
    """Read ASCII digits (and points) one by one; leading zeros are kept."""
    unit = (speller or default_speller()).unit
    return " ".join(unit[int(digit)] if digit != "." else point for digit in shown)


def default_speller() -> Speller:
    """Return the speller of the default style."""
    return _speller("ળ", "દસ", "સી", "joined", "crore")
