"""The house rules that a machine can check: lazy names, arrows, room sizes, no network."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import gujtext

BASE = {"types", "script", "resources", "protected", "letter_names", "visarga", "lazy", "diff_html"}
ROOMS = {"normalization", "segmentation", "transliteration", "numerals"}
# Module or room -> what it may import besides itself.
ARROWS = {
    **dict.fromkeys(BASE, BASE),
    **dict.fromkeys(ROOMS, BASE | ROOMS),
    "view": BASE | ROOMS,
    "pipeline": BASE | ROOMS | {"view", "parallel"},
    "parallel": BASE,
    "io": BASE | {"parallel"},
    "compat": BASE | ROOMS | {"__init__"},
    "integrations": BASE | ROOMS | {"pipeline", "parallel", "__init__"},
    "cli": BASE | ROOMS | {"pipeline", "parallel", "view", "io", "integrations", "__init__"},
    "__init__": BASE | ROOMS | {"pipeline"},
    "__main__": {"cli"},
}


def modules(repository: Path) -> list[Path]:
    return sorted((repository / "gujtext").rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the modules of the package that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "gujtext"}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "gujtext":
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room_of(path: Path, repository: Path) -> str:
    return path.relative_to(repository / "gujtext").with_suffix("").parts[0]


def test_arrows_point_one_way(repository: Path) -> None:
    for path in modules(repository):
        room = room_of(path, repository)
        for name in imported(path):
            target = name.split(".")[1] if len(name.split(".")) > 1 else "__init__"
            if target in gujtext.__all__ or target == "__version__":
                target = "__init__"
            assert target == room or target in ARROWS[room], f"{path.name} of {room} imports {name}"


def test_rooms_meet_at_their_doors_only(repository: Path) -> None:
    """One capability uses another's public names, never its inside modules."""
    for path in modules(repository):
        room = room_of(path, repository)
        for name in imported(path):
            parts = name.split(".")
            foreign = len(parts) > 1 and parts[1] in ROOMS - {room}
            if room in ROOMS and foreign:
                inside = (repository / "gujtext" / parts[1] / f"{parts[2]}.py").exists() if len(parts) > 2 else False
                assert len(parts) <= 3, f"{path} imports the inside of {parts[1]}: {name}"
                assert not inside, f"{path} imports the inside of {parts[1]}: {name}"


def test_no_module_is_longer_than_400_lines(repository: Path) -> None:
    files = [*modules(repository), *sorted((repository / "benchmarks").rglob("*.py"))]
    long = {path.name: n for path in files if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert long == {}


def test_only_script_names_gujarati_code_points(repository: Path) -> None:
    r"""Elsewhere a letter is written as itself or taken from `script`, never as \u0a.. ."""
    offenders = [
        path.name
        for path in modules(repository)
        if "\\u0a" in path.read_text(encoding="utf-8").lower() and path.stem != "script"
    ]
    assert offenders == []


# What reads code out of data, speaks to other machines or starts other programs.
FORBIDDEN = {
    *("pickle", "marshal", "shelve", "dill", "cloudpickle", "eval", "exec", "compile", "__import__", "runpy", "ctypes"),
    *("socket", "ssl", "urllib", "http", "ftplib", "smtplib", "xmlrpc", "asyncio", "webbrowser"),
    *("requests", "httpx", "aiohttp", "subprocess", "system", "popen"),
}


def test_nothing_unpickles_evaluates_or_opens_a_connection(repository: Path) -> None:
    """In the source; tests/robustness/test_closed_world.py watches it run."""
    for path in modules(repository):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                names = [node.func.id]
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                names = [node.attr]
            assert not FORBIDDEN & {name.split(".")[0] for name in names}, path.name


def test_every_public_name_is_there_and_documented() -> None:
    for name in gujtext.__all__:
        value = getattr(gujtext, name)
        if name != "__version__":
            assert value.__doc__, name
    assert set(gujtext.__all__) <= set(dir(gujtext))


def test_type_checkers_see_the_same_public_names(repository: Path) -> None:
    tree = ast.parse((repository / "gujtext" / "__init__.py").read_text(encoding="utf-8"))
    declared = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(gujtext.__all__) - {"__version__"} <= declared


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'normalise'"):
        gujtext.normalise  # noqa: B018


def test_import_is_light() -> None:
    """Nothing is loaded before it is used: neither a room nor anything heavy."""
    code = "import sys; before = set(sys.modules); import gujtext; print(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {"__future__", "gujtext", "gujtext.lazy"}


def test_no_room_loads_numpy_or_pandas() -> None:
    code = (
        "import sys, gujtext\n"
        "for name in gujtext.__all__: getattr(gujtext, name)\n"
        "assert not {'numpy', 'pandas', 'ssl', 'socket', 'tqdm'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_type_checkers_may_use_the_annotations(repository: Path) -> None:
    """PEP 561: without this file an installed package counts as untyped."""
    assert (repository / "gujtext" / "py.typed").is_file()
