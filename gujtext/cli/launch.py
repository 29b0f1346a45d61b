"""Reads a command line, runs the subcommand, and turns errors into messages and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from importlib import import_module

from gujtext import __version__
from gujtext.cli import COMMANDS, OK, forget_output
from gujtext.types import GujtextError

_EPILOG = """\
exit codes:
  0  done
  1  a check found differences
  2  the command line is not understood
  3  the input is not what it should be: not UTF-8, truncated, a record without its field; the message has
     FILE:LINE:BYTE or FILE:LINE
  4  a file cannot be read or written, or a worker process was killed
  130, 143, 141: stopped by Ctrl-C, asked to end, nobody reads the output any more

example:
  gujtext sentences article.txt | gujtext words
  gujtext COMMAND --help shows the options of a command.
"""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=_columns() - 2)


def _columns() -> int:
    """Return the width of the terminal, without the compression modules that ``shutil`` would load for it."""
    with suppress(KeyError, ValueError):
        return max(40, int(os.environ["COLUMNS"]))
    with suppress(OSError, ValueError, AttributeError):
        return max(40, os.get_terminal_size(sys.__stdout__.fileno()).columns)  # type: ignore[union-attr]
    return 80


def _parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:<15} {what}" for name, what in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="gujtext",
        usage="gujtext COMMAND [options] [FILE ...]",
        description=f"Tools for Gujarati text. Files are UTF-8; without FILE, standard input is read.\n\n{commands}",
        epilog=_EPILOG,
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"gujtext {__version__}")
    parser.add_argument("command", metavar="COMMAND", choices=COMMANDS, help=argparse.SUPPRESS)
    return parser


def _subcommand_parser(name: str) -> argparse.ArgumentParser:
    module = import_module(f"gujtext.cli.{name}")
    parser = argparse.ArgumentParser(
        prog=f"gujtext {name}",
        description=module.DESCRIPTION,
        epilog=module.EXAMPLE,
        formatter_class=_Formatter,
    )
    module.add_arguments(parser)
    parser.set_defaults(run=module.run)
    return parser


def _with_in_place(words: list[str]) -> list[str]:
    """Write -i and --in-place so that they never take the file behind them for their suffix."""
    end = words.index("--") if "--" in words else len(words)
    plain = [f"--in-place={word[2:]}" if word.startswith("-i") else word for word in words[:end]]
    return [*("--in-place=" if word == "--in-place" else word for word in plain), *words[end:]]


def launch(words: list[str]) -> int:
    """Run the command line; return the exit code."""
    try:
        # Only the first word is the general parser's, so that a subcommand's options stay its own.
        name = _parser().parse_args(words[:1] or ["--help"]).command
        arguments = _subcommand_parser(name).parse_args(_with_in_place(words[1:]))
        return int(arguments.run(arguments))
    except SystemExit as stop:  # argparse: help, version or a usage error
        return int(stop.code or OK)
    except BrokenPipeError:
        raise
    except (OSError, GujtextError) as error:
        from gujtext.cli.common import complain, exit_code_of, message_of

        complain(message_of(error))
        if isinstance(error, OSError) and error.filename == "<stdout>":
            forget_output()
        return exit_code_of(error)
