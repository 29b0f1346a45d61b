"""``gujtext completion``: scripts for shells, by the package ``shtab``."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from gujtext import io
from gujtext.cli import COMMANDS, OK
from gujtext.types import GujtextError

DESCRIPTION = """\
Write a script that lets a shell complete the subcommands, their options and file names. It is made by the package
shtab: pip install 'gujtext[completion]'.
"""
EXAMPLE = """\
example:
  gujtext completion bash > ~/.local/share/bash-completion/completions/gujtext
  gujtext completion zsh > ~/.zfunc/_gujtext
  gujtext completion fish > ~/.config/fish/completions/gujtext.fish
"""
SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("shell", choices=SHELLS, help="bash, zsh or fish")


def run(arguments: argparse.Namespace) -> int:
    """Write the script."""
    try:
        import shtab
    except ImportError:
        raise GujtextError("completion wants the package shtab: pip install 'gujtext[completion]'") from None
    script = shtab.complete(_whole_parser(shtab.FILE), arguments.shell)
    sys.stdout.buffer.write(io.encode(f"{script}\n"))
    sys.stdout.buffer.flush()
    return OK


def _whole_parser(files: object) -> argparse.ArgumentParser:
    """Return one parser for the command with all its subcommands; ``files`` marks what a file name completes."""
    parser = argparse.ArgumentParser(prog="gujtext")
    parser.add_argument("--version", action="store_true", help="show the version")
    subparsers = parser.add_subparsers()
    for name, what in COMMANDS.items():
        command = subparsers.add_parser(name, help=what, description=what)
        import_module(f"gujtext.cli.{name}").add_arguments(command)
        for action in command._actions:
            if action.dest in ("files", "output"):
                action.complete = files  # type: ignore[attr-defined]  # what shtab looks for
    return parser
