"""``python -m benchmarks``: speed and quality beside the peers (extra ``compare``).

python -m benchmarks [speed] [--corpus FILE]         speed of every task, on the sample or any text
python -m benchmarks command [--corpus FILE]         speed of the command from disk to disk, and of its start
python -m benchmarks scale [--corpus FILE]           cost as the input grows, 1 kB to 100 MB
python -m benchmarks quality [NAME ...] [--data DIR] quality on the repository's cases, or on reference data
python -m benchmarks seed FILE                       quality and speed on the seed article, if you hold it
python -m benchmarks report [--data DIR]             all of it, with plots, into benchmarks/RESULTS.md
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import command, corpus, quality, report, scale, seed_article, speed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.tables import Table

RESULTS = Path(__file__).parent / "RESULTS.md"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "what", nargs="?", default="speed", choices=("speed", "command", "scale", "quality", "seed", "report")
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="seed: the file; quality: which tables, else all")
    parser.add_argument("--corpus", type=Path, help="text for speed and scale: plain, .xz, .gz or .bz2")
    parser.add_argument("--megabytes", type=float, default=10, help="read at most this much of it (default 10)")
    parser.add_argument("--largest", type=float, default=100, help="scale: megabytes of the largest text (default 100)")
    parser.add_argument("--rounds", type=int, default=speed.ROUNDS, help="interleaved runs (default %(default)s)")
    parser.add_argument("--data", type=Path, help="the folder of reference data")
    parser.add_argument("--output", type=Path, default=RESULTS, help="report: where (default benchmarks/RESULTS.md)")
    return parser


def _seed(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    if len(arguments.names) != 1:
        parser.error("seed takes one file, the article")
    path = Path(arguments.names[0])
    yield from seed_article.tables(path)
    yield speed.table(corpus.load(path), arguments.rounds)


def _quality(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    known = quality.known()
    if unknown := set(arguments.names) - set(known):
        parser.error(f"no quality table {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    names = arguments.names or quality.runnable(arguments.data)
    if arguments.data is None and (needy := [name for name in names if quality.needs_data(name)]):
        parser.error(f"{', '.join(needy)}: --data wanted, the folder of reference data")
    for name in names:
        yield from quality.tables(name, arguments.data)


def _corpus(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> corpus.Corpus:
    if arguments.names:
        parser.error(f"{arguments.what} takes no names; --corpus gives the text")
    return corpus.load(arguments.corpus, int(arguments.megabytes * 1_000_000))


def _speed(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    yield speed.table(_corpus(parser, arguments), arguments.rounds)


def _scale(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    text = _corpus(parser, arguments)
    yield scale.table(scale.measure(text, int(arguments.largest * 1_000_000)), text.name)


def _report(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    text = _corpus(parser, arguments)
    what = report.Measured(text, arguments.data, arguments.rounds, int(arguments.largest * 1_000_000))
    for step in report.write(arguments.output, what):
        print(step, file=sys.stderr, flush=True)


def _command(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    if arguments.names:
        parser.error("command takes no names; --corpus gives the text")
    read = corpus.load(arguments.corpus, corpus.LIMIT)
    yield from command.tables(read, arguments.megabytes, arguments.rounds)


def main(argv: list[str] | None = None) -> int:
    """Print the tables that were asked for, or write the report."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    tables = {"speed": _speed, "command": _command, "scale": _scale, "seed": _seed, "quality": _quality}
    try:
        if arguments.what == "report":
            _report(parser, arguments)
            return 0
        for table in tables[arguments.what](parser, arguments):
            print(table.markdown(), flush=True)
    except (OSError, seed_article.WrongFileError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
