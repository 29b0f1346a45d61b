"""Sentence boundaries beside other splitters: F1 on clean and noisy text, and with recovery.

A boundary is the number of characters other than white space before it; the last one of a document is not scored.
"""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.peers import of as installed
from benchmarks.tables import Table
from gujtext.segmentation.sentences import SentenceSplitter, sent_tokenize

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Splitter = Callable[[str], list[str]]

NOISE = {
    "nospace": "the space after a tenth of the final marks removed",
    "nospace100": "after all of them",
    "danda": "half of the full stops replaced by dandas",
    "spacedot": "a space before half of the full stops",
    "dropdot": "a tenth of the full stops removed",
}
CLOSING = "\"'”’)»]"
PUNCTUATION = re.compile(r"[.,;:!?…|।॥\"'“”‘’()\[\]{}]")


class Document(NamedTuple):
    """A text and where its sentences end, in characters other than white space."""

    text: str
    ends: frozenset[int]


def tables(data: Path) -> list[Table]:
    """Return the tables; ``data`` is the folder of reference data."""
    clean = {name: _documents(data / "segmentation" / f"{name}.jsonl") for name in ("flores_dev", "ntrex128")}
    clean["challenge"] = _challenge(data / "segmentation" / "challenge.txt")
    clean["seed"] = _seed(data / "seed")
    noisy = {
        f"{name} {kind}": [_noisy(document, kind, number) for number, document in enumerate(clean[name])]
        for name in ("flores_dev", "ntrex128")
        for kind in NOISE
    }
    splitters = {"gujtext": sent_tokenize, **peers()}
    with_recovery = {"gujtext": sent_tokenize, "gujtext, recover": SentenceSplitter(recover=True).tokenize, **peers()}
    recovery = {name: clean[name] for name in ("flores_dev", "ntrex128")}
    recovery |= {name: noisy[name] for name in noisy if name.endswith("dropdot")}
    recovery |= {f"{name}, no punctuation": [_bare(data, name)] for name in ("flores_dev", "ntrex128")}
    note = "Precision / recall / F1 in per cent, by boundary."
    return [
        _table("Sentences", clean, splitters, note),
        _table("Sentences of noisy text", noisy, splitters, "; ".join(f"{k}: {v}" for k, v in NOISE.items())),
        _table("Sentences with missing punctuation", recovery, with_recovery, note),
    ]


def _table(title: str, sets: dict[str, list[Document]], splitters: dict[str, Splitter], note: str) -> Table:
    rows = [(name, *(_score(documents, split) for documents in sets.values())) for name, split in splitters.items()]
    return Table(title, ("splitter", *sets), rows, note)


def _score(documents: list[Document], split: Splitter) -> str:
    right = found = expected = 0
    for text, ends in documents:
        answer = _ends(split(text))
        right += len(answer & ends)
        found += len(answer)
        expected += len(ends)
    precision, recall = right / max(found, 1), right / max(expected, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{100 * precision:.1f}/{100 * recall:.1f}/{100 * f1:.2f}"


def _ends(sentences: list[str]) -> frozenset[int]:
    ends = []
    count = 0
    for sentence in sentences:
        count += sum(not character.isspace() for character in sentence)
        ends.append(count)
    return frozenset(ends[:-1])


def _documents(path: Path) -> list[Document]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Document(row["text"], _ends(row["sentences"])) for row in rows]


def _challenge(path: Path) -> list[Document]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ⏎ ") for line in lines if line and not line.startswith("#")]
    return [Document(" ".join(sentences), _ends(sentences)) for sentences in rows]


def _seed(folder: Path) -> list[Document]:
    lines = (folder / "sentences.gold.tsv").read_text(encoding="utf-8").splitlines()
    sentences = [line.split("\t")[3] for line in lines if line[:1].isdigit()]
    return [Document((folder / "article.txt").read_text(encoding="utf-8"), _ends(sentences))]


def _bare(data: Path, name: str) -> Document:
    """Join the sentences of a whole set into one text without punctuation."""
    lines = (data / "segmentation" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    given = [sentence for line in lines for sentence in json.loads(line)["sentences"]]
    sentences = [bare for bare in (" ".join(PUNCTUATION.sub(" ", sentence).split()) for sentence in given) if bare]
    return Document(" ".join(sentences), _ends(sentences))


def _noisy(document: Document, kind: str, seed: int) -> Document:
    """Damage the marks at the sentence ends of a document; the ends stay known."""
    chance = random.Random(seed)
    written: list[str] = []
    ends = []
    count = 0  # characters other than white space read so far
    dropped = 0
    skip_space = False
    for character in document.text:
        if character.isspace():
            if not (skip_space and character == " "):
                written.append(character)
            skip_space = False
            continue
        count += 1
        skip_space = False
        written.append(character)
        if count not in document.ends:
            continue
        mark = len(written) - 1
        while mark > 0 and written[mark] in CLOSING:
            mark -= 1
        if written[mark] == ".":
            dropped += _damage(written, mark, kind, chance)
        if mark < len(written) and written[mark] in ".?!।":
            skip_space = kind == "nospace100" or (kind == "nospace" and chance.random() < 0.1)
        ends.append(count - dropped)
    return Document("".join(written), frozenset(ends))


def _damage(written: list[str], mark: int, kind: str, chance: random.Random) -> int:
    """Damage the full stop at this place, perhaps; return how many characters were dropped."""
    if kind == "danda" and chance.random() < 0.5:
        written[mark] = "।"
    elif kind == "spacedot" and chance.random() < 0.5:
        written.insert(mark, " ")
    elif kind == "dropdot" and chance.random() < 0.1:
        del written[mark]
        return 1
    return 0


def peers() -> dict[str, Splitter]:
    """Return the other splitters that are installed, after the simplest rule; a newline is a boundary for all."""
    return {name: _by_line(split) for name, split in {"a mark and a space": _naive, **installed("sentences")}.items()}


def _by_line(split: Splitter) -> Splitter:
    return lambda text: [sentence for line in text.split("\n") for sentence in split(line)]


def _naive(line: str) -> list[str]:
    return re.split(r"(?<=[.?!।])\s+", line)
