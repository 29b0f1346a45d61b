"""Bytes to bytes, with the package re2 and without it: the same as by text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings, strategies as st

from gujtext.normalization import PROFILES, Normalizer, utf8
from gujtext.normalization.scan import LineTest

CHARACTERS = "કરન" + "અઉએ" + "ાેી઼" + "્" + "ંઁઃ" + "૧2 .:\r\u200c\u200d\u00a0\u0ae4\u0964é\u0301“…₹😀ਕ\u0a33ä\u00ad"
LINES = st.lists(st.text(alphabet=CHARACTERS, max_size=10), max_size=8)


@pytest.fixture(params=["re2", "without"])
def package(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for short texts; and as where the package is not installed."""
    monkeypatch.setattr(utf8, "_WORTH_LOADING", 0)
    utf8._plain_lines.cache_clear()
    if request.param == "re2":
        pytest.importorskip("re2")
    else:
        monkeypatch.setitem(sys.modules, "re2", None)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("profile", PROFILES)
def test_bytes_become_what_their_text_becomes(profile: str) -> None:
    normalizer = Normalizer(profile)

    @settings(max_examples=60)
    @given(LINES)
    def holds(lines: list[str]) -> None:
        text = "\n".join(lines)
        data = text.encode()
        expected = "\n".join(map(normalizer.normalize, lines)).encode()
        new = utf8.normalize_utf8(normalizer, data)
        assert (data if new is None else new) == expected

    holds()


@given(LINES)
def test_the_automaton_passes_over_the_lines_that_the_line_test_passes_over(lines: list[str]) -> None:
    pytest.importorskip("re2")
    looked_for = Normalizer().looked_for
    assert looked_for is not None
    pattern, test = utf8._plain_lines(looked_for), LineTest(looked_for)
    for line in lines:
        if max(line, default="") < "\U00010000":  # where the line test gives up
            passed = pattern.match(f"{line}\n".encode()).end() > 0
            assert passed == (not list(test.suspect_lines(line)))


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("bad", [b"\xff", b"\xe0\xaa", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80"])
def test_what_is_no_utf8_is_an_error(bad: bytes) -> None:
    for data in (bad, "ક\n".encode() + bad + "\nક\n".encode(), "ક".encode() + bad + "ા".encode()):
        with pytest.raises(UnicodeDecodeError):
            utf8.normalize_utf8(Normalizer(), data)
