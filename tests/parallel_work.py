"""What the worker processes of the tests do; kept apart so that they start without the test tools."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def double(item: int) -> int:
    return 2 * item


def late_is_quick(item: int) -> tuple[int, int]:
    """The first items take longest, so that answers come out of order."""
    time.sleep(max(0, 4 - item) * 0.05)
    return item, os.getpid()


def echo(item: str) -> str:
    return item


def killed_at_three(item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def exit_seven(item: int) -> int:
    os._exit(7)


def pid_then_long_answer(item: str) -> str:
    """For a path: leave the pid there, then answer with more than a pipe holds; b comes long after a."""
    if item.endswith("b"):
        time.sleep(1)
    Path(item).write_text(str(os.getpid()), encoding="utf-8")
    return "ક" * 20_000_000


def slow(item: int) -> int:
    if item >= 2:
        time.sleep(600)
    return item


def slow_with_a_file(item: str) -> str:
    """Hold a file as long as the work lasts."""
    path = Path(item)
    path.touch()
    try:
        time.sleep(600 if path.name != "0" else 0)
    finally:
        path.unlink()
    return item


def stubborn(item: int) -> int:
    """Do not stop when asked to."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    return slow(item)


class OddError(Exception):
    """Pickles, and cannot be unpickled: its arguments are not those of its __init__."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"{reason} ({code})")


def fail(item: str) -> str:
    if item == "value":
        raise ValueError("not a number: ક")
    if item == "odd":
        raise OddError(5, "out of luck")
    if item == "attribute":
        error = KeyError("with a function inside")
        error.function = lambda: None  # type: ignore[attr-defined]
        raise error
    return item


def no_answer(item: int) -> object:
    return lambda: item
