"""Files rewritten in place and into folders: old or new, never half, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import command, environment, run, start

DIRTY, CLEAN = "અેક ગામ\n", "એક ગામ\n"
posix = pytest.mark.skipif(os.name != "posix", reason="permissions and signals as on Unix")


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its text."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@posix
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "real.txt"
    path.write_text(DIRTY, encoding="utf-8")
    path.chmod(0o4751)
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert run("normalize", "-i", tmp_path / "link.txt").returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert path.read_text(encoding="utf-8") == CLEAN
    assert path.stat().st_mode & 0o7777 == 0o4751


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    os.chown(path, 1234, 5678)
    assert run("normalize", "-i", path).returncode == 0
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 5678)


@posix
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    done = run("normalize", "-o", tmp_path / "a.txt", data=DIRTY, preexec_fn=lambda: os.umask(0o027))
    assert done.returncode == 0
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("option", "kept"), [("-i.bak", "a.txt.bak"), ("--in-place=old_*", "old_a.txt")])
def test_the_old_file_is_kept_if_asked_for(tmp_path: Path, option: str, kept: str) -> None:
    path = tmp_path / "a.txt"
    for text in ("earlier\n", DIRTY):  # an older backup gives way
        path.write_text(text, encoding="utf-8")
        assert run("normalize", option, "a.txt", cwd=tmp_path).returncode == 0
    assert tree(tmp_path) == {"a.txt": CLEAN, kept: DIRTY}


@pytest.mark.parametrize("options", [["-i"], ["--in-place"], ["-i", "--"], ["-0", "-i"]])
def test_in_place_never_takes_a_file_for_its_suffix(tmp_path: Path, options: list[str]) -> None:
    for name in "ab":
        (tmp_path / name).write_text(DIRTY, encoding="utf-8")
    assert run("normalize", *options, "a", "b", cwd=tmp_path).returncode == 0
    assert tree(tmp_path) == {"a": CLEAN, "b": CLEAN}


def test_a_folder_in_place(tmp_path: Path) -> None:
    names = ["a.txt", "deep/er/b.txt", "c.md", ".hidden/d.txt", "e.bin", ".f.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(DIRTY, encoding="utf-8")
    assert run("normalize", "-i", tmp_path).returncode == 0
    done = tree(tmp_path)
    assert {name for name in names if done[name] == CLEAN} == {"a.txt", "deep/er/b.txt", "c.md"}
    assert sorted(done) == sorted(names)
    assert run("normalize", "-i", "--only", "*.bin", tmp_path).returncode == 0
    assert tree(tmp_path)["e.bin"] == CLEAN


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_into_another(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("a.txt", "deep/b.txt", "empty.txt"):
        (tmp_path / "in" / name).write_text("" if name == "empty.txt" else DIRTY, encoding="utf-8")
    (tmp_path / "in" / "c.jsonl").write_text('{"text": "અેક"}\n', encoding="utf-8")
    done = run("normalize", "in", "-o", "new/out/", "-j", jobs, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    expected = {"a.txt": CLEAN, "c.jsonl": '{"text": "એક"}\n', "deep/b.txt": CLEAN, "empty.txt": ""}
    assert tree(tmp_path / "new" / "out") == expected
    assert tree(tmp_path / "in")["a.txt"] == DIRTY


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_does_not_keep_the_others_from_being_done(tmp_path: Path, jobs: int) -> None:
    texts = {"a.txt": DIRTY.encode(), "b.txt": DIRTY.encode() + b"\xff\n", "c.txt": DIRTY.encode()}
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
    done = run("normalize", "-j", jobs, "-i", "a.txt", "b.txt", "no.txt", "c.txt", cwd=tmp_path)
    assert done.returncode == 4
    first, second = done.stderr.decode().splitlines()
    assert first.startswith("gujtext: b.txt:2:1: not UTF-8 (byte 0xff)")
    assert second == "gujtext: no.txt: No such file or directory"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.txt": CLEAN.encode(),
        "b.txt": texts["b.txt"],
        "c.txt": CLEAN.encode(),
    }


def test_a_folder_wants_a_place_for_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = run("normalize", tmp_path)
    assert (done.returncode, done.stdout) == (4, b"")
    assert "is a directory; -i or -o FOLDER/" in done.stderr.decode()
    assert run("normalize", "--check", tmp_path).returncode == 1  # a list has one place
    assert run("check", tmp_path).returncode == 1


@pytest.mark.parametrize(
    "words", [("a.txt", "b/a.txt", "-o", "out/"), ("-i", "a.txt", "./a.txt"), ("a.txt", "-o", ".")]
)
def test_nothing_is_written_twice_or_over_its_input(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/a.txt"):
        (tmp_path / name).write_text(DIRTY, encoding="utf-8")
    done = run("normalize", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert tree(tmp_path) == {"a.txt": DIRTY, "b/a.txt": DIRTY}


@posix
def test_another_name_of_the_input_is_still_the_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "hard.txt")
    for name in ("link.txt", "hard.txt"):
        done = run("normalize", "a.txt", "-o", name, cwd=tmp_path)
        assert done.returncode == 2
        assert "both input and output" in done.stderr.decode()
    assert set(tree(tmp_path).values()) == {DIRTY}


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.txt", CLEAN), ("a.jsonl", '{"text" :"\\u0a95"}\n'), ("a.csv", 'text\n"x"\n'), ("a.txt", "")],
)
def test_a_file_that_is_right_is_not_touched(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1, 1))
    before = path.stat()
    assert run("normalize", "-i.bak", path).returncode == 0
    assert (path.stat().st_ino, path.stat().st_mtime) == (before.st_ino, 1)
    assert [one.name for one in tmp_path.iterdir()] == [name]
    if name != "a.txt":  # a new column makes it a new file
        assert run("normalize", "-i", "--out-field", "new", path).returncode == 0
        assert "new" in path.read_text(encoding="utf-8")


@posix
def test_standard_streams_that_are_one_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    with path.open("ab") as out:
        done = run("normalize", path, stdout=out, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    with path.open("rb") as source:
        done = subprocess.run(
            command("normalize", "-o", path), stdin=source, env=environment(), capture_output=True, check=False
        )
    assert done.returncode == 2
    assert path.read_text(encoding="utf-8") == DIRTY


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_any_moment_the_file_is_old_or_new(tmp_path: Path, jobs: int, exhaustive: bool) -> None:
    """Nothing is left beside it either, where the system has files without a name."""
    path = tmp_path / "a.txt"
    old, new = DIRTY * 40_000, CLEAN * 40_000
    path.write_text(old, encoding="utf-8")
    begin = time.monotonic()
    assert run("normalize", "-j", jobs, "-i", path).returncode == 0
    whole = time.monotonic() - begin
    chance = random.Random(jobs)
    seen = set()
    for attempt in range(100 if exhaustive else 12):
        path.write_text(old, encoding="utf-8")
        process = start("normalize", "-j", jobs, "-i", path, stderr=subprocess.DEVNULL)
        time.sleep(whole * (chance.random() * 1.2 if attempt else 0.9))
        process.kill()
        process.wait(timeout=60)
        text = path.read_text(encoding="utf-8")
        assert text in (old, new)
        seen.add(text == new)
        assert len(text) in (len(old), len(new))
    if sys.platform == "linux" and hasattr(os, "O_TMPFILE"):
        # Only between getting its name and taking the place of the old file can it be left.
        assert len(list(tmp_path.iterdir())) <= 2
    assert seen


@posix
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("named", [True, False])
def test_asked_to_end_it_leaves_the_old_file_alone(tmp_path: Path, number: int, code: int, named: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text("first\n", encoding="utf-8")
    first = {} if named else {"first": str(without_nameless_files(tmp_path))}
    before = sorted(tmp_path.iterdir())
    process = start(
        "normalize", "-", "-o", path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(**first)
    )
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(DIRTY.encode() * 100_000)
    process.stdin.flush()
    wait_until_reading(process)
    process.send_signal(number)
    assert process.wait(timeout=60) == code
    assert process.stderr.read() == b""
    process.stderr.close()
    process.stdin.close()
    assert path.read_text(encoding="utf-8") == "first\n"
    assert sorted(tmp_path.iterdir()) == before


def without_nameless_files(folder: Path) -> Path:
    """Return a folder for PYTHONPATH in which Python forgets that the system has files without a name."""
    inside = folder / "site"
    inside.mkdir()
    code = "import os\nif hasattr(os, 'O_TMPFILE'):\n    del os.O_TMPFILE\n"
    (inside / "sitecustomize.py").write_text(code, encoding="utf-8")
    return inside


def wait_until_reading(process: subprocess.Popen[bytes]) -> None:
    """Wait until the process has taken what was written to it and waits for more."""
    import fcntl
    import struct
    import termios

    assert process.stdin is not None
    for _ in range(600):
        waiting = struct.unpack("i", fcntl.ioctl(process.stdin, termios.FIONREAD, b"\0" * 4))[0]
        if not waiting:
            time.sleep(0.2)
            return
        time.sleep(0.05)
    raise AssertionError("the process does not read")


@posix
@pytest.mark.parametrize("where", ["output", "in place"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, where: str) -> None:
    """A limit of the size of files stands for the disk."""
    import resource

    big = tmp_path / "big.txt"
    big.write_text(DIRTY * 100_000, encoding="utf-8")
    old = tmp_path / "out.txt"
    old.write_text("old\n", encoding="utf-8")
    words = ["-i", big] if where == "in place" else [big, "-o", old]
    limit = 200_000
    done = run("normalize", *words, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == 4
    target = big if where == "in place" else old
    assert done.stderr.decode() == f"gujtext: {target}: File too large\n"
    assert big.read_text(encoding="utf-8") == DIRTY * 100_000
    assert old.read_text(encoding="utf-8") == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["big.txt", "out.txt"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
@pytest.mark.parametrize(("jobs", "lines"), [(1, 1), (1, 1000), (2, 1)])
def test_a_full_standard_output_is_4(tmp_path: Path, jobs: int, lines: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY * lines, encoding="utf-8")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command("normalize", "-j", jobs, path),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr == b"gujtext: <stdout>: No space left on device\n"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts a small disk")
def test_a_small_disk_that_fills(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no small disk here")
    try:
        path = disk / "a.txt"
        path.write_text(DIRTY * 30_000, encoding="utf-8")
        done = run("normalize", "-i", path)
        assert done.returncode == 4
        assert done.stderr.decode() == f"gujtext: {path}: No space left on device\n"
        assert path.read_text(encoding="utf-8") == DIRTY * 30_000
        assert [one.name for one in disk.iterdir()] == ["a.txt"]
    finally:
        subprocess.run(["umount", disk], check=True)


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        done = run("normalize", "-i", tmp_path / "a.txt")
        assert done.returncode == 4
        assert done.stderr.decode() == f"gujtext: {tmp_path / 'a.txt'}: Permission denied\n"
    finally:
        tmp_path.chmod(0o700)
