"""Time grows with the length of a text and no faster, whatever the text: the one suite with a clock.

Processor time of this process alone is measured, so that neighbours do not count; a measurement that is too slow is
repeated, and the best one counts, against the pace of this machine at that moment.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time

import pytest
from adversaries import ADVERSARIES, repeated
from public_functions import FOUND, FUNCTIONS, run

# Ten times as much with --exhaustive.
SHORT, LONG = 10_000, 100_000
GROWTH, SECONDS = 15, 2.0  # seconds for a million characters
# What is done sooner is neither slow nor measurable.
NOTHING = 0.05
# A fixed piece of work takes this long on an idle core of the year 2020.
NOMINAL = 0.1
# Each piece of a result may take this much more: a million tokens, or findings, are a million objects.
FOR_A_PIECE = 3e-6
# Methods run the code of their functions, and so do these; the variants run code of their own.
ALIKE = {"is_normalized", "verbalize", "inverse_normalize"}
SEVERAL = {"detokenize", "Pipeline"}  # functions one after the other
# A model looks at every word: slower, and asked for; a tenth of the length is measured, in the same time.
MODEL = {"SentenceSplitter recover"}
VARIANTS = (
    "normalize search",
    "normalize repair",
    "SentenceSplitter recover",
    "detokenize",
    "to_gujarati popular",
    "Pipeline",
    "indicnlp normalize",
    "indicnlp trivial_tokenize",
    "indicnlp sentence_split",
)
TIMED = [name for name in FOUND if "." not in name and name not in ALIKE] + list(VARIANTS)
# Where every second or third character is a number or a name, each is read for itself: seconds for a million
# characters. Growth is held to the same bar as elsewhere.
DENSE = {"grouped digits": 6.0, "number words": 7.0, "letters and stops": 4.0, "abbreviations": 4.0}
READERS = {
    "find_names",
    "find_numbers",
    "verbalize_explained",
    "inverse_normalize_explained",
    "romanize_name",
    "name_candidates",
    "Pipeline",
}


def measured(name: str, text: str) -> tuple[float, int]:
    """Return the seconds that a function takes for a text, and how many pieces it returns.

    Without the interpreter's cycle collector, whose passes over a million new objects grow faster than their number.
    """
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        result = run(name, text)
        spent = time.process_time() - begun
    finally:
        gc.enable()
    return spent, len(result) if isinstance(result, list) else 0


def pace() -> float:
    """How many times slower this machine is now than the one that the bar was set for; never below one."""
    begun = time.process_time()
    counts: dict[int, int] = {}
    for number in range(600_000):
        counts[number % 1000] = counts.get(number % 1000, 0) + 1
    return max(1.0, (time.process_time() - begun) / NOMINAL)


def too_slow(name: str, adversary: str, times: int) -> str:
    """Say how a function breaks the bar on one adversary; an empty text where it keeps it."""
    bar = DENSE.get(adversary, SECONDS) if name in READERS else SECONDS
    bar *= (3 if name in SEVERAL | MODEL else 1) * LONG * times / 1_000_000
    part = 10 if name in MODEL else 1
    short, long = repeated(adversary, SHORT * times // part), repeated(adversary, LONG * times // part)
    shorter, _ = measured(name, short)
    longer, pieces = measured(name, long)
    bar, slower = bar + pieces * FOR_A_PIECE, 1.0
    for _ in range(2):
        if longer <= NOTHING or (longer <= bar * slower and longer <= GROWTH * max(shorter, NOTHING)):
            return ""
        slower = max(slower, pace())
        # The best long run counts, and the slowest short one: the bar must not fall with a lucky short run.
        shorter, longer = max(shorter, measured(name, short)[0]), min(longer, measured(name, long)[0])
    return f"{adversary}: {shorter:.3f} s, ten times as long {longer:.2f} s"


@pytest.mark.slow
@pytest.mark.parametrize("name", TIMED)
def test_ten_times_the_characters_take_ten_times_as_long(name: str, exhaustive: bool) -> None:
    run(name, "કિમ ૧, એક k.")  # tables are read at first use
    times = 10 if exhaustive else 1
    assert [slow for adversary in ADVERSARIES if (slow := too_slow(name, adversary, times))] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["normalize", "explain", "graphemes", "word_spans", "sent_spans", "romanize"])
def test_a_million_marks_take_little_memory(name: str) -> None:
    """In a process of its own, whose peak is known: below 200 MB beyond what it had before, and a second."""
    code = (
        "import resource, sys, time\n"
        "from public_functions import run\n"
        "run(sys.argv[1], 'કિમ ૧')\n"
        "text = 'ક' + '઼્' * 500_000\n"
        "before, begun = resource.getrusage(resource.RUSAGE_SELF), time.process_time()\n"
        "run(sys.argv[1], text)\n"
        "spent = time.process_time() - begun\n"
        "after = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(spent, (after.ru_maxrss - before.ru_maxrss) / (1 << (20 if sys.platform == 'darwin' else 10)))"
    )
    pytest.importorskip("resource")
    peaks = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True,
                              env={"PYTHONPATH": ":".join(sys.path)})  # fmt: skip
        spent, megabytes = map(float, done.stdout.split())
        peaks.append((spent, megabytes))
        if spent < 1 and megabytes < 200:
            return
    assert min(spent for spent, _ in peaks) < pace(), peaks
    assert min(megabytes for _, megabytes in peaks) < 200, peaks


def test_every_timed_name_is_a_function_of_the_table() -> None:
    assert set(TIMED) <= set(FUNCTIONS)
    assert set(TIMED) >= READERS
    assert set(DENSE) <= set(ADVERSARIES)
