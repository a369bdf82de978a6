"""What stands around the six parts is read: title, organ, year, preface, date, signature."""

from datetime import date

import pytest

from nianbao.readers.titles import head_title, organ_in, title_in, year_in
from tests.invented import check, data, document, found, read

_TITLES = {
    "青禾县云溪镇2024年政府信息公开工作年度报告": ("青禾县云溪镇", 2024),
    "青禾县云溪镇2024年度政府信息公开工作年度报告": ("青禾县云溪镇", 2024),
    "2024年青禾县云溪镇政府信息公开工作年度报告": ("青禾县云溪镇", 2024),
    "青禾县教育局2024年政府信息公开年度报告": ("青禾县教育局", 2024),
    "云溪镇2024年信息公开年度报告": ("云溪镇", 2024),
    "青禾县云溪镇2024年政府信息公开年报": ("青禾县云溪镇", 2024),
    "青禾县云溪镇2024年政务公开工作年度报告": ("青禾县云溪镇", 2024),
    "《青禾县云溪镇 2024 年政府信息公开工作年度报告》": ("青禾县云溪镇", 2024),
}


@pytest.mark.parametrize("title", _TITLES)
def test_title_organ_and_year(title: str) -> None:
    report = read(document(report=data({"/title": title})))
    assert report.title == title
    assert report.organ is not None
    assert (report.organ.name, report.year) == _TITLES[title]
    assert report.year_stated


def test_a_government_keeps_its_whole_name() -> None:
    """人民政府信息公开 runs two words together: the organ is 云溪镇人民政府."""
    title = "2024年度青禾县云溪镇人民政府信息公开工作年度报告"
    assert organ_in(title) == "青禾县云溪镇人民政府"


def test_words_of_a_link_between_organ_and_topic_are_no_name() -> None:
    assert organ_in("青禾县云溪镇关于2024年度政府信息公开工作的年度报告") == "青禾县云溪镇"
    assert organ_in("关于2024年度政府信息公开工作的年度报告") == ""


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("云溪镇2024年报告", 2024),
        ("云溪镇2024年度报告", 2024),
        ("云溪镇2024—2025年度报告", 2024),
        ("云溪镇报告", None),
        ("云溪镇1999年报告", None),
    ],
)
def test_year_in_a_title(title: str, year: int | None) -> None:
    assert year_in(title) == year


@pytest.mark.parametrize(
    "line",
    [
        "根据条例，现公布2024年政府信息公开工作年度报告",
        "当前位置：首页 > 政府信息公开年报",
        "首页 》 政府信息公开年度报告",
        "本报告是政府信息公开工作年度报告",
        "2024年政府信息公开工作年度报告已经公布。",
        "政府网站工作年度报表",
        "工作报告",
    ],
)
def test_lines_that_are_no_title(line: str) -> None:
    assert title_in(f"\ufdd4{line}\ufdd4", len(line) + 2) is None


def test_the_last_line_that_can_be_a_title_is_it() -> None:
    page = document().replace("<h1>", "<p>青禾县2024年政府信息公开工作年度报告</p><h1>")
    assert read(page).title == "青禾县云溪镇2024年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("云溪镇2024年年报-青禾县人民政府网", "云溪镇2024年年报"),
        ("云溪镇2024年年报_青禾县门户", "云溪镇2024年年报"),
        ("云溪镇2024年年报 - 信息公开平台", "云溪镇2024年年报"),
        ("云溪镇2024年年报", "云溪镇2024年年报"),
        ("云溪-2024-年报", "云溪-2024-年报"),
        ("", ""),
    ],
)
def test_title_in_the_head_of_a_page(head: str, title: str) -> None:
    assert head_title(head) == title


@pytest.mark.parametrize(
    "stated",
    [
        "发布时间：2025-01-20",
        "发布日期: 2025/1/20 09:00",
        "公开日期：2025年1月20日",
        "成文日期 2025.01.20",
        "发布时间：2025年01月20日 来源：云溪镇",
        "公开：2025-1-20",
        "更新时间：2025-06-03 发布时间：2025-1-20",
        "浏览日期：2025-06-03 发布时间：2025-1-20",
        "成文日期：2025-01-10 发布日期：2025-01-20",
        "成文日期：2025-01-20 印发日期：2025-01-30",
    ],
)
def test_publication_date(stated: str) -> None:
    page = document().replace("发布时间：2025-01-20", stated)
    assert read(page).published == date(2025, 1, 20)


