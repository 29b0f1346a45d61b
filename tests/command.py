"""The command as a real process, for tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent


def command(*words: object) -> list[str]:
    """Return the command line."""
    return [sys.executable, "-m", "gujtext", *map(str, words)]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which the command is that of this checkout, from any folder."""
    path = os.pathsep.join(filter(None, [more.pop("first", ""), str(REPOSITORY), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, **more}


def run(*words: object, data: bytes | str | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end; text goes in as UTF-8."""
    options.setdefault("env", environment())
    return subprocess.run(
        command(*words),
        input=data.encode() if isinstance(data, str) else data,
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output="stdout" not in options,
        timeout=120,
        **options,
    )


def _hear_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def start(*words: object, **options: Any) -> subprocess.Popen[bytes]:
    """Start the command; Ctrl-C reaches it also where the tests themselves run in the background."""
    options.setdefault("env", environment())
    if os.name == "posix":
        options.setdefault("preexec_fn", _hear_interrupts)
    return subprocess.Popen(command(*words), **options)
