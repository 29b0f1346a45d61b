"""Which inherent vowels of a Gujarati word are spoken.

A consonant letter without vowel sign carries a short a, the schwa. Speakers drop it at the end of a word, and in the
middle where the syllables around it can do without: કમળ is kamal, કમળા is kamla. The rules work on symbols: letters
with every schwa written out as SCHWA, vowel signs as the vowels they stand for, virama and joiners taken away.

Source: the right-to-left rule of Narasimhan, Sproat and Kiraz, "Schwa-Deletion in Hindi Text-to-Speech Synthesis"
(2004); the clusters that keep a final schwa were counted on Gujarati romanizations.
"""

from __future__ import annotations

import re

from gujtext.script import BLOCK_CLASS, CONSONANT_CLASS, JOINER_CLASS, NUKTA, VIRAMA, VOWEL_SIGN_CLASS

SCHWA = "ə"
_VOWEL_OF_SIGN = dict(zip("ાિીુૂૃૄૅેૈૉોૌૢૣ", "આઇઈઉઊઋૠઍએઐઑઓઔઌૡ", strict=True))
_SYMBOL = re.compile(
    rf"([{CONSONANT_CLASS}]{NUKTA}?)([{VOWEL_SIGN_CLASS}{VIRAMA}]?)|([^{CONSONANT_CLASS}{JOINER_CLASS}])"
)
_UNIT = re.compile(f"{_SYMBOL.pattern}|.", re.DOTALL)
_BLOCK = "".join(map(chr, range(ord(BLOCK_CLASS[0]), ord(BLOCK_CLASS[-1]) + 1)))
_CONSONANTS = frozenset(re.findall(f"[{CONSONANT_CLASS}]", _BLOCK))
_VOWELS = frozenset([SCHWA, "અ", *_VOWEL_OF_SIGN.values()])

# The final schwa is heard after a cluster that ends in one of these: મંત્ર mantra, સૂર્ય surya, અશ્વ ashva ...
_SCHWA_KEEPERS = frozenset("યરવલનમણ")
# ... but not where the cluster can be said without it: ફિલ્મ film, ધર્મ dharm.
_SONORANTS = frozenset("નમણરલ")
_AFTER_SONORANT = frozenset("નમલ")


def is_vowel(symbol: str) -> bool:
    """Tell whether a symbol is a vowel, the schwa included."""
    return symbol in _VOWELS


def is_consonant(symbol: str) -> bool:
    """Tell whether a symbol is a consonant, with or without nukta."""
    return symbol[:1] in _CONSONANTS


def symbols(word: str) -> list[str]:
    """Write a word as letters with every schwa explicit.

    Example:
        >>> symbols("કર્મ")
        ['ક', 'ə', 'ર', 'મ', 'ə']
        >>> symbols("આંબો")
        ['આ', 'ં', 'બ', 'ઓ']
    """
    found: list[str] = []
    for consonant, sign, other in _SYMBOL.findall(word):
        if other:
            # A sign on its own, as in અેક, is read as its vowel.
            found.append(_VOWEL_OF_SIGN.get(other, other))
        else:
            found.append(consonant)
            if sign != VIRAMA:
                found.append(_VOWEL_OF_SIGN.get(sign, SCHWA))
    return found


def units(word: str) -> list[str]:
    """Cut a word into letters with their signs; a joiner is a unit too.

    Example:
        >>> units("કર્મો") == ["ક", "ર્", "મો"]
        True
    """
    return [match.group() for match in _UNIT.finditer(word)]


def spoken(word: list[str]) -> list[bool]:
    """Decide for every symbol of a word without suffixes whether it is spoken; only schwas can fall silent.

    Example:
        >>> word = symbols("કમળા")
        >>> "".join(symbol for symbol, heard in zip(word, spoken(word)) if heard)
        'કəમળઆ'
    """
    heard = [True] * len(word)
    vowels = [place for place, symbol in enumerate(word) if symbol in _VOWELS]
    if len(vowels) > 1 and word[-1] == SCHWA:
        heard[-1] = _keeps_final_schwa(word)
    # From right to left: a schwa between two open syllables falls silent if the vowel after it is heard. The first
    # vowel of a word always is.
    for place in reversed(vowels[1:]):
        if word[place] != SCHWA or place + 2 >= len(word):
            continue
        opens = is_consonant(word[place - 1]) and word[place - 2] in _VOWELS
        closes = is_consonant(word[place + 1]) and word[place + 2] in _VOWELS and heard[place + 2]
        heard[place] = not (opens and closes)
    return heard


def silence(word: str) -> str:
    """Write a virama wherever a schwa is not spoken.

    Example:
        >>> silence("કમળા") == "કમ" + VIRAMA + "ળા"
        True
    """
    heard = iter(spoken(symbols(word)))

    def replace(match: re.Match[str]) -> str:
        next(heard)
        consonant, sign, _ = match.groups()
        if consonant is None or sign == VIRAMA:
            return match.group()
        return match.group() if next(heard) else consonant + VIRAMA

    return _SYMBOL.sub(replace, word)


def _keeps_final_schwa(word: list[str]) -> bool:
    if len(word) < 3 or not is_consonant(word[-3]):
        return False
    before, last = word[-3], word[-2]
    return last in _SCHWA_KEEPERS and not (before in _SONORANTS and last in _AFTER_SONORANT)
