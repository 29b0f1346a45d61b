"""datatrove: spans that are in the text, and steps that run in its executor with two worker processes."""

from __future__ import annotations

import gzip
import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import WILD_TEXT

import gujtext

pytest.importorskip("datatrove")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from datatrove.utils.text import split_into_sentences, split_into_words
from datatrove.utils.word_tokenizers import load_word_tokenizer

from gujtext.integrations.datatrove import GujaratiFilter, GujtextFormatter, GujtextTokenizer


@pytest.mark.parametrize("text", ["ઈ.સ. ૧૯૪૭માં. ભારત આઝાદ થયું.", "ડૉ.પટેલ આવ્યા. હા.", "એ.પી.જે. અબ્દુલ કલામ. ના."])
def test_what_its_own_choice_for_gujarati_raises_on(text: str) -> None:
    tokenizer = load_word_tokenizer(GujtextTokenizer())
    assert [text[start:end] for start, end in tokenizer.span_tokenize(text)] == gujtext.sent_tokenize(text)
    assert len(tokenizer.span_tokenize(text)) == 2


@settings(max_examples=200)
@given(WILD_TEXT)
def test_its_own_invariants(text: str) -> None:
    """As its tests have them: strings are stripped and not empty, spans are the sentences, in order."""
    tokenizer = GujtextTokenizer()
    words, sentences = tokenizer.word_tokenize(text), tokenizer.sent_tokenize(text)
    assert all(one == one.strip() != "" for one in [*words, *sentences])
    assert [text[start:end] for start, end in tokenizer.span_tokenize(text)] == sentences


def test_its_helpers_take_the_object_for_a_language() -> None:
    text = "ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં આવ્યા. સભા થઈ."
    assert split_into_words(text, GujtextTokenizer()) == gujtext.word_tokenize(text)
    assert "".join(split_into_sentences(text, GujtextTokenizer())) == text
    own = GujtextTokenizer(abbreviations=("અમ.",))
    assert split_into_sentences("અમ. પટેલ. હા.", own) == ["અમ. પટેલ.", " હા."]
    assert split_into_sentences("અમ. પટેલ. હા.", GujtextTokenizer()) != ["અમ. પટેલ.", " હા."]
    assert pickle.loads(pickle.dumps(own)) == own != GujtextTokenizer()


DOCUMENTS = [
    "અેક કલાકાર અાખી રાત ગાતો રહ્યો.",
    "ગામ સુંદર છે.",
    "This one is English, with one word: ગામ.",
    "કાિાેંે બગડેલું લખાણ",
    "",
    "2024",
]


def run_pipeline(folder: Path, workers: int) -> tuple[list[str], dict[str, str]]:
    (folder / "in").mkdir(parents=True)
    for shard in range(2):
        lines = [json.dumps({"text": text, "id": str(n)}) for n, text in enumerate(DOCUMENTS) if n % 2 == shard]
        (folder / "in" / f"{shard}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    LocalPipelineExecutor(
        pipeline=[
            JsonlReader(str(folder / "in")),
            GujtextFormatter(),
            GujaratiFilter(0.5, 50, exclusion_writer=JsonlWriter(str(folder / "dropped"))),
            JsonlWriter(str(folder / "out")),
        ],
        tasks=2,
        workers=workers,
        logging_dir=str(folder / "logs"),
    ).run()
    kept = [row["text"] for row in rows(folder / "out")]
    return sorted(kept), {row["text"]: row["metadata"]["filter_reason"] for row in rows(folder / "dropped")}


def rows(folder: Path) -> list[dict[str, object]]:
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.gz"))
        for line in gzip.decompress(path.read_bytes()).decode().splitlines()
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_steps_run_in_its_executor(tmp_path: Path, workers: int) -> None:
    kept, dropped = run_pipeline(tmp_path, workers)
    assert kept == sorted(map(gujtext.normalize, DOCUMENTS[:2]))
    malformed = gujtext.normalize(DOCUMENTS[3])
    assert dropped == {DOCUMENTS[2]: "gujarati_share", malformed: "findings", "2024": "gujarati_share"}


def test_the_filter_without_a_limit_of_findings() -> None:
    assert GujaratiFilter().filter(Document(text=DOCUMENTS[3], id="1")) is True


def test_a_formatter_needs_one_text_for_one() -> None:
    with pytest.raises(TypeError, match="list"):
        GujtextFormatter("words")
    assert GujtextFormatter("transliterate", scheme="iso15919").format("ગામ") == "gāma"
