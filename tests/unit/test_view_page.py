"""The page of a text: nothing of the text is lost or becomes markup, and what was found is there with its place."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from html_outline import Outline, carried
from hypothesis import given, settings, strategies as st
from strategies import WILD_TEXT

import gujtext
from gujtext import resources, view
from gujtext.diff_html import CONTEXT, inked
from gujtext.types import NumberMatch
from gujtext.view.layers import element, nested
from gujtext.view.tables import MOST_ROWS, PLURALS
from gujtext.view.values import reading, value_text

MARKUP = st.sampled_from(
    ["<script>a(1)</script>", "</p>", "</div>", "<i ", "\"'>", "&amp;", "&#13;", "&lt", "<!--", "]]>", "<?", "</style>"]
)
HTML_TEXT = st.lists(st.one_of(WILD_TEXT, MARKUP), max_size=6).map("".join)
DIRTY = "રશિયાના રાષ્ટ્રપતિ પુતિન.\nઅેક ગામ, ૧૨ લોકો <b> દોઢ લાખ.\nશંુ ક્ૂડ"


@settings(max_examples=150, deadline=None)
@given(HTML_TEXT)
def test_any_text_is_escaped_and_whole(text: str) -> None:
    """A string that became markup, a piece lost or doubled where annotations overlap, an element left open."""
    for html in (view.page(text, title=text), view.fragment(text)):
        assert Outline(html).main_text == carried(text)
        html.encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(HTML_TEXT)
def test_sentences_are_numbered_and_tokens_keep_their_kind(text: str) -> None:
    outline = Outline(view.page(text))
    sentences = gujtext.sent_spans(text)
    assert [name for name in outline.ids if re.fullmatch("s[0-9]+", name)] == [
        f"s{number}" for number in range(1, len(sentences) + 1)
    ]
    for kind in {token.kind for token in gujtext.word_spans(text)}:
        assert outline.of_class(f"g-{kind}"), kind


def test_names_stand_as_ruby_over_whole_clusters() -> None:
    html = view.page("શી જિનપિંગે કહ્યું, પુતિનની વાત")
    outline = Outline(html)
    assert "Xi Jinping" in outline.readings
    assert "Putin" in outline.readings
    base = re.findall('<ruby class="g-name"><span class="g-base">(.*?)</span><rp>', html)
    # The vowel sign of the ending belongs to the last letter of the name; ની stands after it.
    assert [re.sub("<.*?>", "", one) for one in base] == ["શી જિનપિંગે", "પુતિન"]
    assert ["પુતિન", "Putin", "-ની", "1", "20–25 sentence\xa01"] in outline.rows
    assert any(row[2] == "◌ે" for row in outline.rows)


def test_numbers_stand_with_their_values_unless_they_show_them() -> None:
    outline = Outline(view.page("૧૨ લોકો, 24 લોકો, દોઢ લાખ રૂપિયા, ૨૦૧૯માં"))
    assert [one for one in outline.readings if one not in ("Surat", "1.5")] == ["12", "INR 1,50,000", "2019"]
    row = next(row for row in outline.rows if row[1:2] == ["૨૦૧૯માં"])
    assert row[2:] == ["cardinal", "2019", "-માં", "year 2019, ending -માં"]


def test_changes_and_findings_lead_to_their_rows_with_code_points() -> None:
    outline = Outline(view.page(DIRTY))
    changes = gujtext.explain(DIRTY).changes
    findings = gujtext.check(DIRTY)
    assert len(changes) == 2
    assert len(findings) == 3
    assert {"c1", "c2", "f1", "f2", "f3"} <= set(outline.ids)
    assert "c3" not in outline.ids
    first = next(row for row in outline.rows if row[0] == "c1")
    start, end = changes[0].start, changes[0].end
    assert first[1] == f"{start}–{end} sentence\xa02"
    assert "U+0A85 GUJARATI LETTER A, U+0AC7 GUJARATI VOWEL SIGN E" in first[2]
    assert "U+0A8F GUJARATI LETTER E" in first[3]
    assert first[4] == "V03 letter-e"
    marks = outline.of_class("g-mark")[2:]  # after the two of the legend
    # A change and a finding on the same letters are one link: links cannot be nested.
    assert [at["href"] for _, at in marks] == ["#c1", "#c2", "#f3"]
    assert set((marks[0][1]["class"] or "").split()) == {"g-mark", "g-change", "g-finding"}


def test_the_summary_counts_what_the_library_finds() -> None:
    html = view.page(DIRTY)
    head = html[html.index("<nav") : html.index("</nav>")]
    counts = dict(reversed(pair) for pair in re.findall("<b>([0-9,]+)</b> ([a-z]+)", head))
    assert counts == {
        "characters": str(len(DIRTY)),
        "sentences": str(len(gujtext.sent_spans(DIRTY))),
        "tokens": str(len(gujtext.word_spans(DIRTY))),
        "names": str(len(gujtext.find_names(DIRTY))),
        "numbers": str(len(gujtext.find_numbers(DIRTY))),
        "changes": "2",
        "findings": "3",
    }


def test_clean_text_says_that_nothing_was_found() -> None:
    assert view.page("સાફ લખાણ").count("<p>None.</p>") == 4
    assert view.page("").count("<p>None.</p>") == 5


def test_languages_are_named() -> None:
    html = view.page("ગુજરાતી Gujarat છે.\nAll of it is English.", title="અહેવાલ")
    assert '<h1 lang="gu"' in html
    assert '<div class="g-text" lang="gu">' in html
    assert '<span class="g-word" lang="en">Gujarat</span>' in html
    assert '<p class="g-s" id="s2" lang="en">' in html
    assert '<html lang="en">' in html


def test_long_text_is_cut_at_a_line_end_and_the_page_says_so() -> None:
    line = "ગુજરાતમાં ૧૨ ગામ છે.\n"
    text = line * 10
    limit = len(line) * 3 + 5
    html = view.page(text, limit=limit)
    assert Outline(html).main_text == line * 3
    assert f"Only the first {3 * len(line)} of {len(text)} characters are shown." in html
    assert Outline(view.page(text, limit=None)).main_text == text
    assert "characters are shown" not in view.page(text)
    assert Outline(view.fragment("ક" * 50, limit=20)).main_text == "ક" * 20
    assert "of 1,000 characters" in view.page(text, length=1000)
    with pytest.raises(gujtext.GujtextError, match="at least 1"):
        view.page(text, limit=0)


def test_a_long_table_is_cut_and_the_rest_counted() -> None:
    text = "અેક " * (MOST_ROWS + 7)
    html = view.page(text)
    outline = Outline(html)
    assert f"c{MOST_ROWS}" in outline.ids
    assert f"c{MOST_ROWS + 1}" not in outline.ids
    assert html.count("And 7 more, not shown here.") == 2
    assert [at["href"] for _, at in outline.of_class("g-mark")[-2:]] == ["#changes", "#changes"]


def test_two_fragments_can_stand_in_one_document() -> None:
    both = Outline(view.fragment("એક અેક ગામ.") + view.fragment("બે અેક ગામ."))
    assert both.main_text == "એક અેક ગામ.બે અેક ગામ."


def test_what_is_not_text_is_refused() -> None:
    with pytest.raises(TypeError, match="decode first"):
        view.page("ગુજરાતી".encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="decode first"):
        view.fragment(b"")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not on int"):
        view.page("", title=1)  # type: ignore[arg-type]


def test_every_kind_has_a_name_and_a_look() -> None:
    css = resources.read_bytes("view/page.css").decode()
    assert set(PLURALS) == set(gujtext.types.TOKEN_KINDS)
    for kind in set(PLURALS) - {"word"}:
        assert f".gujtext .g-{kind} {{" in css, kind
        assert f".g-f-{kind}:not(:checked)" in css, kind
    assert "</" not in css
    assert "http" not in css
    assert "url(" not in css


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1947, "1947"),
        (-5, "-5"),
        (25_000_000_000, "25,00,00,00,000"),
        (Fraction(13, 2), "6.5"),
        (Fraction(1, 3), "1/3"),
        (Decimal("7.8"), "7.8"),
        (datetime.date(2024, 6, 18), "2024-06-18"),
        (datetime.time(6, 30), "06:30"),
        (datetime.time(6, 30, 5), "06:30:05"),
        ("2024-06", "2024-06"),
        ((datetime.time(9), datetime.time(17)), "09:00–17:00"),
        (10**650, "1" + "0" * 47 + "…"),
        (Fraction(10**60 + 1, 2), "10,00,00,00,00,00,00,00,00,00,00,00,00,00,00,00,"[:48] + "…"),
    ],
)
def test_values_are_written_as_people_read_them(value: object, shown: str) -> None:
    assert value_text(value) == shown


def test_readings_have_their_unit() -> None:
    money = NumberMatch("", 0, 0, "range", (500, 600), "INR")
    assert reading(money) == "INR 500–600"
    assert reading(money._replace(kind="unit", unit="km", approximate=True)) == "≈ 500–600 km"
    assert reading(money._replace(kind="ratio", value=(3, 2), unit="")) == "3:2"


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="ab<&કિ\u0abe", max_size=12),
    st.lists(st.lists(st.integers(0, 12), max_size=6, unique=True), max_size=3),
)
def test_layers_nest_though_stretches_overlap(text: str, edges: list[list[int]]) -> None:
    """Each element opens and closes once per part, and its parts together are its stretch."""
    layers = []
    for level, places in enumerate(edges):
        inside = sorted(place for place in places if place <= len(text))
        tag = ("b", "del", "ins")[level]
        layers.append([element(a, b, f'<{tag} id="{a}">', tag) for a, b in list(pairwise(inside))[::2]])
    html = nested(text, layers)
    opened: list[str] = []
    covered: dict[tuple[str, int], str] = {}
    plain = ""
    for part in re.findall(r"<[^>]+>|[^<]+", html):
        if part.startswith("</"):
            assert opened.pop().split()[0] == f"<{part[2:-1]}"
        elif part.startswith("<"):
            opened.append(part)
        else:
            piece = part.replace("&lt;", "<").replace("&amp;", "&")
            plain += piece
            for one in opened:
                key = (one.split()[0][1:], int(re.findall("[0-9]+", one)[0]))
                covered[key] = covered.get(key, "") + piece
    assert plain == text
    assert opened == []
    assert covered == {
        (("b", "del", "ins")[level], stretch.start): text[stretch.start : stretch.end]
        for level, layer in enumerate(layers)
        for stretch in layer
    }


@settings(max_examples=200, deadline=None)
@given(WILD_TEXT, st.data())
def test_widening_takes_in_the_place_and_stays_near(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = inked(text, start, end)
    assert start - CONTEXT - 1 <= first <= start
    assert end <= last <= end + CONTEXT
