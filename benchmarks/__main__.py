"""``python -m benchmarks``: speed and quality beside the peers (extra ``compare``)."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from benchmarks import corpus, seed_article, speed

QUALITY = Path(__file__).parent / "quality"


def _quality_names() -> list[str]:
    return sorted(path.stem for path in QUALITY.glob("*.py") if path.stem != "__init__")


def main(argv: list[str] | None = None) -> int:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="text for the speed table: plain, .xz, .gz or .bz2")
    parser.add_argument("--megabytes", type=float, default=10, help="read at most this much of it (default 10)")
    parser.add_argument("--rounds", type=int, default=speed.ROUNDS, help="interleaved runs (default %(default)s)")
    what = parser.add_subparsers(dest="what", metavar="WHAT")
    what.add_parser("speed", help="MB/s of every task (the default)")
    seed = what.add_parser("seed", help="quality and speed on the seed article, if you hold it")
    seed.add_argument("file", type=Path)
    quality = what.add_parser("quality", help="quality on reference data")
    quality.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(_quality_names())}; nothing: all")
    quality.add_argument("--data", type=Path, required=True, help="the folder of reference data")
    arguments = parser.parse_args(argv)

    if arguments.what == "seed":
        try:
            tables = seed_article.tables(arguments.file)
        except (OSError, seed_article.WrongFileError) as error:
            print(f"benchmarks: {error}", file=sys.stderr)
            return 1
        tables.append(speed.table(corpus.load(arguments.file), arguments.rounds))
    elif arguments.what == "quality":
        unknown = set(arguments.names) - set(_quality_names())
        if unknown:
            parser.error(f"no quality table {', '.join(sorted(unknown))}; there are {', '.join(_quality_names())}")
        tables = []
        for name in arguments.names or _quality_names():
            tables += import_module(f"benchmarks.quality.{name}").tables(arguments.data)
    else:
        source = corpus.load(arguments.corpus, int(arguments.megabytes * 1_000_000))
        tables = [speed.table(source, arguments.rounds)]
    for table in tables:
        print(table.markdown())
    return 0


if __name__ == "__main__":
    sys.exit(main())
