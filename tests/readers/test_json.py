"""Canonical JSON is read as the contract says; anything else is refused, with its place."""

import json
from decimal import Decimal

import pytest

from nianbao.model.cell import State
from nianbao.protocols import UnreadableError
from tests.invented import as_json, check, data, document, filled, found, read

_CELL = "/requests/received/other"


def _refused(source: str) -> tuple[str, tuple[int | None, int | None]]:
    """Return why a text is refused in Chinese, and where; both languages must say it."""
    with pytest.raises(UnreadableError) as caught:
        read(source, ".json")
    problem = caught.value.problem
    assert problem.reason.en.isascii() or "…" in problem.reason.en or "、" in problem.reason.en
    assert check(source, ".json").status == "unreadable"
    return problem.reason.zh, (problem.line, problem.column)


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ('{"a": 1,}', "此处应为双引号括起的键", (1, 9)),
        ("{a: 1}", "此处应为双引号括起的键", (1, 2)),
        ('{\n "title" "x"}', "键后缺少冒号", (2, 10)),
        ('{"title": }', "此处应为一个值", (1, 11)),
        ('{"title": "x"\n "year": 2}', "两项之间缺少逗号", (2, 2)),
        ("{} x", "JSON 结束之后还有内容", (1, 4)),
        ('{"title":\n  "x', "字符串没有结束的引号", (2, 3)),
        ('{"title": "x\ny"}', "字符串中有未转义的控制字符", (1, 13)),
        ('{"title": "\\q"}', "反斜杠转义有误", (1, 12)),
        ('{"title": "青禾", "preface": 云}', "此处应为一个值", (1, 28)),
    ],
)
def test_broken_json(source: str, reason: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (f"不是完好的 JSON：{reason}", place)


@pytest.mark.parametrize("source", ["[1]", '"x"', "7", "null"])
def test_no_object_at_the_top(source: str) -> None:
    assert _refused(source) == ("JSON 的最外层应是对象（{…}）", (1, 1))


@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity", "1e400", "-1E400", "1e-400"])
def test_numbers_that_no_report_can_hold(token: str) -> None:
    source = as_json(data({_CELL: "□"})).replace('"□"', token)
    line = next(at for at, text in enumerate(source.split("\n"), 1) if f": {token}" in text)
    reason, place = _refused(source)
    assert reason == f"{token} 不是报告里可能有的数"
    assert place == (line, source.split("\n")[line - 1].index(token) + 1)


@pytest.mark.parametrize("digits", [61, 5000, 100_000])
def test_numbers_too_long_to_be_figures(digits: int) -> None:
    source = as_json(data({_CELL: "□"})).replace('"□"', "9" * digits)
    assert _refused(source)[0] == "99999999999999999999… 不是报告里可能有的数"


def test_a_long_number_that_can_be_read() -> None:
    assert read(as_json(data({_CELL: 10**50})), ".json").cell(_CELL).value == 10**50


@pytest.mark.parametrize(
    ("source", "key", "place"),
    [
        ('{"title": "a",\n "title": "b"}', "title", (2, 2)),
        ('{"organ": {"name": "a", "name": "b"}}', "name", (1, 25)),
        ('{"title": "a", "\\u0074itle": "b"}', "title", (1, 16)),
    ],
)
def test_duplicate_keys(source: str, key: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (f"键“{key}”在同一对象中出现两次", place)


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ('{"year": "2024"}', "/year 应是整数", (1, 11)),
        ('{"year": 2024.5}', "/year 应是整数", (1, 10)),
        ('{"year": true}', "/year 应是整数", (1, 10)),
        ('{"preface": null}', "/preface 应是文字", (1, 13)),
        ('{"organ": "x"}', "/organ 应是对象（键和值）", (1, 12)),
        ('{"links": {}}', "/links 应是列表", (1, 11)),
        ('{"requests": []}', "/requests 应是对象（键和值）", (1, 14)),
        ('{"requests": {"received": 3}}', "/requests/received 应是对象（键和值）", (1, 27)),
        (
            '{"requests": {"received": {"total": [1]}}}',
            "/requests/received/total 应是数或文字或空值",
            (1, 37),
        ),
        (
            '{"requests": {"received": {"total": true}}}',
            "/requests/received/total 应是数或文字或空值",
            (1, 37),
        ),
        ('{"sections": {"overview": "x"}}', "/sections/overview 应是对象（键和值）", (1, 28)),
        ('{"extra_sections": [{"heading": 3}]}', "/extra_sections/0/heading 应是文字", (1, 33)),
    ],
)
def test_wrong_types(source: str, reason: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (reason, place)


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ('{"editon": "2021"}', "未知的键“editon”，是否想写“edition”？", (1, 13)),
        (
            '{"sections": {"overveiw": {}}}',
            "未知的键“overveiw”，是否想写“overview”？",
            (1, 27),
        ),
        (
            '{"requests": {"received": {"totl": 1}}}',
            "未知的键“totl”，是否想写“total”？",
            (1, 36),
        ),
        (
            '{"edition": "2021", "disclosure": {"regulations": {"made": 1}}}',
            "未知的键“made”",
            (1, 60),
        ),
        ('{"requests": {"recieved": 1}}', "/requests/recieved 应是对象（键和值）", (1, 27)),
        (
            '{"organ": {"level": "town"}}',
            (
                "“town”不在可用的值之中：ministry、province、city、county、township，"
                "是否想写“township”？"
            ),
            (1, 22),
        ),
    ],
)
def test_unknown_keys_and_words(source: str, reason: str, place: tuple[int, int]) -> None:
    assert _refused(source) == (reason, place)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('{"edition": "2018"}', (1, 14)),
        ('{"edition": 2021}', (1, 13)),
        ('{"edition": null}', (1, 13)),
        ('{"edition": ["2021"]}', (1, 13)),
        ('{"edition": {}}', (1, 13)),
        ('{"requests": {"edition": "2018"}}', (1, 27)),
        ('{"requests": {"edition": []}}', (1, 26)),
    ],
)
def test_unknown_edition(source: str, place: tuple[int, int]) -> None:
    reason, met = _refused(source)
    assert reason.startswith("未知的表格版本")
    assert reason.endswith("已知的有 2019、2021")
    assert met == place


