"""Words, graphemes, detokenization and case endings, beside the peers that are installed."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import peers
from benchmarks.tables import Table
from gujtext.segmentation import detokenize, graphemes, split_clitics, word_spans, word_tokenize
from gujtext.segmentation.word_patterns import clitics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Tokenize = Callable[[str], list[str]]

GOLD = Path(__file__).resolve().parents[2] / "tests" / "cases" / "clitics" / "gold.tsv"


def tables(data: Path) -> list[Table]:
    """Return every table of this file.

    Arguments:
        data: the folder of reference data.
    """
    return [_seed(data), _probes(data), _graphemes(data), _detokenize(data), _clitics()]


def _seed(data: Path) -> Table:
    """Score the token boundaries of the seed article, white space left out."""
    text = (data / "seed" / "article.txt").read_text(encoding="utf-8")
    gold = {(int(row[0]), int(row[1])) for row in _rows(data / "seed" / "words.gold.tsv") if row[0].isdigit()}
    gold = {(_letters_before(text, start), _letters_before(text, end)) for start, end in gold}
    rows = []
    for name, tokenize in tokenizers().items():
        found = set(_spans([token for line in text.splitlines() for token in tokenize(line)]))
        precision, recall = len(found & gold) / len(found), len(found & gold) / len(gold)
        f1 = 2 * precision * recall / (precision + recall)
        rows.append((name, f"{100 * precision:.2f}", f"{100 * recall:.2f}", f"{100 * f1:.2f}"))
    return Table("Word tokens, seed article (445 tokens)", ("tool", "P", "R", "F1"), rows)


def _letters_before(text: str, offset: int) -> int:
    return len("".join(text[:offset].split()))


def _spans(tokens: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of tokens in the text without its white space."""
    done = 0
    for token in tokens:
        length = len("".join(token.split()))
        if length:
            yield done, done + length
        done += length


def _probes(data: Path) -> Table:
    """Count the policy probes that come out as expected."""
    probes = [(json.loads(row[0]), json.loads(row[1])) for row in _rows(data / "segmentation" / "probes.tsv")[1:]]
    rows = [
        (name, f"{sum(tokenize(text) == expected for text, expected in probes)} of {len(probes)}")
        for name, tokenize in tokenizers().items()
    ]
    return Table("Word tokenization policy probes", ("tool", "as expected"), rows)


def _graphemes(data: Path) -> Table:
    """Count the lines of the Unicode grapheme test that come out right."""
    tests = []
    for line in (data / "unicode" / "GraphemeBreakTest-18.0.0.txt").read_text(encoding="utf-8").splitlines():
        clusters = [cluster.replace("×", " ").split() for cluster in line.partition("#")[0].split("÷")]
        tests.append(["".join(chr(int(code, 16)) for code in codes) for codes in clusters if codes])
    tests = [test for test in tests if test]
    tools = {"gujtext": graphemes, **peers.of("graphemes")}
    rows = [
        (name, f"{sum(cut(''.join(test)) == test for test in tests)} of {len(tests)}") for name, cut in tools.items()
    ]
    return Table("GraphemeBreakTest 18.0", ("tool", "lines right"), rows)


def _detokenize(data: Path) -> Table:
    """Count the sentences that come back exactly from their tokens."""
    tools: dict[str, Callable[[str], str]] = {
        "gujtext, tokens only": lambda sentence: detokenize(word_tokenize(sentence)),
        "gujtext, tokens with places": lambda sentence: detokenize(word_spans(sentence)),
        **peers.of("round trip"),
    }
    sets = [_sentences(data / "segmentation" / f"{name}.jsonl") for name in ("ntrex128", "flores_dev")]
    rows = [
        (name, *(f"{100 * sum(trip(text) == text for text in texts) / len(texts):.1f}" for texts in sets))
        for name, trip in tools.items()
    ]
    note = "Per cent of sentences. Most of the rest are slips of the source: a space that is missing or too many."
    return Table("Detokenization, exact round trips", ("tool", "NTREX-128", "FLORES dev"), rows, note)


def _clitics() -> Table:
    """Score split_clitics on its gold, beside splitting whatever ends like a case ending."""
    endings = sorted(clitics(), key=len, reverse=True)

    def always(word: str) -> tuple[str, str]:
        ending = next((ending for ending in endings if word.endswith(ending) and word != ending), "")
        return word[: len(word) - len(ending)], ending

    rows = []
    for part in ("dev", "held"):
        gold = [row for row in _rows(GOLD) if row[4] == part]
        for name, split in (("gujtext", split_clitics), ("every ending", always)):
            found = [split(row[0]) for row in gold]
            right = sum(pair == (row[1], row[2]) for pair, row in zip(found, gold, strict=True))
            too_many = sum(pair[1] != "" and row[2] == "" for pair, row in zip(found, gold, strict=True))
            missed = sum(pair[1] == "" and row[2] != "" for pair, row in zip(found, gold, strict=True))
            rows.append((name, part, str(len(gold)), f"{100 * right / len(gold):.1f}", str(too_many), str(missed)))
    note = "The held part was drawn at random after the tables were made; the dev part has many chosen hard words."
    columns = ("tool", "part", "words", "right %", "split wrongly", "missed")
    return Table("Case endings", columns, rows, note)


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    return list(csv.reader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


def _sentences(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [sentence for line in lines for sentence in json.loads(line)["sentences"]]


def tokenizers() -> dict[str, Tokenize]:
    """Return the word tokenizers by name, gujtext first; peers that are not installed are left out."""
    return {"gujtext": word_tokenize, **peers.of("words"), "str.split": str.split}
