"""Every snippet of the hosts' table runs against the real host, and prints what its last comment says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SECTION = (REPOSITORY / "README.md").read_text(encoding="utf-8").partition("\n## Inside other frameworks\n")[2]
TABLE = SECTION.partition("</table>")[0]
CELLS = re.findall(r"<tr><td>(.*?)</td><td>\n\n```python\n(.*?)```\n\n</td></tr>", TABLE, re.DOTALL)


def modules_of(snippet: str) -> set[str]:
    return set(re.findall(r"^(?:import|from) (\w+)", snippet, re.MULTILINE)) - {"gujtext"}


def test_every_row_was_read_and_is_short() -> None:
    assert len(CELLS) == TABLE.count("```python") > 0
    for host, snippet in CELLS:
        code = [line for line in snippet.splitlines() if line and not line.startswith("# ")]
        assert 0 < len(code) <= 6, host
        assert max(map(len, code)) <= 120, host


@pytest.mark.parametrize(("host", "snippet"), CELLS, ids=[host for host, _ in CELLS])
def test_snippet(host: str, snippet: str, tmp_path: Path) -> None:
    for module in modules_of(snippet):
        pytest.importorskip(module)
    if host == "spaCy" and not entry_points(group="spacy_tokenizers", name="gujtext.Tokenizer.v1"):
        pytest.skip("the gujtext that is installed here has no entry points")
    # A file and a main guard, because several hosts start processes that import it again.
    body = "".join(f"    {line}\n" for line in snippet.splitlines())
    script = tmp_path / "snippet.py"
    script.write_text(f'if __name__ == "__main__":\n{body}', encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=600
    )
    assert done.returncode == 0, done.stderr
    expected = [line.removeprefix("# ") for line in snippet.splitlines() if line.startswith("# ")]
    assert done.stdout.splitlines() == expected
