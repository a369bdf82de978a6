"""Every finding stands where its words stand in the source, whatever the format and encoding."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.pages import STYLES, plant, random_report, render
from nianbao.readers.decoding import decode
from tests.invented import as_json, check, data, document, excerpt, read, shown
from tests.readers.page_places import WAYS, wrong_on_page
from tests.readers.places import wrong_places

_SUFFIXES = (".txt", ".md", ".json", ".htm", ".html")
_FOLDER = Path(__file__).parents[1] / "documents"
_SEED = Path(__file__).parents[2] / "examples" / "shagou-2020.txt"
_DOCUMENTS = [
    *sorted(path for path in _FOLDER.rglob("*") if path.suffix in _SUFFIXES),
    _SEED,
]
_CELL = "/requests/received/other"


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.name)
def test_every_place_of_a_document(path: Path) -> None:
    raw = path.read_bytes()
    source = decode(path.name, raw)
    if check(raw, path.suffix).status != "unreadable":
        assert list(wrong_places(raw, source.text, path.suffix)) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("style", STYLES)
def test_every_place_of_a_page(style: str, way: str) -> None:
    assert wrong_on_page(style, way, list(WAYS).index(way)) == []


_PAGE = document()


@pytest.mark.parametrize(
    "page",
    [
        _PAGE.replace("<tr>", ""),
        _PAGE.replace("</tr>", "").replace("</td>", ""),
        _PAGE.replace("</td>", "</td>0"),
        _PAGE.replace("<tr>", "<tr>注0"),
        _PAGE.replace("</tr>", "</tr>\n注：无"),
        _PAGE.replace("<td", "<b>0<td"),
        _PAGE.replace("</table>", ""),
        _PAGE.replace("<body>", "<body><table><tr><td></body></html>"),
    ],
)
def test_every_place_of_a_page_with_malformed_tables(page: str) -> None:
    """What a browser shows before a table stands elsewhere in the source."""
    assert list(wrong_places(page.encode(), page, ".html")) == []


def test_a_wrong_place_is_told() -> None:
    page = document({_CELL: "7"})
    assert list(wrong_places(page.encode(), "\n" + page, ".html"))
    damaged = page.replace(">7<", ">\ufdd07<")
    assert f"{_CELL} has no place" in list(wrong_places(damaged.encode(), page, ".html"))


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
    span = read(page).locate(_CELL)
    assert span is not None
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
