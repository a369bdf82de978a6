"""In a generated county, does an audit find every planted fault and nothing else that is sure?"""

from pathlib import Path

import pytest

from benchmarks.county.__main__ import main, write
from benchmarks.county.county import SIZES, County, county
from benchmarks.county.plan import RULES, Fault
from benchmarks.county.verify import differences
from nianbao.builtin import Builtin


@pytest.fixture(scope="module")
def made() -> County:
    return county(SIZES["small"])


def test_a_fault_of_each_rule_across_reports_is_planted(made: County) -> None:
    across = {rule.code for rule in Builtin().nianbao_rules() if rule.scope != "report"}
    assert {fault.rule for fault in made.plan.values()} == set(RULES) == across


def test_every_planted_fault_is_found_and_nothing_else_that_is_sure(
    made: County, tmp_path: Path
) -> None:
    assert [str(each) for each in differences(made, tmp_path)] == []


def test_a_fault_that_is_not_there_is_missed_and_one_that_is_not_told_is_false(
    made: County, tmp_path: Path
) -> None:
    told = {key: fault for key, fault in made.plan.items() if fault.rule != "YOY005"}
    organ = next(organ for organ, year in made.pages if (organ, year) not in told and year == 2024)
    told[organ, 2024] = Fault("AGG006", organ, 2024)
    found = {(each.kind, each.finding.rule) for each in differences(_with(made, told), tmp_path)}
    assert {("missed", "AGG006"), ("false", "YOY005")} <= found


def _with(made: County, plan: dict[tuple[str, int], Fault]) -> County:
    return made._replace(plan=plan)


def test_equal_seeds_give_equal_bytes_and_others_do_not(made: County, tmp_path: Path) -> None:
    assert county(SIZES["small"]) == made
    assert county(SIZES["small"], 1).pages != made.pages
    write(made, tmp_path / "written")
    assert main(["--size", "small", "--out", str(tmp_path / "by-command")]) == 0
    names = ("truth.jsonl", "roster.csv")
    one, other = tmp_path / "written", tmp_path / "by-command"
    assert [(one / name).read_bytes() for name in names] == [
        (other / name).read_bytes() for name in names
    ]
    assert main(["--out", str(one)]) == 2
