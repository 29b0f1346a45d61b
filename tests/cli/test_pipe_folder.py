"""``gujtext pipe --input`` over folders of Parquet, as real processes, on this machine and in Ray."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gujtext import Pipeline

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

LINES = ["અેક ગામ. બે ગામ.", None, "", "શંુ થયું? રશિયામાં ૨૫ લોકો."]
STEPS = "normalize | sentences | words | names | numbers | transliterate"


def run(repository: Path, folder: Path, *words: str, limit: Callable[[], None] | None = None) -> Any:
    """Run ``gujtext pipe`` in a folder; return the exit code, the reports by input, and the messages."""
    done = subprocess.run(
        [sys.executable, "-m", "gujtext", "pipe", *words],
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(repository)},
        timeout=300,
        preexec_fn=limit,
    )
    reports = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return done.returncode, {report["input"]: report for report in reports}, done.stderr.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three shards in a folder ``in``, one of them below it."""
    (tmp_path / "in" / "a").mkdir(parents=True)
    for number, name in enumerate(["1", "2", "a/1"]):
        table = pa.table({"id": range(400), "text": LINES * 100, "shard": [number] * 400})
        pq.write_table(table, tmp_path / "in" / f"{name}.parquet", row_group_size=150)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files, those without a proper name too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_documents_are_a_column_beside_the_others(repository: Path, folder: Path) -> None:
    code, reports, errors = run(repository, folder, STEPS, "--input", "in/**/*.parquet", "--output", "out")
    assert (code, errors) == (0, "")
    assert reports["in/a/1.parquet"] == {
        "input": "in/a/1.parquet", "output": "out/a/1.parquet", "rows": 400, "there": False
    }  # fmt: skip
    assert set(contents(folder / "out")) == {"1.parquet", "2.parquet", "a/1.parquet"}
    before, after = (pq.read_table(folder / one / "2.parquet") for one in ("in", "out"))
    assert after.drop_columns("gujtext").cast(before.schema) == before
    for text, found in zip(LINES, after["gujtext"].to_pylist()[:4], strict=True):
        assert found == (None if text is None else _expected(text))


def _expected(text: str) -> dict[str, Any]:
    found = Pipeline(STEPS)(text).to_dict()
    del found["text"]
    return found


def test_text_takes_the_place_of_text_or_of_another_column(repository: Path, folder: Path) -> None:
    clean = ["એક ગામ. બે ગામ.", None, "", "શું થયું? રશિયામાં ૨૫ લોકો."]
    assert run(repository, folder, "normalize", "--input", "in/*.parquet", "--output", "a")[0] == 0
    assert pq.read_table(folder / "a/1.parquet")["text"].to_pylist()[:4] == clean
    words = ["--input", "in/*.parquet", "--output", "b", "--out-field", "clean"]
    assert run(repository, folder, "normalize", *words)[0] == 0
    table = pq.read_table(folder / "b/1.parquet")
    assert table.column_names == ["id", "text", "shard", "clean"]
    assert table["text"].to_pylist()[:4] == LINES
    assert table["clean"].to_pylist()[:4] == clean


def test_every_type_of_text_is_read(repository: Path, tmp_path: Path) -> None:
    kinds = {"large": pa.large_string(), "dictionary": pa.dictionary(pa.int32(), pa.string()), "view": pa.string_view()}
    for name, kind in kinds.items():
        pq.write_table(pa.table({"t": pa.array(LINES, pa.string()).cast(kind)}), tmp_path / f"{name}.parquet")
    for steps, out in (("normalize", "a"), ("words", "b")):
        code, _, errors = run(repository, tmp_path, steps, "--input", "*.parquet", "--output", out, "--field", "t")
        assert (code, errors) == (0, "")
    for name in kinds:
        assert pq.read_table(tmp_path / f"a/{name}.parquet")["t"].to_pylist()[0] == "એક ગામ. બે ગામ."
        assert len(pq.read_table(tmp_path / f"b/{name}.parquet")["gujtext"].to_pylist()[0]["tokens"]) == 6


def test_a_table_without_rows_stays_one(repository: Path, tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "x.parquet")
    assert run(repository, tmp_path, "words", "--input", "*.parquet", "--output", "out")[0] == 0
    assert pq.read_table(tmp_path / "out/x.parquet").column_names == ["text", "gujtext"]


def test_several_workers_write_the_same_bytes(repository: Path, folder: Path) -> None:
    for jobs in "12":
        words = [STEPS, "--input", "in/**/*.parquet", "--output", jobs, "-j", jobs]
        assert run(repository, folder, *words)[0] == 0
    assert contents(folder / "1") == contents(folder / "2") != {}


