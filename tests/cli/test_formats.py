"""Records and compressed files: what is not the field stays byte by byte, what cannot be read has a name."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
from pathlib import Path
from typing import Any

import pytest
from command import environment, run

# The first word is misspelled: normalize makes it એક.
DIRTY, CLEAN = "અેક ગામ", "એક ગામ"


def test_jsonl_keeps_every_byte_but_the_value(tmp_path: Path) -> None:
    lines = [
        f'{{"id": 1e400, "text": "{DIRTY}", "n": 12345678901234567890.10, "text2": "અેક"}}',
        f' {{"z":[{{"text":"અેક"}}],"text":"{DIRTY}","a":null,"z":"\\u00e9"}} ',
        "",
        '{"text": null, "b" : true}',
        '{"text": "\\u0a85\\u0ac7\\u0a95"}',
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    done = run("normalize", path)
    assert (done.returncode, done.stderr) == (0, b"")
    expected = "\r\n".join(lines).replace(DIRTY, CLEAN).replace("\\u0a85\\u0ac7\\u0a95", "\\u0a8f\\u0a95")
    assert done.stdout.decode() == expected


def test_jsonl_of_clean_text_is_the_same_file(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbf{"text" :"\\u0a95\\/"}\n{"text":"a"\t}\n'
    assert run("normalize", "--format", "jsonl", data=data).stdout == data


def test_several_fields_go_to_new_ones_in_order() -> None:
    data = f'{{"a": "{DIRTY}", "b": "છે."}}\n{{"b":"ગઈ","a":""}}\n'
    words = ("words", "--format", "jsonl", "--field", "b", "--field", "a", "--out-field", "y", "--out-field", "x")
    done = run(*words, data=data)
    assert done.stdout.decode().splitlines() == [
        f'{{"a": "{DIRTY}", "b": "છે.", "y": ["છે", "."], "x": ["અેક", "ગામ"]}}',
        '{"b":"ગઈ","a":"","y":["ગઈ"],"x":[]}',
    ]


def test_spans_of_a_field_count_in_the_field() -> None:
    data = '{"text": "રામ આવ્યો. સીતા ગઈ."}\n' * 2
    for line in run("sentences", "--json", "--format", "jsonl", "--out-field", "s", data=data).stdout.splitlines():
        record = json.loads(line)
        assert [one["text"] for one in record["s"]] == ["રામ આવ્યો.", "સીતા ગઈ."]
        assert all(record["text"][one["start"] : one["end"]] == one["text"] for one in record["s"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"text": "a"}\n{"b": "a"}\n', "<stdin>:2: no field 'text'; there are: 'b'"),
        ('{"text": "a"}\n{"text": 7}\n', "<stdin>:2: field 'text' holds a number, not a text"),
        ('{"text": "a"}\n{"text": [1]}\n', "<stdin>:2: field 'text' holds an array, not a text"),
        ('{"text": "a"}\n{"text": "a" "b"}\n', "<stdin>:2: not JSON"),
        ('{"text": "a"}\n{"text": "a"} x\n', "<stdin>:2: not JSON"),
        ('{"text": "a"}\n["text"]\n', "<stdin>:2: not a JSON object"),
        ('{"text": "a"}\n{"text": ' + "[" * 100_000 + "\n", "<stdin>:2: JSON nested too deeply"),
    ],
)
def test_a_bad_record_is_named_and_those_before_it_are_written(data: str, message: str) -> None:
    done = run("normalize", "--format", "jsonl", data=data)
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"gujtext: {message}")
    assert done.stdout.decode() == '{"text": "a"}\n'
    skipped = run("normalize", "--format", "jsonl", "--errors", "skip", data=data + '{"text": "b"}\n')
    assert skipped.returncode == 0
    assert skipped.stdout.decode() == '{"text": "a"}\n{"text": "b"}\n'
    assert skipped.stderr.decode() == f"{done.stderr.decode().rstrip()}; left out\n"


def test_csv_keeps_rows_that_do_not_change_and_quotes_those_that_do() -> None:
    data = 'id,text,z\r\n1,"અેક, ""બે""",q\r\n\r\n2,"x\nઅેક",\r\n4,સાફ,"quoted"\r\n'
    done = run("normalize", "--format", "csv", data=data)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))
    assert rows[1] == ["1", 'એક, "બે"', "q"]
    assert rows[3] == ["2", "x\nએક", ""]
    assert done.stdout.decode().endswith('\r\n4,સાફ,"quoted"\r\n')


def test_csv_of_clean_rows_is_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('"id","text"\n"1","સાફ ""x"""\n2,  છે\n', encoding="utf-8", newline="")
    assert run("normalize", path).stdout == path.read_bytes()


