"""What a report is not asked for, and why: old forms, files, pictures, lost headings."""

from typing import Any

import pytest

from nianbao.model.absence import excuse
from nianbao.model.elsewhere import is_in_files, pictured
from nianbao.model.exemption import exemption
from nianbao.model.lost_headings import lost_headings
from nianbao.model.old_form import is_old_form, old_headings
from nianbao.model.passages import passages, sentence_at
from nianbao.model.report import Report
from nianbao.model.titles import names_notice, names_report
from nianbao.protocols import ReadOptions
from nianbao.readers.canonical import report_from
from tests.invented import data

_FORMS = ("disclosure", "requests", "review_litigation")
_FEES = {"order": 7, "heading": "七、收费及减免情况", "text": "没有收费。"}
_LINK = {"text": "年度报告", "href": "/2024.pdf"}


def _report(cells: dict[str, Any] | None = None, without: tuple[str, ...] = ()) -> Report:
    canonical = data(cells)
    for key in without:
        head, _, tail = key.partition("/")
        del (canonical[head] if tail else canonical)[tail or head]
    return report_from(canonical, ReadOptions())


def test_a_conforming_report_is_asked_for_all() -> None:
    report = _report()
    assert exemption(report) is None
    assert not is_old_form(report)
    assert not is_in_files(report)
    assert lost_headings(report) == pictured(report) == old_headings(report) == ()
    assert excuse(report, "/sections/problems") is None


def test_two_old_headings_tell_the_old_form() -> None:
    report = _report({"/sections/overview/heading": "一、概述", "/extra_sections": [_FEES]})
    assert old_headings(report) == ("一、概述", "七、收费及减免情况")
    assert is_old_form(report)
    assert exemption(report) is not None


@pytest.mark.parametrize("without", [(), ("requests",), _FORMS])
def test_one_old_heading_does_not_where_the_others_are_of_the_format(
    without: tuple[str, ...],
) -> None:
    assert not is_old_form(_report({"/sections/overview/heading": "一、概述"}, without))


def test_one_old_heading_without_tables_and_parts_does() -> None:
    gone = tuple(f"sections/{key}" for key in (*_FORMS, "problems"))
    report = _report({"/sections/overview/heading": "一、概述"}, (*_FORMS, *gone))
    assert is_old_form(report)


def test_years_before_the_format() -> None:
    assert exemption(_report({"/year": 2018})) is not None
    assert exemption(_report({"/year": 2019})) is None


@pytest.mark.parametrize(("length", "found"), [(150, True), (250, False)])
def test_hardly_any_text_beside_a_file(length: int, *, found: bool) -> None:
    parts = {"overview": {"order": 1, "heading": "一、总体情况", "text": "详" * length}}
    cells = {"/links": [_LINK], "/sections": parts, "/preface": ""}
    assert is_in_files(_report(cells, _FORMS)) is found
    assert not is_in_files(_report(cells))
    assert not is_in_files(_report({**cells, "/links": []}, _FORMS))


def test_pictures_in_the_place_of_a_table_or_text() -> None:
    cells = {
        "/sections/requests/pictures": 1,
        "/sections/disclosure/pictures": 1,
        "/sections/problems/pictures": 1,
        "/sections/other_matters/pictures": 1,
        "/sections/other_matters/text": "",
    }
    report = _report(cells, ("requests",))
    assert pictured(report) == ("requests", "other_matters")
    assert excuse(report, "/requests") is not None
    assert excuse(report, "/disclosure") is None


def test_a_picture_beside_an_account_does_not_stand_for_a_table() -> None:
    cells = {"/sections/requests/pictures": 1, "/sections/requests/text": "申请" * 40}
    assert pictured(_report(cells, ("requests",))) == ()


def test_lost_headings() -> None:
    assert lost_headings(_report(None, ("sections/requests",))) == ()
    both = _report(None, ("sections/requests", "sections/disclosure"))
    assert lost_headings(both) == ("disclosure", "requests")
    assert excuse(both, "/sections/requests") is not None
    text = _report(None, ("sections/problems", "sections/other_matters"))
    assert lost_headings(text) == ()
    assert len(lost_headings(_report(None, ("sections",)))) == 6


def test_a_number_alone_stands_for_its_part() -> None:
    extra = [{"order": 5, "heading": "五、", "text": "改进。"}]
    report = _report({"/extra_sections": extra}, ("sections/problems",))
    assert excuse(report, "/sections/problems") is not None
    assert excuse(report, "/sections/overview") is None


@pytest.mark.parametrize(
    "title",
    [
        "云溪镇2024年政府信息公开工作年度报告",
        "《云溪镇2024年政府信息公开年报》",
        "云溪镇政务公开年度报告（2024年）",
    ],
)
def test_titles_of_reports(title: str) -> None:
    assert names_report(title)
    assert not names_notice(title)


@pytest.mark.parametrize(
    "title",
    [
        "关于做好2024年政府信息公开工作年度报告编制工作的通知",
        "中华人民共和国政府信息公开工作年度报告格式",
        "政府信息公开工作年度报告格式（试行）",
        "政府信息公开工作年度报告（模板）",
        "政府网站工作年度报表（2024年度）",
    ],
)
def test_titles_of_notices_and_forms(title: str) -> None:
    assert names_notice(title)


def test_a_notice_is_a_report_where_its_cells_are_filled() -> None:
    notice = {"/title": "关于印发云溪镇2024年政府信息公开工作年度报告的通知"}
    assert _report(notice).is_annual_report
    assert not _report({**notice, "/sections": {}}, _FORMS).is_annual_report


def test_a_title_above_a_file_is_a_report() -> None:
    bare = _report({"/links": [_LINK], "/sections": {}, "/preface": ""}, _FORMS)
    assert bare.is_annual_report
    assert bare._replace(links=()).is_annual_report
    assert not bare._replace(title="云溪镇工作动态").is_annual_report


def test_passages() -> None:
    report = _report({"/extra_sections": [_FEES]})
    places = [place for place, _ in passages(report)]
    assert places[:2] == ["/preface", "/sections/overview"]
    assert places[-1] == "/extra_sections/0"
    assert "/preface" not in [place for place, _ in passages(_report({"/preface": ""}))]


def test_the_sentence_around_words() -> None:
    text = "甲。乙，丙丁；戊"
    assert sentence_at(text, 4, 5) == "乙，丙丁"
