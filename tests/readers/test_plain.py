"""A page is read without a parser where its tags leave no doubt, and then as a parser reads it."""

import re
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.pages import HTML_STYLES, random_report, render
from nianbao.protocols import Source
from nianbao.readers import plain, tree
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE, Flat

_MARKS = f"{TABLE}{END}{ROW}{CELL}"
_WORDS = (
    "词", "12", " ", "\n", "\r\n", "&nbsp;", "&lt;td&gt;", "&hellip;", "&#49;", "&", " > ", "<br>",
    "<p>", "<b>", "</b>", "<span style='a:b'>", "</span>", '<a href="x" title="甲>乙">', "</a>",
    "<div>", "</div>", "<h1>", "</h1>", "<ul><li>", "</ul>", "<img alt=x>", "<o:p></o:p>",
    "<!-- <td> -->", "<!---->", "<!-->", "<script>if (a<b) { '</td>' }</script>", "<!", "<",
    "<script><!--\ndocument.write('<p>')\n//--></script>", "<style>td > p {}</style>", "<hr/>",
    "<select><option>1</select>", "<textarea>1</textarea>", "<input value=1>", "<button>", "<sup>",
    "<noscript>词</noscript>", "<iframe></iframe>", "<pre>", "<svg>", "<td>", "</td>", "<tr>",
    "</tr>", "<table>", "</table>", "<tbody>", "</body>", "<td/>", "<p a=\"'\">", '<p ">', "</ p>",
    '<meta name="PubDate" content="2024-01-20">', "<title>题</title>", "<v:shape>", "<?xml?>",
)  # fmt: skip


def _source(page: str) -> Source:
    return Source("page.html", page, page.encode(), "utf-8")


def _squeezed(flat: Flat) -> tuple[str, str, str]:
    """Return what a page says; neither breaks that follow one another nor spaces there count."""
    body = re.sub(rf"[\s{BREAK}]*{BREAK}[\s{BREAK}]*", BREAK, flat.body)
    body = re.sub(rf"[\s{BREAK}]*([{_MARKS}])[\s{BREAK}]*", r"\1", body)
    return body.strip(f" \n{BREAK}"), flat.title, flat.published


def _table(rows: list[list[list[str]]], part: str) -> str:
    cells = (["<td>" + "".join(cell) + "</td>" for cell in row] for row in rows)
    inside = "".join(f"<tr>{''.join(row)}</tr>\n" for row in cells)
    return f"<table border=1>{part}{inside}{part.replace('<', '</')}</table>"


_CELL = st.lists(st.sampled_from(_WORDS[:32]) | st.sampled_from(_WORDS), max_size=3)
_TABLE = st.builds(
    _table, st.lists(st.lists(_CELL, max_size=3), max_size=3), st.sampled_from(("", "<tbody>"))
)
_PAGE = st.lists(_TABLE | _TABLE.map("<td>{}</td>".format) | st.sampled_from(_WORDS), max_size=5)


@settings(max_examples=800, deadline=None)
@given(parts=_PAGE)
@example(parts=["<table><tr><td>1</td></tr><table><tr><td>2</td></tr></table></table>"])
@example(parts=["<div><table><tr><td>1</div>2</td></tr></table>"])
@example(parts=["<table><tr><td>1</td>注<td>2</td></tr></table>"])
@example(parts=["<table><tr><td>1</td><p>注</p></tr></table>"])
@example(parts=["<table><tr><td>1</tr><td>2</td></td></table>"])
@example(parts=["<script>'<!-- <script>'</script>1</script>2"])
def test_it_is_read_as_a_parser_reads_it(parts: list[str]) -> None:
    page = _source(f"<!DOCTYPE html><html><body>{''.join(parts)}</body></html>")
    flat = plain.flat_of(page)
    assert flat is None or _squeezed(flat) == _squeezed(tree.flat_of(page))


@pytest.mark.parametrize("style", HTML_STYLES)
@pytest.mark.parametrize("number", range(8))
def test_reports_of_all_styles_are_read_without_a_parser(style: str, number: int) -> None:
    rng = Random(f"{style}:{number}")  # noqa: S311  # chooses the figures
    page = _source(render(random_report(rng), style, number))
    flat = plain.flat_of(page)
    assert flat is not None
    assert _squeezed(flat) == _squeezed(tree.flat_of(page))


@pytest.mark.parametrize(
    "markup",
    [
        # A browser moves words between cells before the table.
        "<table><tr><td>1</td>注<td>2</td></tr></table>",
        "<table>注<tr><td>1</td></tr></table>",
        # It adds the end tags that are missing, and leaves out those that are too many.
        "<table><tr><td>1<td>2</tr></table>",
        "<table><tr><td>1</td></td></tr></table>",
        "<table><tr><td>1</td></tr>",
        "<table><tr><td>1</div>2</td></tr></table>",
        "<table><tr><td/>1</td></tr></table>",
        # A quoted bracket ends no tag, an open quote goes on past it.
        '<p title="a>b">词</p>',
        '<p title="a>词<p title="b">',
        # These show something else than their words.
        "<pre>词</pre>",
        "<p>5<sup>1</sup></p>",
        "<svg><text>词</text></svg>",
        "<iframe>词</iframe>",
        "<table><tr><td>项目</td><td><input value=5></td></tr></table>",
        '<p><span style="display: table-cell">词</span></p>',
        # What never ends swallows the rest.
        "<!-- 词",
        "<script>词",
        "<script>'<!-- <script>'</script>词",
        "1 < 2",
        "\ufdd3词",
        "</body>词",
    ],
)
def test_doubt_is_left_to_the_parser(markup: str) -> None:
    assert plain.flat_of(_source(f"<html><body>{markup}</body></html>")) is None


def test_an_end_tag_alone_breaks_a_line_as_in_a_browser() -> None:
    page = _source("<html><body><div>一</p>二</div></body></html>")
    flat = plain.flat_of(page)
    assert flat is not None
    assert flat.body.split(BREAK) == ["", "一", "二", ""]
    # The parser leaves such a tag out.
    assert "一二" in tree.flat_of(page).body


@pytest.mark.parametrize("reference", ["&#xFDD0;", "&#64976;", "&#x0fdd3", "&#XFDD9;", "&#064985;"])
def test_no_page_can_write_a_mark(reference: str) -> None:
    page = _source(f"<html><body><p>一{reference}二</p></body></html>")
    for flat in (plain.flat_of(page), tree.flat_of(page)):
        assert flat is not None
        assert not re.search("[\ufdd0-\ufdd3\ufdd5-\ufdef]", flat.body)


def test_a_browser_shows_what_follows_a_number_that_is_no_mark() -> None:
    page = _source("<html><body><svg></svg><p>&#xFDD01;&#649761;二</p></body></html>")
    assert "二" in tree.flat_of(page).body
    assert "\ufffd" not in tree.flat_of(page).body


def test_many_tags_that_differ_are_not_kept() -> None:
    links = "".join(f'<a href="{number}">词</a>' for number in range(10_000))
    flat = plain.flat_of(_source(f"<html><body>{links}</body></html>"))
    assert flat is not None
    assert flat.body == "词" * 10_000
