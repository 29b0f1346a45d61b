"""Tasks of Ray in a cluster of this machine; every test starts one, which takes its time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("ray")

TESTS = Path(__file__).resolve().parent.parent

SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from itertools import count, islice
from gujtext.integrations.ray_engine import ray_map
from parallel_work import double, fail, killed_at_three

import ray
ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
taken = []
def items():
    for n in count():
        taken.append(n)
        yield n
print(list(islice(ray_map(double, items(), 2), 5)), len(taken) < 50)
print(list(ray_map(double, [], 2)), ray.is_initialized())
for function, work in ((fail, ["a", "value"]), (killed_at_three, range(9))):
    done = []
    try:
        for result in ray_map(function, work, 2):
            done.append(result)
    except Exception as error:
        print(done, type(error).__name__, str(error)[:40])
"""


@pytest.mark.slow
def test_results_are_ordered_errors_keep_their_type_and_lost_work_is_named(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(tests=str(TESTS))],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(repository), str(TESTS)])},
        timeout=300,
    )
    lines = [line for line in done.stdout.decode().splitlines() if "(raylet)" not in line]  # Ray's own remarks
    assert lines == [
        "[0, 2, 4, 6, 8] True",
        "[] True",
        "['a'] ValueError not a number: ક",
        "[0, 1, 2] WorkerError a task of Ray was lost: WorkerCrashedErr",
    ], done.stderr.decode()
