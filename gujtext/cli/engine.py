"""Runs a task over the inputs of a command line: several processes, outputs that are whole or absent, exit codes.

Pieces of input are worked on in order or, with -j, in other processes; their outcomes come back in order, so that
the output is the same byte by byte. Only this process writes.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import closing, contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

from gujtext import io
from gujtext.cli import BAD_DATA, DIFFERENCES, OK, common
from gujtext.cli.reading import Reading, Turn
from gujtext.cli.sink import Sink
from gujtext.cli.work import Outcome, Piece, Table, Work
from gujtext.types import GujtextError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Generator, Iterator

    from gujtext.cli.tasks import Task
    from gujtext.io.sources import Source

    _Outcomes = Generator[tuple[Turn, Outcome | None], None, None]

_TABLES = ("csv", "tsv", "parquet")


def run(arguments: argparse.Namespace, task: Task) -> int:
    """Do the task on everything that the command line names; return the exit code.

    Where several files are written, in place or into a folder, an input that cannot be read does not keep the
    others from being done; otherwise nothing is written after it.
    """
    _end_tidily()
    return _Run(arguments, task).run()


def _end_tidily() -> None:
    """Let a polite request to end unwind like Ctrl-C, so that no temporary file and no worker stays."""
    import signal

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup stays what it is
            with suppress(ValueError):  # not the main thread
                signal.signal(number, end)


class _Run:
    """One run of a command."""

    def __init__(self, arguments: argparse.Namespace, task: Task) -> None:
        self._arguments = arguments
        self._task = task
        self._mode = "diff" if arguments.diff else "check" if arguments.check else "write"
        self._listing = task.report or self._mode != "write"
        self._sources = _sources(arguments, listing=self._listing)
        self._targets = _targets(arguments, self._sources)
        self._work = Work(
            task,
            arguments.errors,
            b"\0" if arguments.null else b"\n",
            _fields(arguments, task),
            self._mode,
            arguments.summary,
            arguments.max_line,
        )
        self._code = OK
        self._failed: set[Source] = set()
        self._tally: dict[str, int] = {}
        self._payload: list[Any] = []
        if arguments.field and all(source.format == "text" for source in self._sources):
            raise GujtextError("--field is for records; --format says which they are")
        if not self._targets and not self._listing and arguments.output is not None:
            for source in self._sources:
                if not (task.lists and source.format == "text"):  # a list has a format of its own
                    _refuse_other_format(source, arguments.output)
        _refuse_mixed(self._sources, self._work, one_output=not self._targets and not self._listing)

    def run(self) -> int:
        """Read, work, write."""
        workers = self._arguments.jobs
        reading = Reading(self._work, longest=self._arguments.max_line, workers=workers, failed=self._failed)
        with common.progress(self._arguments, self._sources) as advance:
            outcomes = self._outcomes(reading.turns(self._sources), workers)
            with closing(outcomes):
                if self._targets:
                    self._write_each(outcomes, advance)
                else:
                    self._write_all(outcomes, advance)
        if self._arguments.summary:
            common.show_summary(self._arguments, self._tally)
        return self._code

    def _write_all(self, outcomes: _Outcomes, advance: Callable[[int], object]) -> None:
        """Write one output, which the first error ends."""
        with io.open_output(self._arguments.output, [one.path for one in self._sources]) as file:
            try:
                self._write(outcomes, file, advance)
            except _InputError as error:
                raise error.reason from None
            file.write(io.encode(self._task.finish(self._payload, self._tally)))

    def _write_each(self, outcomes: _Outcomes, advance: Callable[[int], object]) -> None:
        """Write one output for each input."""
        for first in outcomes:
            source = first[0].source
            try:
                if first[0].error is not None:
                    raise _InputError(first[0].error)
                turns = _until_last(first, outcomes)
                with self._target(source) as file:
                    changed = self._write(turns, file, advance)
                    if not changed and self._arguments.in_place is not None:
                        raise _NothingNew  # the file keeps its time, and needs no old version beside it
            except _NothingNew:
                pass
            except _InputError as error:
                self._failed.add(source)
                common.complain(common.message_of(error.reason))
                self._code = max(self._code, common.exit_code_of(error.reason))
                if not first[0].last:
                    deque(turns, maxlen=0)

    def _write(self, outcomes: _Outcomes, file: IO[bytes], advance: Callable[[int], object]) -> bool:
        """Write outcomes into one output; tell whether it is anything but what was read."""
        sink = Sink(file, self._work)
        try:
            for turn, outcome in outcomes:
                self._take(turn, outcome, sink)
                if outcome is not None and self._arguments.output is None and not self._targets:
                    file.flush()  # who feeds a pipe line by line gets the answers line by line
                advance(turn.read)
        except BaseException:
            sink.abandon()
            raise
        sink.close()
        return sink.changed

    def _outcomes(self, turns: Iterator[Turn], workers: int) -> _Outcomes:
        """Yield each turn with its outcome."""
        waiting: deque[Turn] = deque()

        def items() -> Iterator[Piece | Table]:
            for turn in turns:
                waiting.append(turn)
                if turn.item is not None:
                    yield turn.item

        if workers == 1:
            for turn in turns:
                yield turn, self._work.do(turn.item) if turn.item is not None else None
            return
        from gujtext.parallel import ordered_map

        forked = all(source.format != "parquet" for source in self._sources)  # its library runs threads
        results: Generator[Outcome, None, None] = ordered_map(self._work.do, items(), workers, forked=forked)
        try:
            for outcome in results:
                while waiting[0].item is None:
                    yield waiting.popleft(), None
                yield waiting.popleft(), outcome
        finally:
            results.close()
        while waiting:
            yield waiting.popleft(), None

    @contextmanager
    def _target(self, source: Source) -> Iterator[IO[bytes]]:
        path = self._targets[source]
        if self._arguments.in_place is None:
            folder = os.path.dirname(path)
            if folder:
                os.makedirs(folder, exist_ok=True)
            with io.open_output(path, [source.path]) as file:
                yield file
        else:
            with io.open_output(path, backup=self._arguments.in_place) as file:
                yield file

    def _take(self, turn: Turn, outcome: Outcome | None, sink: Sink) -> None:
        """Write an outcome, and remember what it tells.

        Raises:
            _InputError: the input is not what it should be, or cannot be read.
            OSError: the output cannot be written.
        """
        for note in turn.notes:
            common.complain(note)
        try:
            sink.begin(turn)
        except io.DataError as error:
            raise _InputError(error) from None
        if outcome is not None:
            for note in outcome.notes:
                common.complain(note)
            sink.write(turn, outcome)
            self._remember(outcome)
            if outcome.problem is not None and self._work.errors != "skip":
                message = outcome.problem.at(turn.source.name, _first_line(turn.item, self._work.end))
                raise _InputError(io.DataError(message))
        if turn.error is not None:
            raise _InputError(turn.error)

    def _remember(self, outcome: Outcome) -> None:
        self._payload += outcome.payload
        for name, number in outcome.tally.items():
            self._tally[name] = self._tally.get(name, 0) + number
        if outcome.refused:
            self._code = max(self._code, BAD_DATA)
        elif outcome.differs:
            self._code = max(self._code, DIFFERENCES)


def _first_line(item: Piece | Table | None, end: bytes) -> int:
    """Return the number of the first line of a piece; where it was not counted, it is now that it is asked for."""
    if not isinstance(item, Piece):
        return 1
    if item.line:
        return item.line
    with open(item.path, "rb") as file:
        return 1 + io.lines_before(file, item.start, end)


class _NothingNew(Exception):  # noqa: N818  # no error
    """A file is as it should be."""


class _InputError(Exception):
    """One input cannot be read, or holds what it should not."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(reason)
        self.reason = reason