def test_csv_where_all_is_quoted_stays_so() -> None:
    data = f'"id","text"\n"1","{DIRTY}"\n'
    assert run("normalize", "--format", "csv", data=data).stdout.decode() == data.replace(DIRTY, CLEAN)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("id,b\n1,2\n", "<stdin>:1: no field 'text'; there are: 'id', 'b'"),
        ("id,text\n1,a\n2\n", "<stdin>:3: only 1 of 2 cells"),
        ('id,text\n1,a\n2,"b\n', "<stdin>:3: not CSV: unexpected end of data"),
    ],
)
def test_bad_tables_are_named(data: str, message: str) -> None:
    done = run("words", "--format", "csv", data=data)
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"gujtext: {message}")
    assert done.stdout.decode() in ("", "id,text\n1,a\n")  # the complete rows before it


def test_tsv_cells_are_what_stands_between_tabs() -> None:
    data = f'id\ttext\n1\t"{DIRTY}\n2\t'
    assert run("normalize", "--format", "tsv", data=data).stdout.decode() == data.replace(DIRTY, CLEAN)
    done = run("sentences", "--format", "tsv", "--out-field", "s", data="text\nરામ આવ્યો. સીતા ગઈ.\n")
    assert done.stdout.decode() == "text\ts\nરામ આવ્યો. સીતા ગઈ.\tરામ આવ્યો.\\nસીતા ગઈ.\n"


def test_tables_for_one_output_have_one_header(tmp_path: Path) -> None:
    for name, text in (("a", "text\nક\n"), ("b", "text\nખ\n"), ("c", "text,z\nખ,\n")):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    done = run("normalize", "a.csv", "b.csv", cwd=tmp_path)
    assert done.stdout.decode() == "text\nક\nખ\n"
    other = run("normalize", "a.csv", "c.csv", "-o", "x.csv", cwd=tmp_path)
    assert (other.returncode, other.stderr) == (3, b"gujtext: c.csv: its columns are not those of the file before it\n")
    assert not (tmp_path / "x.csv").exists()


def packers() -> list[Any]:
    return [
        pytest.param(".gz", gzip.compress, gzip.decompress, id="gz"),
        pytest.param(".bz2", bz2.compress, bz2.decompress, id="bz2"),
        pytest.param(".xz", lzma.compress, lzma.decompress, id="xz"),
        pytest.param(".zst", _zstandard("compress"), _zstandard("decompress"), id="zst"),
    ]


def _zstandard(name: str) -> Any:
    def call(data: bytes) -> bytes:
        zstandard = pytest.importorskip("zstandard")
        if name == "compress":
            return bytes(zstandard.ZstdCompressor(write_content_size=False).compress(data))
        return bytes(zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read())

    return call


