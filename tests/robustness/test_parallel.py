"""`ordered_map` with real processes: order, bounded look-ahead, errors, kills, interrupts, nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest
from parallel_work import (
    double,
    echo,
    exit_seven,
    fail,
    killed_at_three,
    late_is_quick,
    no_answer,
    pid_then_long_answer,
    slow,
    slow_with_a_file,
    stubborn,
)

from gujtext.parallel import WorkerError, ordered_map
from gujtext.types import GujtextError

TESTS = Path(__file__).resolve().parent.parent


class Watched:
    """An endless iterator that counts what was taken from it."""

    def __init__(self) -> None:
        self.taken = 0

    def __iter__(self) -> Iterator[int]:
        for item in count():
            self.taken += 1
            yield item


def test_answers_come_in_order_from_several_processes() -> None:
    results = list(ordered_map(late_is_quick, range(8), workers=2))
    assert [item for item, _ in results] == list(range(8))
    assert len({pid for _, pid in results} - {os.getpid()}) == 2


def test_one_worker_is_this_process() -> None:
    assert {pid for _, pid in ordered_map(late_is_quick, range(3), workers=1)} == {os.getpid()}


@pytest.mark.parametrize("items", [0, 1, 2, 7])
def test_any_number_of_items(items: int) -> None:
    assert list(ordered_map(double, range(items), workers=3)) == [2 * n for n in range(items)]


@pytest.mark.parametrize(("workers", "window", "ahead"), [(1, None, 1), (2, None, 4), (2, 3, 3), (3, 1, 1)])
def test_the_look_ahead_is_bounded(workers: int, window: int | None, ahead: int) -> None:
    items = Watched()
    results = ordered_map(double, items, workers, window=window)
    assert items.taken == 0, "nothing is pulled before the first result is asked for"
    for done in range(1, 30):
        assert next(results) == 2 * (done - 1)
        assert items.taken < done + ahead
    results.close()


def test_long_items_and_answers_do_not_block_one_another() -> None:
    long = ["ક" * 4_000_000, "ખ" * 3_000_000, "ગ"] * 4
    assert list(ordered_map(echo, long, workers=2)) == long


@pytest.mark.parametrize(("workers", "window"), [(0, None), (-1, None), (2, 0)])
def test_senseless_numbers_are_refused_at_once(workers: int, window: int | None) -> None:
    with pytest.raises(GujtextError, match="at least 1"):
        ordered_map(double, [], workers, window=window)


@pytest.mark.parametrize(
    ("item", "kind", "message"),
    [
        ("value", ValueError, "not a number: ક"),
        ("odd", WorkerError, r"OddError: out of luck \(5\)"),
        ("attribute", WorkerError, "KeyError: 'with a function inside'"),
    ],
)
def test_an_exception_travels_in_its_place(item: str, kind: type[Exception], message: str) -> None:
    results = ordered_map(fail, ["a", "b", item, *"cdefgh"], workers=2)
    assert [next(results), next(results)] == ["a", "b"]
    with pytest.raises(kind, match=message) as caught:
        next(results)
    assert "in fail" in "".join(caught.value.__notes__), "the worker's traceback says where"
    assert multiprocessing.active_children() == []


def test_an_answer_that_cannot_travel_is_an_error() -> None:
    with pytest.raises(Exception, match="pickle"):
        list(ordered_map(no_answer, range(2), workers=2))
    with pytest.raises(Exception, match="pickle"):
        list(ordered_map(lambda item: item, range(2), workers=2))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_iterator_comes_after_the_items_before_it(workers: int) -> None:
    def items() -> Iterator[int]:
        yield from range(5)
        raise OSError("disk gone")

    results = ordered_map(double, items(), workers)
    assert list(islice(results, 5)) == [0, 2, 4, 6, 8]
    with pytest.raises(OSError, match="disk gone"):
        next(results)


def test_a_killed_worker_is_named() -> None:
    with pytest.raises(WorkerError, match=r"worker process \d+ was killed by SIGKILL"):
        list(ordered_map(killed_at_three, count(), workers=2))
    assert multiprocessing.active_children() == []


def test_a_crashed_worker_is_named() -> None:
    with pytest.raises(WorkerError, match=r"worker process \d+ ended with exit code 7"):
        list(ordered_map(exit_seven, count(), workers=2))


def test_a_worker_killed_in_the_middle_of_its_answer_is_noticed(tmp_path: Path) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    results = ordered_map(pid_then_long_answer, map(str, paths), workers=2)
    assert next(results)
    deadline = time.monotonic() + 30
    while not (paths[1].exists() and paths[1].read_text(encoding="utf-8")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)  # its pipe is full by now, and nobody reads
    os.kill(int(paths[1].read_text(encoding="utf-8")), signal.SIGKILL)
    with pytest.raises(WorkerError, match="SIGKILL"):
        next(results)


def test_a_closed_generator_leaves_nobody() -> None:
    results = ordered_map(slow, count(), workers=3)
    assert next(results) == 0
    assert multiprocessing.active_children() != []
    results.close()
    assert multiprocessing.active_children() == []


def test_work_that_is_stopped_cleans_up(tmp_path: Path) -> None:
    results = ordered_map(slow_with_a_file, (str(tmp_path / str(n)) for n in count()), workers=2)
    next(results)
    deadline = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(list(tmp_path.iterdir())) == 2
    results.close()
    assert list(tmp_path.iterdir()) == []


def test_who_does_not_stop_when_asked_is_stopped() -> None:
    results = ordered_map(stubborn, count(), workers=2)
    assert [next(results), next(results)] == [0, 1]
    results.close()
    assert multiprocessing.active_children() == []


def script(body: str) -> subprocess.Popen[bytes]:
    """Start a script of its own group; its workers hold its output open as long as one of them lives."""
    program = f"""
