"""Dates of no calendar are found in text, dates that lost characters are not."""

import pytest

from nianbao.prose.impossible import impossible_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年2月30日召开会议", ["2024年2月30日"]),
        ("2023年2月29日", ["2023年2月29日"]),
        ("13月5日", ["13月5日"]),
        ("2024年13月份", ["2024年13月"]),
        ("202020年12月31日", ["202020年12月31日"]),
        ("202020年度报告", ["202020年"]),
        ("6月31日前", ["6月31日"]),
        ("0月5日", ["0月5日"]),
        ("2024年1月00日", ["2024年1月00日"]),
        ("2024年 13 月 5 日", ["2024年 13 月 5 日"]),
        ("２０２４年２月３０日", ["２０２４年２月３０日"]),
        ("11月31日、9月31日、11月31日", ["11月31日", "9月31日"]),
    ],
)
def test_impossible(text: str, found: list[str]) -> None:
    assert list(impossible_dates(text)) == found


def test_more_digits_than_any_year_has() -> None:
    assert "20520202023年2月30日" in list(impossible_dates("20520202023年2月30日"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024年2月29日、2月29日、12月31日、1月31号",
        "自20241月1日起至202412月31日止",
        "自202411日起至20241231日止",
        "2024年1月至12月，每月一次，九月31日",
        "历时13个月，编号202020，24月龄",
        "3月第5期，20250230",
        "2020年—2024年",
    ],
)
def test_dates_that_are_and_text_that_is_none(text: str) -> None:
    assert list(impossible_dates(text)) == []


def test_each_is_told_once() -> None:
    assert list(impossible_dates("2024年2月30日，再说2024年2月30日。")) == ["2024年2月30日"]
