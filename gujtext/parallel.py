"""Work on a stream in several processes: results in order, memory bounded, no process left behind.

Every worker has a pipe of its own. A pool of ``concurrent.futures`` shares one pipe among all of them and waits
for ever where a worker is killed in the middle of a long answer; here the end of its pipe tells.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from queue import SimpleQueue

Item = TypeVar("Item")
Result = TypeVar("Result")

# So many items wait at a worker: one in work, one at hand, so that it never waits for the caller.
_AT_A_WORKER = 2
_SECONDS_TO_END = 5.0
_SECONDS_TO_STOP = 2.0


class WorkerError(GujtextError):
    """A worker process ended before its work was done, killed or crashed; the message says how."""


class _Answer(NamedTuple):
    """What a worker made of an item: a value, or an error with the traceback of the worker as text."""

    value: Any = None
    error: Exception | None = None
    traceback: str = ""

    def result(self) -> Any:
        if self.error is None:
            return self.value
        self.error.add_note(f"In a worker process:\n{self.traceback}")
        raise self.error


def ordered_map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int,
    *,
    window: int | None = None,
    forked: bool = False,
) -> Generator[Result, None, None]:
    """Apply a function to every item in worker processes; the results come in the order of the items.

    Items are pulled when there is room for them, so that an endless iterator of large items does no harm. A slow
    iterator holds back the results of the items before the one it is asked for.

    Arguments:
        function: a callable that can be pickled: one at the top of a module, or an object made of such.
        items: what to work on; each is pickled on its way to a worker, as its result is on the way back.
        workers: how many processes; 1 works in this process. A script that asks for more keeps its own work under
            ``if __name__ == "__main__":``, for every worker imports it.
        window: how many items at most are pulled and not yet handed out as results; twice the workers by default.
        forked: make the workers as copies of this process where that is safe, which takes milliseconds instead of
            the time to import everything anew; for programs whose libraries run no threads of their own.

    Raises:
        WorkerError: a worker was killed or crashed.
        GujtextError: fewer than one worker, or a window of less than one item.
        Exception: what the function or the iterator raised, after the results of the items before.

    Example:
        >>> list(ordered_map(str.upper, ["a", "b"], workers=1))
        ['A', 'B']
    """
    if workers < 1:
        raise GujtextError(f"workers is {workers}; at least 1 is needed")
    if window is not None and window < 1:
        raise GujtextError(f"window is {window}; at least 1 item must fit")
    if workers == 1:
        return _in_this_process(function, items)
    return _in_workers(_Crew(function, workers, forked=forked), items, window or _AT_A_WORKER * workers)


def _in_this_process(function: Callable[[Item], Result], items: Iterable[Item]) -> Generator[Result, None, None]:
    for item in items:
        yield function(item)


def _in_workers(crew: _Crew, items: Iterable[Any], window: int) -> Generator[Any, None, None]:
    source = iter(items)
    failure: Exception | None = None
    pulled, handed_out, exhausted = 0, 0, False
    finished = False
    try:
        while True:
            # New work goes out before a result is handed out: the workers have it while the caller is busy.
            crew.collect(wait=handed_out < pulled and handed_out not in crew.answers)
            while not exhausted and pulled - handed_out < window and crew.has_room():
                try:
                    item = next(source)
                except StopIteration:
                    exhausted = True
                except Exception as error:
                    exhausted, failure = True, error
                else:
                    crew.give(pulled, item)
                    pulled += 1
            if handed_out in crew.answers:
                result = crew.answers.pop(handed_out).result()
                handed_out += 1
                yield result
            elif exhausted and handed_out == pulled:
                break
        finished = True
    finally:
        crew.dismiss(at_once=not finished)
    if failure is not None:
        raise failure


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection
    tasks: set[int]


class _Crew:
    """The worker processes of one map, each started when there is work for it."""

    def __init__(self, function: Callable[[Any], Any], size: int, *, forked: bool) -> None:
        self.answers: dict[int, _Answer] = {}
        self._function = function
        self._size = size
        self._forked = forked
        self._workers: list[_Worker] = []

    def has_room(self) -> bool:
        """Tell whether a worker could take another item."""
        return len(self._workers) < self._size or any(len(one.tasks) < _AT_A_WORKER for one in self._workers)

    def give(self, number: int, item: object) -> None:
        """Hand an item to the worker with the least to do."""
        worker = min(self._workers, key=lambda one: len(one.tasks), default=None)
        if worker is None or (worker.tasks and len(self._workers) < self._size):
            worker = self._start()
        worker.tasks.add(number)
        try:
            worker.connection.send((number, item))
        except OSError:  # a broken pipe: nobody is there to read
            raise self._loss(worker) from None

    def collect(self, *, wait: bool) -> None:
        """Take the answers that have come; with ``wait``, at least one."""
        from multiprocessing.connection import wait as ready

        by_connection = {one.connection: one for one in self._workers if one.tasks}
        for connection in ready(list(by_connection), None if wait else 0):
            worker = by_connection[connection]  # type: ignore[index]  # wait returns what it was given
            try:
                number, answer = worker.connection.recv()
            except (EOFError, OSError):  # the end, between two messages or within one
                raise self._loss(worker) from None
            worker.tasks.discard(number)
            self.answers[number] = answer

    def dismiss(self, *, at_once: bool) -> None:
        """End every worker: sent home, or stopped in its work; none is left when this returns."""
        for worker in self._workers:
            if at_once:
                worker.process.terminate()  # it leaves by an exception, so that half-written files go with it
            with suppress(OSError), worker.connection as connection:
                connection.send(None)
        for worker in self._workers:
            worker.process.join(_SECONDS_TO_STOP if at_once else _SECONDS_TO_END)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers = []

    def _start(self) -> _Worker:
        from multiprocessing import get_context

        # Else spawned: a copy of a process with threads may wait for ever for what one of them had locked.
        forked = self._forked and _may_fork()
        context: Any = get_context("fork" if forked else "spawn")
        here, there = context.Pipe()
        # A copy has our ends of all pipes as well, and would keep another worker from seeing that we are gone.
        ours = [here, *(one.connection for one in self._workers)] if forked else []
        process = context.Process(target=_serve, args=(there, self._function, ours), daemon=True)
        try:
            with _without_interrupts(tracked=not forked):
                process.start()
        except BaseException:
            here.close()
            raise
        finally:
            there.close()
        worker = _Worker(process, here, set())
        self._workers.append(worker)
        return worker

    def _loss(self, worker: _Worker) -> WorkerError:
        worker.process.join(_SECONDS_TO_END)
        code = worker.process.exitcode
        who = f"worker process {worker.process.pid}"
        if code is None:
            return WorkerError(f"{who} closed its pipe and hangs")
        if code < 0:
            hint = "; the system does this when memory runs out" if -code == getattr(signal, "SIGKILL", 9) else ""
            return WorkerError(f"{who} was killed by {_signal_name(-code)}{hint}")
        return WorkerError(
            f"{who} ended with exit code {code}; if it could not start: the function must be importable, and a "
            'script that starts workers needs its own work under if __name__ == "__main__":'
        )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _may_fork() -> bool:
    """Whether a copy of this process would find no lock held by a thread that it has no copy of."""
    from threading import active_count

    return sys.platform == "linux" and active_count() == 1


@contextmanager
def _without_interrupts(*, tracked: bool) -> Iterator[None]:
    """Hold Ctrl-C back in this thread: a process started meanwhile never sees it, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if tracked:  # what spawning starts besides; started later, it would let interrupts through again
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, function: Callable[[Any], Any], others: list[Connection]) -> None:
    """Be a worker: answer items until sent home. ``others`` are ends of pipes that are not its own."""
    from queue import SimpleQueue
    from threading import Thread

    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller decides when work stops
    signal.signal(signal.SIGTERM, _leave)
    inbox: SimpleQueue[tuple[int, Any] | None] = SimpleQueue()
    Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    while (task := inbox.get()) is not None:
        connection.send_bytes(_answer(function, *task))


def _leave(*_: object) -> None:
    raise SystemExit(1)


def _receive(connection: Connection, inbox: SimpleQueue[tuple[int, Any] | None]) -> None:
    """Take items in while another is in work; end the whole process at once when the caller is gone."""
    try:
        while (task := connection.recv()) is not None:
            inbox.put(task)
        inbox.put(None)
    except (EOFError, OSError):
        os._exit(1)
    except BaseException:  # an item that cannot be rebuilt on this side
        import traceback

        traceback.print_exc()
        os._exit(1)


def _answer(function: Callable[[Any], Any], number: int, item: object) -> memoryview:
    """Return what goes back for an item, packed."""
    from multiprocessing.reduction import ForkingPickler

    try:
        return ForkingPickler.dumps((number, _Answer(function(item))))
    except Exception as error:
        from traceback import format_exc

        text, travels = format_exc(), error
        try:
            ForkingPickler.loads(ForkingPickler.dumps(error))
        except Exception:  # an exception that cannot travel is named instead
            travels = WorkerError(f"{type(error).__qualname__}: {error}")
        return ForkingPickler.dumps((number, _Answer(error=travels, traceback=text)))
