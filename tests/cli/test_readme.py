"""What the README shows is what the programs print."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[tuple[str, str]]:
    """Return (command, printed text) for every ``$`` line of the console blocks."""
    found = []
    for session in SESSIONS:
        for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed))
    return found


@pytest.mark.parametrize(("command", "printed"), commands(), ids=[command for command, _ in commands()])
def test_console_blocks(command: str, printed: str, repository: Path) -> None:
    line = re.sub(r"\bgujtext (?=[a-z]+\b)", f"{sys.executable} -m gujtext ", command)
    done = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=repository, timeout=60)
    assert done.stdout == printed
    assert done.stderr == ""


def test_python_examples(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    examples = doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0)
    assert examples.examples
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    report: list[str] = []
    runner.run(examples, out=report.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(report)


def test_the_first_screen_has_the_two_commands() -> None:
    lines = [line for line in README.splitlines()[:40] if line.startswith("pip install")]
    assert len(lines) == 2
    assert lines[0].startswith("pip install . && gujtext normalize resources/samples/news.txt")
    assert lines[1] == "pip install '.[test]' && pytest -n auto"


def test_every_room_is_in_the_architecture_section(repository: Path) -> None:
    section = README.partition("## Architecture")[2].partition("\n## ")[0]
    entries = [path for path in (repository / "gujtext").iterdir() if not path.name.startswith("_")]
    rooms = {path.stem for path in entries if path.is_dir() or path.suffix == ".py"}
    assert [room for room in sorted(rooms) if room not in section] == []
