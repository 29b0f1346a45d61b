"""``indicnlp.normalize`` with the library's own output as the default."""
