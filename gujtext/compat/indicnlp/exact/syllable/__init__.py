"""``indicnlp.syllable`` with the library's own output as the default."""
