"""The fuzzer's target does what the fuzzer relies on; atheris itself is not needed for that."""

from __future__ import annotations

import random

import pytest
from fuzz.fuzz_text import ALPHABET, function_of, text_of, try_input
from public_functions import FUNCTIONS


def test_every_byte_is_a_character_and_every_function_is_reached() -> None:
    assert len(ALPHABET) == 256
    assert text_of(bytes(range(256)) + b"\x01") == ALPHABET[1:] + ALPHABET[1]
    assert set(map(chr, range(0x0A80, 0x0B00))) | set(" \n.\u200c\u200d\x00\ud800") <= set(ALPHABET)
    assert {function_of(bytes([byte])) for byte in range(256)} == set(FUNCTIONS)


def test_inputs_run() -> None:
    draw = random.Random(7)
    for byte in range(len(FUNCTIONS)):
        try_input(bytes([byte]) + draw.randbytes(60))
    try_input(b"")


def test_what_is_wrong_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(FUNCTIONS, function_of(b"\x00"), lambda text: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        try_input(b"\x00\x15")
    assert r"'\u0a95'" in capsys.readouterr().err
