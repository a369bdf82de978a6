"""What does a blank report hold, and for whom is there none?"""

import re
from datetime import date

import pytest

from nianbao.model.report import Report
from nianbao.result import Document
from nianbao.writers.blank import BlankError, blank_report
from tests.invented import check

_TOWN = "青禾县云溪镇人民政府"
_ORGANS = (
    _TOWN,
    "青禾县云溪镇",
    "青禾县云溪街道办事处",
    "青禾县人民政府",
    "青禾县人民政府（办公室）",
    "青禾省人民政府办公厅",
    "青禾县档案局",
    "国家青禾局",
    "青禾经济技术开发区管理委员会",
    "青禾县气象局·云溪站",
    "中共青禾县委机构编制委员会办公室",
)


def _checked(report: Report) -> Document:
    checked = check(report.to_json(), ".json")
    assert (checked.status, checked.crashed, checked.not_checked) == ("read", (), ())
    return checked


@pytest.mark.parametrize(
    ("year", "edition", "cells"),
    [(2019, "2019", 198), (2020, "2019", 198), (2021, "2021", 200), (2099, "2021", 200)],
)
def test_every_cell_of_the_edition_for_the_year_holds_0(
    year: int, edition: str, cells: int
) -> None:
    report = blank_report(_TOWN, year)
    assert report.edition
    assert report.edition.key == edition
    assert list(report.content) == [pointer for _, _, pointer in report.edition.cells()]
    assert len(report.content) == cells
    assert {(cell.raw, cell.value) for cell in report.content.values()} == {("0", 0)}