def _until_last(first: tuple[Turn, Outcome | None], rest: _Outcomes) -> _Outcomes:
    """Yield the turns of one source; the iterator of all goes on behind them."""
    pair: tuple[Turn, Outcome | None] | None = first
    while pair is not None:
        yield pair
        pair = None if pair[0].last else next(rest, None)


def _fields(arguments: argparse.Namespace, task: Task) -> tuple[tuple[str, str], ...]:
    fields = arguments.field or ["text"]
    outs = arguments.out_field or fields
    if len(outs) != len(fields):
        raise GujtextError(f"{len(fields)} --field and {len(outs)} --out-field: give one for each")
    if len(set(outs)) != len(outs):
        raise GujtextError("two fields cannot be written to one")
    return tuple(zip(fields, outs, strict=True))


def _sources(arguments: argparse.Namespace, *, listing: bool) -> list[Source]:
    from gujtext.io.sources import find_sources

    folders = listing or arguments.in_place is not None or _is_folder(arguments.output)
    return find_sources(
        common.inputs_of(arguments), format=arguments.format or "", folders=folders, only=arguments.only
    )


def _is_folder(path: str | None) -> bool:
    return path is not None and (path.endswith((os.sep, "/")) or os.path.isdir(path))


def _targets(arguments: argparse.Namespace, sources: list[Source]) -> dict[Source, str]:
    """Return where each input goes, if each goes somewhere of its own.

    Raises:
        GujtextError: two inputs would go to one place, or an option makes no sense.
    """
    in_place = arguments.in_place is not None
    if in_place and (arguments.output is not None or arguments.check or arguments.diff):
        raise GujtextError("-i goes with neither -o nor --check nor --diff")
    if in_place:
        if any(source.path == io.STANDARD_INPUT for source in sources):
            raise GujtextError("-i rewrites files; standard input is none")
        targets = {source: source.path for source in sources}
    elif _is_folder(arguments.output) and not (arguments.check or arguments.diff):
        if any(source.path == io.STANDARD_INPUT for source in sources):
            raise GujtextError(f"standard input has no name in the folder {arguments.output}")
        targets = {source: os.path.join(arguments.output, source.relative) for source in sources}
    else:
        return {}
    places = [os.path.realpath(target) for target in targets.values()]
    if len(set(places)) < len(sources):
        raise GujtextError("two inputs would be written to one file")
    if not in_place:
        read = {os.path.realpath(source.path) for source in sources}
        for source, target in targets.items():
            if os.path.realpath(target) in read:
                raise GujtextError(f"{target} is both input and output; -i rewrites a file in place")
            _refuse_other_format(source, target)
    return targets


def _refuse_other_format(source: Source, target: str) -> None:
    from gujtext.io.sources import format_of

    there = format_of(target)
    if there not in ("", "text", source.format) or (there == "text" and source.format in _TABLES):
        raise GujtextError(f"{target}: the output has the format of the input, {source.format}")


def _refuse_mixed(sources: list[Source], work: Work, *, one_output: bool) -> None:
    """Raise an error for formats that do not go together."""
    formats = {source.format for source in sources}
    if one_output and len(formats) > 1:
        raise GujtextError(f"inputs of several formats ({', '.join(sorted(formats))}) want several outputs: -o FOLDER/")
    if work.end == b"\0" and formats != {"text"}:
        raise GujtextError(f"-0 is for plain text, not for {', '.join(sorted(formats - {'text'}))}")
    if work.mode == "diff" and "parquet" in formats:
        raise GujtextError("--diff compares lines, which a Parquet file has not; --check lists what would change")
