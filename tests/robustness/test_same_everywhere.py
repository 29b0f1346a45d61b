"""The same output, byte for byte: whatever the hash seed, the locale, the optimization and the Python.

Every subcommand runs over the sample corpus in one process for each surrounding; its output and exit code are
compared by SHA-256 with those of a plain run.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gujtext.cli import COMMANDS

# What a subcommand is called with; one that is not here gets the file alone.
OPTIONS: dict[str, list[list[str]]] = {
    "normalize": [[], ["-p", "repair"], ["-p", "search"]],
    "explain": [[], ["--json"], ["--html"]],
    "check": [["--format", form] for form in ("text", "json", "sarif")],
    "convert": [["--font", "lmg-arun", "--reverse"]],
    "sentences": [[], ["--json"]],
    "words": [[], ["--tsv"]],
    "transliterate": [[], ["--names"], ["--scheme", "iso15919"], ["--annotate", "--json"]],
    "numerals": [[], ["--json"], ["--to-gujarati"], ["--to-ascii"], ["--repair"], ["--verbalize"], ["--inverse"]],
}  # fmt: skip
# Runs every call, whatever it prints, and tells the digest of each: standard output goes through a pipe as always.
DRIVER = """
import hashlib, json, os, sys, tempfile
from gujtext.cli import main
digests = {}
for call in json.loads(sys.argv[1]):
    with tempfile.TemporaryFile() as file:
        keep = os.dup(1)
        os.dup2(file.fileno(), 1)
        code = main(call)
        sys.stdout.flush()
        os.dup2(keep, 1)
        os.close(keep)
        file.seek(0)
        digests[" ".join(call)] = [code, hashlib.sha256(file.read()).hexdigest()]
print(json.dumps(digests))
"""
SURROUNDINGS = {
    "hash seed 0": ([], {"PYTHONHASHSEED": "0"}),
    "hash seed 1": ([], {"PYTHONHASHSEED": "1"}),
    "hash seed random": ([], {"PYTHONHASHSEED": "random"}),
    "locale C": ([], {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "optimized": (["-O"], {}),
    "without docstrings": (["-OO"], {}),
}


def calls() -> list[list[str]]:
    sample = "resources/samples/news.txt"
    return [[name, *options, sample] for name in COMMANDS for options in OPTIONS.get(name, [[]])]


def digests(repository: Path, python: list[str], surrounding: dict[str, str]) -> dict[str, list[object]]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    environment = {**kept, "PYTHONPATH": str(repository), "LC_ALL": "C.UTF-8", **surrounding}
    command = [*python, "-c", DRIVER, json.dumps(calls())]
    run = subprocess.run(command, env=environment, cwd=repository, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, list[object]] = json.loads(run.stdout)
    return found


@pytest.fixture(scope="module")
def plain(repository: Path) -> dict[str, list[object]]:
    return digests(repository, [sys.executable], {})


def other_pythons() -> list[str]:
    """Newer or older interpreters of this machine that have what gujtext needs; GUJTEXT_PYTHONS may name more."""
    named = [path for path in os.environ.get("GUJTEXT_PYTHONS", "").split(os.pathsep) if path]
    on_path = [path for minor in range(11, 30) if (path := shutil.which(f"python3.{minor}"))]
    versions = os.path.join(os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv")), "versions")
    found: dict[str, str] = {}
    for path in (*named, *on_path, *sorted(glob.glob(os.path.join(versions, "3.*", "bin", "python3")))):
        code = "import sys, regex, unicodedata2; print(sys.version_info >= (3, 11), sys.version.split()[0])"
        run = subprocess.run([path, "-c", code], capture_output=True, text=True, check=False)
        new_enough, _, version = run.stdout.strip().partition(" ")
        if new_enough == "True" and version != sys.version.split()[0]:
            found.setdefault(version, path)
    return list(found.values())


def test_every_call_of_the_plain_run_works(plain: dict[str, list[object]]) -> None:
    """Otherwise the same error would be compared with itself."""
    known = {" ".join(call) for call in calls() if call[0] in OPTIONS}
    assert {call: code for call, (code, _) in plain.items() if call in known and code not in (0, 1)} == {}
    assert len({digest for _, digest in plain.values()}) > len(known) // 2, "and writes something of its own"


@pytest.mark.parametrize("surrounding", SURROUNDINGS)
def test_surroundings_change_nothing(repository: Path, plain: dict[str, list[object]], surrounding: str) -> None:
    options, environment = SURROUNDINGS[surrounding]
    assert digests(repository, [sys.executable, *options], environment) == plain


@pytest.mark.slow
def test_other_pythons_change_nothing(repository: Path, plain: dict[str, list[object]]) -> None:
    pythons = other_pythons()
    if not pythons:
        pytest.skip("no other Python here has regex and unicodedata2; GUJTEXT_PYTHONS may name one")
    for python in pythons:
        assert digests(repository, [python], {}) == plain, python
