"""What was meant by labels in other words: of rows, groups, columns, blocks and the note."""

import re

import pytest

from nianbao.model.report import Table
from nianbao.readers.similar import meant
from tests.invented import document, read

_ROWS = {"行政许可": "licences", "行政处罚": "penalties", "行政强制": "coercion"}


def _table(page: str, key: str = "requests") -> Table:
    return read(page).tables[key]


def test_a_label_is_meant_where_it_is_like_just_one_that_is_missing() -> None:
    assert meant("行政许司", _ROWS) == "licences"
    assert meant("行政检查", _ROWS) is None
    assert meant("行政罚", {"行政处罚": "penalties"}) == "penalties"


def test_a_label_like_two_missing_ones_is_not_guessed() -> None:
    assert meant("行政处强", {"行政处罚": "penalties", "行政处分": "other"}) is None
    assert meant("行政处强", {"行政处罚": "penalties"}) == "penalties"


def test_several_wordings_of_one_thing_are_one() -> None:
    thing = object()
    assert (
        meant("结转下年续办理", {"结转下年度继续办理": thing, "结转下年继续办理": thing}) is thing
    )


def test_a_short_label_is_not_like_any_other() -> None:
    assert meant("甲", {"乙": 1}) is None
    assert meant("", {"规章": 1}) is None


@pytest.mark.parametrize(
    ("official", "met", "pointer"),
    [
        ("（一）予以公开", "（一）予以公幵", "/requests/results/granted"),
        ("（四）无法提供", "（四）无法提共", "/requests/results/unavailable"),
        ("自然人", "自燃人", "/requests/columns/natural_person"),
        ("四、结转下年度继续办理", "四、结转下年度继续办里", "/requests/carried_out"),
    ],
)
def test_altered_labels_of_table_three(official: str, met: str, pointer: str) -> None:
    table = _table(document().replace(f">{official}<", f">{met}<"))
    assert table.labels == {pointer: met}
    assert len(table.rows) == len(table.form.rows)


def test_a_row_that_is_not_missing_is_not_meant() -> None:
    """An added row whose label is near to one that is there stays an added row."""
    page = document()
    row = re.search(r"<tr[^>]*>\s*<td[^>]*>行政许可.*?</tr>", page, re.DOTALL)
    assert row
    table = _table(
        page.replace(row[0], row[0] + row[0].replace("行政许可", "行政许司")), "disclosure"
    )
    assert table.labels == {}
    assert [extra.label for extra in table.extra_rows] == ["行政许司"]


def test_a_row_out_of_its_place_is_not_meant() -> None:
    page = document()
    row = re.search(r"<tr[^>]*>\s*<td[^>]*>规章.*?</tr>", page, re.DOTALL)
    last = re.search(r"<tr[^>]*>\s*<td[^>]*>行政事业性收费.*?</tr>", page, re.DOTALL)
    assert row
    assert last
    moved = page.replace(row[0], "").replace(last[0], last[0] + row[0].replace("规章", "规 童"))
    table = _table(moved, "disclosure")
    assert "/disclosure/regulations" not in table.rows
    assert [extra.label for extra in table.extra_rows] == ["规 童"]


@pytest.mark.parametrize(
    ("met", "label"),
    [
        ("第二十条（五）项", "第二十条（五）项"),
        ("第二十条第（五）款", "第二十条第（五）款"),
        ("", ""),
    ],
)
def test_the_header_of_a_block(met: str, label: str) -> None:
    table = _table(document().replace("第二十条第（五）项", met), "disclosure")
    assert table.labels == {"/disclosure/blocks/licences": label}


@pytest.mark.parametrize(
    ("met", "is_altered"),
    [
        ("为第三项加第四项之和", True),
        ("等于第三项加第四项之和", False),
        ("", False),
    ],
)
def test_the_note_in_the_corner(met: str, is_altered: bool) -> None:  # noqa: FBT001  # a case
    page = document().replace("等于第三项加第四项之和", met)
    assert ("/requests/note" in _table(page).labels) is is_altered


def test_a_header_that_stands_a_row_too_low() -> None:
    page = document()
    header = re.search(r"<td[^>]*>总计</td>", page[page.index("自然人") :])
    lower = re.search(r"<td[^>]*>其他</td>", page[page.index("商业企业") :])
    assert header
    assert lower
    moved = page.replace(header[0], "", 1).replace(lower[0], lower[0] + "<td>总计</td>", 1)
    assert _table(moved).misplaced == ("/requests/columns/total",)
    assert _table(page).misplaced == ()


def test_labels_that_were_lost_leave_their_rows_unread() -> None:
    page = re.sub(r">[1-8][.．](?:属于|其他法|危及|保护)[^<]*<", "><", document())
    table = _table(page)
    assert len(table.unread) == 8
    assert all(pointer.startswith("/requests/results/refused/") for pointer in table.unread)
    assert all("疑似转换丢失" in row.reason.zh for row in table.unread.values())
    assert table.extra_rows == ()


def test_nameless_rows_are_not_given_out_where_their_number_differs() -> None:
    page = re.sub(r">[1-7][.．](?:属于|其他法|危及|保护)[^<]*<", "><", document())
    row = re.search(r"<tr[^>]*>\s*<td[^>]*></td>(?:(?!</tr>).)*</tr>", page, re.DOTALL)
    assert row
    assert _table(page.replace(row[0], "", 1)).unread == {}
