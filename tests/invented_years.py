"""Invented reports of several years and organs."""

from collections.abc import Mapping
from typing import Any

from nianbao.builtin import Builtin
from nianbao.conforming import conforming
from nianbao.engine.across import Judgement
from nianbao.model.facts import Facts, facts_of
from nianbao.model.report import Blank
from nianbao.protocols import ReadOptions
from nianbao.readers.canonical import report_from
from nianbao.rule import Rule
from tests.invented import changed

COUNTY = {"name": "青禾县人民政府", "level": "county", "kind": "government"}
ROLL_UP = {"/organ": COUNTY, "/preface": "本报告汇总全县各机关的年度报告编制。"}


def organ(name: str) -> dict[str, str]:
    """Return a department of 青禾县."""
    return {"name": f"青禾县{name}", "level": "county", "kind": "department", "parent": "青禾县"}


def facts(
    year: int = 2024,
    cells: Mapping[str, Any] | None = None,
    path: str = "",
    edition: str = "2021",
    blank: Blank = "zero",
) -> Facts:
    """Return what is kept of a conforming report with other values at some pointers."""
    data = changed(conforming(edition, year), cells or {})
    return facts_of(report_from(data, ReadOptions(blank)), path or f"{year}.json")


def rules(*codes: str) -> list[Rule]:
    """Return built-in rules, those whose codes begin so."""
    return [rule for rule in Builtin().nianbao_rules() if rule.code.startswith(codes)]


def told(judgements: list[Judgement]) -> list[tuple[str, str, str]]:
    """Return path, rule and place of all findings."""
    return [
        (each.path, finding.rule.code, finding.place.pointer)
        for each in judgements
        for finding in each.findings
    ]
