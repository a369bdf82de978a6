"""The canonical data of a report: every key of the contract, and none that holds nothing."""

import json
from decimal import Decimal

import pytest

from nianbao.model.report import Report
from tests.invented import as_json, data, document, filled, read

_CELL = "/disclosure/licences/decisions"


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_canonical_data_of_the_conforming_report(edition: str) -> None:
    whole = data(edition=edition)
    assert filled(read(as_json(whole), ".json").to_dict()) == filled(whole)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_order_of_the_keys(edition: str) -> None:
    written = read(document(edition=edition)).to_dict()
    assert list(written) == [
        "edition",
        "year",
        "organ",
        "title",
        "preface",
        "period",
        "published",
        "sections",
        "disclosure",
        "requests",
        "review_litigation",
    ]
    assert list(written["requests"]) == ["received", "carried_in", "results", "carried_out"]


def test_keys_that_hold_nothing_are_left_out() -> None:
    written = read(document()).to_dict()
    assert "signature" not in written
    assert "extra_sections" not in written
    assert "labels" not in written["requests"]
    assert Report().to_dict() == {}


def test_a_part_without_text_has_no_text() -> None:
    assert read(document()).to_dict()["sections"]["disclosure"] == {
        "order": 2,
        "heading": "二、主动公开政府信息情况",
    }


def test_a_table_of_no_rows_is_kept() -> None:
    assert read(as_json({"edition": "2021", "requests": {}}), ".json").to_dict() == {
        "edition": "2021",
        "requests": {},
    }


def test_a_row_without_some_columns_keeps_the_others() -> None:
    whole = data({"/disclosure/regulations": {"issued": 1}})
    assert filled(read(as_json(whole), ".json").to_dict()) == filled(whole)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("7", 7),
        (" 7 ", 7),
        ("-7", -7),
        ("0.50", 0.5),
        ("2.0", 2),
        ("", None),
        ("&nbsp;", None),
        ("-", "-"),
        ("+7", "+7"),
        ("007", "007"),
        ("1,472", "1,472"),
        ("137次", "137次"),
        ("约7", "约7"),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("0.1", 0.1),
        ("999999999999999999", 999999999999999999),
        ("9" * 19, "9" * 19),
    ],
)
def test_cells(source: str, written: object) -> None:
    report = read(document({_CELL: source}))
    value = report.to_dict()["disclosure"]["licences"]["decisions"]
    assert value == written
    assert type(value) is type(written)
    again = read(report.to_json(), ".json")
    assert again.cell(_CELL).value == report.cell(_CELL).value
    assert again.to_json() == report.to_json()


def test_a_decimal_that_a_float_cannot_hold_stays_as_it_is() -> None:
    source = as_json(data({_CELL: "□"})).replace('"□"', "0.12345678901234567890")
    report = read(source, ".json")
    assert report.cell(_CELL).value == Decimal("0.12345678901234567890")
    assert read(report.to_json(), ".json").cell(_CELL).value == report.cell(_CELL).value


def test_json_text() -> None:
    text = read(document()).to_json()
    assert text.endswith("}\n")
    assert "青禾县" in text
    assert json.loads(text) == read(document()).to_dict()


def test_organ_with_and_without_level() -> None:
    for organ in ({"name": "某机关"}, {"name": "某机关", "level": "county"}):
        assert read(as_json({"organ": organ}), ".json").to_dict() == {"organ": organ}


def test_labels_extra_rows_and_unread_rows_of_a_page() -> None:
    page = document().replace("现行有效件数", "现行有效件")
    at = page.index("</tr>", page.index(">行政规范性文件<")) + 5
    page = page[:at] + "<tr><td>备注</td><td>4</td><td></td></tr>" + page[at:]
    page = page.replace("</tr>", "<td>1</td></tr>", 0)
    written = read(page).to_dict()["disclosure"]
    assert written["labels"] == {"/disclosure/columns/regulations/in_force": "现行有效件"}
    assert written["extra_rows"] == [
        {"after": "/disclosure/normative_documents", "label": "备注", "cells": ["4", None]}
    ]
