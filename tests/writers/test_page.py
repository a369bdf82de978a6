"""Is the page sound HTML, and do its tables say which header each figure stands under?"""

from collections import Counter
from html import escape
from xml.etree.ElementTree import Element

import html5lib
import pytest

from nianbao.editions import editions
from nianbao.model.report import Report
from nianbao.writers.blank import blank_report
from nianbao.writers.page import page_of
from tests.writers.tables import Slotted, slots_of

_YEARS = {"2019": 2020, "2021": 2024}


def _report(edition: str) -> Report:
    return blank_report("青禾县云溪镇人民政府", _YEARS[edition])


def _tree(page: str) -> Element:
    """Parse a page; what HTML calls a parse error is raised."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def _tables(edition: str) -> list[Element]:
    return list(_tree(page_of(_report(edition))).iter("table"))


def _merged(table: Element) -> list[list[tuple[str, int, int]]]:
    """Return the cells of each row: words, width, height."""
    cells = {cell for taken in slots_of(table).values() for cell in taken}
    ordered = sorted(cells, key=lambda cell: (cell.y, cell.x))
    return [
        [(cell.text, cell.width, cell.height) for cell in ordered if cell.y == y]
        for y in range(1 + max(cell.y for cell in cells))
    ]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_page_is_sound_and_names_its_language_and_encoding(edition: str) -> None:
    page = page_of(_report(edition))
    tree = _tree(page)
    assert page.startswith("<!DOCTYPE html>\n")
    assert tree.get("lang") == "zh-CN"
    # A browser looks for the encoding in the first 1024 bytes.
    assert b'<meta charset="utf-8">' in page.encode()[:1024]
    assert tree.findtext("head/title") == _report(edition).title
    assert [each.text for each in tree.iter("h1")] == [_report(edition).title]
    headings = [each.text for each in tree.iter("h2")]
    assert headings == [part.title for part in editions()[edition].parts]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_names_are_given_once_and_those_used_are_given(edition: str) -> None:
    tree = _tree(page_of(_report(edition)))
    given = Counter(each.get("id") for each in tree.iter() if each.get("id"))
    used = {
        name
        for each in tree.iter()
        for attribute in ("headers", "aria-labelledby")
        for name in (each.get(attribute) or "").split()
    }
    assert set(given.values()) == {1}
    assert used <= set(given)
    for table in tree.iter("table"):
        assert table.get("aria-labelledby")


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("number", "size"), [(0, {"2019": (5, 18), "2021": (4, 14)}), (1, (10, None)), (2, (15, 4))]
)
def test_the_grid_of_each_table_is_a_full_rectangle(
    edition: str, number: int, size: tuple[int, int | None] | dict[str, tuple[int, int]]
) -> None:
    slots = slots_of(_tables(edition)[number])
    width, height = size[edition] if isinstance(size, dict) else size
    height = height or {"2019": 26, "2021": 28}[edition]
    assert set(slots) == {(x, y) for x in range(width) for y in range(height)}
    assert all(len(taken) == 1 for taken in slots.values())


def _block(title: str, width: int) -> list[tuple[str, int, int]]:
    return [(title, width, 1)]


def _line(*cells: tuple[str, int] | str) -> list[tuple[str, int, int]]:
    return [(cell, 1, 1) if isinstance(cell, str) else (*cell, 1) for cell in cells]


def test_table_two_of_2021_is_merged_as_the_form_is() -> None:
    decided = _line("信息内容", ("本年处理决定数量", 3))
    assert _merged(_tables("2021")[0]) == [
        _block("第二十条第（一）项", 4),
        _line("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        _line("规章", "0", "0", "0"),
        _line("行政规范性文件", "0", "0", "0"),
        _block("第二十条第（五）项", 4),
        decided,
        _line("行政许可", ("0", 3)),
        _block("第二十条第（六）项", 4),
        decided,
        _line("行政处罚", ("0", 3)),
        _line("行政强制", ("0", 3)),
        _block("第二十条第（八）项", 4),
        _line("信息内容", ("本年收费金额（单位：万元）", 3)),
        _line("行政事业性收费", ("0", 3)),
    ]


def test_table_two_of_2019_is_merged_as_the_form_is() -> None:
    items = _line("信息内容", "上一年项目数量", ("本年增/减", 2), "处理决定数量")
    assert _merged(_tables("2019")[0]) == [
        _block("第二十条第（一）项", 5),
        _line("信息内容", "本年新制作数量", ("本年新公开数量", 2), "对外公开总数量"),
        _line("规章", "0", ("0", 2), "0"),
        _line("规范性文件", "0", ("0", 2), "0"),
        _block("第二十条第（五）项", 5),
        items,
        _line("行政许可", ("0", 2), "0", "0"),
        _line("其他对外管理服务事项", ("0", 2), "0", "0"),
        _block("第二十条第（六）项", 5),
        items,
        _line("行政处罚", ("0", 2), "0", "0"),
        _line("行政强制", ("0", 2), "0", "0"),
        _block("第二十条第（八）项", 5),
        _line("信息内容", ("上一年项目数量", 2), ("本年增/减", 2)),
        _line("行政事业性收费", ("0", 2), ("0", 2)),
        _block("第二十条第（九）项", 5),
        _line("信息内容", ("采购项目数量", 2), ("采购总金额", 2)),
        _line("政府集中采购", ("0", 2), ("0", 2)),
    ]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_table_three_is_merged_as_the_form_is(edition: str) -> None:
    first, second, third, *body = _merged(_tables(edition)[1])
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert first == [(note, 3, 3), ("申请人情况", 7, 1)]
    assert second == [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)]
    organizations = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    assert third == _line(*organizations)
    assert all(line[-7:] == [("0", 1, 1)] * 7 for line in body)
    labels = [line[:-7] for line in body]
    many, others = (20, [("（六）其他处理", 2, 1)]), (22, [("（六）其他处理", 1, 3)])
    height, other = many if edition == "2019" else others
    assert labels[0] == [("一、本年新收政府信息公开申请数量", 3, 1)]
    assert labels[2] == [("三、本年度办理结果", 1, height), ("（一）予以公开", 2, 1)]
    assert labels[3] == [("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1)]
    assert labels[4] == [("（三）不予公开", 1, 8), ("1.属于国家秘密", 1, 1)]
    assert labels[12] == [("（四）无法提供", 1, 3), ("1.本机关不掌握相关政府信息", 1, 1)]
    assert labels[15] == [("（五）不予处理", 1, 5), ("1.信访举报投诉类申请", 1, 1)]
    assert labels[20][:1] == other
    assert labels[-2:] == [[("（七）总计", 2, 1)], [("四、结转下年度继续办理", 3, 1)]]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_table_four_is_merged_as_the_form_is(edition: str) -> None:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    low = [(outcome, 1, 2) for outcome in outcomes]
    assert _merged(_tables(edition)[2]) == [
        [("行政复议", 5, 1), ("行政诉讼", 10, 1)],
        [*low, ("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)],
        _line(*outcomes * 2),
        _line(*["0"] * 15),
    ]


def _over(cell: Slotted, slots: dict[tuple[int, int], list[Slotted]]) -> list[str]:
    """Return the headers of a figure above it and before it, as a scan of HTML finds them."""
    up = [slots[cell.x, y][0] for y in range(cell.y)]
    back = [slots[x, cell.y][0] for x in range(cell.x)]
    met = [(each, "col") for each in up] + [(each, "row") for each in back]
    return list(
        dict.fromkeys(each.text for each, scope in met if each.element.get("scope") == scope)
    )


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_figure_of_tables_three_and_four_has_its_headers_before_and_above_it(
    edition: str,
) -> None:
    _, requests, remedies = (slots_of(table) for table in _tables(edition))
    assert _over(requests[4, 7][0], requests) == [
        "申请人情况", "法人或其他组织", "商业企业",
        "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密",
    ]  # fmt: skip
    assert _over(requests[9, 3][0], requests) == [
        "申请人情况", "总计", "一、本年新收政府信息公开申请数量",
    ]  # fmt: skip
    assert _over(remedies[4, 3][0], remedies) == ["行政复议", "总计"]
    assert _over(remedies[14, 3][0], remedies) == ["行政诉讼", "复议后起诉", "总计"]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_figure_of_table_two_names_its_block_its_row_and_its_column(edition: str) -> None:
    table = _tables(edition)[0]
    named = {each.get("id"): "".join(each.itertext()) for each in table.iter("th")}
    figures = [
        [named[name] for name in each.get("headers", "").split()] for each in table.iter("td")
    ]
    rows = editions()[edition].forms["disclosure"].rows
    assert figures == [
        [row.block, row.title, column.title] for row in rows for column in row.columns
    ]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_header_says_what_it_heads(edition: str) -> None:
    tree = _tree(page_of(_report(edition)))
    assert {each.get("scope") for each in tree.iter("th")} == {"col", "row", "rowgroup"}
    assert all(each.get("scope") is None for each in tree.iter("td"))
    for table in tree.iter("table"):
        for row in table.iter("tr"):
            first = next(iter(row))
            assert first.tag == "th" or first.get("class") == "note" or len(row) == 15


def test_words_of_a_report_are_never_markup() -> None:
    report = _report("2021")
    title = '<script>alert("1")</script>&amp;'
    page = page_of(report._replace(title=title, preface=title))
    assert "<script" not in page
    assert page.count(escape(title)) == 3
    assert _tree(page).findtext("head/title") == title


def test_what_is_left_open_stands_out() -> None:
    tree = _tree(page_of(_report("2021")))
    marks = ["".join(each.itertext()) for each in tree.iter("mark")]
    assert marks[0] == "（此处写本年公开的内容、方式和数量）"
    assert all(mark.startswith(("（此处写", "（此处填")) and mark.endswith("）") for mark in marks)
    whole = "".join(tree.itertext())
    assert len(marks) == whole.count("（此处")


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = page_of(_report("2021"))
    for word in ("<script", "<link", "<img", "http", "url(", "@import", " on"):
        assert word not in page
