"""Every finding stands where its words stand in the source, whatever the format and encoding."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from benchmarks.pages import HTML_STYLES, STYLES, plant, random_report, render
from nianbao.model.place import Span
from nianbao.model.report import Report
from tests.invented import as_json, check, data, document, excerpt, read, shown

_DOCUMENTS = sorted(
    path
    for path in (Path(__file__).parents[1] / "documents").iterdir()
    if path.suffix in (".txt", ".json", ".htm", ".html")
)
_SEED = Path(__file__).parents[2] / "examples" / "shagou-2020.txt"
_CELL = "/requests/received/other"


def _text_of(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def _placed_cells(report: Report) -> Iterator[tuple[str, str, Span]]:
    """Yield each cell that was met: its pointer, its raw text, its span."""
    for pointer, cell in report.content.items():
        span = report.locate(pointer)
        assert span is not None, pointer
        yield pointer, cell.raw, span


def _assert_slices(source: str, report: Report, *, is_page: bool) -> None:
    for pointer, raw, span in _placed_cells(report):
        stretch = excerpt(source, span)
        if is_page:
            assert shown(stretch) == "".join(raw.split()), pointer
            assert "<td" not in stretch
        elif raw or stretch not in ("", "null"):
            assert stretch.strip() == raw, pointer


@pytest.mark.parametrize("path", [*_DOCUMENTS, _SEED], ids=lambda path: path.name)
def test_cells_of_documents(path: Path) -> None:
    source = _text_of(path)
    report = read(path.read_bytes(), path.suffix)
    _assert_slices(source, report, is_page=path.suffix.startswith(".htm"))


@pytest.mark.parametrize("style", STYLES)
def test_cells_of_a_page(style: str) -> None:
    report = random_report(Random(7))  # noqa: S311  # chooses a report
    source = render(report, style, 7)
    _assert_slices(source, read(source, STYLES[style].suffix), is_page=STYLES[style].html)


def _faulty(style: str, number: int) -> str:
    rng = Random(f"{style}:{number}")  # noqa: S311  # chooses faults
    return render(plant(random_report(rng), rng, 3).report, style, number)


@pytest.mark.parametrize("style", STYLES)
def test_findings_of_generated_pages(style: str) -> None:
    count = 0
    for number in range(15):
        source = _faulty(style, number)
        content = read(source, STYLES[style].suffix).content
        for finding in check(source, STYLES[style].suffix).findings:
            for place in (finding.place, *finding.related):
                if place.pointer in content:
                    assert place.span is not None
                    stretch = excerpt(source, place.span)
                    seen = shown(stretch) if STYLES[style].html else "".join(stretch.split())
                    raw = "".join(content[place.pointer].raw.split())
                    assert seen == raw or (not raw and stretch == "null")
                    count += 1
    assert count > 30


@pytest.mark.parametrize("style", [style for style in STYLES if style != "json"])
def test_findings_that_are_no_cells(style: str) -> None:
    edited = data(
        {
            "/sections/overview/text": "云溪镇各项工作有序开展。",
            "/period/text": "自2024年1月1日起至2024年11月30日止",
            "/preface": "本报告所列数据的统计期限自2024年1月1日起至2024年11月30日止。",
        }
    )
    suffix = STYLES[style].suffix
    source = document(style=style, report=edited)
    spans = {each.place.pointer: each.place.span for each in check(source, suffix).findings}
    words = {pointer: shown(excerpt(source, span)) for pointer, span in spans.items() if span}
    assert words == {
        "/sections/overview": "一、总体情况",
        "/period": "自2024年1月1日起至2024年11月30日止",
    }


def test_findings_that_are_no_cells_in_json() -> None:
    source = as_json(
        data(
            {
                "/sections/overview/text": "云溪镇各项工作有序开展。",
                "/period/text": "自2024年1月1日起至2024年11月30日止",
                "/year": 2020,
                "/disclosure/extra_rows": [{"after": "", "label": "", "cells": [None, None]}],
                "/requests/unread": {"/requests/received": {"raw": ["1"], "reason": "…"}},
            }
        )
    )
    spans = {each.place.pointer: each.place.span for each in check(source, ".json").findings}
    words = {pointer: excerpt(source, span) for pointer, span in spans.items() if span}
    assert words["/sections/overview"] == "一、总体情况"
    assert words["/period"] == "自2024年1月1日起至2024年11月30日止"
    assert words["/edition"] == "2021"
    assert words["/disclosure/extra_rows/0"].startswith('{\n        "after"')


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


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("&#55;&nbsp;&lt;&amp;", "7<&"),
        ("&#x37;件", "7件"),
        ("9&lt", "9<"),
        ("1<!-- > -->2", "12"),
        ("<span title='<td>'>1</span><o:p>2</o:p>", "12"),
        ("1\n <br/>\n2", "12"),
        ("<a href=x?a=1&b=2>3</a>", "3"),
    ],
)
def test_entities_and_markup_inside_a_cell(source: str, seen: str) -> None:
    page = document({_CELL: source})
    span = _place(page)
    stretch = excerpt(page, span)
    assert stretch in source
    assert shown(stretch.replace("<!-- > -->", "")) == seen
    assert "".join(read(page).cell(_CELL).raw.split()) == seen


def test_places_of_parts_and_headers() -> None:
    page = document()
    report = read(page)
    words = {
        "/title": "青禾县云溪镇2024年政府信息公开工作年度报告",
        "/published": "2025-01-20",
        "/sections/problems": "五、存在的主要问题及改进情况",
        "/sections/problems/heading": "五、存在的主要问题及改进情况",
        "/disclosure": "第二十条第（一）项",
        "/disclosure/fees": "行政事业性收费",
        "/requests/columns/natural_person": "自然人",
        "/requests/carried_out": "四、结转下年度继续办理",
        "/disclosure/columns/regulations/issued": "本年制发件数",
    }
    spans = {pointer: report.locate(pointer) for pointer in words}
    assert {pointer: shown(excerpt(page, span)) for pointer, span in spans.items() if span} == words


def test_no_place_for_what_is_nowhere() -> None:
    report = read(document())
    assert report.locate("") is None
    assert report.locate("/sections/unknown") is None
    assert report.locate("/requests/received/unknown") is None
    assert report.locate("/disclosure/procurement/amount") is None


def test_no_place_rather_than_a_wrong_one() -> None:
    """Where the source shows other words than the page was read with, no place is given."""
    page = document({_CELL: "\ufdd07\ufdd0"})
    assert read(page).locate(_CELL) is None


def test_preface_spans_all_its_paragraphs() -> None:
    page = document(report=data({"/preface": "第一段。\n第二段。"}))
    span = read(page).locate("/preface")
    assert span is not None
    assert shown(excerpt(page, span)) == "第一段。第二段。"
