"""Texts made to be slow, of any length: each repeats what some pattern begins with and never finishes."""

from __future__ import annotations

# Name -> the piece that is repeated.
ADVERSARIES = {
    "one consonant": "ક",
    "letters and stops": "ક.",
    "digits": "૧",
    "grouped digits": "1,",
    "quotes": "“'\"",
    "brackets": "([{",
    "marks": "ા્ંિ",
    "nukta and virama": "઼્",
    "Latin marks": "\u0315\u0300",
    "white space": " \n\t\u00a0",
    "an address that goes on": "jazz.-",
    "handles": "@#a_",
    "emoji joined": "👨\u200d",
    "abbreviations": "ઈ.સ.",
    "number words": "લાખ કરોડ ",
    "no characters": "\ud800\x00\udfff",
    "Roman numbers": "#XIV ",
    "mixed scripts": "aકकक্ক字я",
    "words apart": "કિમ જોંગ ઉન છે. ",
    "ordinals and dates": "૧લી જૂન, ૧૦:૩૦-",
    "Latin of a scheme": "kr\u0325\u0101'",
}


# What marks lean on: a letter of their own script.
BEGINNING = {"Latin marks": "a"}


def repeated(name: str, length: int) -> str:
    """Return the adversary's text of exactly this many characters, after one letter that marks may lean on."""
    piece = ADVERSARIES[name]
    return (BEGINNING.get(name, "ક") + piece * (length // len(piece) + 1))[:length]
