"""Chinese numerals in dates, and the periods that hold them."""

from datetime import date

import pytest

from nianbao.prose.dates import find_period
from nianbao.prose.numerals import in_digits

_YEAR = (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("二〇二三年一月一日", "2023年1月1日"),
        ("二○二三年十二月三十一日", "2023年12月31日"),
        ("二零二三年十月二十日", "2023年10月20日"),
        ("二O二三年十一月", "2023年11月"),
        ("2023年元月1日", "2023年1月1日"),
        ("2023年1月1日", "2023年1月1日"),
    ],
)
def test_numerals(words: str, digits: str) -> None:
    assert in_digits(words) == digits


@pytest.mark.parametrize(
    "words",
    [
        "二〇二三年一月一日至二〇二三年十二月三十一日",
        "自二○二三年一月一日起至十二月三十一日止",
        "二零二三年一月一日到二零二三年十二月三十一日",
        "2023年元月1日至2023年12月31日",
        "自2023年元月1日起，至12月31日止",
        "2023年元月至12月",
        "2023年一月一日至十二月三十一日",
    ],
)
def test_periods(words: str) -> None:
    text = f"本报告所列数据的统计期限为{words}。"
    period = find_period(text)
    assert period is not None
    assert (period.first.day, period.last.day) == _YEAR
    assert words.removeprefix("自") in text[period.start : period.stop]


def test_a_day_in_numerals_that_is_not_there() -> None:
    period = find_period("统计期限：二〇二三年一月一日至二〇二三年十三月三十一日。")
    assert period is not None
    assert period.last.problem == "impossible"


def test_a_period_of_another_year_in_numerals() -> None:
    period = find_period("统计期限：二〇二二年一月二日至二〇二三年十二月三十一日。")
    assert period is not None
    assert (period.first.day, period.last.day) == (date(2022, 1, 2), date(2023, 12, 31))


def test_numerals_without_a_topic_are_no_period() -> None:
    assert find_period("任期自二〇二三年一月一日至二〇二三年十二月三十一日。") is None
