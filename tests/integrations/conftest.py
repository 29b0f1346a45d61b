"""What the hosts warn about among themselves is not ours to fix: each warning is let through by its own words."""

from __future__ import annotations

import pytest

KNOWN_WARNINGS = [
    # Ray sets its own deprecated defaults.
    "ignore:`use_push_based_shuffle` is deprecated:DeprecationWarning:ray",
    "ignore:`use_polars` is deprecated:DeprecationWarning:ray",
    "ignore:`use_arrow_tensor_v2` is deprecated:DeprecationWarning:ray",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "integrations" in item.path.parts:
            for warning in KNOWN_WARNINGS:
                item.add_marker(pytest.mark.filterwarnings(warning))


# Texts that hosts tend to break: glued stops, abbreviations, offsets that a re-spaced text would move, white space.
TEXTS = [
    "",
    " ",
    "ગામ સુંદર છે.",
    "ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં આવ્યા હતા.સિયોલની વાત જુદી છે.",
    "  રામ  આવ્યો.\n\nસીતા\tગઈ. ",
    "\u00a0ક્‍ષ \u2028ન્‌ત\u3000x",
    "'માણેક'ની કિંમત રૂ. ૧,૨૩,૪૫૬.૭૮ છે…",
    "અેક કલાકાર અાખી રાત ગાતો રહ્યો. “સુંંદર ગીતો હતાં,” એમ કહ્યું.",
    "https://example.in/a.b?c=ગ @abc #ગુજરાત 👨‍👩‍👧‍👦",
    "Plain English. Nothing to do.",
    "\x00ક\x1fખ",
]


@pytest.fixture(params=TEXTS, ids=ascii)
def hard_text(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text