@pytest.mark.parametrize("depth", [100, 300, 500, 700, 900, 1000, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting(depth: int, opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    for source in (
        opening * depth + "1" + closing * depth,
        '{"links": ' + opening * depth + "1" + closing * depth + "}",
        opening * depth,
    ):
        checked = check(source, ".json")
        assert checked.problem is not None
        assert "Error" not in checked.problem.reason.en


def test_numbers_written_as_text() -> None:
    report = read(as_json(data({_CELL: "3", "/requests/received/total": " 3 "})), ".json")
    assert report.cell(_CELL).value == 3
    assert report.figures.numbers["/requests/received/total"] == 3


@pytest.mark.parametrize(
    ("written", "value", "state", "raw"),
    [
        ("null", None, State.BLANK, ""),
        ('""', None, State.BLANK, ""),
        ('"\\u00a0"', None, State.BLANK, ""),
        ('"-"', None, State.PLACEHOLDER, "-"),
        ('"约3"', None, State.TEXT, "约3"),
        ('"3件"', 3, State.UNIT, "3件"),
        ("7", 7, State.OK, "7"),
        ("-7", -7, State.OK, "-7"),
        ("0.5", Decimal("0.5"), State.OK, "0.5"),
        ("190.457379", Decimal("190.457379"), State.OK, "190.457379"),
    ],
)
def test_cells(written: str, value: object, state: State, raw: str) -> None:
    source = as_json(data({_CELL: "□"})).replace('"□"', written)
    cell = read(source, ".json").cell(_CELL)
    assert (cell.value, cell.state, cell.raw) == (value, state, raw)


@pytest.mark.parametrize("written", ["5.0", "5e0", "50E-1"])
def test_a_whole_number_may_be_written_as_a_fraction(written: str) -> None:
    """JSON has one kind of number: 5.0 is 5."""
    source = as_json(data({"/disclosure/licences/decisions": "□"})).replace('"□"', written)
    assert found(check(source, ".json")) == []
    assert read(source, ".json").cell("/disclosure/licences/decisions").value == 5
    assert json.loads(read(source, ".json").to_json())


@pytest.mark.parametrize("pointer", ["/year", "/sections/overview/order"])
def test_whole_numbers_elsewhere_may_be_written_as_fractions(pointer: str) -> None:
    source = as_json(data({pointer: 2024.0}))
    assert found(check(source, ".json")) == []
    assert (
        read(source, ".json").to_json() == read(as_json(data({pointer: 2024})), ".json").to_json()
    )


def test_what_is_not_there_is_left_out() -> None:
    report = read("{}", ".json")
    assert report.to_dict() == {}
    assert (report.edition, report.year, report.organ, report.period) == (None, None, None, None)


def test_optional_keys_are_kept() -> None:
    whole = data(
        {
            "/signature": "青禾县云溪镇人民政府\n2025年1月20日",
            "/links": [{"text": "下载", "href": "/a.pdf"}],
            "/extra_sections": [
                {"key": "problems", "order": 7, "heading": "五、问题", "text": "无。"},
                {"order": 8, "heading": "七、附件", "text": "见后。"},
            ],
            "/disclosure/extra_rows": [
                {"after": "/disclosure/regulations", "label": "备注", "cells": ["1", None]}
            ],
            "/disclosure/labels": {"/disclosure/fees": "行政事业型收费"},
            "/requests/unread": {
                "/requests/received": {"raw": ["1", None], "reason": "应有7格，读到2格"}
            },
        }
    )
    del whole["requests"]["received"]
    assert filled(read(as_json(whole), ".json").to_dict()) == filled(whole)


def test_a_table_of_the_other_edition_keeps_its_edition() -> None:
    whole = data()
    whole["requests"] = {"edition": "2019", **data(edition="2019")["requests"]}
    report = read(as_json(whole), ".json")
    assert report.tables["requests"].form.edition == "2019"
    assert filled(report.to_dict()) == filled(whole)
    assert found(check(as_json(whole), ".json")) == [("DOC003", "/requests/results/other")]


def test_the_arithmetic_of_a_table_of_the_other_edition_is_checked() -> None:
    whole = data()
    whole["requests"] = {"edition": "2019", **data(edition="2019")["requests"]}
    whole["requests"]["results"]["other"]["other"] = 2
    assert ("SUM006", "/requests/results/total/other") in found(check(as_json(whole), ".json"))


def test_a_row_of_the_other_edition_is_kept() -> None:
    whole = data({"/disclosure/procurement": {"projects": 3, "amount": 52.15}})
    assert filled(read(as_json(whole), ".json").to_dict()) == filled(whole)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_edition_is_told_by_the_rows_where_it_is_not_named(edition: str) -> None:
    whole = data(edition=edition)
    del whole["edition"]
    assert check(as_json(whole), ".json").edition == edition
    del whole["disclosure"]
    assert check(as_json(whole), ".json").edition == edition
    del whole["requests"]
    assert check(as_json(whole), ".json").edition == edition


def test_no_edition_where_nothing_tells_it() -> None:
    whole = {"sections": {"overview": {"order": 1, "heading": "一、总体情况", "text": "无"}}}
    checked = check(as_json(whole), ".json")
    assert checked.edition == ""
    assert {rule.code for rule, _ in checked.not_checked} >= {
        "SEC001",
        "TAB001",
        "TAB002",
        "DOC002",
    }


def test_dates_that_are_none() -> None:
    whole = data(
        {"/published": "下周", "/period": {"from": "2024-13-01", "to": "x", "text": "全年"}}
    )
    report = read(as_json(whole), ".json")
    assert report.published is None
    assert report.period is not None
    assert (report.period.start, report.period.end) == (None, None)


def test_a_period_without_words() -> None:
    whole = data({"/period": {"from": "2024-01-01", "to": "2024-11-30"}})
    assert found(check(as_json(whole), ".json")) == [("DAT002", "/period")]


def test_line_ends_and_escapes_do_not_move_places() -> None:
    source = as_json(data({"/preface": 'a"b\\\n', _CELL: "约"})).replace("\n", "\r\n")
    (finding,) = check(source, ".json").findings
    span = finding.place.span
    assert span is not None
    assert source.split("\r\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "约"


def test_a_number_is_placed_where_it_stands_and_not_where_its_letters_do() -> None:
    reason, place = _refused('{"preface": "a NaN b",\n "year": NaN}')
    assert reason.startswith("NaN")
    assert place == (2, 10)


def test_json_without_suffix_is_told_by_its_start() -> None:
    assert check("\n " + as_json(data()), ".dat").reader == "json"
    assert check(document(style="json"), "").reader == "json"


def test_a_long_string_is_no_trouble() -> None:
    source = as_json(data({"/preface": "政" * 3_000_000, _CELL: "约"}))
    (finding,) = check(source, ".json").findings
    assert finding.place.span is not None
