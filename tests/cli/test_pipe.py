"""``gujtext pipe`` over text, as real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from gujtext import Pipeline

SAMPLE = "resources/samples/news.txt"
TEXT = "અેક ગામ. બે ગામ.\n\n  \nશંુ થયું?\nછેલ્લી લીટી"


def run(repository: Path, *words: str, data: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "gujtext", "pipe", *words],
        input=data if isinstance(data, bytes) else data.encode(),
        capture_output=True,
        cwd=repository,
        timeout=120,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_every_line_is_a_record_with_its_place_in_the_file(repository: Path) -> None:
    done = run(repository, "normalize | sentences | words", data=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(record["line"], record["offset"]) for record in records] == [(1, 0), (4, 21), (5, 31)]
    pipeline = Pipeline("normalize | sentences | words")
    for record, line in zip(records, [TEXT.split("\n")[k] for k in (0, 3, 4)], strict=True):
        del record["line"]
        begin = record.pop("offset")
        assert record == pipeline(line).to_dict()
        assert all(TEXT[begin + one["start"] : begin + one["end"]] == one["text"] for one in record["tokens"])


def test_records_of_several_files_say_which(repository: Path, tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in "ab"]
    for path in paths:
        Path(path).write_text("એક\n", encoding="utf-8")
    records = [json.loads(line) for line in run(repository, "words", *paths).stdout.splitlines()]
    assert [record["file"] for record in records] == paths
    assert "file" not in json.loads(run(repository, "words", paths[0]).stdout)


def test_steps_that_only_change_the_text_give_the_text(repository: Path) -> None:
    assert run(repository, "normalize", data=TEXT).stdout == TEXT.replace("અે", "એ").replace("ંુ", "ું")
    assert run(repository, "normalize | transliterate scheme=iso15919", data="અેક\r\n\n").stdout == "ēka\r\n\n"


def test_several_workers_write_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("અેક ગામમાં ૨૫ લોકો હતા. શંુ થયું?\n" * 40_000, encoding="utf-8")
    for steps in ("normalize | sentences", "normalize"):
        outputs = [tmp_path / f"{steps[-9:]}{n}" for n in "12"]
        for jobs, output in zip("12", outputs, strict=True):
            assert run(repository, steps, str(path), "-j", jobs, "-o", str(output)).returncode == 0
        assert outputs[0].read_bytes() == outputs[1].read_bytes()
        assert outputs[0].stat().st_size > 2_000_000, "more than one block"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["normalise"], "there is no step 'normalise'; the steps are normalize,"),
        (["normalize profil=visual"], "no option 'profil'; its options are profile, enable, disable"),
        (["words | normalize"], "'normalize' changes the text and must come before 'words'"),
        (["words", "-j", "0"], "at least 1"),
        (["words", "--engine", "ray", SAMPLE], "--engine ray is for folders"),
        (["words", SAMPLE, "--input", "*.parquet", "--output", "out"], "not both"),
        (["words", SAMPLE, "-o", SAMPLE], "both input and output"),
    ],
)
def test_a_command_that_makes_no_sense_is_2_with_what_would(repository: Path, words: list[str], message: str) -> None:
    done = run(repository, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_data_is_3_with_its_place_and_leaves_no_file(repository: Path, tmp_path: Path, jobs: str) -> None:
    output = tmp_path / "out.txt"
    words = ["transliterate scheme=wx strict=true", "-j", jobs, "-o", str(output)]
    strict = run(repository, *words, data="ગામ\nક\u0afa\n")
    assert strict.returncode == 3
    assert strict.stderr.startswith("gujtext: <stdin>:2: wx cannot express U+0AFA")
    broken = run(repository, *words, data="ગામ\n".encode() + b"\xff\n")
    assert broken.returncode == 3
    assert broken.stderr.startswith("gujtext: <stdin>:2:1: not UTF-8")
    assert list(tmp_path.iterdir()) == []


def test_a_slow_pipe_is_answered_line_by_line(repository: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "gujtext", "pipe", "normalize"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=repository,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for _ in range(2):
        process.stdin.write("અેક\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == "એક\n".encode()  # before the input ends
    assert process.communicate(timeout=30)[0] == b""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are found in /proc")
def test_a_killed_worker_is_4_with_its_end_told(repository: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "gujtext", "pipe", "words", "-j", "2", "-o", str(output)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=repository,
        bufsize=0,
    )
    assert process.stdin is not None
    assert process.stderr is not None
    block = "ગામમાં લોકો હતા.\n".encode() * 30_000
    process.stdin.write(block * 2)  # read as far as a pipe holds: a first worker has begun
    for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
    with suppress(BrokenPipeError):
        process.stdin.write(block * 4)
    process.stdin.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 4
    assert "was killed by SIGKILL" in errors
    assert errors.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_neither_a_process_nor_a_file(repository: Path, tmp_path: Path, jobs: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "gujtext", "pipe", "words", "-j", jobs, "-o", str(tmp_path / "out.jsonl")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=repository,
        bufsize=0,
        start_new_session=True,
    )
    assert process.stdin is not None
    process.stdin.write("ગામમાં લોકો હતા.\n".encode() * 60_000)  # more than a pipe holds: it is being read
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=60)  # comes back when nobody holds the pipes any more
    assert (process.returncode, output, errors) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []
