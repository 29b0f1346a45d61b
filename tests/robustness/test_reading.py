"""Damaged bytes: whatever the place of the damage, the reader says where it is or does what the policy says."""

from __future__ import annotations

import io as stdlib_io
from pathlib import Path

import pytest

from gujtext import io

# Odd, so that the edges of chunks fall on every byte of a character.
CHUNK = 1009
BAD_BYTES = b"\xff\xe0\x80"


class Pieces(stdlib_io.BytesIO):
    """A stream that gives its bytes in the pieces it was made of, as a pipe may."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__()
        self._pieces = [piece for piece in pieces if piece]

    def read1(self, size: int | None = -1) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


def in_chunks(data: bytes) -> Pieces:
    return Pieces(*(data[at : at + CHUNK] for at in range(0, len(data), CHUNK)))


def read(file: Pieces, errors: str = "strict") -> str:
    return "".join(block.text for block in io.read_blocks(file, "in.txt", errors))


def lines_that_decode(data: bytes) -> str:
    found = []
    for line in data.splitlines(keepends=True):
        try:
            found.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            continue
    return "".join(found)


@pytest.fixture(scope="module")
def sample(repository: Path) -> bytes:
    """Four kilobytes of the sample text, a few lines, ending inside a line and not inside a character."""
    data = (repository / "resources" / "samples" / "news.txt").read_bytes()[:4096]
    data = data.decode("utf-8", "ignore").encode("utf-8")
    assert data.count(b"\n") > 5
    return data


def damaged(sample: bytes) -> list[bytes]:
    """Put a byte that cannot stand there in the place of each byte, and in front of it."""
    found = []
    for at in range(len(sample)):
        bad = BAD_BYTES[at % len(BAD_BYTES) :][:1]
        found += [sample[:at] + bad + sample[at + 1 :], sample[:at] + bad + sample[at:]]
    return [data for data in found if b"\xef\xbf\xbd" in data.decode("utf-8", "replace").encode("utf-8")]


def test_strict_names_line_and_byte(sample: bytes) -> None:
    texts = damaged(sample)
    assert len(texts) > 7000
    for data in texts:
        with pytest.raises(UnicodeDecodeError) as known:
            data.decode("utf-8")
        at = known.value.start
        line, byte = 1 + data.count(b"\n", 0, at), at - data.rfind(b"\n", 0, at)
        with pytest.raises(io.DataError) as error:
            read(in_chunks(data))
        assert str(error.value).startswith(f"in.txt:{line}:{byte}: not UTF-8 (byte 0x{data[at]:02x})")


@pytest.mark.parametrize("policy", [policy for policy in io.DECODING_POLICIES if policy != "strict"])
def test_the_other_policies_read_on(sample: bytes, policy: str) -> None:
    for data in damaged(sample):
        text = read(in_chunks(data), policy)
        if policy == "skip":  # lines with bad bytes are left out
            assert text == lines_that_decode(data)
            continue
        assert text == data.decode("utf-8", policy)
        if policy == "surrogateescape":
            assert io.encode(text) == data


def test_a_character_may_be_cut_by_the_edge_of_a_chunk(sample: bytes) -> None:
    text = sample.decode("utf-8")
    for at in range(len(sample) + 1):
        assert read(Pieces(sample[:at], sample[at:])) == text


def test_a_file_may_be_cut_anywhere(sample: bytes) -> None:
    """Between characters it is read; inside one, the byte that begins it is named."""
    for at in range(1, len(sample)):
        whole = sample[:at].decode("utf-8", "ignore")
        begun = len(whole.encode("utf-8"))
        if begun == at:
            assert read(in_chunks(sample[:at])) == whole
            continue
        line, byte = 1 + sample.count(b"\n", 0, begun), begun - sample.rfind(b"\n", 0, begun)
        with pytest.raises(io.DataError, match=rf"^in\.txt:{line}:{byte}: not UTF-8"):
            read(in_chunks(sample[:at]))
        assert read(in_chunks(sample[:at]), "replace") == whole + "\ufffd"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_called_by_its_name(sample: bytes, encoding: str) -> None:
    text = "\ufeff" + sample.decode("utf-8")
    with pytest.raises(io.DataError, match=r"^in\.txt:1:1: this is UTF-16"):
        read(in_chunks(text.encode(encoding)))
