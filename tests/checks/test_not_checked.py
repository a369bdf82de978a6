"""What cannot be told is said to be not checked, and is no finding."""

from typing import Any

import pytest

from nianbao.app import Options
from nianbao.result import Document
from tests.invented import as_json, check, data, found

_COUNTY = {"level": "county", "kind": "government", "name": "青禾县人民政府"}
_UNKNOWN = {"name": "青禾管理处"}
_BUREAU = {"name": "青禾县档案局", "level": "county", "kind": "department", "parent": "青禾县"}
_LONG = "全年组织业务培训两次，培训六十余人次，明确分管领导和专人负责第{}项公开工作。"
_THRICE = "\n".join(_LONG.format(number) for number in "一二三")

_CASES: list[tuple[str, dict[str, Any], str, str]] = [
    ("ORG001", {"/organ": _UNKNOWN, "/disclosure/regulations/issued": 1}, "2021", "级别和类别"),
    (
        "ORG001",
        {"/organ": _COUNTY, "/title": "青禾县全县2024年政府信息公开工作年度报告"}
        | {"/disclosure/regulations/in_force": 1},
        "2021",
        "汇总",
    ),
    ("DAT006", {"/organ": _UNKNOWN, "/published": "2025-06-01"}, "2021", "不知道期限"),
    ("DAT006", {"/organ": _BUREAU, "/published": "2026-06-01"}, "2021", "迁移"),
    ("DAT007", {"/published": "2019-06-01"}, "2021", "早于报告年度"),
    ("DAT007", {"/published": "2024-06-01", "/period": {"text": "全年"}}, "2021", "没有读到"),
    ("SUM013", {"/organ": _UNKNOWN, "/disclosure/fees/amount": 20000}, "2021", "级别"),
    ("SEC012", {"/sections/disclosure/text": f"{_THRICE}\n{_THRICE}"}, "2021", "抓取了两遍"),
]


def _silent(rule: str, checked: Document) -> list[str]:
    return [reason.reason.zh for each, reason in checked.not_checked if each.code == rule]


@pytest.mark.parametrize(("rule", "cells", "edition", "words"), _CASES)
def test_the_reason_is_told(rule: str, cells: dict[str, Any], edition: str, words: str) -> None:
    checked = check(as_json(data(cells, edition)), ".json")
    assert rule not in [code for code, _ in found(checked)]
    (reason,) = _silent(rule, checked)
    assert words in reason


def test_a_department_is_no_roll_up() -> None:
    cells = {
        "/organ": _BUREAU,
        "/preface": "本报告数据与县政府办公室汇总的口径一致，按全县政府信息公开工作要求编制。",
        "/disclosure/regulations/issued": 1,
    }
    checked = check(as_json(data(cells)), ".json")
    assert ("ORG001", "/disclosure/regulations/issued") in found(checked)


def test_strict_blanks_leave_inequalities_unchecked() -> None:
    cells = {
        "/disclosure/normative_documents/issued": 2,
        "/disclosure/normative_documents/in_force": None,
    }
    checked = check(as_json(data(cells)), ".json", Options(blank="strict"))
    assert "SUM008" not in [code for code, _ in found(checked)]
    assert _silent("SUM008", checked)
