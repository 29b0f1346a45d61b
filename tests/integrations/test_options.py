"""Steps by name: the same result as the functions they stand for, in this process and after a pickle."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import pytest
from strategies import LONE_SURROGATES

import gujtext
from gujtext.integrations.options import STEP_NAMES, Step, StepLike

TEXT = "અેક ડૉ. પટેલ દુ:ખમાં હતા. આગળ-પાછળ જુઓ."


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("normalize", {}, gujtext.normalize(TEXT)),
        ("normalize", {"profile": "repair"}, gujtext.normalize(TEXT, "repair")),
        ("sentences", {}, gujtext.sent_tokenize(TEXT)),
        ("words", {}, gujtext.word_tokenize(TEXT)),
        ("words", {"split_hyphens": True}, gujtext.WordTokenizer(split_hyphens=True).tokenize(TEXT)),
        ("transliterate", {"scheme": "iso15919"}, gujtext.romanize(TEXT, "iso15919")),
    ],
)
def test_a_step_by_name_is_the_function(name: str, options: dict[str, Any], expected: object) -> None:
    step = Step(name, **options)
    assert step(TEXT) == expected
    assert step.many == isinstance(expected, list)
    again = pickle.loads(pickle.dumps(step))
    assert again == step
    assert hash(again) == hash(step)
    assert again(TEXT) == expected
    assert repr(again) == repr(step)


@pytest.mark.parametrize("name", STEP_NAMES)
def test_any_text_goes_through_and_bytes_are_refused(name: str) -> None:
    Step(name)(LONE_SURROGATES + "\x00ક")
    with pytest.raises(TypeError, match="decode first"):
        Step(name)(TEXT.encode())  # type: ignore[arg-type]


@pytest.mark.parametrize(("callable_", "many"), [(str.upper, False), (gujtext.graphemes, True), (Step("words"), True)])
def test_a_callable_is_asked_what_it_gives(callable_: StepLike, many: bool) -> None:
    step = Step(callable_)
    assert step.many is many
    assert pickle.loads(pickle.dumps(step))(TEXT) == callable_(TEXT)  # type: ignore[operator]


def test_steps_that_differ_are_not_equal() -> None:
    assert Step("normalize") != Step("normalize", profile="nfc")
    assert Step("words") != Step("sentences")
    assert Step(Step("words"), split_hyphens=True) == Step("words", split_hyphens=True)


def test_what_cannot_be_a_step_is_refused() -> None:
    with pytest.raises(gujtext.GujtextError, match=r"normalise.*normalize, sentences"):
        Step("normalise")
    with pytest.raises(gujtext.GujtextError, match="word_spans"):
        Step("word_span")
    with pytest.raises(gujtext.GujtextError, match="wrong"):
        Step("normalize", profile="wrong")
    with pytest.raises(TypeError, match="colour"):
        Step("words", colour=1)
    with pytest.raises(TypeError, match="profile"):
        Step(str.upper, profile="nfc")
    with pytest.raises(TypeError, match="not int"):
        Step(3)  # type: ignore[arg-type]


def test_no_host_is_loaded_before_it_is_asked_for() -> None:
    hosts = "spacy tokenizers datasets sklearn pandas polars pyarrow nltk datatrove ray pyspark numpy"
    code = f"import sys, gujtext.integrations.options; assert not set({hosts.split()}) & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
