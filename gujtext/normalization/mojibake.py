"""Rules P08 and P09, HTML entities and text decoded wrongly: ``ftfy`` knows how, gujtext only says where.

``pip install gujtext[mojibake]`` installs it; without it the two rules raise ImportError when they first meet
something to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gujtext.normalization.edits import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gujtext.normalization.edits import Edit

# An ampersand that was escaped again and again is one.
_ENTITY = re.compile("&(?:amp;)*+(#?[0-9A-Za-z]{1,24};)?")


def _ftfy() -> Any:
    try:
        import ftfy
    except ImportError:
        raise ImportError("rules P08 and P09 use ftfy: pip install gujtext[mojibake]") from None
    return ftfy


def encoding_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find what ``ftfy.fix_encoding`` changes: UTF-8 that was read as Latin-1 or Windows-1252."""
    fixed = _ftfy().fix_encoding(line)
    if fixed != line:
        yield trimmed(0, line, fixed, rule)


def entity_edits(line: str, rule: str) -> Iterator[Edit]:
    """Find HTML entities and what ``ftfy.fixes.unescape_html`` makes of them."""
    unescape = _ftfy().fixes.unescape_html
    for match in _ENTITY.finditer(line):
        plain = unescape("&" + match[1]) if match[1] else "&"
        if plain != match[0] and "\n" not in plain:
            yield match.start(), match.end(), plain, rule
