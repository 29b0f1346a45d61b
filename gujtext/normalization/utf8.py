"""Normalization from bytes to bytes: what is already right is never decoded, where the package ``re2`` is installed.

Its automaton reads whole lines of well-formed Gujarati at the speed of the memory. The lines that it stops at, and all
lines without it, go the usual way, so that the result does not depend on it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from gujtext.normalization.scan import PAIR_CLASSES, PLAIN_PUNCTUATION

if TYPE_CHECKING:
    from gujtext.normalization.normalizer import Normalizer

# Below this size loading the package would cost more than it saves.
_WORTH_LOADING = 1 << 16
_MEMORY = 16 << 20


def normalize_utf8(normalizer: Normalizer, data: bytes) -> bytes | None:
    r"""Normalize whole lines of UTF-8.

    Arguments:
        normalizer: the rules.
        data: lines that end with a line feed, the last one with or without.

    Returns:
        The normalized bytes; None where they are those that were given.

    Raises:
        UnicodeDecodeError: the data are not UTF-8; the error counts in some part of them.

    Example:
        >>> from gujtext.normalization import Normalizer
        >>> normalize_utf8(Normalizer(), "સાફ\n".encode()), normalize_utf8(Normalizer(), "અેક\n".encode()).decode()
        (None, 'એક\n')
    """
    looked_for = normalizer.looked_for
    pattern = _plain_lines(looked_for) if looked_for is not None and len(data) >= _WORTH_LOADING else None
    if pattern is None:
        text = data.decode("utf-8")
        new = normalizer.normalize(text)
        return None if new is text else new.encode("utf-8")
    pieces: list[bytes] = []
    done = begin = 0
    while True:
        begin = pattern.match(data, begin).end()
        if begin == len(data):
            break
        end = data.find(b"\n", begin) + 1 or len(data)
        line = data[begin:end].decode("utf-8")
        new = normalizer.normalize(line)
        if new is not line:
            pieces += (data[done:begin], new.encode("utf-8"))
            done = end
        begin = end
    if not pieces:
        return None
    pieces.append(data[done:])
    return b"".join(pieces)


@cache
def _plain_lines(looked_for: str) -> Any:
    """Compile the pattern of any number of lines that `scan.LineTest` passes over; None without the package."""
    try:
        import re2
    except ImportError:
        return None
    marks = "".join(PAIR_CLASSES)
    ascii_, gujarati = map(chr, range(0x80)), map(chr, range(0x0A80, 0x0B00))
    punctuation = (chr(0x2000 + low) for low in PLAIN_PUNCTUATION)
    plain = "".join(
        one
        for one in (*ascii_, *gujarati, *punctuation)
        if one != "\n" and one not in looked_for and not re.match(f"[{marks}]", one)
    )
    letter, sign, virama, bindu = (_class_without(looked_for, one) for one in PAIR_CLASSES)
    # A sign follows neither a vowel letter nor another mark, a bindu no virama and no bindu.
    after = f"(?:{sign}{bindu}?|{virama}|{bindu})"
    line = f"{after}?(?:[{re.escape(plain)}]{after}?|{letter}{bindu}?)*\n"
    options = re2.Options()
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    return re2.compile(f"(?:{line})*".encode(), options)


def _class_without(looked_for: str, members: str) -> str:
    """Return the class of the members that are not looked for."""
    left = [chr(code) for code in range(0x0A80, 0x0B00) if re.match(f"[{members}]", chr(code))]
    return f"[{''.join(one for one in left if one not in looked_for)}]"
