"""Periods are read in the words that reports use; lost and impossible dates are told apart."""

from datetime import date

import pytest

from nianbao.prose.dates import DateRead, find_period, read_date
from tests.invented import as_json, check, data, document, found, read

_FIRST, _LAST = date(2024, 1, 1), date(2024, 12, 31)

_SENTENCES = (
    "所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
    "统计时限自2024年1月1日起至2024年12月31日止",
    "统计期为2024年1月1日至2024年12月31日。",
    "统计时间段为2024年1月1日至12月31日。",
    "统计起止时间从2024年1月1日到2024年12月31日止。",
    "数据统计时限从2024年1月1日起，到2024年12月31日止。",
    "除特别说明外，本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
    "除特别说明的外，所列数据统计期限为2024年1月1日—2024年12月31日。",
    "统计期限：2024年1月1日——12月31日",
    "统计期限为2024年1月1日-2024年12月31日",
    "统计期限为2024年1月1日－12月31日",
    "统计期限为2024年1月1日～12月31日",
    "统计期限为2024年1月1日~12月31日",
    "统计期限自2024年1月1日开始至2024年12月31日止",
    "统计期限自2024年1月1日至2024年12月31日底",
    "统计期限自2024年1月1日起至2024年12月31止。",
    "统计期限自2024年1月1日起至12月31日为止。",
    "统计期限自2024年01月01日起至2024年12月31日止",
    "统计期限自 2024 年 1 月 1 日起至 2024 年 12 月 31 日止",
    "统计期限自２０２４年１月１日起至２０２４年１２月３１日止",
    "统计期限自2024年1月1日起至2024年12月31号止",
    "统计期限为2024-01-01至2024-12-31",
    "统计期限为2024.1.1-2024.12.31",
    "统计期限为2024/1/1到2024/12/31",
    "统计期限自2024年1月1日 起\u00a0至2024年12月31日止",
    "2024年1月1日至12月31日的数据统计如下",
    "自2024年1月1日起至2024年12月31日，报告期内",
    "本报告数据的时限为2024年1月1日到2024年12月31日",
)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_the_whole_year_in_many_words(sentence: str) -> None:
    read_period = find_period(f"前文。{sentence}后文。")
    assert read_period is not None
    assert (read_period.first.day, read_period.last.day) == (_FIRST, _LAST)
    assert (read_period.first.problem, read_period.last.problem) == (None, None)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_where_the_words_stand(sentence: str) -> None:
    text = f"前文。{sentence}\n后文。"
    read_period = find_period(text)
    assert read_period is not None
    words = text[read_period.start : read_period.stop]
    assert words in sentence
    assert words == words.strip()
    again = find_period(f"统计期限{words}")
    assert again is not None
    assert (again.first, again.last) == (read_period.first, read_period.last)


def test_words_of_a_period() -> None:
    text = "统计期限自2024年1月1日起至2024年12月31日止。"
    read_period = find_period(text)
    assert read_period is not None
    assert text[read_period.start : read_period.stop] == "自2024年1月1日起至2024年12月31日止"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("自2024年1月1日起至2024年12月30日止", _FIRST, date(2024, 12, 30)),
        ("自2024年2月1日起至2024年12月31日止", date(2024, 2, 1), _LAST),
        ("自2023年1月1日起至2023年12月31日止", date(2023, 1, 1), date(2023, 12, 31)),
        ("自2023年1月1日起至2024年12月31日止", date(2023, 1, 1), _LAST),
    ],
)
def test_other_periods(words: str, first: date, last: date) -> None:
    read_period = find_period(f"数据的统计期限{words}。")
    assert read_period is not None
    assert (read_period.first.day, read_period.last.day) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "统计期限为全年。",
        "2024年1月1日至2024年12月31日，我镇开展活动。",
        "统计工作另行安排。2024年1月1日至2024年3月1日开展活动。",
        "数据见2021年至2024年各年报告。",
        "统计期限为1月1日至12月31日",
        "统计期限自1924年1月1日起至1924年12月31日止",
        "发布时间：2025-01-13 数据统计",
        "统计" + "很" * 100 + "2024年1月1日至12月31日",
    ],
)
def test_no_period(text: str) -> None:
    assert find_period(text) is None


def test_the_first_period_of_several() -> None:
    text = "统计期限自2024年1月1日起至12月31日止；上年统计期限自2023年1月1日起至12月30日止。"
    read_period = find_period(text)
    assert read_period is not None
    assert read_period.first.day == _FIRST


def test_a_period_of_something_else_before_it() -> None:
    text = "2024年3月1日至2024年3月5日开展培训。统计期限自2024年1月1日起至2024年12月31日止。"
    read_period = find_period(text)
    assert read_period is not None
    assert read_period.first.day == _FIRST


_DAMAGED = (
    "自20241月1日起至202412月31日止",
    "自202411日起至20241231日止",
    "自202411日起至20241230日止",
    "自2024  1  1  日起至2024  12  31  日止",
    "自20241月1日至12月31日",
    "自2024年11日起至2024年1231日止",
    "自2024年1月1日起至202412月31日止",
)
_IMPOSSIBLE = (
    "自2024年13月1日起至2024年12月31日止",
    "自2024年1月1日起至2024年2月30日止",
    "自2024年1月1日起至2024年12月32日止",
    "自2024年1月1日起至202020年12月31日止",
    "自2023年2月29日起至2023年12月31日止",
    "自2024年0月1日起至2024年12月31日止",
)


