"""Coverage-guided fuzzing of every public function that takes text, with the table's own assertions as oracle.

    pip install '.[fuzz]'
    python tests/fuzz/fuzz_text.py -max_total_time=600 CORPUS_FOLDER

Whatever options libFuzzer knows may be given. A finding is printed with the function and the text, and its bytes are
kept in a file ``crash-...``; with that file for an argument the script runs it alone. Turn it into a case.
"""

from __future__ import annotations

import os
import sys

_TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# A byte is a character, so that every mutation is one of text: below 128 of the Gujarati block, above what meets it.
_OTHERS = (
    " \n\t.,;:!?-–—…'\"‘’“”()[]{}/|%&@#*_+=<>।॥₹$°½²"
    "\u200c\u200d\ufeff\u00ad\u2060\u200b\u00a0\u0300\u0301\u0334\u20e3\ufe0f\x00"
    "0123456789abcdehiklmnorstuvwxzABIMTVX०१५कखािं্কশщя字é👨👩🇮🇳😀\u0af9\u0aff\u0ae4\ud800\udfff"
)
ALPHABET = ("".join(map(chr, range(0x0A80, 0x0B00))) + _OTHERS * 2)[:256]
LONGEST = 300


def text_of(data: bytes) -> str:
    """Return the text that an input stands for; its first byte chooses the function."""
    return "".join([ALPHABET[byte] for byte in data[1 : LONGEST + 1]])


def function_of(data: bytes) -> str:
    """Return the name of the function that an input is for."""
    from public_functions import FUNCTIONS

    names = sorted(FUNCTIONS)
    return names[data[0] % len(names)]


def try_input(data: bytes) -> None:
    """Run one input; what is wrong is an exception, after the function and the text are printed."""
    if not data:
        return
    from public_functions import examine

    name, text = function_of(data), text_of(data)
    try:
        examine(name, text)
    except Exception:
        print(f"examine({name!r}, {text!a})", file=sys.stderr)
        raise


def main() -> None:
    """Fuzz until libFuzzer is done."""
    import atheris

    sys.path[:0] = [_TESTS, os.path.dirname(_TESTS)]
    with atheris.instrument_imports(include=["gujtext"]):
        from public_functions import FUNCTIONS, run

        for name in FUNCTIONS:  # modules and tables are loaded before the first input, and instrumented
            run(name, "કિમ ૧.")
    atheris.Setup(sys.argv, try_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
