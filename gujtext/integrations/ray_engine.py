"""Ray as the engine for work that one machine does not do in time: a function over items, as tasks of a cluster.

Tasks and not Ray Data: a shard is read, worked on and written by one task, so that nothing travels between them but
its name. What a task leaves behind must be whole or absent, for Ray runs it again where a worker was lost.
"""

from __future__ import annotations

import os
from collections import deque
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from gujtext.parallel import WorkerError
from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

Item = TypeVar("Item")
Result = TypeVar("Result")

# So many results at most, for each worker, wait for one before them.
_AHEAD = 16


class _Failed(NamedTuple):
    error: Exception


def _call(function: Callable[[Any], Any], item: object) -> Any:
    try:
        return function(item)
    except Exception as error:  # as a value, so that it arrives as it is and not inside an error of Ray's
        return _Failed(error)


def ray_map(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None
) -> Generator[Result, None, None]:
    """Apply a function to every item in tasks of Ray; the results come in the order of the items.

    Where ``RAY_ADDRESS`` is set, the tasks run in that cluster, which needs gujtext and the same files; else in a
    cluster of this machine alone, which ends with the generator.

    Arguments:
        function: a callable that can be pickled.
        items: what to work on.
        workers: how many tasks run at once; as many as Ray has processors by default.

    Raises:
        GujtextError: Ray is not installed or does not start; fewer than one worker.
        WorkerError: a task was lost again and again.
        Exception: what the function raised, after the results of the items before.
    """
    if workers is not None and workers < 1:
        raise GujtextError(f"workers is {workers}; at least 1 is needed")
    try:
        ray = import_module("ray")
    except ImportError:
        raise GujtextError("--engine ray wants the package ray: pip install 'gujtext[ray]'") from None
    return _in_tasks(ray, function, items, workers)


def _in_tasks(
    ray: Any, function: Callable[[Any], Any], items: Iterable[Any], workers: int | None
) -> Generator[Any, None, None]:
    started = not ray.is_initialized()
    if started:
        _start(ray, workers)
    try:
        width = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        task = ray.remote(_call)
        shared = ray.put(function)
        in_order: deque[Any] = deque()
        unfinished: list[Any] = []
        source = iter(items)
        while True:
            while (
                len(unfinished) < width and len(in_order) < _AHEAD * width and (item := next(source, _END)) is not _END
            ):
                unfinished.append(task.remote(shared, item))
                in_order.append(unfinished[-1])
            if not in_order:
                break
            if in_order[0] in unfinished:
                _, unfinished = ray.wait(unfinished, num_returns=1)
            else:
                yield _result(ray, in_order.popleft())
    finally:
        if started:
            ray.shutdown()


_END = object()


def _start(ray: Any, workers: int | None) -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    quiet = {"log_to_driver": False, "logging_level": "error"}
    try:
        if "RAY_ADDRESS" in os.environ:
            ray.init(**quiet)
        else:
            ray.init(address="local", num_cpus=workers, include_dashboard=False, **quiet)
    except Exception as error:  # of many kinds, all of which mean this
        raise GujtextError(f"Ray does not start: {error}") from error


def _result(ray: Any, reference: Any) -> Any:
    try:
        result = ray.get(reference)
    except ray.exceptions.RayError as error:
        first = str(error).strip().partition("\n")[0]
        raise WorkerError(f"a task of Ray was lost: {type(error).__name__}: {first}") from error
    if isinstance(result, _Failed):
        raise result.error
    return result