def test_what_is_there_is_not_done_again_but_only_by_the_same_command(repository: Path, folder: Path) -> None:
    words = ["--input", "in/*.parquet", "--output", "out"]
    run(repository, folder, "words", *words)
    first = contents(folder / "out")
    (folder / "out/2.parquet").unlink()
    stamp = (folder / "out/1.parquet").stat().st_mtime_ns
    code, reports, _ = run(repository, folder, "words", *words)
    assert code == 0
    assert {name: report["there"] for name, report in reports.items()} == {"in/1.parquet": True, "in/2.parquet": False}
    assert (folder / "out/1.parquet").stat().st_mtime_ns == stamp
    assert contents(folder / "out") == first
    for other in (["sentences", *words], ["words", *words, "--out-field", "x"]):
        code, _, errors = run(repository, folder, *other)
        assert code == 2
        assert "out/1.parquet is there and was made by" in errors
    (folder / "out/1.parquet").write_bytes(b"something else")
    code, _, errors = run(repository, folder, "words", *words)
    assert code == 2
    assert "was not made by gujtext pipe" in errors


def test_a_run_killed_at_any_moment_leaves_whole_files_and_is_taken_up(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(6):
        pq.write_table(pa.table({"text": LINES * 250}), tmp_path / "in" / f"{number}.parquet")
    words = ["normalize | words", "--input", "in/*.parquet", "-j", "2", "--output"]
    process = subprocess.Popen(
        [sys.executable, "-m", "gujtext", "pipe", *words, "out"],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repository)},
    )
    assert process.stdout is not None
    process.stdout.readline()  # one is done, others are in work
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)  # returns when no worker holds the pipe any more
    done = sorted((tmp_path / "out").glob("*.parquet"))
    assert 1 <= len(done) < 6
    assert all(pq.read_table(path).num_rows == 1000 for path in done)
    code, reports, _ = run(repository, tmp_path, *words, "out")
    assert code == 0
    assert sum(report["there"] for report in reports.values()) == len(done)
    run(repository, tmp_path, *words, "again")
    assert {name: data for name, data in contents(tmp_path / "out").items() if name.endswith(".parquet")} == contents(
        tmp_path / "again"
    )


def damage(path: Path) -> None:
    """Overwrite the compressed data of the second row group."""
    column = pq.ParquetFile(path).metadata.row_group(1).column(1)
    start = column.dictionary_page_offset or column.data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (damage, "in/1.parquet: row group 2 cannot be read: "),
        (lambda path: path.write_bytes(path.read_bytes()[:-20]), "in/1.parquet: not a Parquet file: "),
        (lambda path: path.write_bytes(b""), "in/1.parquet: not a Parquet file: "),
        (
            lambda path: pq.write_table(pa.table({"body": ["એક"], "id": [1]}), path),
            "in/1.parquet: there is no field 'text'; the fields are body, id",
        ),
        (
            lambda path: pq.write_table(pa.table({"text": [1, 2]}), path),
            "in/1.parquet: the field 'text' holds int64, not text",
        ),
    ],
    ids=["damaged", "truncated", "empty", "no field", "no text"],
)
def test_a_bad_shard_is_3_is_named_and_does_not_stop_the_others(
    repository: Path, folder: Path, spoil: Callable[[Path], Any], message: str
) -> None:
    spoil(folder / "in/1.parquet")
    code, reports, errors = run(repository, folder, "words", "--input", "in/*.parquet", "--output", "out", "-j", "2")
    assert code == 3
    assert errors.startswith(f"gujtext: {message}")
    assert errors.count("\n") == 1
    assert list(reports) == ["in/2.parquet"]
    assert set(contents(folder / "out")) == {"2.parquet"}, "nothing half-written"


def test_a_shard_that_cannot_be_opened_is_4_and_does_not_stop_the_others(repository: Path, folder: Path) -> None:
    (folder / "in/0.parquet").symlink_to("nowhere")
    code, reports, errors = run(repository, folder, "words", "--input", "in/*.parquet", "--output", "out")
    assert code == 4
    assert errors == "gujtext: in/0.parquet: No such file or directory\n"
    assert list(reports) == ["in/1.parquet", "in/2.parquet"]


