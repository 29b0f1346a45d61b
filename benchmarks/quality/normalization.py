"""Normalization: the project's own cases and real text, against indic-nlp, ICU, ftfy and plain NFC.

nisaba cannot be installed from an index; what it did on a list of 113 cases like these is quoted in the note.
"""

from __future__ import annotations

import json
import lzma
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).resolve().parents[2] / "tests" / "cases" / "normalization"
LINES = 12_000
ROUNDS = 5
# Characters of text that the command line hands on at once, about a megabyte.
BLOCK = 400_000
# Damage for the lines that need repair: what real texts have most.
DAMAGE = (("એ", "અે"), ("ો", "ાે"), ("ું", "ંુ"))


def tables(data: Path) -> list[Table]:
    return [_speed(data), _corpora(data)]


def peers() -> dict[str, Callable[[str], str]]:
    import unicodedata2

    from gujtext.normalization import normalize

    found: dict[str, Callable[[str], str]] = {"gujtext": normalize}
    found["NFC"] = lambda text: str(unicodedata2.normalize("NFC", text))
    try:
        from indicnlp.normalize.indic_normalize import IndicNormalizerFactory
    except ImportError:
        pass
    else:
        found["indic-nlp"] = IndicNormalizerFactory().get_normalizer("gu").normalize
    try:
        from icu import Normalizer2
    except ImportError:
        pass
    else:
        found["ICU NFKC_Casefold"] = Normalizer2.getNFKCCasefoldInstance().normalize
    try:
        import ftfy
    except ImportError:
        pass
    else:
        found["ftfy"] = ftfy.fix_text
    return found


def cases() -> Table:
    """Count right answers; gujtext gets each case's profile, the peers have one way each."""
    from gujtext.normalization import normalize

    groups = {}
    for kind in ("wild", "synthetic", "negative", "known_failures"):
        lines = (CASES / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        groups[kind] = [json.loads(line) for line in lines if line and not line.startswith("#")]
    rows = []
    for name, peer in peers().items():
        cells = [name]
        for group in groups.values():
            right = sum(
                (
                    normalize(case["text"], case.get("profile", "standard"), enable=case.get("enable", []))
                    if name == "gujtext"
                    else peer(case["text"])
                )
                == case["expected"]
                for case in group
            )
            cells.append(f"{right}/{len(group)}")
        rows.append(tuple(cells))
    note = (
        "nisaba's published tables, on 113 such cases: 18 of 26 visual repairs, 29 of 35 must-keep; indic-nlp 0 and 20."
    )
    return Table("Normalization: cases of tests/cases/normalization", ("normalizer", *groups), rows, note)


def _speed(data: Path) -> Table:
    from gujtext.normalization import check, explain, normalize

    with lzma.open(data / "corpora" / "guwiki2020.txt.xz", "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n") for _, line in zip(range(LINES), file, strict=False)]
    clean = [line for line in lines if line and normalize(line) is line]
    dirty = [bad for line in clean if (bad := _damaged(line)) != line]
    functions: dict[str, Callable[[str], object]] = {**peers(), "gujtext explain": explain, "gujtext check": check}
    functions.pop("ftfy", None)
    rows = []
    texts = (clean, dirty, ["\n".join(dirty)[:BLOCK]])
    measured = [_seconds(functions, text) for text in texts]
    sizes = [sum(len(line.encode()) for line in text) / 1e6 for text in texts]
    reference = "indic-nlp" if "indic-nlp" in functions else "NFC"
    for name in functions:
        cells = [name]
        for seconds, megabytes in zip(measured, sizes, strict=True):
            cells += [f"{megabytes / seconds[name]:.1f}", f"{seconds[reference] / seconds[name]:.2f}"]
        rows.append(tuple(cells))
    columns = ["function"]
    for k, kind in enumerate(("clean", "damaged", "damaged block")):
        columns += [f"{kind} MB/s", f"times {reference}" + " " * k]
    note = (
        f"Gujarati Wikipedia: {len(clean)} clean lines, {len(dirty)} with up to three repairs each; the "
        f"block is those as one text, as the command line reads; best of {ROUNDS}, process time."
    )
    return Table("Normalization: speed", tuple(columns), rows, note)


def _damaged(line: str) -> str:
    for good, bad in DAMAGE:
        line = line.replace(good, bad, 1)
    return line


def _seconds(functions: dict[str, Callable[[str], object]], lines: list[str]) -> dict[str, float]:
    """Measure the process time of each function over all lines, taking turns, and keep its best round."""
    best = dict.fromkeys(functions, float("inf"))
    for _ in range(ROUNDS):
        for name, function in functions.items():
            begin = time.process_time()
            for line in lines:
                function(line)
            best[name] = min(best[name], time.process_time() - begin)
    return best


def _corpora(data: Path) -> Table:
    """Count the lines of real text that each profile changes, and the findings left."""
    from gujtext.normalization import PROFILES, check, normalize

    rows = []
    for name in ("bible_nt_gu", "l10n_gu", "lingua_sentences_gu"):
        with lzma.open(data / "corpora" / f"{name}.txt.xz", "rt", encoding="utf-8") as file:
            lines = [line.rstrip("\n") for line in file]
        changed = [str(sum(normalize(line, profile) != line for line in lines)) for profile in PROFILES]
        before, after = (sum(len(check(text)) for text in texts) for texts in (lines, map(normalize, lines)))
        rows.append((name, str(len(lines)), *changed, str(before), str(after)))
    columns = ("text", "lines", *PROFILES, "findings before", "after standard")
    return Table("Normalization: lines changed in real text", columns, rows)
