"""URLs, addresses, handles and hashtags: whole, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from gujtext.protected import _pattern, find_protected


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in find_protected(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he… pic.twitter.com/Gb00L5pDk6", [("pic.twitter.com/Gb00L5pDk6", "url")]),
        ("લિંક https://t.co/abc123. તેને", [("https://t.co/abc123", "url")]),
        ("(https://x.com/a)", [("https://x.com/a", "url")]),
        (
            "https://en.wikipedia.org/wiki/Foo_(bar), પછી",
            [("https://en.wikipedia.org/wiki/Foo_(bar)", "url")],
        ),
        ("https://gu.wikipedia.org/wiki/ગુજરાત જુઓ", [("https://gu.wikipedia.org/wiki/ગુજરાત", "url")]),
        ("www.divyabhaskar.co.in/a?b=1&c=2 જુઓ", [("www.divyabhaskar.co.in/a?b=1&c=2", "url")]),
        ("gujarat.gov.in, youtu.be/x", [("gujarat.gov.in", "url"), ("youtu.be/x", "url")]),
        ("a.b+c@mail.co.in.", [("a.b+c@mail.co.in", "email")]),
        ("(@MarioNawfal)", [("@MarioNawfal", "mention")]),
        ("#ગુજરાત_૨૦૨૪ #GujaratRains", [("#ગુજરાત_૨૦૨૪", "hashtag"), ("#GujaratRains", "hashtag")]),
        ("જુઓ“https://a.in/b”", [("https://a.in/b", "url")]),
        ("www.ગુજરાત.ભારત", [("www.ગુજરાત.ભારત", "url")]),
        ("a\u2003b@c.in\u2003#d\tWWW.e", [("b@c.in", "email"), ("#d", "hashtag"), ("WWW.e", "url")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "હતું.સિયોલની",
        "Dr.Patel end.The U.S. tell.me",
        "૫.in 5.in",
        "#1 C# &#39;",
        "10.0.0.1 v2.0.1",
        "a @ b",
        "B.Com",
        "http:// x",
        "km/h",
    ],
)
def test_nothing_to_protect(text: str) -> None:
    assert found(text) == []


PIECES = [
    "@",
    "#",
    ":/",
    "//",
    "https://",
    "www.",
    "W.",
    "a",
    "b.",
    "com",
    ".in",
    "-",
    "1",
    ".",
    "ગુ",
    "/",
    "?",
    "(",
    ")",
]


@given(st.lists(st.sampled_from([*PIECES, " ", "\n", "\t", "\u00a0", "“"]), max_size=14).map("".join))
def test_looking_only_around_what_gives_it_away_misses_nothing(text: str) -> None:
    everywhere = [(match.start(), match.end(), match.lastgroup) for match in _pattern().finditer(text)]
    assert list(find_protected(text)) == everywhere
