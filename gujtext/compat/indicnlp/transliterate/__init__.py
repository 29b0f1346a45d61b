"""``indicnlp.transliterate``: the package of the library, as far as Gujarati needs it."""
