"""Rows and cells are those that a browser makes, however the tables of a page are tagged."""

import re
from collections.abc import Iterator
from random import Random
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from benchmarks.pages import HTML_STYLES, random_report, render
from nianbao.protocols import Source
from nianbao.readers.html import stream_of
from nianbao.readers.stream import PICTURE
from nianbao.readers.tables import raw_tables
from tests.invented import check, document, found, read

Grid = list[list[list[str]]]

# The text of these is no text of the page; a browser shows some of it as controls.
_UNREAD = frozenset({"script", "style", "title", "noscript", "textarea", "select", "iframe"})
_STRUCTURE = (
    "<tr>", "</tr>", "<td>", "</td>", "<th>", "</th>", "<tbody>", "</tbody>", "<thead>", "</thead>",
    "<tfoot>", "</tfoot>", "<col>", "<colgroup>", "<caption>", "</caption>", "<table>", "</table>",
)  # fmt: skip
_INLINE = (
    "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<em>", "<s>", "<small>", "<sub>",
    "<div>", "</div>", "<span>", "</span>", "<br>", "<strong>", "</strong>", "<o:p>", "</o:p>",
    "<h3>", "</h3>", "<h1>", "</h1>", "<ul>", "<li>", "</ul>", "<center>", "</center>", "<form>",
    "</form>", "<section>", "<article>", "<label>", "<pre>", "<address>", "<nobr>", "</nobr>",
    "<wbr>", "<hr>", "<img>", "<input>", "<button>", "</button>", "</br>", "<span/>", "<div/>",
    "<p/>", "<b/>", "<br/>",
)  # fmt: skip
_ODD = [
    *("<font color=red>", "</font>", "<a href=x>", "</a>", "<input type=hidden>", "<dl><dd>"),
    *("<td colspan=2>", '<td rowspan="99999" >', "<TD ALIGN=center nowrap>", "<td colspan=>"),
    *('<td title="a>b">', "<td title='<td>'>", '<td "x">', "<td a=1 a=2>", "</td >", "</td x=1>"),
    *("<td/>", "<tr/>", "<TR >", "</TR>", "<TABLE>", '<span title="<tr>">', "<p title='</td>'>"),
    *("<!--x-->", "<!-->", "<!--->", "<!--a--!>", "<!-- -- >", "<!-- <td> -->", "<!x>", "<?x?>"),
    *("</>", "<![CDATA[x]]>", "<![if x]>", "<![endif]>", "<body>", "<html>", "<head>", "</head>"),
    *('<script>a="<td>"</script>', "<style>td{}</style>", "<textarea><td></textarea>"),
    *("<iframe><td></iframe>", "<noscript>x</noscript>", "<title><td></title>"),
    *("&nbsp;", "&lt;", "&lt", "&#55;", "&#x37", "&unknown;", "&copy", "&amp;lt;", "&lt;td&gt;"),
    *("<", "< ", "a < b", "a<b", "<td<", "<td<td>", " ", "\n"),
]
_TOKENS = st.one_of(
    st.just("word"),
    st.sampled_from(_STRUCTURE[:6]),
    st.sampled_from(_STRUCTURE),
    st.sampled_from(_INLINE),
    st.sampled_from(_ODD),
)
_SECTIONS = ("tbody", "thead", "tfoot")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _ours(page: str) -> Grid:
    body = stream_of(Source("page", page, page.encode(), "utf-8")).body
    tables = raw_tables(body.replace(PICTURE, " "))
    return [[[_squeezed(cell) for cell in row.cells] for row in table.rows] for table in tables]


def _shown(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return
    yield element.text or ""
    for child in element:
        yield from _shown(child)
        yield child.tail or ""


def _rows(table: Element) -> Iterator[list[str]]:
    for row in table.iter("tr"):
        cells = [_squeezed("".join(_shown(cell))) for cell in row if cell.tag in ("td", "th")]
        if cells:
            yield cells


def _of_a_browser(page: str) -> Grid:
    root = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page, scripting=True)
    tables = [table for table in root.iter("table") if len(list(table.iter("table"))) == 1]
    return [list(_rows(table)) for table in tables]


def _page(markup: str) -> str:
    return f"<!DOCTYPE html><html><body><table>{markup}</table><p>end</p></body></html>"


def _is_known_to_differ(tokens: list[str]) -> bool:
    """Tell whether tokens may differ in one of the ways of which each has a test below."""
    opened, in_caption = "", False
    for token in tokens:
        name = token.strip("</> ").lower()
        if name == "caption":
            in_caption = not token.startswith("</")
        if name in _SECTIONS:
            if token.startswith("</") and name != opened:
                return True
            opened = "" if token.startswith("</") else name
        elif token in _STRUCTURE[10:]:
            opened = ""
        if in_caption and token in ("<div>", "<div/>"):
            return True
    return False


