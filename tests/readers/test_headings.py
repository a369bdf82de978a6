"""The headings of the six parts are known in the wordings that reports use."""

import pytest

from nianbao.readers.headings import headings, is_heading
from tests.invented import check, data, document, found, read

_NUMBERED = {
    "一、总体情况": "overview",
    "一、 总体情况": "overview",
    "一．总体情况": "overview",
    "一.总体情况": "overview",
    "一，总体情况": "overview",
    "　　一、总体情况\u00a0": "overview",
    "一、总体情况：": "overview",
    "一、概述": "overview",
    "一、政府信息公开工作总体情况": "overview",
    "一、2023年政务公开总体情况": "overview",
    "一、政府信息公开2020年工作要点落实情况": "overview",
    "一、總體情況": "overview",
    "二、总体情况": "overview",
    "二、主动公开政府信息情况": "disclosure",
    "二、主动公开政府政府情况": "disclosure",
    "二、政府信息主动公开情况": "disclosure",
    "三、收到和处理政府信息公开申请情况": "requests",
    "三、收到和处理政府信息公开的申请情况": "requests",
    "三、依申请公开情况": "requests",
    "四、政府信息公开行政复议、行政诉讼情况": "review_litigation",
    "四、政府信息公开行政复议行政诉讼情况": "review_litigation",
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况": "review_litigation",
    "四、因政府信息公开申请行政复议、提起行政诉讼情况": "review_litigation",
    "五、存在的主要问题及改进情况": "problems",
    "五、政府信息公开工作存在的主要问题及改进情况": "problems",
    "五、存在的问题及改进措施": "problems",
    "六、其他需要报告的事项": "other_matters",
    "六、其它需要报告事项": "other_matters",
    "六、其他需要汇报事项": "other_matters",
    "六、其他事项": "other_matters",
}
_NONE = (
    "一、本年新收政府信息公开申请数量",
    "三、本年度办理结果",
    "四、结转下年度继续办理",
    "一、",
    "",
    "（一）主动公开",
    "1、主动公开",
    "主动公开情况",
    "一是主动公开政府信息。二是办理申请",
    "五、收到和处理政府信息公开申请的流程图",
    "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项六个部分组成",
    "一、总体情况" + "很" * 45,
)


def _keys(*lines: str) -> list[str]:
    return [heading.key for heading in headings("\ufdd4".join(("", *lines, "")))]


@pytest.mark.parametrize("line", _NUMBERED)
def test_numbered(line: str) -> None:
    assert is_heading(line)
    assert _keys(line) == [_NUMBERED[line]]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("总体情况", "overview"),
        ("政府信息公开工作总体情况", "overview"),
        ("1、总体情况", "overview"),
        ("（二）主动公开政府信息情况", "disclosure"),
        ("(六) 其他需要报告的事项", "other_matters"),
    ],
)
def test_numbered_otherwise_or_not_at_all(line: str, key: str) -> None:
    assert _keys(line) == [key]


@pytest.mark.parametrize("line", _NONE)
def test_no_heading(line: str) -> None:
    assert not is_heading(line)
    assert _keys(line) == []


@pytest.mark.parametrize("line", ["七、附件", "八、收费及减免情况", "十、其他"])
def test_a_part_that_the_format_does_not_know(line: str) -> None:
    assert _keys("一、总体情况", "x", "六、其他需要报告的事项", "无", line) == [
        "overview",
        "other_matters",
        "",
    ]


def test_where_a_heading_stands() -> None:
    prose = "前\ufdd4　一、总体情况\u00a0\ufdd4后"
    (heading,) = headings(prose)
    assert prose[heading.start : heading.stop] == heading.words == "一、总体情况"
    assert heading.rank == 0


def test_sub_headings_of_the_same_words_do_not_count() -> None:
    assert _keys(
        "一、总体情况", "（一）主动公开", "主动公开情况", "x", "二、主动公开政府信息情况"
    ) == [
        "overview",
        "disclosure",
    ]


def test_a_table_of_contents_does_not_count() -> None:
    contents = ("目录", "一、总体情况", "二、主动公开政府信息情况")
    prose = "\ufdd4".join(
        (*contents, "前言", "一、总体情况", "甲", "二、主动公开政府信息情况", "乙")
    )
    assert [heading.key for heading in headings(prose)][-2:] == ["overview", "disclosure"]
    page = document().replace(
        "<h1>",
        "".join(f"<p>{part['heading']}</p>" for part in data()["sections"].values()) + "<h1>",
    )
    assert found(check(page)) == []


def test_a_heading_of_another_style_fills_a_gap() -> None:
    lines = ("一、总体情况", "甲", "主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")
    assert _keys(*lines) == ["overview", "disclosure", "requests"]


def test_a_heading_of_another_style_out_of_order_does_not() -> None:
    lines = (
        "一、总体情况",
        "甲",
        "三、收到和处理政府信息公开申请情况",
        "乙",
        "主动公开政府信息情况",
    )
    assert _keys(*lines) == ["overview", "requests"]


def test_all_numbered_otherwise() -> None:
    page = document()
    for number, chinese in enumerate("一二三四五六", start=1):
        page = page.replace(f"<strong>{chinese}、", f"<strong>{number}. ")
    assert found(check(page)) == []


def test_no_numbers_at_all() -> None:
    page = document()
    for chinese in "一二三四五六":
        page = page.replace(f"<strong>{chinese}、", "<strong>")
    assert found(check(page)) == []


def test_a_second_part_of_a_known_key_is_an_extra_one() -> None:
    page = document().replace(
        '<div class="foot">', "<p>五、存在问题及改进措施</p><p>再说。</p><div>"
    )
    report = read(page)
    (extra,) = report.extra_sections
    assert (extra.key, extra.order, extra.heading) == ("problems", 7, "五、存在问题及改进措施")
    assert report.to_dict()["extra_sections"][0]["key"] == "problems"
    assert read(report.to_json(), ".json").extra_sections == report.extra_sections


def test_an_extra_part_has_no_key() -> None:
    page = document().replace('<div class="foot">', "<p>七、附件情况</p><p>见网站。</p><div>")
    report = read(page)
    (extra,) = report.extra_sections
    assert (extra.key, extra.order, extra.heading, extra.text) == (
        "",
        7,
        "七、附件情况",
        "见网站。",
    )
    assert "key" not in report.to_dict()["extra_sections"][0]


def test_text_of_a_part_holds_no_table() -> None:
    page = document().replace("<table", "<p>具体情况  如下表。</p><table", 1)
    assert read(page).sections["disclosure"].text == "具体情况 如下表。"


def test_paragraphs_are_joined_by_line_breaks() -> None:
    text = read(document()).sections["problems"].text
    assert text == data()["sections"]["problems"]["text"]
    assert text.count("\n") == 1
