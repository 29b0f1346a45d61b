"""``gujtext pipe`` over text, as real processes."""

from __future__ import annotations

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

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


def test_places_are_right_in_a_long_input_with_a_long_line(repository: Path) -> None:
    text = "ગામ 😀.\n\n" * 12_000 + "લાંબી લીટી " * 30_000 + "\n" + "બે ગામ.\n" * 12_000 + "છેલ્લી"
    records = [json.loads(line) for line in run(repository, "sentences", data=text).stdout.splitlines()]
    lines = text.split("\n")
    assert [record["line"] for record in records] == [n for n, line in enumerate(lines, 1) if line]
    for record in records:
        begin = record["offset"]
        assert record["text"] == lines[record["line"] - 1] == text[begin : begin + len(record["text"])]


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
        (["words", "-i", SAMPLE], "-i is for steps that give text"),
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
        if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes():
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


RECORDS = [{"id": 1, "text": "અેક ગામ."}, {"id": 2, "text": None}, {"id": 3, "text": "શંુ થયું?"}]


def documents(repository: Path, folder: Path, name: str, out: str) -> list[Any]:
    done = run(repository, "normalize | words", str(folder / name), "-o", str(folder / out), "-j", "2")
    assert (done.returncode, done.stderr) == (0, "")
    read = {"jsonl": _jsonl, "tsv": _tsv, "parquet": _parquet}[out.split(".")[1]]
    return read(folder / out)


def _jsonl(path: Path) -> list[Any]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _tsv(path: Path) -> list[Any]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [{"id": int(row["id"]), "text": row["text"], "gujtext": json.loads(row["gujtext"])} for row in rows]


def _parquet(path: Path) -> list[Any]:
    rows: list[Any] = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    return rows


def expected(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    pipeline = Pipeline("normalize | words")
    found = []
    for record in records:
        document = pipeline(record["text"]).to_dict() if record["text"] is not None else None
        if document is not None:
            del document["text"]
        found.append({**record, "gujtext": document})
    return found


def test_records_get_a_field_with_the_document(repository: Path, tmp_path: Path) -> None:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    for out in ("b.jsonl", "b.jsonl.gz"):
        assert documents(repository, tmp_path, "a.jsonl", out) == expected(RECORDS)
    texts = [record for record in RECORDS if record["text"] is not None]
    (tmp_path / "a.tsv").write_text("id\ttext\n1\tઅેક ગામ.\n3\tશંુ થયું?\n", encoding="utf-8")
    assert documents(repository, tmp_path, "a.tsv", "b.tsv") == expected(texts)


def test_rows_of_parquet_get_a_column_of_structs(repository: Path, tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.Table.from_pylist(RECORDS), tmp_path / "a.parquet")
    assert documents(repository, tmp_path, "a.parquet", "b.parquet") == expected(RECORDS)


def test_text_takes_the_place_of_the_field_it_came_from(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "અેક", "n": 1.50}\n', encoding="utf-8")
    assert run(repository, "normalize", "--field", "body", "-i", str(path)).returncode == 0
    assert path.read_text(encoding="utf-8") == '{"body": "એક", "n": 1.50}\n'
    path.write_text('{"body": "ગામ"}\n{"body": "ક\u0afa"}\n', encoding="utf-8")
    strict = run(repository, "transliterate scheme=wx strict=true", str(path), "--field", "body")
    assert strict.returncode == 3
    assert strict.stderr.startswith(f"gujtext: {path}:2:body: wx cannot express U+0AFA")


def test_records_that_end_with_nul_may_hold_lines(repository: Path) -> None:
    done = run(repository, "sentences", "-0", data="એક ગામ.\nબે ગામ.\0ત્રણ.\0")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(record["text"], len(record["sentences"])) for record in records] == [("એક ગામ.\nબે ગામ.", 2), ("ત્રણ.", 1)]
    assert [record["offset"] for record in records] == [0, 16]
    assert run(repository, "normalize", "-0", data="અેક\nશંુ\0").stdout == "એક\nશું\0"
