"""Canonical JSON is read as it is written, and gives the same again."""

import json
from decimal import Decimal

import pytest

from nianbao.model.cell import State
from tests.invented import as_json, check, data, document, filled, found, read

_CELL = "/requests/received/other"


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


@pytest.mark.parametrize(("pointer", "whole"), [("/year", 2024), ("/sections/overview/order", 1)])
def test_whole_numbers_elsewhere_may_be_written_as_fractions(pointer: str, whole: int) -> None:
    source = as_json(data({pointer: float(whole)}))
    assert found(check(source, ".json")) == []
    plain = as_json(data({pointer: whole}))
    assert read(source, ".json").to_json() == read(plain, ".json").to_json()


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


def test_json_without_suffix_is_told_by_its_start() -> None:
    assert check("\n " + as_json(data()), ".dat").reader == "json"
    assert check(document(style="json"), "").reader == "json"


def test_a_long_string_is_no_trouble() -> None:
    source = as_json(data({"/preface": "政" * 3_000_000, _CELL: "约"}))
    (finding,) = check(source, ".json").findings
    assert finding.place.span is not None


@pytest.mark.parametrize("year", [0, -5, 9999, 10**30])
def test_a_year_that_no_calendar_has_is_not_told(year: int) -> None:
    report = read(as_json(data({"/year": year})), "report.json")
    assert (report.year, report.year_stated) == (None, False)
