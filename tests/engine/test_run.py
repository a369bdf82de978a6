"""Each rule is held, broken, not checked or crashed, and none stops the others."""

from collections.abc import Iterator

import pytest

from nianbao.engine.run import run
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Check, Hit, NotChecked, Outcome
from tests.invented import as_json, data, read, rule

_REPORT = read(as_json(data()), ".json")
_UNKNOWN = read('{"sections": {"overview": {"order": 1, "heading": "一、总体情况"}}}', ".json")
_GAP = NotChecked(Text("没有", "none"), "/title")


def _nothing(_report: Report) -> Iterator[Hit]:
    yield from ()


def _hit(_report: Report) -> Iterator[Hit]:
    yield Hit("/title")


def _gap(_report: Report) -> Iterator[NotChecked]:
    yield _GAP


def _both(_report: Report) -> Iterator[Hit | NotChecked]:
    yield _GAP
    yield Hit("/title")


def _crash(_report: Report) -> Iterator[Hit]:
    yield Hit("/title")
    raise ZeroDivisionError("x" * 3)


def _crash_at_once(_report: Report) -> Iterator[Hit]:
    raise RecursionError


def _returns_nothing(_report: Report) -> None:
    return None


@pytest.mark.parametrize(
    ("check", "status", "hits", "gaps"),
    [
        (_nothing, "held", 0, 0),
        (_hit, "broken", 1, 0),
        (_gap, "not_checked", 0, 1),
        (_both, "broken", 1, 1),
        (_crash, "crashed", 0, 0),
        (_crash_at_once, "crashed", 0, 0),
        (_returns_nothing, "crashed", 0, 0),
    ],
)
def test_outcomes(check: Check, status: str, hits: int, gaps: int) -> None:
    (outcome,) = run([rule(check)], _REPORT)
    assert (outcome.status, len(outcome.hits), len(outcome.not_checked)) == (status, hits, gaps)


def test_a_crash_names_the_error_and_the_line_of_code() -> None:
    (outcome,) = run([rule(_crash)], _REPORT)
    assert outcome.crash.startswith("ZeroDivisionError: xxx (_crash:")


def test_a_crashing_rule_does_not_stop_the_others() -> None:
    rules = [rule(_hit, "AAA001"), rule(_crash, "BBB001"), rule(_hit, "CCC001")]
    outcomes = run(rules, _REPORT)
    assert [each.rule.code for each in outcomes] == ["AAA001", "BBB001", "CCC001"]
    assert [each.status for each in outcomes] == ["broken", "crashed", "broken"]


def test_a_rule_of_another_edition_does_not_speak() -> None:
    assert run([rule(_hit, editions=("2019",))], _REPORT) == []
    assert [each.status for each in run([rule(_hit, editions=("2021",))], _REPORT)] == ["broken"]


def test_a_rule_that_needs_an_edition_is_not_checked_where_it_is_unknown() -> None:
    (outcome,) = run([rule(_hit, editions=("2019",))], _UNKNOWN)
    assert outcome.status == "not_checked"
    (gap,) = outcome.not_checked
    assert gap.reason.zh == "无法确定适用哪一版格式"
    assert [each.status for each in run([rule(_hit)], _UNKNOWN)] == ["broken"]


@pytest.mark.parametrize("scope", ["years", "area"])
def test_rules_across_reports_are_not_run_on_one(scope: str) -> None:
    assert run([rule(_hit, scope=scope)], _REPORT) == []


def test_a_crash_is_worse_than_what_was_found_before() -> None:
    outcome = Outcome(rule(_hit), (Hit("/title"),), (_GAP,), "x")
    assert outcome.status == "crashed"
