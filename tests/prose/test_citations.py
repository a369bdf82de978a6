"""Numbers of documents are read whatever brackets they have."""

import pytest

from nianbao.prose.citations import citations, orders


@pytest.mark.parametrize(
    ("text", "office", "year", "number"),
    [
        ("国办公开办函〔2021〕30号", "国办公开办函", 2021, 30),
        ("（国办公开办函[2021]30号）", "国办公开办函", 2021, 30),
        ("国办公开办函（2019）第60号", "国办公开办函", 2019, 60),
        ("国办函 【2020】 109 号", "国办函", 2020, 109),
        ("国办发﹝2021﹞30号", "国办发", 2021, 30),
    ],
)
def test_numbers(text: str, office: str, year: int, number: int) -> None:
    (found,) = citations(text)
    assert (found.office, found.year, found.number) == (office, year, number)
    assert text[found.start : found.stop].endswith("号")


@pytest.mark.parametrize(
    "text", ["", "青政办函〔2024〕30号", "国办公开办函2021年30号", "国办〔21〕3号", "微信公众号"]
)
def test_other_numbers(text: str) -> None:
    assert list(citations(text)) == []


@pytest.mark.parametrize("text", ["国务院令第492号", "国务院第492号令", "国务院令 第 492 号"])
def test_orders(text: str) -> None:
    assert [each.number for each in orders(f"根据{text}的规定")] == [492]


def test_several() -> None:
    text = "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号"
    assert [each.number for each in citations(text)] == [60, 30]