@pytest.mark.parametrize(("ending", "pack", "unpack"), packers())
def test_compressed_files_go_in_and_out(tmp_path: Path, ending: str, pack: Any, unpack: Any) -> None:
    text = f"{DIRTY}\n" * 1000
    # Two members or frames in a row, as tools that append or work in parallel write them.
    (tmp_path / f"a.txt{ending}").write_bytes(pack(text.encode()) + pack(text.encode()))
    done = run("normalize", f"a.txt{ending}", "-o", f"b.txt{ending}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert unpack((tmp_path / f"b.txt{ending}").read_bytes()).decode() == f"{CLEAN}\n" * 2000
    run("normalize", "-i", f"a.txt{ending}", cwd=tmp_path)
    assert (tmp_path / f"a.txt{ending}").read_bytes() == (tmp_path / f"b.txt{ending}").read_bytes()


@pytest.mark.parametrize(("ending", "pack", "_"), packers())
def test_a_truncated_or_damaged_file_is_named(tmp_path: Path, ending: str, pack: Any, _: Any) -> None:
    lines = [f"{k * k * 7919} લીટી\n" for k in range(40_000)]
    data = pack("".join(lines).encode())
    path = tmp_path / f"a.txt{ending}"
    # What a damaged file unpacks to may fail to be UTF-8 before its checksum fails.
    truncated = "the compressed data end too early"
    damaged = data[: len(data) // 2] + bytes(20) + data[len(data) // 2 + 20 :]
    for bad, message in ((data[: len(data) * 2 // 3], truncated), (damaged, "")):
        path.write_bytes(bad)
        done = run("normalize", path)
        assert done.returncode == 3
        assert done.stderr.decode().startswith(f"gujtext: {path}:")
        assert message in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
        written = done.stdout.decode()
        assert not message or "".join(lines).startswith(written)
        assert written == "" or written.endswith("\n")  # complete lines only
        assert run("normalize", path, "-o", tmp_path / "out.txt").returncode == 3
        assert not (tmp_path / "out.txt").exists()
    if ending in (".gz", ".zst"):  # small blocks: much comes before the end
        path.write_bytes(data[: len(data) * 2 // 3])
        assert len(run("normalize", path).stdout) > 10_000


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("zstandard", "a.txt.zst", "zstd"), ("pyarrow", "a.parquet", "arrow")]
)
def test_a_missing_extra_is_named(tmp_path: Path, module: str, name: str, extra: str) -> None:
    (tmp_path / f"{module}.py").write_text("raise ImportError\n", encoding="utf-8")
    (tmp_path / name).write_bytes(b"x")
    done = run("normalize", name, cwd=tmp_path, env=environment(first=str(tmp_path)))
    assert done.returncode == 2
    assert f"pip install 'gujtext[{extra}]'" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    """A table of several kinds of columns and three row groups."""
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as writer

    table = arrow.table(
        {
            "id": arrow.array(range(300), arrow.int16()),
            "text": [None if k % 7 == 0 else f"{DIRTY} {k}" for k in range(300)],
            "kind": arrow.array([DIRTY, "ખ"] * 150).dictionary_encode(),
            "large": arrow.array([DIRTY] * 300, arrow.large_string()),
            "nested": [{"a": [k]} for k in range(300)],
        },
        metadata={"made": "by a test"},
    )
    path = tmp_path / "a.parquet"
    writer.write_table(table, path, row_group_size=100, compression="gzip")
    return path


def test_parquet_keeps_schema_metadata_row_groups_and_compression(parquet: Path) -> None:
    from pyarrow import parquet as reader

    fields = [word for field in ("text", "kind", "large") for word in ("--field", field)]
    done = run("normalize", *fields, "a.parquet", "-o", "b.parquet", cwd=parquet.parent)
    assert (done.returncode, done.stderr) == (0, b"")
    before, after = reader.ParquetFile(parquet), reader.ParquetFile(parquet.parent / "b.parquet")
    assert after.schema_arrow.equals(before.schema_arrow, check_metadata=True)
    assert after.num_row_groups == 3
    assert after.metadata.row_group(0).column(1).compression == "GZIP"
    old, new = before.read().to_pydict(), after.read().to_pydict()
    for field in ("text", "kind", "large"):
        assert new[field] == [None if value is None else value.replace(DIRTY, CLEAN) for value in old[field]]
    assert (new["id"], new["nested"]) == (old["id"], old["nested"])


def test_parquet_gets_lists_and_structs(parquet: Path) -> None:
    from pyarrow import parquet as reader

    assert run("words", "--out-field", "w", parquet, "-o", parquet.parent / "w.parquet").returncode == 0
    words = reader.read_table(parquet.parent / "w.parquet")
    assert str(words.schema.field("w").type).startswith("list<")
    assert words["w"][1].as_py() == ["અેક", "ગામ", "1"]
    assert words["w"][0].as_py() is None
    assert run("words", "--json", "--out-field", "w", parquet, "-o", parquet.parent / "s.parquet").returncode == 0
    spans = reader.read_table(parquet.parent / "s.parquet")["w"][1].as_py()
    assert spans[1] == {"start": 4, "end": 7, "kind": "word", "text": "ગામ"}


def test_an_unreadable_row_group_is_named(parquet: Path) -> None:
    from pyarrow import parquet as reader

    column = reader.ParquetFile(parquet).metadata.row_group(1).column(1)
    data = bytearray(parquet.read_bytes())
    begin = column.dictionary_page_offset or column.data_page_offset
    data[begin : begin + column.total_compressed_size] = bytes(column.total_compressed_size)
    parquet.write_bytes(data)
    target = parquet.parent / "b.parquet"
    done = run("normalize", parquet, "-o", target)
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"gujtext: {parquet}: row group 2 cannot be read: ")
    assert done.stderr.count(b"\n") == 1
    assert not target.exists()
    before = parquet.read_bytes()
    assert run("normalize", "-i", parquet).returncode == 3
    assert parquet.read_bytes() == before
    skipped = run("normalize", "--errors", "skip", parquet, "-o", target)
    assert skipped.returncode == 0
    assert "row group 2 cannot be read" in skipped.stderr.decode()
    assert reader.read_table(target)["id"].to_pylist() == [*range(100), *range(200, 300)]


@pytest.mark.parametrize("words", [("--field", "id"), ("--field", "none")])
def test_parquet_fields_that_are_no_text_are_named(parquet: Path, words: tuple[str, ...]) -> None:
    done = run("normalize", *words, parquet, "-o", parquet.parent / "b.parquet")
    assert done.returncode == 3
    assert f"field {words[1]!r}" in done.stderr.decode()


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"text\n")
    done = run("normalize", "a.parquet", "-o", "b.parquet", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
    assert done.stderr.decode().startswith("gujtext: a.parquet: not a Parquet file: ")


@pytest.mark.parametrize(
    "words",
    [
        ("--field", "text", "a.txt"),  # no records
        ("-0", "a.jsonl"),
        ("--field", "text", "--out-field", "a", "--out-field", "b", "a.jsonl"),
        ("a.txt", "a.jsonl"),  # two formats, one output
        ("a.jsonl", "-o", "b.csv"),
        ("-i", "a.txt", "-o", "b.txt"),
        ("-i", "--check", "a.txt"),
        ("-i",),  # standard input
        ("-j", "two", "a.txt"),
        ("--max-line", "1T", "a.txt"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("ક\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "ક"}\n', encoding="utf-8")
    done = run("normalize", *words, cwd=tmp_path, data=b"")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "a.txt"]
