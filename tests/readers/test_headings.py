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
    assert found(check(page)) == [("SEC004", "/sections/overview/heading")]


def test_no_numbers_at_all() -> None:
    page = document()
    for chinese in "一二三四五六":
        page = page.replace(f"<strong>{chinese}、", "<strong>")
    assert found(check(page)) == [("SEC004", "/sections/overview/heading")]


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


def _extra(*lines: str) -> list[str]:
    found = headings("\ufdd4".join(("", *lines, "")))
    return [heading.words for heading in found if not heading.key]


_FIRST, _SECOND, _THIRD = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
)


def test_an_unknown_heading_that_goes_on_with_the_numbers_is_an_extra_part() -> None:
    lines = (_FIRST, "甲", _SECOND, "乙", "三、机构建设情况", "丙", "四、依申请公开情况", "丁")
    assert _extra(*lines) == ["三、机构建设情况"]
    assert _keys(*lines) == ["overview", "disclosure", "", "requests"]


@pytest.mark.parametrize(
    "items",
    [
        ("一、加强领导", "二、落实责任", "三、强化培训"),
        ("二、落实责任", "三、强化培训"),
        ("一、加强领导，落实责任", "二、完善制度"),
        ("三、强化培训。",),
        ("一、主动公开情况", "甲", "二、依申请公开情况"),
        ("四、结转下年度继续办理",),
        ("二、加强" + "很" * 30,),
    ],
)
def test_a_list_inside_a_part_is_none(items: tuple[str, ...]) -> None:
    lines = (_FIRST, *items, "甲", _SECOND, "乙", _THIRD, "丙")
    assert _extra(*lines) == []
    assert _keys(*lines) == ["overview", "disclosure", "requests"]


def test_a_list_behind_the_last_part_is_none() -> None:
    lines = (_FIRST, "甲", "六、其他需要报告的事项", "无", "相关阅读", "一、办法", "二、通知")
    assert _extra(*lines) == []


def test_unknown_headings_alone_are_no_parts() -> None:
    assert _keys("一、机构建设", "甲", "二、公开情况说明", "乙") == []


def test_a_number_without_words_is_a_heading() -> None:
    assert _extra("一、", "甲", _SECOND, "乙") == ["一、"]


def test_a_number_without_words_where_none_is_due_is_not() -> None:
    assert _extra(_FIRST, "甲", "五、", "乙", _SECOND, "丙") == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("二、", "主动公开政府信息情况"), _SECOND),
        (("二、主动公开政府信", "息情况"), _SECOND),
        (("二、", "", "　主动公开政府信息情况"), _SECOND),
    ],
)
def test_a_heading_broken_over_lines(lines: tuple[str, ...], words: str) -> None:
    prose = "\ufdd4".join((_FIRST, "甲", *lines, "乙", _THIRD))
    found = headings(prose)
    assert [heading.words for heading in found] == [_FIRST, words, _THIRD]
    assert prose[found[1].stop] == "\ufdd4"


def test_numbers_that_start_anew() -> None:
    lines = ("1、 总体情况", "甲", "1、 主动公开", "乙", "2、收到和处理政府信息公开申请情况", "丙")
    assert _keys(*lines) == ["overview", "disclosure", "requests"]


@pytest.mark.parametrize("line", ["## 二、主动公开政府信息情况", "“二、主动公开政府信息情况”"])
def test_marks_around_a_heading(line: str) -> None:
    found = headings(f"{_FIRST}\ufdd4甲\ufdd4{line}\ufdd4乙")
    assert [heading.words for heading in found] == [_FIRST, _SECOND]


def test_marks_around_a_heading_are_no_text() -> None:
    text = f"云溪镇2024年政府信息公开年报\n# {_FIRST}\n甲\n“{_SECOND}”\n乙\n**{_THIRD}**\n丙\n"
    sections = read(text, ".md").sections
    assert [section.text for section in sections.values()] == ["甲", "乙", "丙"]


def test_contents_before_a_preface_are_no_preface() -> None:
    contents = f"目  录\n{_FIRST}\n{_SECOND}\n"
    text = f"云溪镇2024年政府信息公开年报\n{contents}按条例编制。\n{_FIRST}\n甲\n{_SECOND}\n乙\n"
    report = read(text, ".txt")
    assert report.preface == "按条例编制。"
    assert [section.heading for section in report.sections.values()] == [_FIRST, _SECOND]


def test_headings_in_rows_of_one_table() -> None:
    page = document()
    start, stop = page.index("<strong>三、"), page.index("<strong>五、")
    assert start < stop
    inside = page.replace("</table>", "<tr><td>五、存在的主要问题及改进情况</td></tr></table>")
    report = read(inside.replace("<strong>五、存在的主要问题及改进情况</strong>", ""))
    assert "problems" in report.sections