@pytest.mark.parametrize(
    "stated",
    [
        "发布时间：2025-13-20",
        "发布时间：",
        "时间 2025-01-20",
        "更新时间：2025-1-20",
        "浏览时间：2025-1-20",
        "政府信息公开 2025年6月3日",
    ],
)
def test_no_publication_date(stated: str) -> None:
    assert read(document().replace("发布时间：2025-01-20", stated)).published is None


def test_a_date_of_publication_far_below_is_that_of_another_article() -> None:
    far = f"<p>{'网' * 200}</p><p>发布时间：2025-06-03</p>"
    page = document().replace("发布时间：2025-01-20", f"成文日期：2025-01-20 {far}")
    assert read(page).published == date(2025, 1, 20)


def test_preface_is_without_what_a_site_puts_around_a_title() -> None:
    report = read(document(style="portal"))
    assert report.preface == data()["preface"]


def test_no_preface_without_a_title() -> None:
    page = document()
    for words in ("<h1>", "<title>"):
        start = page.index(words)
        page = page[:start] + page[page.index("</", start) :]
    report = read(page)
    assert (report.title, report.preface, report.organ) == ("", "", None)
    assert report.year == 2024


def test_signature_behind_the_last_part() -> None:
    signed = "<p>青禾县云溪镇人民政府</p><p>2025年1月20日</p>"
    page = document().replace('<div class="foot">', f'{signed}<div class="foot">')
    report = read(page)
    assert report.signature == "青禾县云溪镇人民政府\n2025年1月20日"
    assert report.sections["other_matters"].text == data()["sections"]["other_matters"]["text"]
    assert read(report.to_json(), ".json").signature == report.signature


def test_date_alone_is_a_signature() -> None:
    page = document().replace('<div class="foot">', "<p>2025年1月20日</p><div>")
    report = read(page)
    assert report.signature == "2025年1月20日"
    assert report.sections["other_matters"].text.endswith("。")


def test_no_signature() -> None:
    assert read(document()).signature == ""


@pytest.mark.parametrize(
    "footer",
    ["版权所有：青禾县人民政府", "主办单位：青禾县", "ICP备00000000号", "上一篇：某某", "附件："],
)
def test_the_last_part_ends_before_the_footer(footer: str) -> None:
    page = document().replace('<div class="foot">', f"<p>{footer}</p><p>网站地图</p><div>")
    text = read(page).sections["other_matters"].text
    assert text == data()["sections"]["other_matters"]["text"]


def test_a_last_part_of_nothing_but_a_footer_is_empty() -> None:
    report = data({"/sections/other_matters/text": ""})
    assert found(check(document(report=report))) == [("SEC006", "/sections/other_matters")]


def test_period_in_the_overview() -> None:
    sentence = "所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
    overview = data()["sections"]["overview"]["text"]
    report = data({"/preface": "前言。", "/sections/overview/text": overview + sentence})
    period = read(document(report=report)).period
    assert period is not None
    assert period.text == "自2024年1月1日起至2024年12月31日止"


def test_the_period_of_the_preface_comes_first() -> None:
    text = data()["sections"]["overview"]["text"] + "\n上年统计期限为2023年1月1日至2023年11月30日。"
    assert found(check(document(report=data({"/sections/overview/text": text})))) == []


def test_year_of_the_period_where_the_title_names_none() -> None:
    report = read(document(report=data({"/title": "青禾县云溪镇政府信息公开工作年度报告"})))
    assert (report.year, report.year_stated) == (2024, True)


def test_organ_of_a_page_that_names_it_nowhere() -> None:
    report = read(document(report=data({"/title": "2024年政府信息公开工作年度报告"})))
    assert report.organ is None
    assert report.year == 2024
