"""``python -m benchmarks``: speed and quality beside the peers (extra ``compare``).

python -m benchmarks [--corpus FILE]               speed of every task, on the sample or any text
python -m benchmarks command [--corpus FILE]       speed of the command from disk to disk, and of its start
python -m benchmarks seed FILE                     quality and speed on the seed article, if you hold it
python -m benchmarks quality [NAME ...] --data DIR quality on a folder of reference data
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import command, corpus, seed_article, speed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.tables import Table

QUALITY = Path(__file__).parent / "quality"


def _quality_names() -> list[str]:
    return sorted(path.stem for path in QUALITY.glob("*.py") if path.stem != "__init__")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="?", default="speed", choices=("speed", "command", "seed", "quality"))
    parser.add_argument("names", nargs="*", metavar="NAME", help="seed: the file; quality: which tables, else all")
    parser.add_argument("--corpus", type=Path, help="text for the speed table: plain, .xz, .gz or .bz2")
    parser.add_argument("--megabytes", type=float, default=10, help="read at most this much of it (default 10)")
    parser.add_argument("--rounds", type=int, default=speed.ROUNDS, help="interleaved runs (default %(default)s)")
    parser.add_argument("--data", type=Path, help="the folder of reference data")
    return parser


def _seed(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    if len(arguments.names) != 1:
        parser.error("seed takes one file, the article")
    path = Path(arguments.names[0])
    yield from seed_article.tables(path)
    yield speed.table(corpus.load(path), arguments.rounds)


def _quality(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    known = _quality_names()
    if arguments.data is None:
        parser.error("quality needs --data, the folder of reference data")
    if unknown := set(arguments.names) - set(known):
        parser.error(f"no quality table {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    for name in arguments.names or known:
        yield from import_module(f"benchmarks.quality.{name}").tables(arguments.data)


def _speed(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    if arguments.names:
        parser.error("speed takes no names; --corpus gives the text")
    yield speed.table(corpus.load(arguments.corpus, int(arguments.megabytes * 1_000_000)), arguments.rounds)


def _command(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Iterator[Table]:
    if arguments.names:
        parser.error("command takes no names; --corpus gives the text")
    read = corpus.load(arguments.corpus, corpus.LIMIT)
    yield from command.tables(read, arguments.megabytes, arguments.rounds)


def main(argv: list[str] | None = None) -> int:
    """Print the tables that were asked for."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    tables = {"speed": _speed, "command": _command, "seed": _seed, "quality": _quality}[arguments.what]
    try:
        for table in tables(parser, arguments):
            print(table.markdown(), flush=True)
    except (OSError, seed_article.WrongFileError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
