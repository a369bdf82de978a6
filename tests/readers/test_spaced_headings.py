"""Headings whose letters stand apart, and those numbered 第一部分."""

import pytest

from tests.invented import check, document, found, read

_HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def _page(write: dict[str, str]) -> str:
    page = document()
    for heading, words in write.items():
        page = page.replace(f">{heading}<", f">{words}<")
    return page


def _apart(heading: str, space: str) -> str:
    return space.join(heading)


@pytest.mark.parametrize("space", [" ", "\u3000", "&nbsp;", "\u200b", "\ufeff", "&#8203; "])
def test_letters_that_stand_apart(space: str) -> None:
    page = _page({heading: _apart(heading, space) for heading in _HEADINGS})
    assert list(read(page).sections) == list(read(document()).sections)
    assert found(check(page)) == []


@pytest.mark.parametrize("heading", _HEADINGS)
def test_one_heading_whose_letters_stand_apart(heading: str) -> None:
    page = _page({heading: _apart(heading, " ")})
    assert found(check(page)) == []


def test_a_mark_that_is_not_seen_before_the_number() -> None:
    page = _page({"三、收到和处理政府信息公开申请情况": "\u200b三、收到和处理政府信息公开申请情况"})
    assert found(check(page)) == []
    assert read(page).sections["requests"].heading == "三、收到和处理政府信息公开申请情况"


@pytest.mark.parametrize("behind", ["部分 ", "部分", "部分、", "部分：", "章\u3000"])
def test_parts_numbered_as_parts(behind: str) -> None:
    page = _page({heading: f"第{heading[0]}{behind}{heading[2:]}" for heading in _HEADINGS})
    assert list(read(page).sections) == list(read(document()).sections)
    assert found(check(page)) == [("SEC004", "/sections/overview/heading")]


def test_where_a_heading_stands_whose_letters_stand_apart() -> None:
    words = _apart(_HEADINGS[0], " ")
    page = _page({_HEADINGS[0]: words})
    span = read(page).locate("/sections/overview")
    assert span is not None
    line = page.split("\n")[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == words
