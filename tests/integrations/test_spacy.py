"""spaCy: documents that are the text, stops that are tokens, settings that survive every way of saving."""

from __future__ import annotations

import pickle
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from strategies import WILD_TEXT

import gujtext

pytest.importorskip("spacy")

import spacy

import gujtext.integrations.spacy as plugged  # registers what the entry points of an installed gujtext name

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં આવ્યા હતા.સિયોલની વાત જુદી છે. “શું થયું?” મેં પૂછ્યું."


def blank(**tokenizer: Any) -> Language:
    return spacy.blank("gu", config={"nlp": {"tokenizer": {"@tokenizers": "gujtext.Tokenizer.v1", **tokenizer}}})


@pytest.fixture
def nlp() -> Language:
    nlp = blank(abbreviations=["અમ."], split_hyphens=True)
    nlp.add_pipe("gujtext_sentences", config={"abbreviations": ["અમ."], "newline": "blank"})
    return nlp


def answers(nlp: Language, text: str) -> tuple[list[str], list[str]]:
    doc = nlp(text)
    return [token.text for token in doc], [sentence.text for sentence in doc.sents]


SETTINGS_TEXT = "અમ. પટેલ આગળ-પાછળ\nજુએ છે. રામ ગયો."
SETTINGS_ANSWERS = (
    ["અમ.", "પટેલ", "આગળ", "-", "પાછળ", "\n", "જુએ", "છે", ".", "રામ", "ગયો", "."],
    ["અમ. પટેલ આગળ-પાછળ\nજુએ છે.", "રામ ગયો."],
)


def test_the_entry_points_name_what_is_there(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"spacy_tokenizers": "gujtext.Tokenizer.v1", "spacy_factories": "gujtext_sentences"}
    found = [EntryPoint(name, project["entry-points"][group][name], group).load() for group, name in groups.items()]
    assert found == [plugged.create_tokenizer, plugged.create_sentences]


def test_words_and_sentences() -> None:
    nlp = blank()
    nlp.add_pipe("gujtext_sentences")
    words, sentences = answers(nlp, TEXT)
    assert words == gujtext.word_tokenize(TEXT)
    assert words[-2:] == ["પૂછ્યું", "."]
    assert sentences == gujtext.sent_tokenize(TEXT)


def test_the_document_is_the_text(hard_text: str) -> None:
    doc = blank()(hard_text)
    assert doc.text == hard_text
    assert [(t.text, t.idx) for t in doc if not t.is_space] == [
        (token.text, token.start) for token in gujtext.word_spans(hard_text)
    ]


@settings(max_examples=200)
@given(WILD_TEXT)
def test_wild_text_comes_back_whole(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()  # spaCy's strings are UTF-8
    nlp = shared()
    doc = nlp(text)
    assert doc.text == text
    assert [t.text for t in doc if not t.is_space] == gujtext.word_tokenize(text)
    if text.strip():
        assert [str(s).strip() for s in doc.sents] == gujtext.sent_tokenize(text)


_shared: list[Language] = []


def shared() -> Language:
    if not _shared:
        _shared.append(blank())
        _shared[0].add_pipe("gujtext_sentences")
    return _shared[0]


def test_settings_are_used_and_survive_the_disk(nlp: Language, tmp_path: Path) -> None:
    assert answers(nlp, SETTINGS_TEXT) == SETTINGS_ANSWERS
    nlp.to_disk(tmp_path / "model")
    assert answers(spacy.load(tmp_path / "model"), SETTINGS_TEXT) == SETTINGS_ANSWERS


def test_settings_survive_bytes(nlp: Language) -> None:
    plain = blank()
    plain.add_pipe("gujtext_sentences", config={"abbreviations": ["અમ."], "newline": "blank"})
    assert answers(plain, SETTINGS_TEXT) != SETTINGS_ANSWERS
    assert answers(plain.from_bytes(nlp.to_bytes()), SETTINGS_TEXT) == SETTINGS_ANSWERS


def test_settings_survive_a_pickle(nlp: Language) -> None:
    assert answers(pickle.loads(pickle.dumps(nlp)), SETTINGS_TEXT) == SETTINGS_ANSWERS


def test_two_processes_give_what_one_gives(nlp: Language) -> None:
    texts = [TEXT, SETTINGS_TEXT, "", "રામ આવ્યો. સીતા ગઈ."] * 5
    alone = [answers(nlp, text) for text in texts]
    together = list(nlp.pipe(texts, n_process=2, batch_size=3))
    assert [([t.text for t in doc], [s.text for s in doc.sents]) for doc in together] == alone


def test_sentences_with_another_tokenizer_begin_at_its_tokens() -> None:
    nlp = spacy.blank("gu")
    nlp.add_pipe("gujtext_sentences")
    assert [s.text for s in nlp("રામ આવ્યો. સીતા ગઈ.").sents] == ["રામ આવ્યો.", "સીતા ગઈ."]
    # આવ્યો.સીતા is one token there: the second sentence can only begin after it.
    assert [s.text for s in nlp("રામ આવ્યો.સીતા ગઈ. હા.").sents] == ["રામ આવ્યો.સીતા", "ગઈ.", "હા."]


@pytest.mark.parametrize("overwrite", [False, True])
def test_earlier_decisions_stand_unless_told_otherwise(overwrite: bool) -> None:
    nlp = blank()
    component = nlp.create_pipe("gujtext_sentences", config={"overwrite": overwrite})
    doc = nlp("રામ આવ્યો. સીતા ગઈ.")
    doc[1].is_sent_start = True
    doc = component(doc)
    assert [s.text for s in doc.sents] == (["રામ આવ્યો.", "સીતા ગઈ."] if overwrite else ["રામ", "આવ્યો.", "સીતા ગઈ."])


def test_a_wrong_setting_is_named() -> None:
    with pytest.raises(gujtext.GujtextError, match="abbreviation"):
        blank(abbreviations=["અમ"])
    with pytest.raises(ValueError, match="newline"):
        blank().add_pipe("gujtext_sentences", config={"newline": "never"})
