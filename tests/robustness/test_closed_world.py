"""The package talks to nobody: no socket, no other program, no file but its own resources, whatever is called.

That no module imports what could do so is asserted in tests/unit/test_package.py; here everything is run, with an
audit hook that sees what Python itself is asked for.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

# Runs every function of the table on a text that reaches every room, and tells what was asked of the system.
CODE = """
import json, os, sys
asked, opened = [], []
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "ctypes.",
             "urllib.", "http.", "ftplib.", "smtplib.", "shutil.", "tempfile.", "pickle.", "webbrowser.",
             "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.putenv", "sqlite3.")
def hook(event, arguments):
    if event == "open":
        opened.append([str(arguments[0]), str(arguments[1])])
    elif event.startswith(FORBIDDEN):
        asked.append([event, repr(arguments)[:200]])
"""
RUN = """
from public_functions import FUNCTIONS, run
text = sys.argv[1]
for name in FUNCTIONS:
    for piece in (text, text.split()[0], "૧૨", "એકવીસ", "પહેલું"):
        run(name, piece)
print(json.dumps({"asked": asked, "opened": opened}))
"""
TEXT = "કિમ જોંગ ઉન ડૉ. પટેલને ઈ.સ. ૧૯૪૭માં, ૧૮/૦૬/૨૦૨૪ના ૧૦:૩૦ વાગ્યે ₹૫૦૦ આપી ગયા. અેક શંુ https://a.in #ગુજરાત\n"


def watched(code: str, repository: Path, *arguments: str) -> dict[str, list[list[str]]]:
    paths = [str(repository), str(repository / "tests")]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{code}", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[list[str]]] = json.loads(run.stdout)
    return found


def test_no_function_asks_for_more_than_its_own_resources(repository: Path) -> None:
    """Python's own reading of modules is left out by loading them before: a second interpreter would do the same."""
    load = (
        "import gujtext, importlib, pkgutil, regex, unicodedata2, lzma\n"
        "for module in pkgutil.walk_packages(gujtext.__path__, 'gujtext.'):\n"
        "    if module.name.split('.')[1] in ('types', 'script', 'resources', 'protected', 'letter_names', 'visarga',\n"
        "                                     'normalization', 'segmentation', 'transliteration', 'numerals'):\n"
        "        try: importlib.import_module(module.name)\n"
        "        except ImportError: pass\n"
    )
    found = watched(f"{CODE}{load}sys.addaudithook(hook)\n{RUN}", repository, TEXT)
    assert found["asked"] == []
    resources = str((repository / "resources").resolve())
    modules = (".py", ".pyc", ".so")
    read = [[path, mode] for path, mode in found["opened"] if not path.endswith(modules) and ".so." not in path]
    assert [path for path, mode in read if mode not in ("r", "rb") or not path.startswith(resources)] == []
    assert len(read) > 20, "and those are read when they are first used"


def test_the_hook_sees_what_it_is_there_for(repository: Path) -> None:
    naughty = (
        "sys.addaudithook(hook)\nimport pickle, socket, subprocess\n"
        "socket.socket().close()\nsubprocess.run([sys.executable, '-c', ''])\n"
        "pickle.loads(pickle.dumps(json.JSONDecoder))\nopen(os.devnull).close()\n"
        "print(json.dumps({'asked': asked, 'opened': opened}))"
    )
    found = watched(f"{CODE}{naughty}", repository)
    assert {"socket.__new__", "subprocess.Popen", "pickle.find_class"} <= {event for event, _ in found["asked"]}
    assert any(path == "/dev/null" for path, _ in found["opened"])
