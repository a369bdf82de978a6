"""Rules about what a table is made of: rows, blocks, headers and copies."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.conforming import drop
from nianbao.editions import editions
from nianbao.model.labels import bare
from nianbao.model.pointers import block_pointer
from nianbao.model.printed import first_rows, printed
from nianbao.result import Document, Finding
from tests.invented import as_json, check, data, found

_FEW = settings(max_examples=40, deadline=None)
_FORM = editions()["2021"].forms["requests"]
_ROWS = [row.pointer for row in _FORM.rows]
_COLUMNS = [f"/requests/columns/{column.key}" for column in _FORM.rows[0].columns]
_ALONE = "/disclosure/blocks/regulations"


def _json(
    cells: dict[str, Any], edition: str = "2021", *, without: tuple[str, ...] = ()
) -> Document:
    whole = data(cells, edition)
    for pointer in without:
        drop(whole, pointer)
    return check(as_json(whole), ".json")


def _one(checked: Document, rule: str) -> Finding:
    (finding,) = (each for each in checked.findings if each.rule.code == rule)
    return finding


@_FEW
@given(st.sets(st.sampled_from(_ROWS), min_size=1, max_size=6))
def test_few_rows_absent_are_named_and_many_are_one_loss(absent: set[str]) -> None:
    checked = _json({}, without=tuple(absent))
    tables = [each for each in found(checked) if each[0].startswith("TAB")]
    if len(absent) < 3:
        assert tables == sorted(("TAB002", pointer) for pointer in absent)
    else:
        assert tables == [("TAB010", "/requests")]
        finding = _one(checked, "TAB010")
        assert {place.pointer for place in finding.related} == absent
        assert finding.values["count"] == len(absent)


@_FEW
@given(st.sets(st.sampled_from(_COLUMNS), min_size=1))
def test_few_headers_absent_are_named_and_many_are_one_loss(absent: set[str]) -> None:
    checked = _json({"/requests/labels": dict.fromkeys(absent, "")})
    if len(absent) < 3:
        assert found(checked) == sorted(("TAB003", pointer) for pointer in absent)
    else:
        assert found(checked) == [("TAB010", "/requests")]


def test_what_is_lost_is_counted_in_each_table() -> None:
    labels = {"/requests/columns/other": "", "/requests/columns/total": ""}
    checked = _json({"/requests/labels": labels}, without=("/disclosure/coercion",))
    assert [code for code, _ in found(checked)] == ["TAB002", "TAB003", "TAB003"]


def test_unread_rows_alone_are_no_loss() -> None:
    rows = _ROWS[2:8]
    unread = {row: {"raw": ["1"], "reason": "应有7格，读到1格"} for row in rows}
    checked = _json({"/requests/unread": unread}, without=tuple(rows))
    assert found(checked) == sorted(("TAB006", row) for row in rows)


@_FEW
@given(st.sets(st.sampled_from(_ROWS), min_size=1))
def test_where_most_rows_lack_a_cell_a_column_does(short: set[str]) -> None:
    unread = {row: {"raw": ["0"] * 6, "reason": "应有7格，读到6格"} for row in sorted(short)}
    checked = _json({"/requests/unread": unread}, without=tuple(short))
    rows = [place for code, place in found(checked) if code == "TAB006"]
    if len(short) * 2 <= len(_ROWS):
        assert rows == sorted(short)
        return
    finding = _one(checked, "TAB006")
    assert {finding.place.pointer, *(place.pointer for place in finding.related)} == short
    assert f"另有{len(short) - 1}行" in finding.message.zh


def test_an_unread_row_beside_an_absent_one() -> None:
    unread = {_ROWS[3]: {"raw": ["1"], "reason": "应有7格，读到1格"}}
    checked = _json({"/requests/unread": unread}, without=(_ROWS[3], _ROWS[4]))
    assert found(checked) == [("TAB010", "/requests")]
    places = [place.pointer for place in _one(checked, "TAB010").related]
    assert places == [_ROWS[4], _ROWS[3]]
    assert "1处" in _one(checked, "TAB010").message.zh
    assert "有1行未能读出" in _one(checked, "TAB010").message.zh


def test_rows_without_their_labels_are_one_loss() -> None:
    rows = [row for row in _ROWS if "/refused/" in row]
    unread = {row: {"raw": ["0"] * 7, "reason": "行标签缺失"} for row in rows}
    checked = _json({"/requests/unread": unread}, without=tuple(rows))
    assert found(checked) == [("TAB010", "/requests")]
    assert "有8处行或标签未找到" in _one(checked, "TAB010").message.zh


def test_an_absent_table_has_lost_no_rows() -> None:
    tables = [each for each in found(_json({}, without=("/requests",))) if each[0][:3] == "TAB"]
    assert tables == [("TAB001", "/requests")]


def test_behind_the_end_of_a_document_nothing_is_lost() -> None:
    behind = ("/disclosure/penalties", "/disclosure/coercion", "/disclosure/fees")
    parts = ("requests", "review_litigation", "problems", "other_matters")
    labels = dict.fromkeys(("/disclosure/blocks/penalties", "/disclosure/blocks/fees"), "")
    tables = ("/requests", "/review_litigation")
    gone = (*behind, *tables, *(f"/sections/{part}" for part in parts))
    checked = _json({"/disclosure/labels": labels}, without=gone)
    assert ("DOC009", "") in found(checked)
    assert not [code for code, _ in found(checked) if code.startswith("TAB")]
    gaps = {(rule.code, gap.at) for rule, gap in checked.not_checked}
    assert {("TAB005", "/disclosure/penalties"), ("TAB005", "/disclosure/fees")} <= gaps


@pytest.mark.parametrize("edition", editions())
def test_each_block_whose_header_is_lost(edition: str) -> None:
    for first in first_rows(editions()[edition].forms["disclosure"]).values():
        labels = {block_pointer(first): ""}
        checked = _json({"/disclosure/labels": labels}, edition)
        assert found(checked) == [("TAB005", first.pointer)]
        assert str(checked.findings[0].severity) == "warning"
        assert first.block in checked.findings[0].message.zh


def test_a_block_left_out_is_graver_than_its_header() -> None:
    cells = {"/disclosure/labels": {"/disclosure/blocks/licences": ""}}
    checked = _json(cells, without=("/disclosure/licences",))
    assert found(checked) == [("TAB005", "/disclosure/licences")]
    assert str(checked.findings[0].severity) == "error"


def test_a_block_that_kept_its_second_row() -> None:
    cells = {"/disclosure/labels": {_ALONE: ""}}
    checked = _json(cells, without=("/disclosure/regulations",))
    assert found(checked) == [("TAB002", "/disclosure/regulations")]
    checked = _json(cells, without=("/disclosure/normative_documents",))
    assert found(checked) == [
        ("TAB002", "/disclosure/normative_documents"),
        ("TAB005", "/disclosure/regulations"),
    ]


@pytest.mark.parametrize(
    ("label", "cells", "is_row"),
    [
        ("行政检查", ["12"], True),
        ("行政检查", ["-"], True),
        ("行政检查", ["3件", "见附件", "5"], True),
        ("行政检查", ["", ""], False),
        ("备注", ["无"], False),
        ("注：按办件量统计", [], False),
        ("填表人", ["张某", "日期", "2024"], False),
        ("", ["3"], False),
    ],
)
def test_rows_that_were_added(label: str, cells: list[str], *, is_row: bool) -> None:
    row = {"after": "/disclosure/coercion", "label": label, "cells": cells}
    checked = _json({"/disclosure/extra_rows": [row]})
    assert found(checked) == ([("TAB004", "/disclosure/extra_rows/0")] if is_row else [])


def test_a_row_of_the_other_edition_is_none_that_was_added() -> None:
    label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    row = {"after": "/requests/results/other", "label": label, "cells": ["0"] * 7}
    cells = {
        "/requests/extra_rows": [row],
        "/requests/labels": {"/requests/results/other/not_corrected": label},
    }
    assert found(_json(cells, "2019")) == [("DOC003", "/requests/results/other/not_corrected")]


def test_a_place_that_the_form_does_not_have_is_not_misplaced() -> None:
    assert found(_json({"/requests/misplaced": ["/requests/columns/nothing"]})) == []


@_FEW
@given(one=st.integers(0, 99), other=st.integers(0, 99))
def test_copies_that_contradict(one: int, other: int) -> None:
    place = "/disclosure/licences/decisions"
    copy = {place: str(other)} if one != other else {}
    checked = _json({place: one, "/disclosure/copies": [copy]})
    finding = _one(checked, "TAB009")
    assert str(finding.severity) == ("warning" if one == other else "error")
    assert [each.pointer for each in finding.related] == list(copy)
    assert ("内容相同" in finding.message.zh) is (one == other)
    if one != other:
        assert f"一处为{one}、一处为{other}" in finding.message.zh


@pytest.mark.parametrize("raw", ["", "-", "见附件", "0件", "００"])
def test_copies_that_are_written_otherwise(raw: str) -> None:
    checked = _json({"/disclosure/copies": [{"/disclosure/licences/decisions": raw}]})
    finding = _one(checked, "TAB009")
    assert str(finding.severity) == "warning"
    assert (raw or "空白") in finding.message.zh


def test_of_many_differences_the_first_are_named() -> None:
    places = [f"{row}/other" for row in _ROWS[:5]]
    copies = [dict.fromkeys(places, "7"), {}]
    finding = _one(_json({"/requests/copies": copies}), "TAB009")
    assert finding.message.zh.count("一处为7") == 3
    assert finding.message.zh.endswith("等")
    assert "出现了3次，有5格不同" in finding.message.zh
    assert len(finding.related) == 5


def test_a_copy_with_a_cell_that_the_table_lacks() -> None:
    cells = {"/disclosure/copies": [{"/disclosure/procurement/projects": "3"}]}
    assert "内容相同" in _one(_json(cells), "TAB009").message.zh


@pytest.mark.parametrize("edition", editions())
def test_no_label_of_the_form_is_altered(edition: str) -> None:
    for key, form in editions()[edition].forms.items():
        labels = {pointer: label.title for pointer, label in printed(form).items()}
        assert found(_json({f"/{key}/labels": labels}, edition)) == []


@pytest.mark.parametrize("edition", editions())
def test_every_label_may_be_altered(edition: str) -> None:
    for key, form in editions()[edition].forms.items():
        for pointer, label in printed(form).items():
            if pointer.endswith("/note"):
                continue
            words = bare(label.title)
            altered = label.title.replace(words, f"{words[:-1]}某{words[-1]}")
            checked = _json({f"/{key}/labels": {pointer: altered}}, edition)
            expected = "TAB003" if label.is_column and not label.is_meant(altered) else "LAB001"
            assert found(checked) == [(expected, pointer)]
            assert label.title in checked.findings[0].message.zh


@pytest.mark.parametrize(
    ("met", "is_cut"), [("现行有效件", True), ("行有效件数", True), ("现行有效件量", False)]
)
def test_a_label_of_which_a_part_is_left(met: str, *, is_cut: bool) -> None:
    labels = {"/disclosure/columns/regulations/in_force": met}
    (finding,) = _json({"/disclosure/labels": labels}).findings
    assert finding.rule.code == "LAB001"
    assert ("疑似转换丢失" in finding.message.zh) is is_cut


def test_a_label_at_a_place_that_the_form_does_not_have() -> None:
    assert found(_json({"/disclosure/labels": {"/disclosure/nothing": "其他"}})) == []


@pytest.mark.parametrize(
    ("note", "is_altered"),
    [
        ("", False),
        (_FORM.note, False),
        (_FORM.note[:12], False),
        ("（勾稽关系）", False),
        (_FORM.note.replace("，", ","), False),
        (_FORM.note.replace("第四项", "第三项"), True),
        (f"{_FORM.note}请核对", True),
    ],
)
def test_the_note_in_the_corner(note: str, *, is_altered: bool) -> None:
    checked = _json({"/requests/labels": {"/requests/note": note}})
    assert found(checked) == ([("LAB002", "/requests")] if is_altered else [])
