"""Input that is not what it should be: a named error, the right exit code, complete records before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run

from gujtext.cli import COMMANDS

TEXT_COMMANDS = [name for name in COMMANDS if name not in ("convert", "completion", "pipe")]


@pytest.mark.parametrize("name", TEXT_COMMANDS)
def test_utf16_is_named_by_every_command(tmp_path: Path, name: str) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        (tmp_path / "a.txt").write_bytes("\ufeffગામ\n".encode(encoding))
        done = run(name, "a.txt", cwd=tmp_path)
        assert (done.returncode, done.stdout.strip()) == (3, b"")
        assert done.stderr.startswith(b"gujtext: a.txt:1:1: this is UTF-16; convert it first: iconv")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("name", ["normalize", "words", "sentences"])
def test_what_comes_before_a_bad_line_is_written(tmp_path: Path, name: str, jobs: int) -> None:
    """Beyond the first block of each worker, with the line counted from the beginning of the file."""
    path = tmp_path / "a.txt"
    lines = 120_000
    path.write_bytes("ગામ છે\n".encode() * lines + b"ab\xe0\xaa\nlast\n")
    done = run(name, "-j", jobs, path)
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"gujtext: {path}:{lines + 1}:3: not UTF-8 (byte 0xe0)")
    assert done.stdout == "ગામ છે\n".encode() * lines
    assert run(name, "-j", jobs, path, "-o", tmp_path / "out.txt").returncode == 3
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_skipping_leaves_out_lines_and_tells_each(tmp_path: Path, jobs: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("અેક\n".encode() + b"\xff bad\n" + "બે\n".encode() + b"bad \x80\x80\n" + "અેક".encode())
    done = run("normalize", "-j", jobs, "--errors", "skip", path)
    assert done.returncode == 0
    assert done.stdout.decode() == "એક\nબે\nએક"
    assert [line.split(": not UTF-8")[0] for line in done.stderr.decode().splitlines()] == [
        f"gujtext: {path}:2:1",
        f"gujtext: {path}:4:5",
    ]
    assert all(line.endswith("; left out") for line in done.stderr.decode().splitlines())
    # Places are those of the file all the same.
    listed = run("normalize", "--check", "-j", jobs, "--errors", "skip", path).stdout.decode()
    assert listed == f"{path}:1: અેક\n{path}:5: અેક\n"


@pytest.mark.parametrize("words", [("pipe", "normalize"), ("view",)])
def test_commands_of_their_own_tell_what_they_leave_out(words: tuple[str, ...]) -> None:
    done = run(*words, "--errors", "skip", data="અેક\n".encode() + b"\xff\n" + "બે\n".encode())
    assert done.returncode == 0
    assert "બે" in done.stdout.decode()
    assert done.stderr.decode().startswith("gujtext: <stdin>:2:1: not UTF-8 (byte 0xff)")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["normalize", "words", "transliterate"])
def test_bytes_that_are_no_text_survive(tmp_path: Path, name: str) -> None:
    data = b"\xff\x00\xfe \xe0\xaa \xed\xa0\x80\n" + bytes(range(128, 256)) + b"\n"
    done = run(name, "--errors", "surrogateescape", data=data)
    assert (done.returncode, done.stderr) == (0, b"")
    if name != "words":
        assert done.stdout == data
    assert done.stdout.replace(b" ", b"") == data.replace(b" ", b"")


def test_bytes_survive_in_records_as_well() -> None:
    data = b'{"text": "\xff ' + "અેક".encode() + b'", "z": "\xfe"}\n'
    done = run("normalize", "--format", "jsonl", "--errors", "surrogateescape", data=data)
    assert done.stdout == data.replace("અેક".encode(), "એક".encode())
    escaped = b'{"text": "\\ud800", "b": "\\udcff"}\n'  # lone surrogates that JSON escapes
    assert run("words", "--format", "jsonl", "--out-field", "w", data=escaped).stdout == (
        b'{"text": "\\ud800", "b": "\\udcff", "w": ["\\ud800"]}\n'
    )


def test_replacing_is_told_nobody_and_changes_the_file() -> None:
    done = run("normalize", "--errors", "replace", data=b"a\xffb\n")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, "a\ufffdb\n", b"")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("limit", "ok"), [("12", True), ("11", False), ("0", True), ("1k", True)])
def test_a_line_longer_than_allowed_is_an_error(tmp_path: Path, jobs: int, limit: str, ok: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ગામ\nગામ ab\nx\n", encoding="utf-8")  # 12 bytes and a line end
    done = run("normalize", "-j", jobs, "--max-line", limit, path)
    if ok:
        assert (done.returncode, done.stdout) == (0, path.read_bytes())
        return
    assert (done.returncode, done.stdout.decode()) == (3, "ગામ\n")
    assert done.stderr.decode().startswith(f"gujtext: {path}:2:12: a line of more than 11 bytes; --max-line")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_is_one_endless_line_does_not_fill_the_memory(tmp_path: Path, jobs: int) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(3 << 30)  # NULs that take no room on the disk
    limit = 600 << 20  # of address space, which the libraries take a part of
    done = run("words", "-j", jobs, path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert done.returncode == 3
    assert b":1:16777217: a line of more than 16777216 bytes" in done.stderr


def test_records_that_end_with_nul(tmp_path: Path) -> None:
    data = "અેક\nબે\0ત્રણ\0અેક છે. ગયો.".encode()
    assert run("normalize", "-0", data=data).stdout.decode() == "એક\nબે\0ત્રણ\0એક છે. ગયો."
    assert run("words", "-0", data=data).stdout.decode() == "અેક\nબે\0ત્રણ\0અેક છે . ગયો ."
    assert run("sentences", "-0", data=data).stdout.decode() == "અેક\0બે\0ત્રણ\0અેક છે.\0ગયો.\0"
    checked = run("normalize", "-0", "--check", data=data)
    assert checked.returncode == 1
    assert checked.stdout.decode() == "<stdin>:1: અેક\\nબે\n<stdin>:3: અેક છે. ગયો.\n"
    spans = run("words", "-0", "--tsv", data=data).stdout.decode().splitlines()
    assert [row.split("\t")[0] for row in spans[:4]] == ["0", "4", "7", "12"]
