"""The command ``gujtext``: one module a subcommand, imported when it is called.

A subcommand module has ``DESCRIPTION`` and ``EXAMPLE`` (texts for its help), ``add_arguments(parser)`` and
``run(arguments) -> exit code``.
"""

from __future__ import annotations

import os
import sys

from gujtext import __version__

# Subcommand -> what it does, in the order of the help.
COMMANDS = {
    "normalize": "write every word in its one Unicode spelling",
    "explain": "show what normalize would change, where, and by which rule",
    "check": "report ill-formed Gujarati; for people and for continuous integration",
    "view": "a page to look at: sentences, tokens, names, numbers, changes, findings",
    "convert": "text typed for a legacy font to Unicode, and back",
    "sentences": "one sentence a line",
    "words": "words and marks apart, with kinds and offsets if asked",
    "transliterate": "Gujarati in Latin letters, names as newspapers print them; and back",
    "numerals": "find, spell, read and rewrite numbers",
    "stats": "count lines, sentences, tokens, scripts, and what normalize would change",
    "pipe": "several steps in one go, over text or folders of Parquet, here or in Ray",
    "completion": "a script that lets your shell complete commands and options",
}

OK, DIFFERENCES, USAGE, BAD_DATA, IO_FAILURE, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 3, 4, 130, 141


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return the exit code (see ``gujtext --help``)."""
    words = sys.argv[1:] if argv is None else argv
    try:
        if words[:1] == ["--version"]:  # without the time to load a parser
            print(f"gujtext {__version__}", flush=True)
            return OK
        from gujtext.cli.launch import launch

        return launch(words)
    except BrokenPipeError:
        forget_output()  # the reader went away: nothing to say
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def forget_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
