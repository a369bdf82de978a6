"""Lines and columns are counted in code points, whatever the line ends and the encoding."""

import codecs

import pytest

from benchmarks.pages import HTML_STYLES, STYLES
from nianbao.model.place import Span
from tests.invented import data, document, excerpt, read

_CELL = "/requests/received/other"


def _place(source: str, suffix: str = ".html", pointer: str = _CELL) -> Span:
    span = read(source, suffix).locate(pointer)
    assert span is not None
    return span


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("style", STYLES)
def test_line_ends(style: str, end: str) -> None:
    mark, suffix = "件7件", STYLES[style].suffix
    source = document({_CELL: mark}, style=style)
    usual = _place(source, suffix)
    ended = source.replace("\n", end)
    assert _place(ended, suffix) == usual
    assert excerpt(ended, usual) == mark


@pytest.mark.parametrize("separator", ["\u2028", "\u0085", "\x0c", "\x0b"])
@pytest.mark.parametrize("style", ["text", "clean"])
def test_other_separators_end_no_line(style: str, separator: str) -> None:
    report = data({"/preface": f"前{separator}言"})
    source = document({_CELL: "件"}, style=style, report=report)
    span = _place(source, STYLES[style].suffix)
    assert excerpt(source, span) == "件"
    assert (
        span.line == source[: source.index("\t件" if style == "text" else ">件<")].count("\n") + 1
    )


def test_other_separators_end_no_line_in_json() -> None:
    source = document({_CELL: "件"}, style="json", report=data({"/preface": "前\u2028言\u0085"}))
    span = _place(source, ".json")
    assert excerpt(source, span) == "件"
    assert "\u2028" in source


@pytest.mark.parametrize("style", ["text", "json", "clean", "word"])
def test_a_byte_order_mark_does_not_count(style: str) -> None:
    source = document({_CELL: "件"}, style=style)
    suffix = STYLES[style].suffix
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ):
        report = read(mark + source.encode(codec), suffix)
        assert report.locate(_CELL) == _place(source, suffix)


@pytest.mark.parametrize("style", ["text", "json", "clean", "word"])
def test_columns_are_code_points(style: str) -> None:
    """Characters outside the basic plane count once, and so do those of several bytes."""
    suffix = STYLES[style].suffix
    source = document({_CELL: "𠮷𠮷7件"}, style=style)
    span = _place(source, suffix)
    assert excerpt(source, span) == "𠮷𠮷7件"
    assert span.end_column - span.column == 4


@pytest.mark.parametrize("style", [style for style in STYLES if style != "json"])
def test_gbk_files(style: str) -> None:
    suffix = STYLES[style].suffix
    source = document({_CELL: "镕7件"}, style=style)
    raw = source.replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
    decoded = raw.decode("gb18030")
    span = read(raw, suffix).locate(_CELL)
    assert span is not None
    assert excerpt(decoded, span) == "镕7件"


@pytest.mark.parametrize("style", HTML_STYLES)
def test_minified_page(style: str) -> None:
    source = document({_CELL: "𠮷<b>7</b>件"}, style=style).replace("\n", " ")
    span = _place(source)
    assert span.line == span.end_line == 1
    assert excerpt(source, span) == "𠮷<b>7</b>件"


def test_beyond_the_lines_that_the_parser_counts() -> None:
    source = document({_CELL: "7件"})
    usual = _place(source)
    shifted = source.replace("<body>", "<body>" + "\n" * 70_000, 1)
    span = _place(shifted)
    assert span == Span(
        usual.line + 70_000, usual.column, usual.end_line + 70_000, usual.end_column
    )
    assert excerpt(shifted, span) == "7件"


def _behind(source: str, offset: int) -> Span:
    """Return the span of no width at an offset of a source with line feeds alone."""
    lines = source[:offset].split("\n")
    return Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize("style", HTML_STYLES)
@pytest.mark.parametrize("inner", ["", "&nbsp;", "<p> <br></p>", "<span>&#160;</span>\n"])
def test_empty_cells_have_no_width_behind_their_tag(style: str, inner: str) -> None:
    marked = document({_CELL: "□"}, style=style)
    start = marked.index(">", marked.rindex("<td", 0, marked.index("□"))) + 1
    source = marked[:start] + inner + marked[marked.index("</td>", start) :]
    assert _place(source) == _behind(source, start)


@pytest.mark.parametrize("inner", ["", "\u00a0", "  \u3000"])
def test_empty_cells_have_no_width_behind_their_tab(inner: str) -> None:
    source = document({_CELL: inner}, style="text")
    span = _place(source, ".txt")
    assert (span.line, span.column) == (span.end_line, 2)
    assert span.end_column == 2
    assert source.split("\n")[span.line - 1] == f"\t{inner}"


def test_stray_empty_row_spans_its_cells() -> None:
    page = document()
    at = page.index("</tr>", page.index("行政强制")) + len("</tr>")
    source = page[:at] + "<tr><td>&nbsp;</td><td></td><td> </td></tr>" + page[at:]
    span = _place(source, pointer="/disclosure/extra_rows/0")
    assert excerpt(source, span) == "&nbsp;</td><td></td><td>"
