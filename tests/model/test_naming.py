"""Every place has a name that a clerk understands, in Chinese."""

import pytest

from nianbao.model.naming import label_of, row_pointer
from nianbao.model.place import escape, holds
from tests.invented import as_json, data, read

_REPORT = read(
    as_json(
        data(
            {
                "/extra_sections": [{"order": 7, "heading": "七、附件", "text": "x"}],
                "/disclosure/procurement": {"projects": 3},
            }
        )
    ),
    ".json",
)
_OLD = read(as_json(data(edition="2019")), ".json")


@pytest.mark.parametrize(
    ("pointer", "label"),
    [
        ("", "全文"),
        ("/title", "标题"),
        ("/edition", "表格版本"),
        ("/period", "统计期限"),
        ("/published", "发布日期"),
        ("/preface", "前言"),
        ("/signature", "落款"),
        ("/unknown", "unknown"),
        ("/sections/overview", "一、总体情况"),
        ("/sections/overview/heading", "一、总体情况"),
        ("/sections/unknown", "unknown"),
        ("/extra_sections/0", "七、附件"),
        ("/extra_sections/9", "/extra_sections/9"),
        ("/disclosure", "表二"),
        ("/requests", "表三"),
        ("/review_litigation", "表四"),
        ("/requests/results/total/other", "表三 · （七）总计 · 其他"),
        ("/requests/received", "表三 · 一、本年新收政府信息公开申请数量"),
        ("/requests/results", "表三 · 三、本年度办理结果"),
        ("/requests/results/refused", "表三 · （三）不予公开"),
        (
            "/requests/results/refused/state_secret/natural_person",
            "表三 · （三）不予公开 · 1.属于国家秘密 · 自然人",
        ),
        ("/requests/results/partly_granted", "表三 · （二）部分公开"),
        ("/requests/columns/natural_person", "表三 · 列“自然人”"),
        ("/requests/columns/unknown", "表三 · 列“unknown”"),
        ("/disclosure/fees/amount", "表二 · 行政事业性收费 · 本年收费金额"),
        ("/disclosure/columns/regulations/in_force", "表二 · 列“现行有效件数”"),
        ("/disclosure/extra_rows/1", "表二 · 第2个多余行"),
        ("/disclosure/blocks/regulations", "表二 · 第二十条第（一）项"),
        ("/disclosure/blocks/nothing", "表二 · nothing"),
        ("/requests/note", "表三 · 勾稽关系说明"),
        ("/disclosure/procurement", "表二 · 政府集中采购"),
        ("/disclosure/procurement/projects", "表二 · 政府集中采购 · 采购项目数量"),
        ("/disclosure/nothing", "表二 · nothing"),
        ("/review_litigation/review/pending", "表四 · 行政复议 · 尚未审结"),
        ("/review_litigation/litigation_after_review", "表四 · 复议后起诉"),
    ],
)
def test_labels(pointer: str, label: str) -> None:
    assert label_of(pointer, _REPORT) == label


def test_labels_of_the_old_form() -> None:
    label = label_of("/disclosure/columns/licences/items_before", _OLD)
    assert label == "表二 · 列“上一年项目数量”"
    assert label_of("/requests/results/other/other", _OLD) == "表三 · （六）其他处理 · 其他"


def test_labels_where_the_edition_is_unknown() -> None:
    report = read('{"sections": {"problems": {"order": 1, "heading": "五、问题"}}}', ".json")
    assert label_of("/sections/problems", report) == "五、问题"
    assert label_of("/sections/overview", report) == "overview"
    assert label_of("/requests/received", report) == "表三"
    assert label_of("/title", report) == "标题"


@pytest.mark.parametrize(
    ("outer", "inner", "is_held"),
    [
        ("", "/a", False),
        ("", "", True),
        ("/a", "/a", True),
        ("/a", "/a/b", True),
        ("/a", "/ab", False),
        ("/a/b", "/a", False),
    ],
)
def test_places_that_hold_others(outer: str, inner: str, *, is_held: bool) -> None:
    assert holds(outer, inner) is is_held


def test_row_of_a_cell() -> None:
    assert row_pointer("/requests/received/other") == "/requests/received"


def test_tokens_of_pointers_are_escaped() -> None:
    assert escape("a/b~c") == "a~1b~0c"
