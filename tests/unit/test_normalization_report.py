"""Changes for people, and the export to Hugging Face tokenizers."""

from __future__ import annotations

import pytest

from gujtext.normalization import Normalizer, explain
from gujtext.normalization.report import html_page, terminal_lines


def test_terminal_lines_name_code_points_and_show_what_has_no_ink() -> None:
    text = "ગુજ\u00adરાત\nશંુ"
    lines = list(terminal_lines(text, explain(text).changes, name="a.txt", offset=10))
    assert lines[0] == "a.txt:13-14  H02 invisible"
    assert lines[1] == r"  - ગુજ[\u00ad]રાત  (U+00AD SOFT HYPHEN)"
    assert lines[2] == "  + ગુજ[]રાત  (nothing)"
    assert lines[3].startswith("a.txt:19-21  O01")


def test_colour_is_opt_in() -> None:
    text = "અેક"
    changes = explain(text).changes
    assert "\x1b[" not in "".join(terminal_lines(text, changes))
    assert "\x1b[31m" in "".join(terminal_lines(text, changes, colour=True))


def test_html_escapes_the_text() -> None:
    result = explain("<b>અેક</b> & \x00")
    page = html_page("<t>", [("a&b.txt", result)])
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "a&amp;b.txt" in page
    assert "U+0A8F GUJARATI LETTER E" in page
    notebook = result._repr_html_()
    assert "<b>" not in notebook
    assert notebook.startswith("<table")
    assert notebook.count("<tr>") == 1 + len(result.changes)


def test_html_marks_whole_clusters_and_cuts_none() -> None:
    page = explain("કિ" * 20 + "ગુજ\u00adરાત શંુ " + "કિ" * 20)._repr_html_()
    assert '">જ\u00ad</del>રાત' in page
    assert '">જ</ins>રાત' in page
    assert '">શંુ</del>' in page
    assert '">શું</ins>' in page
    assert '<span lang="gu">િ' not in page
    assert "ક</span>" not in page
    assert "U+0AE4 unassigned" in explain("છે\u0ae4")._repr_html_()


def test_nothing_changed_is_said() -> None:
    assert explain("એક")._repr_html_() == "<p>No changes.</p>"


def test_export_to_tokenizers_survives_its_own_serialisation() -> None:
    tokenizers = pytest.importorskip("tokenizers")
    exported = Normalizer().to_huggingface()
    assert {"N01", "V03", "V20", "H05"} <= set(exported.expressed)
    assert {"O01", "J01", "H02"} <= set(exported.left_out)
    for text in ("અેક ગામ", "અાેરડો", "ઊભુંં", "ક\u0acd\u0abcય"):
        assert exported.normalizer.normalize_str(text) == Normalizer().normalize(text)
    whole = tokenizers.Tokenizer(tokenizers.models.BPE())
    whole.normalizer = exported.normalizer
    assert tokenizers.Tokenizer.from_str(whole.to_str()).normalizer.normalize_str("અેક") == "એક"
