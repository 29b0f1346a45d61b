"""Numerals: the development cases by kind, sweeps over all sizes of number, and the same tasks by the peers."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections import Counter
from fractions import Fraction
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.tables import Table
from gujtext import numerals

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

NEEDS_DATA = False
TESTS = Path(__file__).resolve().parents[2] / "tests"
CASES = TESTS / "cases" / "numerals" / "cases_dev.tsv"
JUDGE = TESTS / "unit" / "test_numerals_cases.py"
SWEEP = 20_000


def tables(_: Path | None = None) -> list[Table]:
    return [_cases(), _sweep(), _peers(), _formatting()]


def _case_module() -> ModuleType:
    """Load the module that says what each kind of case does: the tests and this table judge alike."""
    specification = importlib.util.spec_from_file_location("numerals_cases", JUDGE)
    if specification is None or specification.loader is None:
        raise FileNotFoundError(JUDGE)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


def _rows() -> list[tuple[str, str, str]]:
    lines = CASES.read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "kind\t"))]
    return [(kind, given, expected) for kind, given, expected, *_ in rows]


def _cases() -> Table:
    module = _case_module()
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for kind, given, expected in _rows():
        of[kind] += 1
        try:
            module.test_case(kind, given, expected)
        except Exception:  # a miss is a miss, whatever it is
            continue
        right[kind] += 1
    rows = [(kind, str(right[kind]), str(count)) for kind, count in of.items()]
    rows.append(("all", str(right.total()), str(of.total())))
    return Table("Numerals: development cases", ("kind", "right", "of"), rows)


def _sweep() -> Table:
    """Numbers of every size, spelled and read back."""
    draw = random.Random(6)
    rows = []
    for digits in (9, 20, 60):
        numbers = [draw.randrange(10**digits) for _ in range(SWEEP)]
        back = sum(numerals.parse_number_words(numerals.spell_number(number)) == number for number in numbers)
        rows.append((f"below 10^{digits}", str(back), str(SWEEP)))
    return Table("Numerals: spelled and read back", ("numbers", "right", "of"), rows)


def _peers() -> Table:
    """Tell for each tool how many cases of spelling it gets right, in any spelling that reads as the number."""
    cases = [given for kind, given, _ in _rows() if kind == "spell.cardinal" and given.isdecimal()]
    tools: list[tuple[str, Callable[[int], str]]] = [("gujtext", numerals.spell_number), *_spellers()]
    rows = [(name, str(sum(_reads_as(spell, int(case)) for case in cases)), str(len(cases))) for name, spell in tools]
    return Table("Numerals: cardinals spelled (any attested spelling)", ("tool", "right", "of"), rows)


def _reads_as(spell: Callable[[int], str], number: int) -> bool:
    try:
        return bool(numerals.parse_number_words(spell(number).replace(",", "")) == number)
    except Exception:  # the peers raise many things
        return False


def _spellers() -> list[tuple[str, Callable[[int], Any]]]:
    found: list[tuple[str, Callable[[int], Any]]] = []
    try:
        import icu

        rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("gu"))
        found.append(("ICU (PyICU)", rules.format))
    except ImportError:
        pass
    # Untyped, and rarely installed.
    for name, module, function, options in (
        ("indic-num2words", "num_to_words", "num_to_word", {"lang": "gu", "separator": " "}),
        ("num2words", "num2words", "num2words", {"lang": "gu"}),
    ):
        try:
            found.append((name, partial(getattr(import_module(module), function), **options)))
        except ImportError:
            continue
    return found


def _formatting() -> Table:
    """Tell for each tool how many cases of formatting and of reading digits it gets right."""
    shown = [(given, wanted) for kind, given, wanted in _rows() if kind == "format.indian"]
    read = [(given, wanted) for kind, given, wanted in _rows() if kind == "parse.number"]
    rows = []
    for name, write, parse in _formatters():
        written = sum(_gives(write, int(given), wanted) for given, wanted in shown)
        parsed = sum(_gives(parse, given, wanted) for given, wanted in read)
        rows.append((name, f"{written} of {len(shown)}", f"{parsed} of {len(read)}"))
    note = "A number that must be refused counts as right when an exception is raised."
    return Table("Numerals: digits", ("tool", "Indian grouping", "numbers read"), rows, note)


def _gives(function: Callable[[Any], object], given: object, wanted: str) -> bool:
    try:
        result = function(given)
    except Exception:  # the peers raise many things
        return wanted == "ERROR"
    return str(result) == wanted or (not isinstance(result, str) and wanted != "ERROR" and result == Fraction(wanted))


def _formatters() -> list[tuple[str, Callable[[int], object], Callable[[str], object]]]:
    found: list[tuple[str, Callable[[int], object], Callable[[str], object]]] = [
        ("gujtext", numerals.format_number, numerals.parse_number)
    ]
    try:
        from babel.numbers import format_decimal, parse_decimal
    except ImportError:
        return found

    def write(number: int) -> str:
        # Its grouping is what is compared: it writes ASCII digits.
        return numerals.to_gujarati_digits(format_decimal(number, locale="gu"))

    return [*found, ("babel", write, partial(parse_decimal, locale="gu"))]
