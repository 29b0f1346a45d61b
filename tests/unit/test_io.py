"""Blocks of whole lines, errors with a place, output that is whole or absent."""

from __future__ import annotations

import io as stdlib_io
import os
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from gujtext import io


class Trickle(stdlib_io.BytesIO):
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self.size = size

    def read1(self, size: int | None = -1) -> bytes:
        return super().read1(self.size)


def read(data: bytes, size: int = 7, errors: str = "strict") -> list[io.Block]:
    return list(io.read_blocks(Trickle(data, size), "in.txt", errors))


@given(st.text(alphabet="કિ😀a\n\r\u2028", max_size=40), st.integers(1, 9))
def test_blocks_are_whole_lines_and_join_to_the_input(text: str, size: int) -> None:
    blocks = read(text.encode("utf-8"), size)
    assert "".join(block.text for block in blocks) == text
    for block in blocks:
        assert text[block.offset :].startswith(block.text)
        assert block.line == 1 + text[: block.offset].count("\n")
    assert all(block.text.endswith("\n") for block in blocks[:-1])


@given(st.text(alphabet="કિa\n", max_size=30), st.integers(0, 60), st.integers(1, 9))
def test_a_bad_byte_is_reported_with_its_line_and_byte(text: str, at: int, size: int) -> None:
    data = text.encode("utf-8")
    at = min(at, len(data))
    bad = data[:at] + b"\xff" + data[at:]
    with pytest.raises(io.DataError) as error:
        read(bad, size)
    # Where the bad byte cuts a character in two, that character's first byte is where decoding stopped.
    cut = len(data[:at].decode("utf-8", "ignore").encode("utf-8"))
    line, byte = 1 + data[:cut].count(b"\n"), cut - data[:cut].rfind(b"\n")
    assert str(error.value).startswith(f"in.txt:{line}:{byte}: not UTF-8")


def test_a_truncated_last_character_is_reported() -> None:
    with pytest.raises(io.DataError, match=r"^in.txt:2:2: not UTF-8 \(byte 0xe0\)"):
        read("અ\naક".encode()[:-1])


def test_utf16_is_named() -> None:
    with pytest.raises(io.DataError, match="this is UTF-16; convert it first"):
        read("ક\n".encode("utf-16"))


def test_policies() -> None:
    assert read(b"a\xffb", errors="replace")[0].text == "a\ufffdb"
    assert io.encode(read(b"a\xffb", errors="surrogateescape")[0].text) == b"a\xffb"


def test_output_appears_only_when_all_went_well(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    with pytest.raises(RuntimeError), io.open_output(str(target), []) as file:
        file.write(b"half")
        raise RuntimeError
    assert target.read_text(encoding="utf-8") == "old"
    with io.open_output(str(target), []) as file:
        file.write(b"new")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out.txt"], "no temporary file is left"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with io.open_output(str(tmp_path / "link.txt"), []) as file:
        file.write(b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


def test_the_output_may_not_be_an_input(tmp_path: Path) -> None:
    path = str(tmp_path / "x.txt")
    Path(path).write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match="both input and output"), io.open_output(path, ["-", path]):
        pass
