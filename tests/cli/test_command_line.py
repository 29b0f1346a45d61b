"""The command line as real processes: streams, exit codes, messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gujtext.cli import COMMANDS

SAMPLE = "resources/samples/news.txt"


def run(repository: Path, *words: str, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "gujtext", *words],
        input=data,
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output=True,
        cwd=repository,
        timeout=60,
    )


def test_version_and_help(repository: Path) -> None:
    assert run(repository, "--version").stdout.startswith(b"gujtext 0.")
    general = run(repository, "--help").stdout.decode()
    for name in COMMANDS:
        assert f"\n  {name} " in general
    assert "exit codes:" in general
    assert run(repository).stdout.decode() == general


@pytest.mark.parametrize("name", COMMANDS)
def test_each_subcommand_has_a_manual_with_an_example(repository: Path, name: str) -> None:
    done = run(repository, name, "--help")
    assert done.returncode == 0
    text = done.stdout.decode()
    assert f"usage: gujtext {name}" in text
    assert "example:" in text
    assert f"  gujtext {name}" in text


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("convert", "completion", "pipe")])
def test_each_subcommand_reads_files_and_streams_alike(repository: Path, name: str) -> None:
    sample = (repository / SAMPLE).read_bytes()
    from_file = run(repository, name, SAMPLE)
    from_stream = run(repository, name, data=sample)
    assert from_file.stdout
    stdin = b"&lt;stdin&gt;" if name == "view" else b"<stdin>"
    assert from_file.stdout.replace(SAMPLE.encode(), stdin) == from_stream.stdout
    assert from_file.returncode == from_stream.returncode == (1 if name == "check" else 0)
    assert from_file.stderr == b""


def test_usage_errors_are_2(repository: Path) -> None:
    for words in (["nomalize"], ["words", "--nonsense"], ["normalize", "-p", "nonsense", SAMPLE]):
        done = run(repository, *words)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Traceback" not in done.stderr


def test_bad_data_is_3_with_file_line_and_byte(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes("એક\nબે".encode() + b"\xff\n")
    done = run(repository, "words", str(path))
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"gujtext: {path}:2:7: not UTF-8 (byte 0xff)")
    assert run(repository, "words", "--errors", "replace", str(path)).returncode == 0


@pytest.mark.parametrize("path", ["no/such/file.txt", "."])
def test_unreadable_files_are_4_with_one_line(repository: Path, path: str) -> None:
    done = run(repository, "normalize", path)
    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr.decode().count("\n") == 1
    assert path in done.stderr.decode()


def test_no_permission_is_4(repository: Path, tmp_path: Path) -> None:
    missing = run(repository, "normalize", SAMPLE, "-o", str(tmp_path / "no" / "such" / "folder.txt"))
    assert missing.returncode == 4
    assert missing.stderr.decode().count("\n") == 1


def test_a_closed_pipe_is_quiet(repository: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("ગુજરાતી લખાણ છે.\n" * 200_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "gujtext", "words", str(long)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=repository,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "ગુજરાતી લખાણ છે .\n".encode()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 141


def test_a_slow_pipe_is_answered_line_by_line(repository: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "gujtext", "normalize"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=repository
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for _ in range(2):
        process.stdin.write("અેક\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == "એક\n".encode()  # before the input ends
    process.stdin.close()
    assert process.stdout.read() == b""
    process.stdout.close()
    assert process.wait(timeout=30) == 0


def test_the_same_file_in_and_out_is_refused(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("અેક", encoding="utf-8")
    done = run(repository, "normalize", str(path), "-o", str(path))
    assert done.returncode == 2
    assert "both input and output" in done.stderr.decode()
    assert path.read_text(encoding="utf-8") == "અેક"


def test_normalize_keeps_every_line_end_and_check_says_what_would_change(repository: Path) -> None:
    data = "અેક\r\nબે\n\nઅેક".encode()
    assert run(repository, "normalize", data=data).stdout == "એક\r\nબે\n\nએક".encode()
    checked = run(repository, "normalize", "--check", data=data)
    assert checked.returncode == 1
    assert [line.split(b":")[1] for line in checked.stdout.splitlines()] == [b"1", b"4"]
    assert run(repository, "normalize", "--check", data="બે\n".encode()).returncode == 0


@pytest.mark.parametrize("name", ["sentences", "words", "numerals"])
def test_offsets_are_into_the_whole_input(repository: Path, name: str) -> None:
    """Also beyond the first block of a large input."""
    line = "ગુજરાતમાં ૧૨ ગામ છે. 😀 બીજું વાક્ય.\n"
    text = line * 40_000
    done = run(repository, name, "--json", data=text.encode())
    records = [json.loads(record) for record in done.stdout.decode().splitlines()]
    assert len(records) >= 40_000
    assert all(text[one["start"] : one["end"]] == one["text"] for one in records)
    table = run(repository, name, "--tsv", data=line.encode()).stdout.decode().splitlines()
    assert [row.split("\t")[0] for row in table] == [str(one["start"]) for one in records[: len(table)]]


def test_a_table_cell_never_breaks_its_row(repository: Path) -> None:
    done = run(repository, "sentences", "--tsv", data="એક\tબે.".encode())
    assert done.stdout.decode() == "0\t6\tએક\\tબે.\n"


def on_a_terminal(repository: Path, *words: str) -> str:
    """Run a command whose standard error is a terminal of 100 columns; return what it shows there."""
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    process = subprocess.Popen([sys.executable, "-m", "gujtext", *words], stderr=child, cwd=repository)
    os.close(child)
    shown = b""
    while True:
        try:
            data = os.read(parent, 4096)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        shown += data
    os.close(parent)
    assert process.wait(timeout=60) == 0
    return shown.decode()


def test_long_work_shows_a_bar_on_a_terminal_and_short_work_does_not(repository: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("ગુજરાતી લખાણ છે.\n" * 500_000, encoding="utf-8")
    target = str(tmp_path / "out.txt")
    assert "B/s]" in on_a_terminal(repository, "words", str(long), "-o", target)
    assert on_a_terminal(repository, "words", "--progress", "never", str(long), "-o", target) == ""
    assert on_a_terminal(repository, "words", SAMPLE, "-o", target) == ""