def test_title_preface_and_period_are_written() -> None:
    report = blank_report(_TOWN, 2024)
    assert report.title == "青禾县云溪镇人民政府2024年政府信息公开工作年度报告"
    assert "国办公开办函〔2021〕30号" in report.preface
    assert "统计期限自2024年1月1日起至2024年12月31日止" in report.preface
    assert report.period
    assert (report.period.start, report.period.end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert report.organ
    assert (report.organ.level, report.organ.kind) == ("township", "government")
    assert report.published is None


@pytest.mark.parametrize("organ", _ORGANS)
@pytest.mark.parametrize("year", [2020, 2024])
def test_all_that_a_check_says_is_that_texts_are_to_be_written(organ: str, year: int) -> None:
    findings = _checked(blank_report(organ, year)).findings
    assert [(each.rule.code, each.place.pointer, str(each.severity)) for each in findings] == [
        ("SEC011", "/sections/overview", "warning"),
        ("SEC011", "/sections/problems", "warning"),
        ("SEC011", "/sections/other_matters", "warning"),
    ]


@pytest.mark.parametrize("year", [2020, 2024])
def test_each_place_that_is_open_is_named(year: int) -> None:
    report = blank_report(_TOWN, year)
    said = "".join(each.message.zh for each in _checked(report).findings)
    openings = {
        opening
        for section in report.sections.values()
        for opening in re.findall("（此处[^（）]*）", section.text)
    }
    assert len(openings) > 7
    assert [opening for opening in openings if opening not in said] == []


def test_the_overview_has_the_five_aspects() -> None:
    text = blank_report("青禾县档案局", 2024).sections["overview"].text
    assert re.findall(r"^（(.)）(\w+)。", text, re.MULTILINE) == [
        ("一", "主动公开"),
        ("二", "依申请公开"),
        ("三", "政府信息管理"),
        ("四", "政府信息公开平台建设"),
        ("五", "监督保障"),
    ]


@pytest.mark.parametrize(
    ("organ", "asked"),
    [
        (_TOWN, True),
        ("青禾县人民政府（办公室）", True),
        ("青禾县档案局", False),
        ("青禾县云溪街道办事处", False),
        # What kind of organ this is cannot be told: better a line too many.
        ("青禾", True),
    ],
)
def test_governments_are_asked_for_the_results_of_article_50(organ: str, *, asked: bool) -> None:
    text = blank_report(organ, 2024).sections["overview"].text
    assert ("工作考核、社会评议和责任追究结果" in text) is asked


@pytest.mark.parametrize(("year", "asked"), [(2020, False), (2021, True), (2024, True)])
def test_the_fee_is_asked_for_since_it_may_be_taken(year: int, *, asked: bool) -> None:
    text = blank_report(_TOWN, year).sections["other_matters"].text
    assert ("信息处理费" in text) is asked


def test_spaces_in_a_name_are_dropped() -> None:
    organ = blank_report(" 青禾县 档案局\n", 2024).organ
    assert organ
    assert organ.name == "青禾县档案局"


@pytest.mark.parametrize(
    ("year", "key", "says"),
    [
        (2018, None, "2019 至 2099"),
        (2018, "2019", "2019 至 2099"),
        (2100, None, "2019 至 2099"),
        (-1, None, "2019 至 2099"),
        (10**30, None, "2019 至 2099"),
        (2020, "2021", "应使用 2019 版格式（国办公开办函〔2019〕60号），不是 2021 版"),
        (2021, "2019", "应使用 2021 版格式（国办公开办函〔2021〕30号），不是 2019 版"),
    ],
)
def test_a_year_without_this_edition_is_refused(year: int, key: str | None, says: str) -> None:
    with pytest.raises(BlankError) as caught:
        blank_report(_TOWN, year, key)
    assert says in caught.value.reason.zh


@pytest.mark.parametrize(("year", "key"), [(2019, "2019"), (2020, "2019"), (2021, "2021")])
def test_the_right_edition_may_be_named(year: int, key: str) -> None:
    assert blank_report(_TOWN, year, key) == blank_report(_TOWN, year)._replace(
        locate=blank_report(_TOWN, year, key).locate
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "没有写机关名称"),
        (" \u3000\n", "没有写机关名称"),
        ("青禾县<b>", "“<”"),
        ("青禾县\x00局", "“U+0000”"),
        ("青禾县\u202e局", "“U+202E”"),
        ("青禾县档案局。", "“。”"),
        ("青禾县档案局2024年", "只写机关名称"),
        ("青禾县档案局２０２４年", "只写机关名称"),
        ("青禾县政府信息公开工作年度报告", "只写机关名称"),
        ("青" * 41, "超过 40 个字"),
        ("·（）", "没有写机关名称"),
    ],
)
def test_what_is_no_name_of_an_organ_is_refused(name: str, says: str) -> None:
    with pytest.raises(BlankError) as caught:
        blank_report(name, 2024)
    assert says in caught.value.reason.zh
    assert caught.value.reason.en.isascii() or "“" in says


def test_a_long_name_may_stand_in_a_title() -> None:
    organ = blank_report("青" * 40, 2024).organ
    assert organ
    assert organ.name == "青" * 40


_WRITTEN = {
    "（此处写本年公开的内容、方式和数量）": "通过县政府门户网站主动公开政府信息86条。",
    "（此处写本年申请的数量和办理情况）": "本年未收到政府信息公开申请。",
    "（此处写审核、清理和归档等情况）": "发布前逐件审核，年底清理归档。",
    "（此处写网站、公报等平台情况）": "维护网站专栏，设查阅点1处。",
    "（此处写培训、检查等监督保障情况）": "开展培训2次。",
    "（此处写三项结果，没有的如实写明）": "考核结果为良好，评议没有收到意见，没有发生责任追究。",
    "（此处写本年存在的具体问题，逐条写）": "一是解读不够及时，二是人员能力有待提高。",
    "（此处写每个问题的改进措施和进展）": "一是同步准备解读材料，二是每半年培训一次。",
    "（此处填件数）": "0",
    "（此处填金额）": "0",
    "（此处写其他需要报告的事项，没有的如实写明）": "没有其他需要报告的事项。",
}


@pytest.mark.parametrize("year", [2020, 2024])
def test_once_it_is_written_a_check_finds_nothing(year: int) -> None:
    text = blank_report(_TOWN, year).to_json()
    for opening, words in _WRITTEN.items():
        text = text.replace(opening, words)
    assert "此处" not in text
    assert check(text, ".json").findings == ()
