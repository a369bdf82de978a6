"""Each cell is bound to its column by the labels of its row and the order of the cells."""

import re

from tests.invented import check, document, found, read

_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)


def _split_after(page: str, label: str) -> str:
    """Begin a new table behind the row of a label."""
    at = page.index("</tr>", page.index(label)) + len("</tr>")
    return page[:at] + "</tbody></table><p></p><table><tbody>" + page[at:]


def test_table_two_in_one_table_or_one_a_block() -> None:
    whole = document()
    split = whole
    for label in (">行政规范性文件<", ">行政许可<", ">行政强制<"):
        split = _split_after(split, label)
    assert len(_TABLE.findall(split)) == len(_TABLE.findall(whole)) + 3
    assert read(split).tables["disclosure"].rows == read(whole).tables["disclosure"].rows
    assert found(check(split)) == []


def test_table_three_over_two_pages() -> None:
    whole = document()
    split = _split_after(whole, "8.属于行政查询事项")
    assert read(split).content == read(whole).content
    assert found(check(split)) == []


def test_all_tables_in_one() -> None:
    page = document()
    tables = _TABLE.findall(page)
    rows = [table[table.index("<tr>") : table.rindex("</tr>") + 5] for table in tables]
    joined = page.replace(tables[1], "").replace(tables[2], "")
    joined = joined.replace(tables[0], f"<table>{''.join(rows)}</table>")
    assert read(joined).content == read(page).content


def test_merged_cells_are_one_value() -> None:
    """In the old form one value takes two grid columns where its header takes one."""
    cells = {"/disclosure/licences/items_before": "30", "/disclosure/licences/change": "-8"}
    page = document(cells, edition="2019")
    assert '<td colspan="2"' in page
    report = read(page)
    assert report.figures.numbers["/disclosure/licences/items_before"] == 30
    assert report.figures.numbers["/disclosure/licences/change"] == -8
    assert report.figures.numbers["/disclosure/licences/decisions"] == 0


def _with_row(label: str, cells: list[str], edition: str = "2021") -> str:
    """Return a page in which a row has these value cells."""
    page = document(edition=edition)
    start = page.index("</td>", page.index(f">{label}<")) + len("</td>")
    stop = page.index("</tr>", start)
    return page[:start] + "".join(f"<td>{cell}</td>" for cell in cells) + page[stop:]


def test_equal_values_where_the_form_merges_cells_are_one() -> None:
    report = read(_with_row("行政许可", ["7", "7", "7"]))
    assert report.cell("/disclosure/licences/decisions").value == 7
    report = read(_with_row("行政许可", ["5", "5", "-2", "9"], "2019"))
    row = report.tables["disclosure"].rows["/disclosure/licences"]
    assert [cell.value for cell in row] == [5, -2, 9]


def test_unequal_values_where_the_form_merges_cells_are_not() -> None:
    checked = check(_with_row("行政许可", ["7", "7", "8"]))
    assert found(checked) == [("TAB006", "/disclosure/licences")]
    assert dict(checked.findings[0].values) == {"expected": 1, "found": 3}


def test_trailing_blank_cells_are_dropped() -> None:
    assert found(check(_with_row("行政许可", ["7", "", "&nbsp;"]))) == []
    assert found(check(_with_row("行政规范性文件", ["1", "0", "1", "", ""]))) == []
    seven = ["1", "0", "0", "0", "0", "0", "1"]
    report = read(_with_row("一、本年新收政府信息公开申请数量", [*seven, "", ""]))
    assert [cell.raw for cell in report.tables["requests"].rows["/requests/received"]] == seven


def test_blank_cells_of_a_merged_label_are_dropped() -> None:
    seven = ["1", "0", "0", "0", "0", "0", "1"]
    report = read(_with_row("一、本年新收政府信息公开申请数量", ["", "", *seven]))
    assert [cell.raw for cell in report.tables["requests"].rows["/requests/received"]] == seven


def test_a_row_without_some_cells_is_unread() -> None:
    page = _with_row("（一）予以公开", ["2", "2"])
    report = read(page)
    unread = report.tables["requests"].unread["/requests/results/granted"]
    assert unread.raw == ("2", "2")
    assert ("TAB006", "/requests/results/granted") in found(check(page))
    assert not {rule for rule, _ in found(check(page))} & {"TAB002", "SUM002", "SUM001"}


def test_a_row_with_too_many_values_is_unread() -> None:
    assert found(check(_with_row("规章", ["1", "0", "1", "5"]))) == [
        ("TAB006", "/disclosure/regulations")
    ]


def test_an_added_row_is_kept() -> None:
    added = "<tr><td>其他主动公开文件</td><td>4</td><td>-</td><td>4</td></tr>"
    page = document()
    at = page.index("</tr>", page.index(">行政规范性文件<")) + 5
    table = read(page[:at] + added + page[at:]).tables["disclosure"]
    (extra,) = table.extra_rows
    assert extra == ("/disclosure/normative_documents", "其他主动公开文件", ("4", "-", "4"))


def test_notes_below_a_table_are_no_rows() -> None:
    note = "<tr><td colspan=4>注：数据由县司法局提供</td></tr>"
    page = document()
    at = page.index("</tr>", page.index(">行政事业性收费<")) + 5
    assert read(page[:at] + note + page[at:]).tables["disclosure"].extra_rows == ()
