"""Headers in another order, rows above the values, and what stands in cells beside figures."""

import re

import pytest

from nianbao.model.cell import State
from tests.invented import check, document, found, read

_CELLS = {"/review_litigation/review/upheld": "2", "/review_litigation/review/total": "2"}


def _swapped(page: str, first: str, second: str) -> str:
    return (
        page.replace(f">{first}<", ">\u25a1<")
        .replace(f">{second}<", f">{first}<")
        .replace(">\u25a1<", f">{second}<")
    )


@pytest.mark.parametrize(
    ("first", "second", "key", "row"),
    [
        ("商业企业", "科研机构", "requests", "/requests/received"),
        ("自然人", "总计", "requests", "/requests/received"),
        ("本年制发件数", "现行有效件数", "disclosure", "/disclosure/regulations"),
        ("未经复议直接起诉", "复议后起诉", "review_litigation", "/review_litigation"),
    ],
)
def test_values_below_headers_in_another_order_are_unread(
    first: str, second: str, key: str, row: str
) -> None:
    page = document()
    head, table = page[: page.index("自然人")], page[page.index("自然人") :]
    swapped = _swapped(page, first, second) if first != "自然人" else head + _swapped_total(table)
    report = read(swapped)
    assert row in report.tables[key].unread
    assert "次序" in report.tables[key].unread[row].reason.zh
    assert not any(code.startswith("SUM") for code, _ in found(check(swapped)))


def _swapped_total(table: str) -> str:
    """Exchange 自然人 and the first 总计, which is that of the header."""
    return (
        table.replace("自然人", "\u25a1", 1)
        .replace("总计", "自然人", 1)
        .replace("\u25a1", "总计", 1)
    )


def test_numbers_of_columns_above_the_values() -> None:
    page = document(_CELLS)
    numbers = "".join(f"<td>{number}</td>" for number in range(1, 16))
    values = re.search(r"<tr[^>]*>(?:(?!</tr>).)*>2<(?:(?!</tr>).)*</tr>", page, re.DOTALL)
    assert values
    report = read(page.replace(values[0], f"<tr>{numbers}</tr>{values[0]}"))
    assert report.cell("/review_litigation/review/upheld").value == 2


def test_a_cell_lost_behind_the_last_stroke_is_not_made_up() -> None:
    lines = ["四、政府信息公开行政复议、行政诉讼情况", "行政复议|", "行政诉讼|"]
    lines += [f"{each}|" for each in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
    lines += ["未经复议直接起诉|", "复议后起诉|", *["0|"] * 14]
    table = read("\n".join(["青禾县2024年政府信息公开工作年度报告", *lines]), ".txt").tables
    assert "/review_litigation" in table["review_litigation"].unread


def test_a_long_rule_before_words_ends() -> None:
    text = (
        "青禾县2024年政府信息公开工作年度报告\n|" + "\u2014" * 5000 + "(120)返回顶部\n|a|b|\n" * 4
    )
    assert read(text, ".txt").tables == {}


@pytest.mark.parametrize(
    ("cell", "state", "value"),
    [
        ("<img src='a.png'>", State.UNREAD, None),
        ("<img src='a.png'>5", State.OK, 5),
        ("15<sup>2</sup>", State.OK, 15),
        ("<del>9</del>36", State.OK, 36),
        ("<span style='display:none'>9</span>36", State.OK, 36),
        ("－", State.PLACEHOLDER, None),
        ("\u00ad7\u200d", State.OK, 7),
    ],
)
def test_what_stands_in_a_cell(cell: str, state: State, value: int | None) -> None:
    pointer = "/disclosure/licences/decisions"
    page = document({pointer: "□"}).replace("□", cell)
    met = read(page).cell(pointer)
    assert (met.state, met.value) == (state, value)