import os, signal, sys
from itertools import count
sys.path.insert(0, {str(TESTS)!r})
from gujtext.parallel import ordered_map
from parallel_work import slow
if __name__ == "__main__":
{body}"""
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=TESTS.parent,
        start_new_session=True,
    )


AT_WORK = """
    for result in ordered_map(slow, count(), workers=2, forked={forked}):
        print(result, flush=True)
"""


@pytest.mark.parametrize("forked", [False, True])
@pytest.mark.parametrize("how", ["kill the parent", "interrupt all"])
def test_workers_in_the_middle_of_work_end_with_their_parent(how: str, forked: bool) -> None:
    process = script(AT_WORK.format(forked=forked))
    assert process.stdout is not None
    assert [process.stdout.readline(), process.stdout.readline()] == [b"0\n", b"1\n"]
    if how == "kill the parent":
        os.kill(process.pid, signal.SIGKILL)
    else:
        os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)  # comes back only when every worker is gone
    assert process.returncode == (-signal.SIGKILL if how == "kill the parent" else -signal.SIGINT)
    assert errors.count(b"Traceback") == (0 if how == "kill the parent" else 1), errors.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' libraries may run threads")
def test_copies_are_made_where_there_is_one_thread_and_only_there() -> None:
    """A function without a name in a module can be used by a copy, and cannot be sent to a new process."""
    body = """
    from threading import Thread, Event
    seen = {"at": "run time"}
    print(list(ordered_map(lambda item: (item, seen["at"]), "abc", workers=2, forked=True)))
    stop = Event()
    Thread(target=stop.wait).start()
    try:
        list(ordered_map(lambda item: item, "abc", workers=2, forked=True))
    except Exception as error:
        print("pickle" in str(error))
    stop.set()
"""
    output, errors = script(body).communicate(timeout=60)
    assert output.decode().splitlines() == [str([(one, "run time") for one in "abc"]), "True"], errors


@pytest.mark.parametrize("forked", [False, True])
def test_a_killed_worker_is_named_and_the_other_one_ends(forked: bool) -> None:
    body = f"""
    from parallel_work import killed_at_three
    try:
        list(ordered_map(killed_at_three, count(), workers=2, forked={forked}))
    except Exception as error:
        print(type(error).__name__, "SIGKILL" in str(error))
"""
    assert script(body).communicate(timeout=60)[0] == b"WorkerError True\n"


@pytest.mark.parametrize("forked", [False, True])
def test_an_interrupt_while_a_worker_starts_is_the_parents_alone(forked: bool) -> None:
    body = f"""
    def items():
        yield 0
        os.killpg(0, signal.SIGINT)
        yield 1
    try:
        list(ordered_map(slow, items(), workers=2, forked={forked}))
    except KeyboardInterrupt:
        print("stopped")
"""
    output, errors = script(body).communicate(timeout=30)
    assert (output, errors) == (b"stopped\n", b"")


def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "unguarded.py"
    path.write_text(
        "from gujtext.parallel import ordered_map\nprint(list(ordered_map(str.upper, 'ab', workers=2)))\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(TESTS.parent)}
    done = subprocess.run([sys.executable, path], capture_output=True, env=environment, timeout=60)
    assert done.returncode == 1
    assert b"WorkerError: worker process" in done.stderr
    assert b'if __name__ == "__main__":' in done.stderr.splitlines()[-1]
