"""Figures in fields of a form are read where a browser shows them."""

import re
import time

import pytest

from nianbao.model.cell import State
from nianbao.readers.fields import with_fields
from tests.invented import check, document, found, read

_CELL = "/requests/received/other"


@pytest.mark.parametrize(
    "field",
    [
        '<input type="text" value="7">',
        "<input value='7'/>",
        "<input value=7>",
        "<input value=7/>",
        '<INPUT TYPE="NUMBER" VALUE="7" DISABLED>',
        '<input\n type="tel"\n value = "7" style="border: none">',
        '<input data-value=\'9\' title=\'value="8" a>b\' value="7" value="6">',
        '<input value="&#55;&nbsp;">',
        '<input type="hidden" value="9"><input value="7">',
        '<form><p><label><input value="7"></label></p></form>',
        '<!-- <input value="9"> --><input value="7">',
        "<textarea rows=1>\n 7 \n</textarea>",
        "<select><option>9</option><option selected>7</option></select>",
        "<select><option value=9>9<option value=7 selected=selected>7</select>",
    ],
)
def test_a_field_shows_its_value(field: str) -> None:
    cell = read(document({_CELL: field})).cell(_CELL)
    assert (cell.raw, cell.value) == ("7", 7)


@pytest.mark.parametrize(
    "field",
    [
        '<input type="text" name="r7">',
        '<input type="password" value="7">',
        '<input value="" placeholder="7">',
        '<input value="&lt;<7">',
        "<textarea placeholder=7></textarea>",
        "<select><option>7</option><option>9</option></select>",
        "<select multiple><option selected>7</option><option>9</option></select>",
        '<span style="display:none">7</span><input value="7">',
    ],
)
def test_a_field_that_does_not_tell_what_it_shows_is_unread(field: str) -> None:
    page = document({_CELL: field})
    assert read(page).cell(_CELL).state is State.UNREAD
    assert found(check(page)) == []


@pytest.mark.parametrize(
    "field", ['<input value="">', '<input value=" ">', "<textarea></textarea>"]
)
def test_an_empty_field_is_a_blank_cell(field: str) -> None:
    assert found(check(document({_CELL: field}))) == [("VAL001", _CELL)]


@pytest.mark.parametrize(
    "markup",
    [
        '7<input value="7">',
        '7<input type="hidden" value="9">',
        '7<input type="checkbox" value="9">',
        '7<input style="display: none" value="9">',
        "7<select><option selected>9</option></select>",
    ],
)
def test_a_figure_beside_a_field_stands_for_it(markup: str) -> None:
    assert read(document({_CELL: markup})).cell(_CELL).value == 7


def test_a_unit_behind_a_field() -> None:
    cell = read(document({_CELL: '<input value="7">件'})).cell(_CELL)
    assert (cell.value, cell.state) == (7, State.UNIT)


@pytest.mark.parametrize("field", ['<input value="9"\n>', "<textarea>9</textarea>"])
def test_a_value_stands_where_it_is_written(field: str) -> None:
    page = document({_CELL: field})
    span = read(page).locate(_CELL)
    assert span is not None
    line = page.split("\n")[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == "9"


def test_labels_in_fields() -> None:
    page = re.sub(r"(<td[^>]*>)([^<]+)(?=</td>)", r'\1<input value="\2">', document())
    assert read(page).content == read(document()).content
    assert found(check(page)) == []


@pytest.mark.parametrize("end", ["</tr>", "</td>", "<tr>"])
def test_fields_in_a_malformed_table(end: str) -> None:
    page = document({_CELL: '<input value="7">'}).replace(end, "")
    assert read(page).cell(_CELL).value == 7


def test_fields_in_a_table_in_a_text() -> None:
    table = re.search(r"<table.*?</table>", document(), re.DOTALL)
    assert table
    cell = "/disclosure/licences/decisions"
    page = document({cell: '<input value="7">'})
    text = re.sub(r"<(?!/?(?:table|t[rdh]|input)\b)[^>]*>", "", page)
    assert read(text, ".md").cell(cell).value == 7


@pytest.mark.parametrize(
    "search",
    [
        '<input type="text" value="请输入关键字">',
        '<table><tr><td>搜索</td><td><input name="q"></td></tr></table>',
        "<table><tr><td><select><option selected>2023</option></select></td></tr></table>",
    ],
)
def test_fields_of_the_page_around_the_report(search: str) -> None:
    page = document().replace("<body>", f"<body>{search}")
    assert read(page).content == read(document()).content
    assert found(check(page)) == []


def test_the_length_stays() -> None:
    page = document({_CELL: '<input value="7">'}, style="portal")
    assert len(with_fields(page)) == len(page)


@pytest.mark.parametrize(
    "many", ["<textarea>", "<select><option>", "<script>", "<input a=b ", "<!--<td>", "<"]
)
def test_hostile_fields_take_no_time(many: str) -> None:
    start = time.process_time()
    with_fields(f"<table><td><input>{many * 50_000}>")
    assert time.process_time() - start < 5
