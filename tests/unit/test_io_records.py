"""JSON lines and diffs as functions: what a random record or text could break."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from gujtext.io.diff import UnifiedDiff
from gujtext.io.jsonl import members, rewrite_line
from gujtext.io.records import RecordError

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.one_of(st.sampled_from(["text", "b"]), st.text(max_size=4)), VALUES, max_size=5)
STYLES = st.sampled_from([{}, {"ensure_ascii": False}, {"separators": (",", ":")}, {"separators": (" , ", " : ")}])


def same(left: object, right: object) -> bool:
    """Equal as JSON, where NaN is itself."""
    return json.dumps(left) == json.dumps(right)


@given(OBJECTS, st.text(max_size=6), STYLES)
def test_only_the_field_changes(record: dict[str, object], text: str, style: dict[str, object]) -> None:
    record["text"] = text
    line = json.dumps(record, **style)  # type: ignore[arg-type]
    assert rewrite_line(line, [("text", "text")], lambda text, _: text) is line
    new = rewrite_line(line, [("text", "text")], lambda text, _: text + "ક")
    assert same(json.loads(new), {**record, "text": text + "ક"})
    head, tail = line.partition(json.dumps(text, **style))[::2]  # type: ignore[arg-type]
    if line.count(json.dumps(text, **style)) == 1:  # type: ignore[arg-type]
        assert new.startswith(head)
        assert new.endswith(tail)
    added = json.loads(rewrite_line(line, [("text", "a new one")], lambda text, _: [*text]))
    assert same(added, {**record, "a new one": [*text]})


@given(st.text(alphabet='{}[]":,\\ntrue1 \t', max_size=20))
def test_what_is_no_object_is_an_error_and_nothing_else_happens(line: str) -> None:
    try:
        expected = json.loads(line)
    except ValueError:
        expected = None
    if isinstance(expected, dict):
        assert {key: type(member.value) for key, member in members(line)[0].items()} == {
            key: type(value) for key, value in expected.items()
        }
    else:
        with pytest.raises(RecordError):
            members(line)


def patched(old: list[bytes], diff: bytes) -> list[bytes]:
    """Apply a unified diff, trusting nothing that it says about places without looking."""
    new: list[bytes] = []
    at = 0
    before = b""
    for line in diff.split(b"\n"):
        if line.startswith((b"--- ", b"+++ ")):
            continue
        if line.startswith(b"@@"):
            begin, _, count = line.split()[1][1:].partition(b",")
            start = int(begin) - (count != b"0")
            new += old[at:start]
            at = start
        elif line[:1] in (b" ", b"-"):
            body = line[1:]
            assert old[at].rstrip(b"\n") == body
            if line[:1] == b" ":
                new.append(old[at])
            at += 1
        elif line[:1] == b"+":
            new.append(line[1:] + b"\n")
        elif line == b"\\ No newline at end of file" and before == b"+":
            new[-1] = new[-1].rstrip(b"\n")
        before = line[:1]
    return new + old[at:]


@given(st.lists(st.booleans(), max_size=40), st.lists(st.integers(0, 40), max_size=4), st.booleans())
def test_a_diff_makes_the_new_from_the_old_however_it_is_cut(changed: list[bool], cuts: list[int], ended: bool) -> None:
    old = [b"line %d\n" % number for number in range(len(changed))]
    new = [b"LINE %d\n" % number if one else line for number, (one, line) in enumerate(zip(changed, old, strict=True))]
    if old and not ended:
        old[-1], new[-1] = old[-1][:-1], new[-1][:-1]
    edges = sorted({0, *(min(cut, len(old)) for cut in cuts), len(old)})
    diffs = []
    for ends in (edges, [0, len(old)]):
        diff = UnifiedDiff("a.txt")
        parts = [diff.add(b"".join(old[begin:end]), b"".join(new[begin:end])) for begin, end in pairwise(ends)]
        diffs.append(b"".join(parts) + diff.finish())
    assert diffs[0] == diffs[1]
    assert patched(old, diffs[0]) == new
    assert (diffs[0] == b"") == (not any(changed))