@pytest.mark.parametrize("words", _DAMAGED)
def test_damaged(words: str) -> None:
    """Whatever day they spell, lost characters are all that is said."""
    read_period = find_period(f"所列数据的统计期限{words}。")
    assert read_period is not None
    assert "damaged" in (read_period.first.problem, read_period.last.problem)
    report = data({"/preface": f"所列数据的统计期限{words}。"})
    assert found(check(document(report=report))) == [("DOC008", "")]
    (finding,) = check(document(report=report)).findings
    assert "".join(words.split()) in "".join(finding.message.zh.split())
    assert str(finding.severity) == "info"


@pytest.mark.parametrize("words", _IMPOSSIBLE)
def test_impossible(words: str) -> None:
    """The date is all that is said: DAT002, DAT003 and DOC008 are silent."""
    read_period = find_period(f"所列数据的统计期限{words}。")
    assert read_period is not None
    assert "impossible" in (read_period.first.problem, read_period.last.problem)
    report = data({"/preface": f"所列数据的统计期限{words}。"})
    assert found(check(document(report=report))) == [("DAT008", "/period")]
    period = read(document(report=report)).period
    assert period is not None
    assert period.problem == "impossible"


@pytest.mark.parametrize("words", [*_DAMAGED, *_IMPOSSIBLE])
def test_what_is_wrong_with_a_period_survives_conversion(words: str) -> None:
    page = document(report=data({"/preface": f"所列数据的统计期限{words}。"}))
    original = read(page)
    assert original.period is not None
    again = read(original.to_json(), ".json")
    assert again.period == original.period
    assert "from" not in again.to_dict()["period"] or original.period.start


def test_one_date_lost_and_the_other_impossible_is_lost() -> None:
    words = "自20241月1日起至2024年13月31日止"
    report = data({"/preface": f"所列数据的统计期限{words}。"})
    assert found(check(document(report=report))) == [("DOC008", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年12月31日", DateRead(date(2024, 12, 31), None, 2024)),
        ("2024年12月31", DateRead(date(2024, 12, 31), None, 2024)),
        (" 2024 年 12 月 31 号", DateRead(date(2024, 12, 31), None, 2024)),
        ("2024-12-31", DateRead(date(2024, 12, 31), None, 2024)),
        ("2024.2.29", DateRead(date(2024, 2, 29), None, 2024)),
        ("2023年2月29日", DateRead(None, "impossible", 2023)),
        ("2024年13月1日", DateRead(None, "impossible", 2024)),
        ("2024-12-32", DateRead(None, "impossible", 2024)),
        ("20241月1日", DateRead(None, "damaged", 2024)),
        ("202411日", DateRead(None, "damaged", 2024)),
        ("2024111", DateRead(None, "damaged", 2024)),
        ("202499日", DateRead(None, "damaged", 2024)),
        ("20249999日", DateRead(None, "impossible", 2024)),
        ("202020年12月31日", DateRead(None, "impossible")),
        ("某日", DateRead(None)),
        ("", DateRead(None)),
        ("2024年", DateRead(None)),
        ("2024年1月", DateRead(date(2024, 1, 1), None, 2024)),
    ],
)
def test_dates(text: str, expected: DateRead) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月31日", DateRead(date(2024, 12, 31))),
        ("12月31", DateRead(date(2024, 12, 31))),
        ("2月30日", DateRead(None, "impossible")),
        ("1231日", DateRead(None, "damaged", 2024)),
        ("1231", DateRead(None, "damaged", 2024)),
        ("9999", DateRead(None, "impossible")),
        ("2023年12月31日", DateRead(date(2023, 12, 31), None, 2023)),
    ],
)
def test_dates_without_a_year(text: str, expected: DateRead) -> None:
    assert read_date(text, 2024) == expected


@pytest.mark.parametrize("text", ["12月31日", "1231日"])
def test_no_year_at_all(text: str) -> None:
    assert read_date(text).day is None


@pytest.mark.parametrize(
    "words", ["自2024年1月1日起至2024年12月31止", "自2024年1月1日起至12月31日止"]
)
def test_wordings_that_are_accepted(words: str) -> None:
    assert found(check(as_json(data({"/period/text": words})), ".json")) == []


@pytest.mark.parametrize("day", ["3l", "3I"])
def test_a_digit_read_as_a_letter_is_damaged(day: str) -> None:
    period = find_period(f"统计期限自2024年1月1日起至2024年12月{day}日止。")
    assert period is not None
    assert period.last.problem == "damaged"


@pytest.mark.parametrize(
    ("words", "is_period"),
    [
        ("本报告内容涵盖2024年1月1日至12月31日期间的政府信息公开工作情况。", True),
        ("培训涵盖2024年3月1日至5月31日期间新进人员。", False),
    ],
)
def test_a_year_that_a_report_covers(words: str, *, is_period: bool) -> None:
    assert (find_period(words) is not None) == is_period