def test_a_character_that_a_strict_scheme_lacks_is_bad_data(repository: Path, folder: Path) -> None:
    pq.write_table(pa.table({"text": ["ગામ", "ક\u0afa"]}), folder / "in/1.parquet")
    words = ["transliterate scheme=wx strict=true", "--input", "in/1.parquet", "--output", "out"]
    code, _, errors = run(repository, folder, *words)
    assert code == 3
    assert errors.startswith("gujtext: in/1.parquet: row 2: wx cannot express U+0AFA")


def test_a_full_disk_is_4_and_leaves_nothing(repository: Path, folder: Path) -> None:
    resource = pytest.importorskip("resource")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    words = ["words", "--input", "in/1.parquet", "--output", "out"]
    code, reports, errors = run(repository, folder, *words, limit=limit)
    assert (code, reports) == (4, {})
    assert errors.startswith("gujtext: ")
    assert errors.count("\n") == 1
    assert contents(folder / "out") == {}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--input", "none/*.parquet", "--output", "out"], 4, "none/*.parquet: no file matches this"),
        (["--input", "i*", "--output", "out"], 4, "in: is a folder; its files are read as FOLDER/**/*.parquet"),
        (["--input", "in/*.parquet"], 2, "--output FOLDER"),
        (["--input", "in/*.parquet", "--output", "in"], 2, "is both input and output"),
        (
            ["--input", "in/*.parquet", "--input", "in/a/*.parquet", "--output", "out"],
            2,
            "would both become out/1.parquet",
        ),
        (["--input", "in/*.parquet", "--output", "in/1.parquet"], 4, "in/1.parquet"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    repository: Path, folder: Path, words: list[str], code: int, message: str
) -> None:
    before = contents(folder)
    found, _, errors = run(repository, folder, "words", *words)
    assert found == code
    assert message in errors
    assert errors.count("\n") == 1
    assert contents(folder) == before


@pytest.mark.parametrize(("package", "engine"), [("pyarrow", "local"), ("ray", "ray")])
def test_a_missing_package_is_named_with_what_installs_it(
    repository: Path, folder: Path, package: str, engine: str
) -> None:
    words = ["pipe", "words", "--input", "in/*.parquet", "--output", "out", "--engine", engine]
    code = f"import sys; sys.modules[{package!r}] = None; from gujtext.cli import main; sys.exit(main({words!r}))"
    environment = {**os.environ, "PYTHONPATH": str(repository)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=folder, env=environment, timeout=60)
    assert done.returncode == 2
    assert f"wants the package {package}: pip install".encode() in done.stderr


def test_results_below_the_inputs_are_no_inputs(repository: Path, folder: Path) -> None:
    words = ["words", "--input", "in/**/*.parquet", "--output", "in/out"]
    for there in (False, True):
        code, reports, errors = run(repository, folder, *words)
        assert (code, errors) == (0, "")
        assert {name: report["there"] for name, report in reports.items()} == {
            "in/1.parquet": there,
            "in/2.parquet": there,
            "in/a/1.parquet": there,
        }


def test_a_column_is_replaced_only_where_it_was_named(repository: Path, folder: Path) -> None:
    assert run(repository, folder, "words", "--input", "in/1.parquet", "--output", "a")[0] == 0
    words = ["sentences", "--input", "a/1.parquet", "--output", "b"]
    code, _, errors = run(repository, folder, *words)
    assert code == 3
    assert errors == "gujtext: a/1.parquet: there is a field 'gujtext' already; --out-field names another one\n"
    assert run(repository, folder, *words, "--out-field", "gujtext")[0] == 0
    assert "sentences" in pq.read_table(folder / "b/1.parquet")["gujtext"].to_pylist()[0]


@pytest.mark.slow
def test_ray_gives_the_same_files_and_the_same_errors(repository: Path, folder: Path) -> None:
    """One run for all: a cluster takes its time to start."""
    pytest.importorskip("ray")
    pq.write_table(pa.table({"body": ["એક"]}), folder / "in/3.parquet")
    words = [STEPS, "--input", "in/**/*.parquet", "-j", "2", "--output"]
    local = run(repository, folder, *words, "local")
    (folder / "ray").mkdir()
    (folder / "ray/1.parquet").write_bytes((folder / "local/1.parquet").read_bytes())
    code, reports, errors = run(repository, folder, *words, "ray", "--engine", "ray")
    assert code == local[0] == 3
    assert errors == local[2] == "gujtext: in/3.parquet: there is no field 'text'; the fields are body\n"
    assert {name: report["there"] for name, report in reports.items()} == {
        "in/1.parquet": True,
        "in/2.parquet": False,
        "in/a/1.parquet": False,
    }
    assert contents(folder / "ray") == contents(folder / "local")
