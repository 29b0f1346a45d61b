"""``gujtext transliterate --reverse --scheme popular`` as a real process."""

from __future__ import annotations

import pickle
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from gujtext.cli import transliterate


def run(repository: Path, *words: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "gujtext", "transliterate", *words]
    return subprocess.run(command, input=data, capture_output=True, cwd=repository, timeout=120)


def test_popular_spelling_is_read_line_by_line(repository: Path) -> None:
    done = run(repository, "--reverse", "--scheme", "popular", data=b"kem chho\r\nBBC 12\xff\n")
    assert done.returncode != 0  # bytes that are not UTF-8 stop the work unless asked otherwise
    done = run(repository, "--reverse", "--scheme", "popular", data=b"kem chho\r\nBBC 12\n\n")
    assert done.returncode == 0
    assert done.stdout.decode() == "કેમ છો\r\nબીબીસી 12\n\n"


def test_without_a_scheme_it_is_iso(repository: Path) -> None:
    assert run(repository, "--reverse", data=b"kama").stdout.decode() == "કમ"


@pytest.mark.parametrize("options", [{"names": True}, {"reverse": True, "scheme": "popular"}, {"reverse": True}, {}])
def test_what_converts_can_be_sent_to_another_process(options: dict[str, object]) -> None:
    known = {"names": False, "reverse": False, "scheme": None, "plain": False}
    convert = transliterate._converter(Namespace(**known | options))
    text = "કિમ\nkama"
    assert pickle.loads(pickle.dumps(convert))(text) == convert(text)
