"""Every data file says what it is, where it comes from and under which licence; the reader is strict."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from gujtext import resources


class Pair(NamedTuple):
    name: str
    count: int
    sure: bool


def data_files(repository: Path) -> list[Path]:
    folder = repository / "resources"
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md")


def test_every_file_has_its_row_in_the_readme(repository: Path) -> None:
    readme = (repository / "resources" / "README.md").read_text(encoding="utf-8")
    names = [path.relative_to(repository / "resources").as_posix() for path in data_files(repository)]
    assert names
    assert [name for name in names if f"`{name}`" not in readme] == []


def test_the_readme_names_no_file_that_is_not_there(repository: Path) -> None:
    folder = repository / "resources"
    rows = [line for line in (folder / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = [row.split("`")[1] for row in rows]
    assert [name for name in named if not (folder / name).is_file()] == []
    assert all(len(row.split("|")) == 5 for row in rows), "file, source and licence"


def test_every_table_begins_with_columns_source_and_licence(repository: Path) -> None:
    for path in data_files(repository):
        if path.suffix == ".tsv":
            head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
            comment = " ".join(head).lower()
            missing = [word for word in ("columns", "source", "licence") if word not in comment]
            assert not missing, f"{path.name}: the header comment does not say {missing}"


def test_tables_are_unix_text_without_stray_blanks(repository: Path) -> None:
    for path in data_files(repository):
        if path.suffix == ".tsv":
            data = path.read_bytes()
            assert b"\r" not in data, path.name
            assert data.endswith(b"\n"), path.name
            rows = [line for line in data.decode("utf-8").splitlines() if line and not line.startswith("#")]
            widths = {line.count("\t") for line in rows}
            assert len(widths) == 1, f"{path.name}: rows of different width"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "root", lambda: str(tmp_path))
    resources.table.cache_clear()
    return tmp_path


def test_cells_become_what_the_row_type_says(folder: Path) -> None:
    (folder / "good.tsv").write_text(
        "# a comment\nname\tcount\tsure\n# another\nએક\t1\tyes\n\nબે\t2\tno\n", encoding="utf-8"
    )
    assert resources.table("good.tsv", Pair) == (Pair("એક", 1, True), Pair("બે", 2, False))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name\tcount\nએક\t1\n", "bad.tsv:1: columns"),
        ("name\tcount\tsure\nએક\t1\n", "bad.tsv:2: 2 cells"),
        ("name\tcount\tsure\nએક\tone\tyes\n", "bad.tsv:2: cannot read"),
        ("name\tcount\tsure\nએક\t1\tmaybe\n", "bad.tsv:2: cannot read"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(folder: Path, content: str, message: str) -> None:
    (folder / "bad.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        resources.table("bad.tsv", Pair)


@pytest.mark.parametrize("packer", ["gzip", "lzma"])
def test_packed_files_are_unpacked(folder: Path, packer: str) -> None:
    module = pytest.importorskip(packer)
    suffix = {"gzip": "gz", "lzma": "xz"}[packer]
    (folder / f"data.bin.{suffix}").write_bytes(module.compress(b"payload"))
    assert resources.read_bytes(f"data.bin.{suffix}") == b"payload"
