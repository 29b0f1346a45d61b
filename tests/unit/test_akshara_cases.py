"""Aksharas: orthographic syllables of Gujarati."""

from __future__ import annotations

import pytest

from gujtext.segmentation import aksharas


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ગુજરાતી", "ગુ જ રા તી"),
        ("સ્ત્રીઓ", "સ્ત્રી ઓ"),
        ("ક્ષત્રિય", "ક્ષ ત્રિ ય"),
        ("સંસ્કૃત", "સં સ્કૃ ત"),
        ("અંતઃકરણ", "અં તઃ ક ર ણ"),
        ("કર્મ", "ક ર્મ"),
        ("રાષ્ટ્રપતિ", "રા ષ્ટ્ર પ તિ"),
        ("જગત્", "જ ગ ત્"),
        ("ફ઼િલ્મ", "ફ઼િ લ્મ"),
        ("ક્\u200dષ", "ક્\u200dષ"),
        ("ન્\u200cત", "ન્\u200c ત"),
        ("ર\u200d્ય", "ર\u200d્ય"),
        ("ઑફિસ", "ઑ ફિ સ"),
        ("ૐ ૨૦", "ૐ|\u0020|૨|૦"),
        ("ઝ\u0afaવ", "ઝ\u0afa વ"),
        ("Kim 👨\u200d👩 कि", "K|i|m|\u0020|👨\u200d👩|\u0020|कि"),
        ("ાક", "ા ક"),
        ("કા્ર", "કા્ ર"),
        ("", ""),
    ],
)
def test_aksharas(text: str, expected: str) -> None:
    assert aksharas(text) == (expected.split("|") if "|" in expected else expected.split(" ") if expected else [])


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        aksharas(b"a")  # type: ignore[arg-type]
