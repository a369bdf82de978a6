"""Titles are read in every shape that sites give them."""

import pytest

from nianbao.readers.titles import notice_in, title_in, year_in
from tests.invented import check, document, excerpt, found, read

_BODY = "一、总体情况\n2024年，云溪镇主动公开政府信息86条。\n"
_WHOLE = "青禾县云溪镇2024年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "lines",
    [
        "青禾县云溪镇\n2024年政府信息公开工作年度报告",
        "青禾县云溪镇2024年政府信息公开\n工作年度报告",
        "青禾县云溪镇2024年\n政府信息公开工作年度报告",
        "青禾县云溪镇\n2024年政府信息公开\n工作年度报告",
        f"{_WHOLE}\n{_WHOLE}",
        f"{_WHOLE} {_WHOLE}",
        f"# {_WHOLE}",
        f"标题：{_WHOLE}",
        f"{_WHOLE} 发布时间：2025-01-20 浏览次数：12",
        f"首页 > 政府信息公开年报\n{_WHOLE}\n发布时间：2025-01-20 来源：云溪镇 字号：大 中 小",
    ],
)
def test_one_title(lines: str) -> None:
    report = read(f"{lines}\n{_BODY}", ".txt")
    assert report.title == _WHOLE
    assert report.organ is not None
    assert (report.organ.name, report.year) == ("青禾县云溪镇", 2024)
    assert report.preface == ""


@pytest.mark.parametrize(
    "organ",
    [
        "青禾县机构编制委员会办公室",
        "青禾县根据地纪念馆",
        "青禾县政务公开办公室",
        "青禾县人民政府信息中心",
        "青禾县人民政府",
    ],
)
def test_words_of_the_topic_in_the_name_of_an_organ(organ: str) -> None:
    report = read(f"{organ}2024年政府信息公开工作年度报告\n{_BODY}", ".txt")
    assert report.organ is not None
    assert report.organ.name == organ
    assert report.year == 2024


def test_where_a_title_of_two_lines_stands() -> None:
    text = f"青禾县云溪镇\n2024年政府信息公开工作年度报告\n{_BODY}"
    span = read(text, ".txt").locate("/title")
    assert span is not None
    assert excerpt(text, span) == "青禾县云溪镇\n2024年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "above",
    [
        "青禾县人民政府门户网站",
        "首页",
        "索引号：000014349/2025-00001",
        "为民服务，依法公开",
        "云溪镇召开会议。",
        "政府信息公开",
    ],
)
def test_a_line_above_that_is_no_part_of_the_title(above: str) -> None:
    report = read(f"{above}\n2024年政府信息公开工作年度报告\n{_BODY}", ".txt")
    assert report.title == "2024年政府信息公开工作年度报告"


def test_the_title_of_the_page_counts_where_the_document_has_half_of_one() -> None:
    bare = "政府信息公开工作年度报告"
    report = read(f"{_WHOLE}\n发布日期：2025-01-20\n{bare}\n{_BODY}", ".txt")
    assert (report.title, report.year) == (_WHOLE, 2024)
    links = f"{_WHOLE}\n{_WHOLE.replace('2024', '2023')}"
    assert read(f"{links}\n{bare}\n{_BODY}", ".txt").title == bare


def test_names_of_files_are_no_titles() -> None:
    text = f"{_WHOLE}\n附件：{_WHOLE}\n{_WHOLE}.pdf\n{_BODY}"
    span = read(text, ".txt").locate("/title")
    assert span is not None
    assert span.line == 1


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("二〇二四年云溪镇年报", 2024),
        ("二○二四年度云溪镇年报", 2024),
        ("云溪镇２０２４年度年报", 2024),
        ("二中云溪镇年报", None),
    ],
)
def test_years_in_words_and_wide_digits(title: str, year: int | None) -> None:
    assert year_in(title) == year


@pytest.mark.parametrize("title", ["云溪镇政府信息公开年报", "云溪镇2024年度政务公开年度报告"])
def test_other_words_for_the_report(title: str) -> None:
    assert read(f"{title}\n{_BODY}", ".txt").title == title


def test_a_notice_is_named_where_there_is_no_report() -> None:
    prose = "\ufdd4关于做好2024年政府信息公开工作年度报告编制工作的通知\ufdd4各单位：\ufdd4"
    assert title_in(prose, len(prose)) is None
    notice = notice_in(prose, len(prose))
    assert notice is not None
    assert notice.text.endswith("的通知")
    assert prose[notice.start : notice.stop] == notice.text


@pytest.mark.parametrize("line", ["根据有关通知的要求编制", "的通知" + "很" * 200])
def test_lines_that_are_no_notice(line: str) -> None:
    assert notice_in(f"\ufdd4{line}\ufdd4", len(line) + 2) is None


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u200e", "\u2060", "\ufeff"])
def test_letters_that_no_browser_shows_are_no_other_title(unseen: str) -> None:
    page = document().replace("2024年政府信息公开", f"20{unseen}24年政府{unseen}信息公开")
    assert read(page).title == read(document()).title
    assert found(check(page)) == []


@pytest.mark.parametrize("sizes", ["大中小", "大 中 小 ", "字号：大中小", "【大 中 小】"])
def test_sizes_of_letters_before_a_title_are_no_part_of_it(sizes: str) -> None:
    report = read(f"{sizes}{_WHOLE}\n{_BODY}", ".txt")
    assert report.title == _WHOLE
    span = report.locate("/title")
    assert span is not None
    assert span.column == len(sizes) + 1


def test_a_name_that_begins_like_the_sizes() -> None:
    title = "大中镇2024年政府信息公开工作年度报告"
    assert read(f"{title}\n{_BODY}", ".txt").title == title
