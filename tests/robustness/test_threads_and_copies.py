"""Shared between threads, pickled and copied: the same results."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from public_functions import FOUND, FUNCTIONS, PARTIAL, run

import gujtext
from gujtext import types
from gujtext.numerals import NumberError

TEXT = (
    "કિમ જોંગ ઉન અને પુતિનની મુલાકાત ૧૮/૦૬/૨૦૨૪ના ૧૦:૩૦ વાગ્યે થઈ. ડૉ. પટેલ ઈ.સ. ૧૯૪૭માં ₹૫૦૦ આપી ગયા. અેક શંુ, દુ:ખ!\n"
    "બે લાખ ત્રીસ હજાર લોકો આવ્યા. gujarātī @abc #ગુજરાત 👨\u200d👩\u200d👧 ક઼્ ્ક\n"
)
# Eight threads of a fresh interpreter call everything at once, each beginning elsewhere, and switch all the time: every
# table is built by several of them at the same moment.
THREADS = """
import json, sys, threading
from public_functions import FUNCTIONS, run
sys.setswitchinterval(1e-5)
names, text, results, barrier = list(FUNCTIONS), sys.argv[1], {}, threading.Barrier(8)
def work(number):
    begin = number * len(names) // 8
    barrier.wait()
    results[number] = {name: repr(run(name, text)) for name in names[begin:] + names[:begin]}
threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps([results[number] for number in sorted(results)]))
"""


@pytest.mark.slow
def test_eight_threads_that_use_everything_first_agree_with_one(repository: Path) -> None:
    code = f"import sys; sys.path[:0] = [{str(repository)!r}, {str(repository / 'tests')!r}]\n{THREADS}"
    done = subprocess.run([sys.executable, "-c", code, TEXT], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    threads = json.loads(done.stdout)
    assert len(threads) == 8
    expected = {name: repr(run(name, TEXT)) for name in FUNCTIONS}
    for results in threads:
        assert {name: result for name, result in results.items() if expected[name] != result} == {}
        assert results.keys() == expected.keys()


MADE = {
    "Candidate": types.Candidate("Kim", 0.5, "model"),
    "Change": types.Change(0, 2, "અે", "એ", "V03"),
    "Doc": gujtext.Pipeline("normalize | sentences | words | names | numbers")("\ufeffઅેક ગામ. કિમને ૧૨."),
    "Finding": types.Finding(0, 1, "W05", "mark without a letter before it"),
    "GujtextError": types.GujtextError("no", 3),
    "NameMatch": types.NameMatch("કિમ", 0, 3, "Kim", "ની"),
    "Normalized": gujtext.explain("અેક શંુ"),
    "Normalizer": gujtext.Normalizer("repair", enable=["fold-candra"], disable=["V03"]),
    "NumberError": NumberError("ક", 2, "a digit"),
    "NumberMatch": gujtext.find_numbers("૧૮/૦૬/૨૦૨૪ના ૧૦:૩૦ વાગ્યે અઢી લાખ")[0],
    "Pipeline": gujtext.Pipeline("normalize profile=repair | words | names"),
    "Romanizer": gujtext.Romanizer({"કિમ": "Kym"}, names=True),
    "Sentence": types.Sentence("છે.", 0, 3),
    "SentenceSplitter": gujtext.SentenceSplitter(abbreviations=["મહા."], newline="blank", recover=True),
    "Span": types.Span(0, 1),
    "Token": types.Token("છે", 0, 2, "word"),
    "WordTokenizer": gujtext.WordTokenizer(abbreviations=["મહા."], split_hyphens=True),
}


def instances() -> dict[str, Any]:
    """One value of every public class: the above, or what can be made without arguments."""
    found: dict[str, Any] = dict(MADE)
    for name in gujtext.__all__:
        value = getattr(gujtext, name)
        if inspect.isclass(value) and name not in found:
            if issubclass(value, Exception):
                found[name] = value("no")
            else:
                fits = [given for given in ((), ("કિમ ૧.",), (["normalize"],)) if _may_be_called(value, given)]
                found[name] = value(*fits[0])
    return found


def _may_be_called(value: type, given: tuple[Any, ...]) -> bool:
    try:
        value(*given)
    except (TypeError, ValueError):
        return False
    return True


INSTANCES = instances()


def behaviour(value: Any) -> Any:
    """What can be seen of a value: its fields, or what its methods answer to a text."""
    if isinstance(value, Exception):
        return str(value), value.args, vars(value)
    if isinstance(value, tuple):
        return tuple(value), value
    if isinstance(value, gujtext.Doc):
        return value.to_dict()
    if isinstance(value, gujtext.Pipeline):
        return repr(value), value(TEXT).to_dict()
    methods = [name for name in dir(type(value)) if f"{type(value).__name__}.{name}" in FOUND]
    return {name: repr(getattr(value, name)(TEXT)) for name in methods}


@pytest.mark.parametrize("name", INSTANCES)
def test_copies_behave_alike(name: str) -> None:
    value = INSTANCES[name]
    seen = behaviour(value)
    copies = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    for other in (*copies, copy.copy(value), copy.deepcopy(value)):
        assert type(other) is type(value)
        assert behaviour(other) == seen


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name not in PARTIAL])
def test_results_survive_pickling(name: str) -> None:
    """They are sent between processes: by every pool, and by every engine that works on many machines."""
    result = run(name, TEXT)
    assert pickle.loads(pickle.dumps(result)) == result == copy.deepcopy(result)


@pytest.mark.parametrize("name", FOUND)
def test_a_public_function_can_be_sent_to_another_process(name: str) -> None:
    again = pickle.loads(pickle.dumps(FOUND[name]))
    text = "૧૨" if name == "parse_number" else "બારમું" if name == "parse_ordinal" else "બાર"
    assert repr(again(text)) == repr(run(name, text))
