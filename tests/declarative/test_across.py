"""Identities between reports hold, break, or are not checked with a reason."""

from typing import Any

import pytest

from nianbao.declarative.across import across
from nianbao.declarative.examining import examined
from nianbao.declarative.language import EquationError
from nianbao.model.area import Area
from nianbao.model.years import Years
from nianbao.rule import Hit, NotChecked
from tests.invented_years import facts, organ

_CARRY = {
    "kind": "identity",
    "table": "requests",
    "for_each": "column",
    "holds": "last(结转下年度) == 上年结转",
}
_SUM = {
    "kind": "identity",
    "table": ["requests", "review_litigation"],
    "for_each": "cell",
    "holds": "sum(members(this)) == this",
}
_IN, _OUT = "/requests/carried_in/total", "/requests/carried_out/total"


def _run(check: dict[str, Any], subject: Years | Area) -> list[Hit | NotChecked]:
    return list(across(check)(subject))


def _years(this: dict[str, Any], last: dict[str, Any], **more: Any) -> Years:
    return Years(facts(2024, this, **more), facts(2023, last))


def test_it_holds() -> None:
    assert _run(_CARRY, _years({_IN: 3}, {_OUT: 3})) == []


def test_it_breaks_with_the_figures_of_both() -> None:
    (hit,) = _run(_CARRY, _years({_IN: 2}, {_OUT: 3}))
    assert isinstance(hit, Hit)
    assert hit.at == _IN
    assert hit.values == {
        "left": 3,
        "right": 2,
        "difference": 1,
        "other_organ": "青禾县云溪镇人民政府",
        "other_year": 2023,
    }
    assert hit.elsewhere == (("2023.json", _OUT),)
    assert hit.related == ()
    assert hit.equation is None


def test_the_total_speaks_first() -> None:
    hits = _run(_CARRY, _years({}, {_OUT: 3, "/requests/carried_out/other": 3}))
    assert [hit.at for hit in hits] == [_IN, "/requests/carried_in/other"]


@pytest.mark.parametrize(
    ("this", "last", "reason"),
    [
        ({_IN: "约3"}, {_OUT: 3}, "青禾县云溪镇人民政府2024年报告：有单元格不是数字"),
        ({_IN: 3}, {_OUT: "约3"}, "青禾县云溪镇人民政府2023年报告：有单元格不是数字"),
    ],
)
def test_text_keeps_it_from_being_checked(
    this: dict[str, Any], last: dict[str, Any], reason: str
) -> None:
    (gap,) = _run(_CARRY, _years(this, last))
    assert isinstance(gap, NotChecked)
    assert (gap.reason.zh, gap.at) == (reason, _IN)


def test_strict_blanks_keep_it_from_being_checked() -> None:
    this = facts(2024, {_IN: None}, blank="strict")
    (gap,) = _run(_CARRY, Years(this, facts(2023)))
    assert isinstance(gap, NotChecked)
    assert gap.reason.zh.endswith("：有单元格空着")


def test_blanks_that_count_as_zero_are_told() -> None:
    (hit,) = _run(_CARRY, _years({_IN: None}, {_OUT: 3}))
    assert isinstance(hit, Hit)
    assert [note.zh for note in hit.notes] == ["（空白按0计）"]


def test_a_table_that_was_not_met() -> None:
    years = _years({}, {})
    tables = {key: each for key, each in years.this.report.tables.items() if key != "requests"}
    this = years.this._replace(report=years.this.report._replace(tables=tables))
    (gap,) = _run(_CARRY, years._replace(this=this))
    assert isinstance(gap, NotChecked)
    assert (gap.reason.zh, gap.at) == ("没有找到这张表", "/requests")
    lost = _run(_CARRY, years._replace(last=this))
    assert {gap.reason.zh for gap in lost if isinstance(gap, NotChecked)} == {
        "青禾县云溪镇人民政府2024年报告：有行或列没有读到"
    }
    assert len(lost) == 7


def test_what_the_other_edition_does_not_have_is_not_compared() -> None:
    check = {
        **_CARRY,
        "table": "disclosure",
        "for_each": "row",
        "holds": "last(现行有效) == 现行有效",
    }
    this = facts(2021, {"/disclosure/normative_documents/in_force": 4})
    assert _run(check, Years(this, facts(2020, edition="2019"))) == []
    assert len(_run(check, Years(this, facts(2020)))) == 1


def test_what_must_hold_first() -> None:
    check = {**_CARRY, "when": ["上年结转 >= 10"]}
    assert _run(check, _years({_IN: 9}, {})) == []
    assert len(_run(check, _years({_IN: 10}, {}))) == 1


def _area(total: int, *members: int, is_whole: bool = True) -> Area:
    below = tuple(
        facts(cells={"/organ": organ(f"{number}局"), _IN: count}, path=f"{number}")
        for number, count in enumerate(members)
    )
    return Area(facts(cells={_IN: total}, path="roll-up"), below, is_whole=is_whole)


def test_the_sum_over_the_organs_below() -> None:
    assert _run(_SUM, _area(5, 2, 3)) == []
    (hit,) = _run(_SUM, _area(6, 2, 3, 0))
    assert isinstance(hit, Hit)
    assert (hit.at, hit.values["left"], hit.values["right"]) == (_IN, 5, 6)
    assert hit.elsewhere == (("0", _IN), ("1", _IN))


def test_a_sum_takes_all_of_them() -> None:
    (gap,) = _run(_SUM, _area(6, 2, 3, is_whole=False))
    assert isinstance(gap, NotChecked)
    assert gap.at == ""


@pytest.mark.parametrize("holds", ["sum(members(this)) == this", "members(this) <= this"])
def test_without_organs_below_there_is_nothing_to_ask(holds: str) -> None:
    assert _run({**_SUM, "holds": holds}, _area(6, is_whole=False)) == []


def test_each_organ_below_alone() -> None:
    check = {**_SUM, "holds": "members(this) <= this"}
    hits = _run(check, _area(2, 2, 3, 4, is_whole=False))
    assert [(hit.at, hit.values["other_organ"]) for hit in hits if isinstance(hit, Hit)] == [
        (_IN, "青禾县1局"),
        (_IN, "青禾县2局"),
    ]


@pytest.mark.parametrize(
    ("check", "scope", "reason"),
    [
        (_CARRY, "area", "last() 只能用于"),
        (_SUM, "years", "last() 只能用于"),
        ({**_SUM, "holds": "this == this"}, "report", "单份报告的等式只能写一张表"),
        (
            {**_SUM, "holds": "sum(this) == this"},
            "area",
            "表中没有叫“this”的分组，可用的有：办理结果、",
        ),
        ({**_CARRY, "holds": "last(结转) == 上年结转"}, "years", "表中没有叫“结转”的"),
        (
            {**_CARRY, "table": "disclosure", "for_each": "row", "holds": "last(现行有效) == 总计"},
            "years",
            "表中没有叫“总计”的",
        ),
    ],
)
def test_what_is_refused(check: dict[str, Any], scope: Any, reason: str) -> None:
    with pytest.raises(EquationError) as caught:
        examined(check, ["2021"], scope)
    assert caught.value.reason.zh.startswith(reason)


def test_equations_between_reports_are_made_when_they_are_asked() -> None:
    assert examined(_CARRY, ["2019", "2021"], "years") == _CARRY
    assert examined(_SUM, ["2019", "2021"], "area") == _SUM
