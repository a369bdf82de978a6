"""Columns that the form does not have: no value is bound to the column beside its own."""

import copy

import pytest
from lxml.html import HtmlElement

from tests.invented import REQUEST_COLUMNS, check, found, read
from tests.readers.grids import Change, cell, changed, has_figures, page, rows, words


def _numbered(header: str = "序号", times: int = 1, mark: str = "{}") -> Change:
    def change(table: HtmlElement) -> None:
        count = 0
        for at, row in enumerate(rows(table)):
            count += has_figures(row)
            text = mark.format(count) if has_figures(row) else "" if at else header
            for _ in range(times):
                row.insert(0, cell(text))

    return change


def _added(header: str, value: str, at: int, *, top: int) -> Change:
    """Return the change that adds a column before the last ``at``, its header in row ``top``."""

    def change(table: HtmlElement) -> None:
        for number, row in enumerate(rows(table)):
            if number == top or has_figures(row):
                row.insert(len(row) - at, cell(header if number == top else value))

    return change


def _assert_read_as_before(source: str, edition: str = "2021") -> None:
    assert read(source).content == read(page(edition)).content
    assert found(check(source)) == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("key", ["disclosure", "requests"])
@pytest.mark.parametrize(
    "change",
    [
        _numbered(),
        _numbered("编号", 2),
        _numbered("行次", 1, "（{}）"),
        _numbered("", 1, "{}."),
    ],
    ids=["plain", "two", "brackets", "no-header"],
)
def test_numbers_of_rows(key: str, change: Change, edition: str) -> None:
    _assert_read_as_before(changed(key, change, edition), edition)


@pytest.mark.parametrize("value", ["", "无", "5", "12.5%", "见正文"])
@pytest.mark.parametrize("at", [0, 1, 7])
def test_a_column_beside_those_of_table_three(value: str, at: int) -> None:
    # The header of the last stands above the others, that of the others beside 自然人 and 总计.
    columns = {0: 0, 1: 1, 7: 1}

    def change(table: HtmlElement) -> None:
        _added("同比", value, at, top=-1)(table)
        header = rows(table)[columns[at]]
        header.insert({0: len(header), 1: len(header) - 1, 7: 0}[at], cell("同比"))

    _assert_read_as_before(changed("requests", change))


def test_a_column_among_the_lower_ones() -> None:
    def change(table: HtmlElement) -> None:
        _added("占比", "9", 4, top=-1)(table)
        rows(table)[2].insert(2, cell("占比"))

    _assert_read_as_before(changed("requests", change))


@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_column_beside_those_of_a_block_of_table_two(at: int) -> None:
    def change(table: HtmlElement) -> None:
        for row in rows(table)[1:4]:
            row.insert(len(row) - at, cell("5" if has_figures(row) else "上年数"))

    _assert_read_as_before(changed("disclosure", change))


@pytest.mark.parametrize("at", [0, 15])
def test_a_column_beside_those_of_table_four(at: int) -> None:
    def change(table: HtmlElement) -> None:
        _added("备注", "5", at, top=-1)(table)
        header = rows(table)[0]
        header.insert(0 if at else len(header), cell("备注"))

    _assert_read_as_before(changed("review_litigation", change))


def test_a_column_within_table_four_leaves_it_unread() -> None:
    def change(table: HtmlElement) -> None:
        _added("备注", "5", 10, top=-1)(table)
        rows(table)[0].insert(1, cell("备注"))

    checked = check(changed("review_litigation", change))
    assert found(checked) == [("TAB006", "/review_litigation")]


def test_a_column_without_a_header_leaves_the_rows_unread() -> None:
    checked = check(changed("requests", _added("", "5", 1, top=-1)))
    assert [code for code, _ in found(checked)] == ["TAB006"]


def test_a_column_in_the_place_of_another() -> None:
    def change(table: HtmlElement) -> None:
        for element in table.iter("td", "th"):
            if words(element) == "科研机构":
                element.clear()
                element.text = "外地企业"

    checked = check(changed("requests", change))
    assert found(checked) == [("TAB003", "/requests/columns/research_institution")]


def test_a_row_that_lacks_the_cell_of_an_added_column() -> None:
    # The note spans the rows below it.
    def change(table: HtmlElement) -> None:
        rows(table)[0].append(cell("备注"))
        next(row for row in rows(table) if has_figures(row)).append(cell("3"))

    _assert_read_as_before(changed("requests", change))


_GRID = """
<tr><td>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td></td>
<td>申请人情况</td><td></td><td></td><td></td><td></td><td></td><td></td><td>备注</td></tr>
<tr><td></td><td></td><td>自然人</td><td>法人或其他组织</td><td></td><td></td><td></td><td></td>
<td>总计</td><td></td></tr>
<tr><td></td><td></td><td></td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>
<td>法律服务机构</td><td>其他</td><td></td><td></td></tr>
<tr><td>一、本年新收政府信息公开申请数量</td><td></td>
<td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td>{}</tr>
"""


@pytest.mark.parametrize("last", ["<td>9</td>", "<td></td>", "<td>略</td>", ""])
def test_a_column_beside_those_of_a_grid_without_merges(last: str) -> None:
    grid = f"<table>{_GRID.format(last)}</table>"
    cells = read(f"<h2>三、收到和处理政府信息公开申请情况</h2>{grid}").content
    values = [cells[f"/requests/received/{column}"].value for column in REQUEST_COLUMNS]
    assert values == [1, 2, 3, 4, 5, 6, 21]


def test_a_blank_cell_in_the_lower_header() -> None:
    def change(table: HtmlElement) -> None:
        _added("占比", "12.5%", 1, top=-1)(table)
        rows(table)[1].insert(2, cell("占比"))
        rows(table)[2].append(cell(""))

    _assert_read_as_before(changed("requests", change))


def test_a_number_before_one_row_alone() -> None:
    def change(table: HtmlElement) -> None:
        next(row for row in rows(table) if has_figures(row)).insert(0, cell("1"))

    _assert_read_as_before(changed("disclosure", change))


def test_header_rows_without_end() -> None:
    def change(table: HtmlElement) -> None:
        for _ in range(2_000):
            rows(table)[1].addnext(copy.deepcopy(rows(table)[1]))

    assert read(changed("requests", change)).content == read(page()).content
