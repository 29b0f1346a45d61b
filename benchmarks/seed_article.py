"""The seed article: quality of sentences, words, names and numbers beside the peers.

The repository keeps the gold as stand-off offsets and the file's SHA-256, not its sentences: whoever holds the
article gets the same table.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import gujtext
from benchmarks import peers
from benchmarks.romanizations import fold
from benchmarks.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GOLD = Path(__file__).parent / "seed"


class WrongFileError(ValueError):
    """The file is not the article that the gold was made for."""


class Score(NamedTuple):
    """What was found, what was wanted, what is both."""

    right: int
    found: int
    wanted: int

    def cells(self) -> tuple[str, ...]:
        """Return right/wanted, precision, recall and F1 in per cent."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        return (f"{self.right}/{self.wanted}", *(f"{100 * x:.1f}" for x in (precision, recall, f1)))


def score(found: Iterable[Any], wanted: Iterable[Any]) -> Score:
    """Compare two multisets."""
    have, want = Counter(found), Counter(wanted)
    return Score((have & want).total(), have.total(), want.total())


def read_gold(name: str) -> list[list[str]]:
    """Return the rows of a gold file without its column names."""
    lines = (GOLD / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def read_article(path: Path) -> str:
    """Read the article and make sure that it is the one."""
    data = path.read_bytes()
    wanted = (GOLD / "article.sha256").read_text(encoding="ascii").split()[0]
    if hashlib.sha256(data).hexdigest() != wanted:
        raise WrongFileError(f"{path} is not the seed article: its SHA-256 is not {wanted}")
    return data.decode("utf-8")


def tables(path: Path) -> list[Table]:
    """Return one quality table a task."""
    text = read_article(path)
    installed = peers.tools()
    return [
        _pieces_table("sentences", text, gujtext.sent_tokenize, installed),
        _pieces_table("words", text, gujtext.word_tokenize, installed),
        _names_table(text, installed),
        _numbers_table(text),
    ]


def located(text: str, pieces: Iterable[str]) -> list[tuple[int, int]]:
    """Find a peer's pieces in the text again, in order; a piece that the peer has rewritten is left out."""
    spans = []
    at = 0
    for piece in pieces:
        start = text.find(piece, at)
        if piece and start >= 0:
            at = start + len(piece)
            spans.append((start, at))
    return spans


def _pieces_table(task: str, text: str, ours: Callable[[str], list[str]], installed: list[peers.Tool]) -> Table:
    wanted = [(int(start), int(end)) for start, end, _ in read_gold(task)]
    tools = [("gujtext", ours), *((name, run) for kind, _, name, run in installed if kind == task)]
    rows = []
    for name, run in tools:
        # Every tool gets line by line what it would meet in a file; a newline is a boundary for all.
        pieces = [piece.strip() for line in text.split("\n") for piece in run(line)]
        rows.append((name, *score(located(text, pieces), wanted).cells()))
    return Table(f"Seed article: {task}", ("tool", "right", "precision", "recall", "F1"), rows)


def _names_table(text: str, installed: list[peers.Tool]) -> Table:
    gold = [(text[int(start) : int(end)], latin.split("|")) for start, end, _, latin in read_gold("names")]
    tools: list[tuple[str, Callable[[str], Any]]] = [("gujtext", gujtext.romanize_name)]
    tools += [(name, run) for task, _, name, run in installed if task == "transliterate"]
    rows = []
    for name, run in tools:
        right = sum(fold(str(run(gujarati))) in map(fold, latin) for gujarati, latin in gold)
        rows.append((name, f"{right}/{len(gold)}"))
    note = (
        "Each name as it stands in the article, case ending included (પુતિનની -> Putin); case and accents are ignored."
    )
    return Table("Seed article: names", ("tool", "right"), rows, note)


def value_text(value: object) -> str:
    """Write a value as the gold does: a range as ``low..high``."""
    return "..".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _numbers_table(text: str) -> Table:
    wanted = [(int(start), int(end), kind, value) for start, end, kind, value in read_gold("numbers")]
    found = [(m.start, m.end, m.kind, value_text(m.value)) for m in gujtext.find_numbers(text)]
    columns = ("tool", "right", "precision", "recall", "F1")
    return Table(
        "Seed article: numbers",
        columns,
        [("gujtext", *score(found, wanted).cells())],
        "Span, kind and value.",
    )
