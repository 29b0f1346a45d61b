"""Files and streams: what a command reads, what it writes, and errors that have a place.

Reading is in bounded memory, by blocks of whole lines or of whole records; output is whole or absent.
"""

from __future__ import annotations

from gujtext.io.decoding import (
    BLOCK_BYTES,
    DECODING_POLICIES,
    STANDARD_INPUT,
    Block,
    DataError,
    RawBlock,
    decode_pieces,
    display_name,
    encode,
    lines_before,
    raw_blocks,
    read_blocks,
)
from gujtext.io.outputs import open_output
from gujtext.io.packing import open_input

__all__ = [
    "BLOCK_BYTES",
    "DECODING_POLICIES",
    "STANDARD_INPUT",
    "Block",
    "DataError",
    "RawBlock",
    "decode_pieces",
    "display_name",
    "encode",
    "lines_before",
    "open_input",
    "open_output",
    "raw_blocks",
    "read_blocks",
]
