"""What indic-nlp-library 0.92 makes of Gujarati text, byte for byte: models were trained on its output.

Nothing here is a recommendation: it deletes joiners, writes times with a visarga and loses the beginning of some
sentences, because the library does. The modules above this package offer it as ``exact=True``.
"""
