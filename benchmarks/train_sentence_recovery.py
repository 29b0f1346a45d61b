"""Train the model that finds sentence ends without punctuation, from plain text split by the rules.

Usage: python -m benchmarks.train_sentence_recovery CORPUS [OUTPUT]

CORPUS is plain text or .xz, a paragraph a line (the published model: Gujarati Wikipedia 2020). Needs numpy; the same
corpus gives the same weights.
"""

from __future__ import annotations

import lzma
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gujtext.script import has_gujarati
from gujtext.segmentation.sentence_recovery import (
    BITS,
    EDGES,
    FEATURES,
    FINISH,
    MARGIN,
    MASK,
    MIX,
    PARTS,
    SEED,
    describe,
)
from gujtext.segmentation.sentences import sent_tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAST_LENGTH = 80
SAME_BEGINNING = 60  # stub articles begin alike: one of each is enough
EPOCHS = 2
BATCH = 4096
RATE = 0.1
PENALTY = 0.05
PRIOR = -2.8  # log-odds of a boundary after a word, to begin with


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Choose lines of running Gujarati text, without near copies."""
    seen = set()
    for line in lines:
        text = line.strip()
        beginning = text[:SAME_BEGINNING]
        if len(text) < LEAST_LENGTH or "." not in text or beginning in seen:
            continue
        if sum(map(has_gujarati, text[:200])) < 0.6 * len(text[:200]):
            continue
        seen.add(beginning)
        yield text


def examples(texts: Iterable[str]) -> tuple[list[str], Any]:
    """Return all words in order, and for each whether a sentence ends after it."""
    words = []
    labels = []
    for text in texts:
        for sentence in sent_tokenize(text):
            found = [word for word in sentence.split() if word.strip(EDGES)]
            words += found
            labels += [0.0] * (len(found) - 1) + [1.0] * bool(found)
    return words, np.array(labels, dtype=np.float32)


def feature_numbers(words: list[str]) -> Any:
    """Return the numbers of the features at each word; the package computes the same one by one."""
    count = len(words)
    padded = np.zeros((count + 2 * MARGIN, PARTS), dtype=np.uint64)
    padded[MARGIN : MARGIN + count] = np.array(describe(words), dtype=np.uint64)
    columns = []
    for number, feature in enumerate(FEATURES, 1):
        mixed = np.full(count, number * SEED & MASK, dtype=np.uint64)
        for (place, part), factor in zip(feature, MIX, strict=False):
            mixed = (mixed + padded[MARGIN + place : MARGIN + place + count, part] * np.uint64(factor)) & np.uint64(
                MASK
            )
        mixed = ((mixed ^ (mixed >> np.uint64(15))) * np.uint64(FINISH)) & np.uint64(MASK)
        columns.append((mixed >> np.uint64(32 - BITS)).astype(np.int32))
    return np.stack(columns, 1)


def train(numbers: Any, labels: Any) -> tuple[Any, float]:
    """Fit the logistic regression by AdaGrad with a penalty on large weights."""
    random = np.random.default_rng(0)
    weights = np.zeros(1 << BITS, dtype=np.float32)
    squares = np.full(1 << BITS, 1e-3, dtype=np.float32)
    bias = PRIOR
    for _ in range(EPOCHS):
        order = random.permutation(len(labels))
        for begin in range(0, len(labels), BATCH):
            rows = order[begin : begin + BATCH]
            batch = numbers[rows]
            error = 1 / (1 + np.exp(-weights[batch].sum(1) - bias)) - labels[rows]
            touched, where = np.unique(batch.ravel(), return_inverse=True)
            gradient = np.bincount(where, weights=np.repeat(error, batch.shape[1])).astype(np.float32)
            gradient += PENALTY * weights[touched]
            squares[touched] += gradient * gradient
            weights[touched] -= RATE * gradient / np.sqrt(squares[touched])
            bias -= 0.01 * float(error.mean())
    return weights, bias


def pack(weights: Any, bias: float) -> bytes:
    """Return the model as bytes: scale and bias (little-endian floats), then one signed byte a weight."""
    scale = float(np.abs(weights).max()) / 127
    whole = np.rint(weights / scale).astype(np.int8)
    return struct.pack("<ff", scale, bias) + bytes(whole.tobytes())


def main(corpus: str, output: str) -> None:
    """Train on the corpus and write the packed model."""
    opener = lzma.open if corpus.endswith(".xz") else open
    with opener(corpus, "rt", encoding="utf-8") as lines:
        words, labels = examples(paragraphs(lines))
    weights, bias = train(feature_numbers(words), labels)
    Path(output).write_bytes(lzma.compress(pack(weights, bias), preset=9 | lzma.PRESET_EXTREME))
    print(f"{int(labels.sum())} sentences, {len(labels)} words, {Path(output).stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else "resources/segmentation/sentence_recovery.bin.xz")
