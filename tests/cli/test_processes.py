"""Several processes: the same bytes as one, bounded memory, nobody left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from command import run, start

psutil = pytest.importorskip("psutil")
LINES = ["અેક ગામ છે. ૧૨ કિ.મી.", "", "  સાફ લીટી\r", "😀 શંુ http://a.in/અેક", "કર્મ ક્ૂડ ૧2"]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of a few blocks each, with a line that crosses the size of a block."""
    folder = tmp_path_factory.mktemp("texts")
    lines = [f"{k} {LINES[k % len(LINES)]}" for k in range(6_000)]
    lines[4_000] = "લાંબી લીટી અેક " * 60_000
    (folder / "a.txt").write_text("\n".join(lines), encoding="utf-8", newline="")
    (folder / "b.txt").write_text("અેક\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    with (folder / "c.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(
            json.dumps({"id": k, "text": line}, ensure_ascii=k % 2 == 0) + "\n" for k, line in enumerate(lines[:4_000])
        )
    with (folder / "d.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(f'{k},"{line}"\n' for k, line in enumerate(["text", *lines[:4_000]]))
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("normalize", "a.txt", "empty.txt", "b.txt"),
        ("normalize", "--check", "a.txt", "b.txt"),
        ("normalize", "--diff", "a.txt", "b.txt"),
        ("normalize", "-0", "--summary", "a.txt"),
        ("normalize", "c.jsonl"),
        ("words", "a.txt", "b.txt"),
        ("words", "--out-field", "w", "c.jsonl"),
        ("words", "--field", "text", "d.csv"),
        ("sentences", "--tsv", "a.txt", "b.txt"),
        ("explain", "a.txt", "b.txt"),
        ("check", "b.txt", "c.jsonl"),
        ("numerals", "--json", "b.txt", "a.txt"),
        ("stats", "--json", "b.txt", "c.jsonl", "d.csv"),
        ("transliterate", "b.txt"),
        ("transliterate", "--names", "b.txt"),
        ("transliterate", "--reverse", "--scheme", "itrans", "b.txt"),
        ("numerals", "--verbalize", "b.txt"),
        ("explain", "--html", "b.txt"),
        ("convert", "--font", "lmg-arun", "--reverse", "b.txt"),
    ],
    ids=" ".join,
)
def test_the_same_bytes_from_any_number_of_processes(texts: Path, words: tuple[str, ...]) -> None:
    one, three = (run(*words, "-j", jobs, cwd=texts) for jobs in (1, 3))
    assert one.stdout
    assert (three.returncode, three.stdout, three.stderr) == (one.returncode, one.stdout, one.stderr)


def test_standard_input_in_several_processes(texts: Path) -> None:
    data = (texts / "a.txt").read_bytes()
    assert run("normalize", "-j", 2, data=data).stdout == run("normalize", data=data).stdout


def children(process: subprocess.Popen[Any], number: int) -> list[Any]:
    """Wait until so many workers run, and return all processes below."""
    for _ in range(600):
        below = psutil.Process(process.pid).children(recursive=True)
        if sum(map(is_worker, below)) >= number:
            return list(below)
        time.sleep(0.05)
    raise AssertionError("the workers do not start")


def is_worker(process: Any) -> bool:
    """Whether a child works, or only keeps the house of those that were spawned."""
    try:
        command = " ".join(process.cmdline())
    except psutil.Error:
        return False
    return bool(command) and "resource_tracker" not in command


def busy(folder: Path, target: Path) -> subprocess.Popen[bytes]:
    """Start two workers on a file that takes them a while."""
    path = folder / "busy.txt"
    if not path.exists():
        path.write_text("\n".join(LINES) * 200_000, encoding="utf-8")
    return start("words", "--tsv", "-j", 2, path, "-o", target, stderr=subprocess.PIPE)


@pytest.mark.parametrize("to", ["the process", "its group"])
def test_interrupted_it_leaves_no_orphan_and_no_file(texts: Path, tmp_path: Path, to: str) -> None:
    target = tmp_path / "out.txt"
    process = busy(texts, target)
    below = children(process, 2)
    if to == "the process":
        process.send_signal(signal.SIGINT)
    else:  # as the terminal does it
        for one in (psutil.Process(process.pid), *below):
            one.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    _, alive = psutil.wait_procs(below, timeout=20)
    assert alive == []
    assert list(tmp_path.iterdir()) == []


def test_killed_it_takes_its_workers_along(texts: Path, tmp_path: Path) -> None:
    process = busy(texts, tmp_path / "out.txt")
    below = children(process, 2)
    process.kill()
    process.wait(timeout=60)
    assert process.stderr is not None
    process.stderr.close()
    _, alive = psutil.wait_procs(below, timeout=20)
    assert alive == []
    if sys.platform == "linux" and hasattr(os, "O_TMPFILE"):
        assert list(tmp_path.iterdir()) == []


def test_a_killed_worker_is_a_named_error(texts: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old\n", encoding="utf-8")
    process = busy(texts, target)
    below = children(process, 2)
    next(filter(is_worker, below)).kill()
    assert process.wait(timeout=60) == 4
    assert process.stderr is not None
    message = process.stderr.read().decode()
    process.stderr.close()
    assert message.startswith("gujtext: worker process ")
    assert "was killed by SIGKILL" in message
    assert message.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [target]
    _, alive = psutil.wait_procs(below, timeout=20)
    assert alive == []


def test_a_closed_pipe_ends_the_workers_quietly(texts: Path) -> None:
    path = texts / "long.txt"
    path.write_text("\n".join(LINES) * 200_000, encoding="utf-8")
    process = start("words", "-j", 2, path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "અેક ગામ છે . ૧૨ કિ.મી.\n".encode()
    below = psutil.Process(process.pid).children(recursive=True)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    _, alive = psutil.wait_procs(below, timeout=20)
    assert alive == []


@pytest.mark.slow
@pytest.mark.parametrize("words", [("words",), ("normalize", "-j", "2"), ("words", "--json")])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, words: tuple[str, ...]) -> None:
    """The peak of every process, above that of an interpreter that does nothing; 80 MB is the promise."""
    megabytes = 8 if "--json" in words else 40
    block = "\n".join([*LINES, ""]) * 2_000
    with (tmp_path / "a.txt").open("w", encoding="utf-8") as file:
        for _ in range(megabytes * 1_000_000 // len(block.encode())):
            file.write(block)
    process = start(*words, tmp_path / "a.txt", stdout=subprocess.DEVNULL)
    peak: dict[int, int] = {}
    while process.poll() is None:
        try:
            main = psutil.Process(process.pid)
            for one in (main, *main.children(recursive=True)):
                peak[one.pid] = max(peak.get(one.pid, 0), one.memory_info().rss)
        except psutil.Error:
            pass
        time.sleep(0.02)
    assert process.returncode == 0
    bare = subprocess.run(
        [sys.executable, "-c", "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"],
        capture_output=True,
        check=True,
    )
    assert max(peak.values()) - int(bare.stdout) * 1024 < 80_000_000
