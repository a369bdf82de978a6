"""Hostile input is read or refused with a reason, in seconds and with no traceback."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from nianbao.result import Document
from tests.invented import Data, as_json, check, data, document, found

_PAGE = document()
_TEXT = document(style="text")
# What hangs takes minutes; where coverage is measured, all takes several times as long.
_SECONDS = 8 if sys.gettrace() is None else 60


@contextmanager
def _soon() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < _SECONDS


def _checked(source: str, suffix: str = ".html") -> Document:
    with _soon():
        checked = check(source, suffix)
    assert not checked.crashed
    if checked.problem:
        assert "Error" not in checked.problem.reason.en, checked.problem.reason.en
    return checked


def _before(page: str, words: str, markup: str) -> str:
    return page.replace(words, markup + words, 1)


_READ: dict[str, Callable[[], str]] = {
    "huge-spans": lambda: _PAGE.replace("<td", "<td colspan=99999999 rowspan='99999999'"),
    "negative-spans": lambda: _PAGE.replace("<td", '<td colspan="-1" rowspan="x"'),
    "signs": lambda: _before(_PAGE, "<h1>", "<" * 100_000),
    "ampersands": lambda: _before(_PAGE, "<h1>", "&" * 300_000),
    "entities": lambda: _before(_PAGE, "<h1>", "<p>" + "&amp;" * 300_000 + "</p>"),
    "huge-attribute": lambda: _PAGE.replace("<h1>", f"<h1 title='{'x' * 12_000_000}'>"),
    "huge-comment": lambda: _before(_PAGE, "<h1>", f"<!--{'x' * 12_000_000}-->"),
    "huge-paragraph": lambda: _before(_PAGE, "</body>", "<p>" + "政" * 4_000_000),
    "many-tables": lambda: _before(_PAGE, "<h1>", "<table><tr><td>9</table>" * 20_000),
    "many-attributes": lambda: _before(_PAGE, "<h1>", "<p a='1' b='2' c='3'>" * 20_000),
    "quotes": lambda: _before(_PAGE, "</body>", "<a =\"'" * 50_000 + "\"'>"),
    "spaces": lambda: _before(_PAGE, "</body>", "统计" + " " * 1_000_000),
    "digits": lambda: _before(_PAGE, "</body>", "统计期限自2024" + "1" * 1_000_000),
    "periods": lambda: _before(_PAGE, "</body>", "统计期限自2024年1月1日" * 30_000),
    "mailboxes": lambda: _before(_PAGE, "</body>", "邮箱" + "a." * 300_000),
    "a-longer-title": lambda: _before(_PAGE, "<h1>", "<p>" + "年报" * 20_000 + "</p>"),
    "layout": lambda: _before(_PAGE, "<h1>", "<table><tr><td>" * 200),
    "entity-bomb": lambda: _PAGE.replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE html [<!ENTITY a "政政政政政政政政政政">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
    ),
    "external-entity": lambda: _PAGE.replace(
        "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
}


@pytest.mark.parametrize("name", _READ)
def test_read_as_if_it_were_nothing(name: str) -> None:
    assert found(_checked(_READ[name]())) == []


_NESTED: dict[str, str] = {
    "div": "<div>",
    "b": "<b>",
    "font": "<font color=red>",
    "table": "<table><tr><td>",
    "list": "<ul><li>",
    "unknown": "<o:p>",
}


@pytest.mark.parametrize("name", _NESTED)
def test_nested_tags(name: str) -> None:
    for page in (
        _before(_PAGE, "<h1>", _NESTED[name] * 100_000),
        f"<html><body>{_NESTED[name] * 100_000}一、总体情况</body></html>",
    ):
        checked = _checked(page)
        assert checked.status == "unreadable"
        assert checked.problem is not None
        assert checked.problem.reason.zh == "网页嵌套过深或过大，未能读到结尾"


@pytest.mark.parametrize("depth", [250, 260, 300])
def test_nesting_that_parsers_cut_off_by_default(depth: int) -> None:
    page = _before(_PAGE, "<h1>", "<div>" * depth)
    assert found(_checked(page)) == []


def test_a_text_node_that_parsers_cut_off_by_default() -> None:
    page = _before(_PAGE, "<h1>", "<pre>" + "x" * 11_000_000 + "</pre>")
    assert found(_checked(page)) == []


_UNENDED = {
    "sign": "<",
    "opening": "<a ",
    "comment": "<!--",
    "end-tag": "</",
    "declaration": "<!x ",
    "instruction": "<?x ",
    "quote": "<a b='",
    "script": "<script ",
    "script-text": "<script>",
    "cell": "<td>",
}


@pytest.mark.parametrize("name", _UNENDED)
@pytest.mark.parametrize("end", ["", "</body></html>"])
def test_tags_that_never_end(name: str, end: str) -> None:
    checked = _checked(_UNENDED[name] * 100_000 + end)
    assert checked.status in ("unreadable", "other")


@pytest.mark.parametrize("page", ["<!-- x -->", "<!DOCTYPE html>", "<?php phpinfo(); ?>", "<html>"])
def test_pages_without_content(page: str) -> None:
    checked = _checked(page)
    assert checked.status in ("unreadable", "other")


def test_a_page_with_very_many_attributes() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    _checked(_PAGE.replace("<h1>", f"<h1 {attributes}>"))


def test_a_page_of_headings() -> None:
    _checked(_before(_PAGE, "</body>", "<p>一、总体情况</p>" * 15_000))


def test_a_line_of_titles() -> None:
    _checked(_before(_PAGE, "<h1>", "<p>" + "年报" * 300_000 + "</p>"))


def test_a_text_of_cells_that_go_on() -> None:
    _checked(_TEXT + "\t1\nb\n" * 60_000, ".txt")


def test_a_text_of_blank_lines() -> None:
    assert found(_checked("\n" * 300_000 + _TEXT + " \n" * 100_000, ".txt")) == []


def test_a_text_of_one_line() -> None:
    _checked("一、总体情况，" * 150_000, ".txt")


@pytest.mark.parametrize("style", ["text", "clean"])
def test_a_table_of_empty_rows(style: str) -> None:
    page = document(style=style)
    row = "\t\n\n" if style == "text" else "<tr><td></td></tr>"
    words = (
        "\t四、结转"
        if style == "text"
        else '<tr>\n<td colspan="3" style="text-align: left;">四、结转'
    )
    at = page.rindex("<tr>", 0, page.index("四、结转")) if style == "clean" else page.index(words)
    checked = _checked(page[:at] + row * 10_000 + page[at:], ".txt" if style == "text" else ".html")
    (finding,) = checked.findings
    assert len(finding.related) == 9_999
    assert all(each.span for each in (finding.place, *finding.related))


_STRAY = {
    "text": "x<td>1",
    "rows": "</tr>x<td>1",
    "tables": "<table>x",
    "nested": "<table>x<tr><td></table>",
    "sections": "<tbody></td>x<thead>",
    "inline": "<b><td></b>x",
    "attributes": "x<td a='<td>\" b=\"<td>'",
    "empty": "<td/>x",
    "ends": "</body></html></table><table>x",
}


@pytest.mark.parametrize("name", _STRAY)
def test_tables_of_stray_tags(name: str) -> None:
    for page in (
        f"<html><body><table>{_STRAY[name] * 30_000}</body></html>",
        _before(_PAGE, "</body>", f"<table>{_STRAY[name] * 10_000}</table>"),
        _PAGE.replace("<td", "<i>x</i><td").replace("</table>", f"{_STRAY[name] * 2000}</table>"),
    ):
        _checked(page)


def test_json_of_many_keys() -> None:
    many: Data = {f"k{number}": {} for number in range(100_000)}
    checked = _checked(as_json(data({"/disclosure": many})), ".json")
    assert checked.status == "read"


def test_json_of_many_numbers() -> None:
    rows = [{"after": "", "label": "x", "cells": ["1"] * 10}] * 5_000
    checked = _checked(as_json(data({"/disclosure/extra_rows": rows})), ".json")
    assert {rule for rule, _ in found(checked)} == {"TAB004"}
    assert all(each.place.span for each in checked.findings)
