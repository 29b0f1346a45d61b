"""--check, --diff, summaries, progress and completion."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import REPOSITORY, environment, run

DIRTY = "સાફ\nઅેક ગામ\n" + "વચ્ચે\n" * 10 + "શંુ"
CLEAN = "સાફ\nએક ગામ\n" + "વચ્ચે\n" * 10 + "શું"


def test_a_diff_is_a_patch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = run("normalize", "--diff", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    lines = done.stdout.decode().splitlines()
    assert lines[:7] == ["--- a.txt", "+++ a.txt", "@@ -1,5 +1,5 @@", " સાફ", "-અેક ગામ", "+એક ગામ", " વચ્ચે"]
    assert lines[-5:] == [" વચ્ચે", "-શંુ", "\\ No newline at end of file", "+શું", "\\ No newline at end of file"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DIRTY
    if shutil.which("patch"):
        subprocess.run(["patch", "-p0"], input=done.stdout, cwd=tmp_path, check=True, capture_output=True)
        assert (tmp_path / "a.txt").read_text(encoding="utf-8") == CLEAN
        assert run("normalize", "--diff", "a.txt", cwd=tmp_path).returncode == 0


def test_a_diff_of_several_files_names_each(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("સાફ\n" if name == "b.txt" else DIRTY, encoding="utf-8")
    shown = run("normalize", "--diff", ".", cwd=tmp_path).stdout.decode()
    assert [line for line in shown.splitlines() if line.startswith("--- ")] == ["--- ./a.txt", "--- ./c.txt"]


@pytest.mark.parametrize(
    ("name", "data", "changed"),
    [
        ("a.jsonl", '{"text": "સાફ"}\n{"text": "અેક"}\n', '{"text": "એક"}'),
        ("a.csv", 'text,z\nસાફ,1\n"અેક\nબે",2\n', '"એક'),
        ("a.tsv", "text\tz\nસાફ\t1\nઅેક\t2\n", "એક\t2"),
    ],
)
def test_records_can_be_compared(tmp_path: Path, name: str, data: str, changed: str) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    done = run("normalize", "--diff", name, cwd=tmp_path)
    assert done.returncode == 1
    added = [line for line in done.stdout.decode().splitlines() if line.startswith("+") and line != f"+++ {name}"]
    assert added == [f"+{changed}"]
    checked = run("normalize", "--check", name, cwd=tmp_path)
    assert checked.returncode == 1
    row = 2 if name == "a.jsonl" else 3
    value = "અેક\\nબે" if name == "a.csv" else "અેક"
    assert checked.stdout.decode() == f"{name}:{row}:text: {value}\n"


@pytest.mark.parametrize(
    ("words", "data"),
    [
        (("transliterate", "--scheme", "iso15919"), "ક\n"),
        (("numerals", "--to-ascii"), "૧\n"),
        (("numerals", "--verbalize"), "૧૨\n"),
    ],
)
def test_other_rewriting_commands_compare_as_well(words: tuple[str, ...], data: str) -> None:
    for option in ("--check", "--diff"):
        assert run(*words, option, data=data).returncode == 1
        same = run(*words, option, data="abc\n")
        assert (same.returncode, same.stdout) == (0, b"")


def test_a_summary_counts_by_rule(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY + "\nઅેક", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "અેક"}\n', encoding="utf-8")
    done = run("normalize", "--summary", "a.txt", "-o", "x.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert [line.split() for line in done.stderr.decode().splitlines()] == [
        ["2", "V03"],
        ["1", "O01"],
        ["3", "changes"],
    ]
    as_json = run("normalize", "--stats", "--json", "b.jsonl", cwd=tmp_path)
    assert json.loads(as_json.stderr) == {"changes": 1, "rules": {"V03": 1}}
    assert as_json.stdout.decode() == '{"text": "એક"}\n'


def test_stats_count_everything(tmp_path: Path) -> None:
    text = "અેક ગામ છે. બીજું વાક્ય ૧૨.\nabc नमस्ते"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "શંુ"}) + "\n", encoding="utf-8")
    done = run("stats", "--json", "a.txt", "b.jsonl", cwd=tmp_path)
    counts = json.loads(done.stdout)
    assert counts["lines"] == 3
    assert counts["characters"] == len(text) + 3
    assert counts["sentences"] == 4
    assert counts["tokens"] == sum(counts["tokens_by_kind"].values()) == 11
    assert counts["tokens_by_kind"] == {"word": 8, "punct": 2, "number": 1}
    assert counts["characters_by_script"]["Latin"] == 3
    assert counts["characters_by_script"]["Devanagari"] == 6
    assert sum(counts["characters_by_script"].values()) == counts["characters"]
    assert (counts["changes"], counts["changes_by_rule"]) == (2, {"O01": 1, "V03": 1})
    table = run("stats", "a.txt", cwd=tmp_path).stdout.decode()
    assert "tokens by kind:\n" in table
    assert f"{len(text):>14,}  characters\n" in table


def test_progress_is_shown_when_asked_for_and_never_in_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    shown = run("normalize", "--progress", "always", "a.txt", cwd=tmp_path)
    assert "100%" in shown.stderr.decode()
    assert "B/s]" in shown.stderr.decode()
    assert shown.stdout.decode() == CLEAN
    assert run("normalize", "--progress", "auto", "a.txt", cwd=tmp_path).stderr == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_and_options(shell: str) -> None:
    pytest.importorskip("shtab")
    done = run("completion", shell)
    assert (done.returncode, done.stderr) == (0, b"")
    script = done.stdout.decode()
    for word in ("normalize", "transliterate", "--in-place" if shell != "fish" else "in-place", "surrogateescape"):
        assert word in script
    if shutil.which(shell) and shell != "fish":
        subprocess.run([shell, "-n"], input=done.stdout, check=True)


@pytest.mark.skipif(not shutil.which("bash"), reason="completes as the shell does")
def test_bash_completes_a_command_and_its_option(tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    (tmp_path / "script").write_bytes(run("completion", "bash").stdout)
    ask = (
        "source ./script; COMP_WORDS=(gujtext norm); COMP_CWORD=1; _shtab_gujtext; echo ${COMPREPLY[@]};"
        "COMP_WORDS=(gujtext normalize --in-); COMP_CWORD=2; _shtab_gujtext; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["normalize", "--in-place"]


def test_completion_without_its_package_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "shtab.py").write_text("raise ImportError\n", encoding="utf-8")
    done = run("completion", "bash", env=environment(first=str(tmp_path)))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "pip install 'gujtext[completion]'" in done.stderr.decode()


def test_the_version_loads_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; before = set(sys.modules); sys.argv = ['gujtext', '--version']\n"
        "from gujtext.cli import main\nmain()\n"
        "print(*sorted(name for name in set(sys.modules) - before if name.startswith('gujtext')))\n"
        "heavy = {'regex', 'unicodedata2', 'tqdm', 'json', 'multiprocessing', 'csv', 'lzma', 'bz2', 'argparse'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, env=environment(), check=True
    )
    assert done.stdout.splitlines()[-1] == "gujtext gujtext.cli gujtext.lazy"
