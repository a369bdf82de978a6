"""Rows whose label a colon parts from its values are read."""

import re
import time

import pytest

from nianbao.readers.colons import with_tabs
from tests.invented import REQUEST_COLUMNS, check, document, found, read

_ROWS = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
_RECEIVED = "一、本年新收政府信息公开申请数量"


def _written(sign: str, colon: str = "：", end: str = "", edition: str = "2021") -> str:
    """Return the conforming report with a colon behind labels, and a sign between values."""

    def row(line: str) -> str:
        cells = [cell.strip() for cell in line.split("|") if cell.strip()]
        first = next((at for at, cell in enumerate(cells) if cell.isdigit()), 0)
        groups = "".join(f"{label}\n" for label in cells[: max(0, first - 1)])
        values = sign.join(cells[first:])
        return groups + (f"{cells[first - 1]}{colon}{values}{end}" if first else values)

    def table(lines: re.Match[str]) -> str:
        rows = [line for line in lines[0].splitlines() if set(line) - set("|- ")]
        return "".join(f"{row(line.replace('<br>', ''))}\n" for line in rows)

    text = _ROWS.sub(table, document(style="markdown", edition=edition))
    return re.sub(r"(?m)^#+ ", "", text)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("sign", ["；", ";", "、", "，", ",", "； ", " "])
def test_rows_are_read(sign: str, edition: str) -> None:
    text = _written(sign, edition=edition)
    assert read(text, ".txt").content == read(document(edition=edition)).content
    assert found(check(text, ".txt")) == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("end", ["。", "；", "； "])
def test_a_sign_behind_every_row_is_no_blank_cell(end: str, edition: str) -> None:
    assert found(check(_written("；", end=end, edition=edition), ".txt")) == []


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("：", ":"),
        ("：", " ： "),
        ("\n", "\r\n"),
        ("\n1.", "\n　　1."),
        ("\n（三）不予公开\n", "\n（三）不予公开：\n"),
        ("\n（三）不予公开\n", "\n（三）不予公开："),
        (_RECEIVED, "本年新收政府信息公开申请数量"),
    ],
)
def test_rows_are_read_however_they_are_set(before: str, behind: str) -> None:
    text = _written("；").replace(before, behind)
    assert read(text, ".txt").content == read(document()).content


def test_a_blank_between_signs_is_a_cell() -> None:
    text = _written("；").replace(f"{_RECEIVED}：0；0", f"{_RECEIVED}：；0")
    cell = f"/requests/received/{REQUEST_COLUMNS[0]}"
    assert found(check(text, ".txt")) == [("VAL001", cell)]


def test_a_figure_with_separators_of_thousands_is_one() -> None:
    text = _written("；").replace("行政许可：0", "行政许可：1,234")
    assert read(text, ".txt").cell("/disclosure/licences/decisions").value == 1234


def test_a_value_stands_where_it_is_written() -> None:
    text = _written("；").replace(f"{_RECEIVED}：0；0", f"{_RECEIVED}：0；7")
    span = read(text, ".txt").locate(f"/requests/received/{REQUEST_COLUMNS[1]}")
    assert span is not None
    line = text.split("\n")[span.line - 1]
    assert line[: span.end_column - 1] == f"{_RECEIVED}：0；7"
    assert span.end_column == span.column + 1


def test_a_row_with_fewer_values_is_unread() -> None:
    text = _written("；").replace(f"{_RECEIVED}：0；0", f"{_RECEIVED}：0")
    assert found(check(text, ".txt")) == [("TAB006", "/requests/received")]


def _page(text: str) -> str:
    lines = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
    return f"<!DOCTYPE html><html><body>{lines}</body></html>"


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("sign", ["；", "、", ",", " "])
def test_rows_are_read_in_the_paragraphs_of_a_page(sign: str, edition: str) -> None:
    page = _page(_written(sign, edition=edition))
    assert read(page).content == read(document(edition=edition)).content
    assert found(check(page)) == []


@pytest.mark.parametrize(
    ("before", "behind"),
    [("</p>\n<p>", "<br>"), ("0；0", "0&#65307;0"), ("<p>", "<p>\n\t"), ("<p>", "<div><p>")],
)
def test_rows_of_a_page_are_read_however_they_are_set(before: str, behind: str) -> None:
    page = _page(_written("；")).replace(before, behind)
    assert read(page).content == read(document()).content


def test_a_table_beside_such_rows_stays() -> None:
    rows = _page(_written("；", edition="2019"))
    table = re.findall(r"<table.*?</table>", document(edition="2019"), re.DOTALL)[1]
    page = re.sub(r"<p>（本列.*?(?=<p>四、政府)", lambda _: table, rows, flags=re.DOTALL)
    assert page != rows
    assert read(page).content == read(document(edition="2019")).content


@pytest.mark.parametrize("sign", ["；", "&#65307;"])
def test_a_value_of_a_page_stands_where_it_is_written(sign: str) -> None:
    text = _written("；").replace(f"{_RECEIVED}：0；0", f"{_RECEIVED}：0；7")
    page = _page(text).replace("；", sign)
    span = read(page).locate(f"/requests/received/{REQUEST_COLUMNS[1]}")
    assert span is not None
    line = page.split("\n")[span.line - 1]
    assert line[: span.end_column - 1] == f"<p>{_RECEIVED}：0{sign}7"
    assert span.end_column == span.column + 1


def test_a_list_of_another_part_is_no_table() -> None:
    listed = "行政许可：36；\n行政处罚：4；5\n行政强制：0；0\n"
    text = _written("；").replace("二、主动公开", f"{listed}二、主动公开", 1)
    assert read(text, ".txt").content == read(document()).content


def test_labels_without_figures_are_left() -> None:
    text = "行政许可：见附件；\n" * 10
    assert with_tabs(text) == text


@pytest.mark.parametrize("many", ["规章：1；2\n", "：", "；", "：（", "1 ", " ", "。"])
def test_hostile_lines_take_no_time(many: str) -> None:
    text = "规章：1；2\n" * 6 + many * 50_000
    start = time.process_time()
    assert len(with_tabs(text)) == len(text)
    assert time.process_time() - start < 5