@settings(max_examples=600, deadline=None)
@given(tokens=st.lists(_TOKENS, max_size=24))
@example(tokens=["<td>", "word", "</tr>", "<td>", "word"])
@example(tokens=["<tr>", "<td>", "word", "</td>", "word", "<td>", "word"])
@example(tokens=["<td>", "<div>", "word", "<td>", "word", "</div>", "word"])
@example(tokens=["<td>", "</tr>", "<b>", "<caption>", "word"])
@example(tokens=["<tr>", "<td>", "<pre>", "<td>", "word"])
@example(tokens=["<caption>", "<pre>", "<td>"])
@example(tokens=["<td>", "<pre>", '<script>a="<td>"</script>', "word"])
def test_malformed_tables(tokens: list[str]) -> None:
    assume(not _is_known_to_differ(tokens))
    numbered = [f"t{at}" if each == "word" else each for at, each in enumerate(tokens)]
    page = _page("".join(numbered))
    assert _ours(page) == _of_a_browser(page)


_TAG = re.compile(r"</?(?:table|tr|td|th|tbody|p|span|div|font|strong|b)\b[^>]*>", re.IGNORECASE)


def _damaged(markup: str, rng: Random) -> str:
    """Return markup with a few tags lost, doubled or exchanged."""
    tags = list(_TAG.finditer(markup))
    for found_at in sorted(rng.sample(range(len(tags)), 4), reverse=True):
        tag, other = tags[found_at], rng.choice(tags)
        new = rng.choice(("", tag[0] * 2, other[0], tag[0] + "遗"))
        markup = markup[: tag.start()] + new + markup[tag.end() :]
    return markup


@pytest.mark.parametrize("style", HTML_STYLES)
@pytest.mark.parametrize("number", range(4))
def test_tables_of_reports_with_tags_lost_and_exchanged(style: str, number: int) -> None:
    rng = Random(f"{style}:{number}")  # noqa: S311  # chooses the damage
    page = render(random_report(rng), style, number)
    tables = page[page.index("<table") : page.rindex("</table>") + 8]
    damaged = f"<!DOCTYPE html><html><body>{_damaged(tables, rng)}</body></html>"
    assert _ours(damaged) == _of_a_browser(damaged)


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<td>1<td>2", [["1", "2"]]),
        ("<tr><td>1<tr><td>2", [["1"], ["2"]]),
        ("<tr><td>1</td></tr><td>2</td><td>3</td></tr>", [["1"], ["2", "3"]]),
        ("<td>1</td></tr><td>2</td></tr>", [["1"], ["2"]]),
        ("<tr><td>1</td>0<td>2</td></tr>", [["1", "2"]]),
        ("<tr><td>1</td></tr>注<tr><td>2</td></tr>", [["1"], ["2"]]),
        ("<tr><b>注</b><td><b>1<td>2</b></tr>", [["1", "2"]]),
        ("<tr><td>1<tbody><td>2", [["1"], ["2"]]),
        ("<tr><td>1<caption>注</caption>", [["1"]]),
        ("<tr><td/>1</td><td/>2</tr>", [["1", "2"]]),
        ("<tr><td><div>1<td>2</div>3</td></tr>", [["1", "23"]]),
        ("<tr><td>1</body></html></td><td>2</td></tr>", [["1", "2"]]),
    ],
)
def test_what_a_browser_makes_of_them(markup: str, rows: list[list[str]]) -> None:
    page = _page(markup)
    assert _ours(page) == _of_a_browser(page) == [rows]


def test_a_table_directly_in_a_table_ends_it() -> None:
    page = _page("<tr><td>1</td></tr><table><tr><td>2</td></tr></table>")
    assert _ours(page) == _of_a_browser(page) == [[["1"]], [["2"]]]


@pytest.mark.parametrize(
    ("markup", "ours", "browser"),
    [
        # An end tag of a section that only a browser has opened.
        ("<tr><td>1</tbody>2", [["12"]], [["1"]]),
        # The parser ends no block at the end of a caption.
        ("<caption><div><td>1</tr>2", [["12"]], [["1"]]),
        # The end of the page in a cell, with text alone behind it.
        ("<tr><td>1</body>2</table>", [["1"]], [["12"]]),
        # A list of choices that never ends.
        ("<tr><td>1<select><td>2", [["1"]], [["1", "2"]]),
        # Raised notes stand at a figure, and are not part of it.
        ("<tr><td>1<sup>2</sup></td>", [["1"]], [["12"]]),
        # Drawings and formulas have no cells.
        ("<tr><td>1<svg><td>2", [["1"]], [["12"]]),
    ],
)
def test_known_differences(markup: str, ours: list[list[str]], browser: list[list[str]]) -> None:
    page = _page(markup)
    assert _ours(page)[:1] == [ours]
    assert _of_a_browser(page)[:1] == [browser]


_PAGE = document()


@pytest.mark.parametrize(
    "page",
    [
        _PAGE.replace("<tr>", ""),
        _PAGE.replace("</tr>", "").replace("</td>", ""),
        _PAGE.replace("</td>", "</td>&nbsp;"),
        _PAGE.replace("</tr>", "</tr>\n注：无"),
        _PAGE.replace("<td", "<b><td"),
        _PAGE.replace("</table>", "", 1),
        _PAGE.replace("<body>", "<body><table><tr><td></body></html>"),
    ],
)
def test_a_report_in_malformed_tables_is_read(page: str) -> None:
    assert page != _PAGE
    assert read(page).content == read(_PAGE).content
    assert found(check(page)) == []
