"""Header cells that are missing are named; table 四, which has one row, is bound by its order."""

import re

import pytest

from tests.invented import check, document, found, read

_CELL = "/requests/received/other"
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)


@pytest.mark.parametrize(
    ("title", "place"),
    [("自然人", "natural_person"), ("商业企业", "commercial_enterprise"), ("总计", "total")],
)
def test_a_header_cell_of_table_three_is_missing(title: str, place: str) -> None:
    page = document({"/requests/received/natural_person": "2", "/requests/received/total": "3"})
    at = page.index(f">{title}<", page.index("申请人情况"))
    page = page[:at] + page[at:].replace(f">{title}<", "><", 1)
    checked = check(page)
    assert ("TAB003", f"/requests/columns/{place}") in found(checked)
    assert ("SUM003", "/requests/received/total") in found(checked)
    severities = {str(each.severity) for each in checked.findings if each.rule.code == "TAB003"}
    assert severities == {"warning"}


def test_a_header_cell_of_table_four_is_missing() -> None:
    page = document().replace(">尚未审结<", "><", 1)
    assert found(check(page)) == [("TAB003", "/review_litigation/review/pending")]


def test_a_header_cell_of_table_two_is_missing() -> None:
    page = document().replace(">本年废止件数<", "><", 1)
    assert found(check(page)) == [("TAB003", "/disclosure/columns/regulations/repealed")]


def test_a_header_row_of_table_two_is_missing() -> None:
    page = document()
    start = page.rindex("<tr>", 0, page.index("本年制发件数"))
    page = page[:start] + page[page.index("</tr>", start) + 5 :]
    assert not {rule for rule, _ in found(check(page))} & {"TAB006", "TAB002", "SUM001"}


def test_table_four_without_a_cell() -> None:
    page = document()
    at = page.rindex("<td", 0, page.rindex("</table>"))
    page = page[:at] + page[page.index("</tr>", at) :]
    assert found(check(page)) == [("TAB006", "/review_litigation")]


def test_table_four_with_blank_cells() -> None:
    blank = {f"/review_litigation/review/{key}": "" for key in ("upheld", "corrected", "total")}
    checked = check(document(blank))
    assert found(checked) == [("VAL001", "/review_litigation/review/upheld")]


def test_table_four_all_blank() -> None:
    rows = ("review", "litigation_direct", "litigation_after_review")
    keys = ("upheld", "corrected", "other", "pending", "total")
    blank = {f"/review_litigation/{row}/{key}": "" for row in rows for key in keys}
    assert found(check(document(blank))) == [
        ("VAL001", f"/review_litigation/{row}/upheld") for row in sorted(rows)
    ]


def test_table_four_has_a_stray_empty_row() -> None:
    page = document()
    at = page.rindex("</tr>", 0, page.rindex("</table>")) + 5
    page = page[:at] + "<tr><td></td><td></td></tr>" + page[at:]
    assert found(check(page)) == [("TAB008", "/review_litigation/extra_rows/0")]


def test_a_row_met_twice_counts_once() -> None:
    page = document({"/disclosure/licences/decisions": "7"})
    at = page.rindex("<tr>", 0, page.index(">行政许可<"))
    row = page[at : page.index("</tr>", at) + 5]
    again = page.replace(row, row + row.replace(">7<", ">9<"))
    assert read(again).cell("/disclosure/licences/decisions").value == 7


def test_second_copy_of_a_table_does_not_change_the_first() -> None:
    page = document({_CELL: "2"})
    copy = _TABLE.findall(page)[1].replace(">2<", ">3<")
    assert read(page.replace("</body>", f"{copy}</body>")).cell(_CELL).value == 2


def test_headers_of_which_a_converter_left_the_beginning() -> None:
    page = document().replace("商业企业", "商业").replace("科研机构", "科研")
    table = read(page).tables["requests"]
    assert table.labels == {
        "/requests/columns/commercial_enterprise": "商业",
        "/requests/columns/research_institution": "科研",
    }
    messages = [each.message.zh for each in check(page).findings]
    assert len(messages) == 2
    assert all(message.endswith("疑似转换丢失了文字") for message in messages)


@pytest.mark.parametrize("note", ["注：数据截至2024年12月31日。", "注：本机关2024年收到复议0件"])
def test_a_note_below_the_values_of_table_four(note: str) -> None:
    page = document()
    last = page.rindex("</table>")
    page = f"{page[:last]}<tr><td colspan='15'>{note}</td></tr>{page[last:]}"
    assert read(page).content == read(document()).content
    assert found(check(page)) == []
