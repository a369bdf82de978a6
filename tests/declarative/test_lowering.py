"""Names become cells: one equation for each row, column or cell of the form."""

import json
from typing import Any

import pytest

from nianbao.declarative.examining import examined
from nianbao.declarative.language import EquationError
from nianbao.declarative.lowered import Lowered, restored, stored
from nianbao.declarative.lowering import lower, spec_of
from nianbao.editions import editions
from nianbao.model.equation import Term
from tests.invented import REQUEST_COLUMNS


def _check(
    holds: str, each: str = "column", table: str = "requests", **more: object
) -> dict[str, object]:
    return {"kind": "identity", "table": table, "for_each": each, "holds": holds, **more}


def _lowered(
    holds: str, each: str = "column", table: str = "requests", edition: str = "2021", **more: object
) -> tuple[Lowered, ...]:
    spec = spec_of(_check(holds, each, table, **more))
    return lower(spec, editions()[edition].forms[table])


def _refused(holds: str, each: str = "column", table: str = "requests", **more: object) -> str:
    with pytest.raises(EquationError) as caught:
        examined(_check(holds, each, table, **more), ["2019", "2021"])
    assert caught.value.reason.en
    return caught.value.reason.zh


def test_for_each_column() -> None:
    lowered = _lowered("本年新收 + 上年结转 == 办理结果总计 + 结转下年度")
    assert len(lowered) == 7
    equation = lowered[0].equation
    column = "natural_person"
    assert equation.left == (
        Term(1, f"/requests/received/{column}"),
        Term(1, f"/requests/carried_in/{column}"),
    )
    assert equation.right == (
        Term(1, f"/requests/results/total/{column}"),
        Term(1, f"/requests/carried_out/{column}"),
    )
    assert [each.equation.at for each in lowered] == [
        f"/requests/results/total/{column}" for column in REQUEST_COLUMNS
    ]


def test_one_sided_form() -> None:
    equation = _lowered("本年新收 - 2 * 上年结转 + 3 <= 结转下年度 + 1")[6].equation
    assert equation.terms == (
        Term(1, "/requests/received/total"),
        Term(-2, "/requests/carried_in/total"),
        Term(-1, "/requests/carried_out/total"),
    )
    assert equation.constant == 2
    assert equation.relation == "<="
    assert equation.pointers == tuple(term.pointer for term in equation.terms)
    assert equation.sides(dict(zip(equation.pointers, (9, 2, 4), strict=True))) == (8, 5)


def test_for_each_row() -> None:
    lowered = _lowered("sum(申请人) == 总计", "row")
    assert len(lowered) == 25
    first = lowered[0].equation
    assert [term.pointer for term in first.left] == [
        f"/requests/received/{column}" for column in REQUEST_COLUMNS[:-1]
    ]
    assert first.at == "/requests/received/total"
    assert len(_lowered("sum(申请人) == 总计", "row", edition="2019")) == 23


def test_sum_of_a_group_of_rows_is_without_totals() -> None:
    (first, *_) = _lowered("sum(办理结果) == 办理结果总计")
    pointers = [term.pointer for term in first.equation.left]
    assert len(pointers) == 21
    assert "/requests/results/granted/natural_person" in pointers
    assert "/requests/results/refused/state_secret/natural_person" in pointers
    assert "/requests/results/total/natural_person" not in pointers
    (refused, *_) = _lowered("sum(不予公开) <= 办理结果总计")
    assert len(refused.equation.left) == 8


def test_rows_that_lack_a_named_column_are_left_out() -> None:
    lowered = _lowered("上一年项目数 + 本年增减 >= 0", "row", "disclosure", "2019", at="本年增减")
    assert [each.equation.at for each in lowered] == [
        f"/disclosure/{row}/change"
        for row in ("licences", "other_services", "penalties", "coercion", "fees")
    ]


def test_limited_to_rows() -> None:
    lowered = _lowered("sum(申请人) == 总计", "row", rows=["本年新收", "结转下年度"])
    assert [each.equation.at for each in lowered] == [
        "/requests/received/total",
        "/requests/carried_out/total",
    ]


def test_for_each_cell() -> None:
    lowered = _lowered("this >= 0", "cell")
    assert len(lowered) == 25 * 7
    assert lowered[0].equation.left == (Term(1, "/requests/received/natural_person"),)
    assert lowered[0].equation.at == "/requests/received/natural_person"
    assert len(_lowered("this >= 0", "cell", rows=["本年新收"])) == 7


def test_once() -> None:
    check = _check("本年新收.总计 >= 上年结转.总计")
    del check["for_each"]
    (lowered,) = lower(spec_of(check), editions()["2021"].forms["requests"])
    assert lowered.equation.at == "/requests/carried_in/total"


def test_a_cell_of_one_row_may_be_compared_with_each_column() -> None:
    lowered = _lowered("本年新收 <= 本年新收.总计")
    assert {each.equation.right for each in lowered} == {(Term(1, "/requests/received/total"),)}


def test_place_of_a_finding() -> None:
    assert _lowered("本年新收 >= 0")[0].equation.at == "/requests/received/natural_person"
    assert _lowered("0 <= 本年新收")[0].equation.at == "/requests/received/natural_person"
    named = _lowered("本年新收 == 上年结转", at="结转下年度")
    assert named[0].equation.at == "/requests/carried_out/natural_person"
    cell = _lowered("本年新收 == 上年结转", at="结转下年度.总计")
    assert {each.equation.at for each in cell} == {"/requests/carried_out/total"}


def test_conditions_are_lowered_for_the_same_column() -> None:
    lowered = _lowered("本年新收 >= 结转下年度", when=["本年新收 >= 10", "上年结转 == 0"])
    first, second = lowered[5].when
    assert first.left == (Term(1, "/requests/received/other"),)
    assert first.right_constant == 10
    assert second.left == (Term(1, "/requests/carried_in/other"),)


def test_names_in_compatibility_characters() -> None:
    (row,) = _lowered("sum(申请人) == 总计", "row", rows=["三安全\u2f00稳定"])
    assert row.equation.at == "/requests/results/refused/security_stability/total"


def test_other_reports_are_named_in_the_terms() -> None:
    (first, *_) = _lowered("last(结转下年度) == members(上年结转)")
    assert first.equation.left[0].whose == "last"
    assert first.equation.right[0].whose == "members"


@pytest.mark.parametrize(
    ("holds", "each", "name", "near"),
    [
        ("本年新手 == 上年结转", "column", "“本年新手”的行", "本年新收"),
        ("sum(办理结里) == 上年结转", "column", "“办理结里”的分组", "办理结果"),
        ("sum(申请) == 总计", "row", "“申请”的分组", "申请人"),
        ("总記 == 自然人", "row", "“总記”的列", "总计"),
        ("本年新收.自然 == 上年结转", "column", "“自然”的列", "自然人"),
        ("本年新.自然人 == 上年结转", "column", "“本年新”的行", "本年新收"),
        ("总计 == 上年结转", "column", "“总计”的行", "办理结果总计"),
    ],
)
def test_unknown_names(holds: str, each: str, name: str, near: str) -> None:
    assert _refused(holds, each) == f"表中没有叫{name}，是否想写“{near}”？"


def test_an_unknown_name_that_is_like_no_other() -> None:
    assert _refused("甲乙丙丁 == 上年结转") == "表中没有叫“甲乙丙丁”的行"
    listed = "表中没有叫“甲乙丙丁”的分组，可用的有：申请人"
    assert _refused("sum(甲乙丙丁) == 总计", "row") == listed


def test_unknown_names_elsewhere() -> None:
    assert "本年新手" in _refused("sum(申请人) == 总计", "row", rows=["本年新手"])
    assert "本年新手" in _refused("本年新收 == 上年结转", when=["本年新手 == 0"])
    assert "本年新手" in _refused("本年新收 == 上年结转", at="本年新手")


def test_a_name_of_one_edition_alone() -> None:
    check = _check("本年制发 >= 0", "row", "disclosure")
    examined(check, ["2021"])
    with pytest.raises(EquationError, match="本年制发"):
        examined(check, ["2019", "2021"])


@pytest.mark.parametrize(
    ("holds", "name"),
    [("this == 总计", "“this”的列"), ("sum(办理结果) == 总计", "“办理结果”的分组")],
)
def test_names_that_mean_nothing_in_a_row(holds: str, name: str) -> None:
    assert _refused(holds, "row").startswith(f"表中没有叫{name}")


def test_this_means_nothing_in_a_column() -> None:
    _refused("this == 上年结转", "column")


def test_a_group_of_columns_means_nothing_in_a_column() -> None:
    _refused("sum(申请人) == 上年结转", "column")


def test_a_cell_alone_has_no_names_but_this() -> None:
    assert "办理结果总计" in _refused("this <= 办理结果总计", "cell")


@pytest.mark.parametrize(
    "holds",
    [
        "last(结转下年度) == 上年结转",
        "sum(members(办理结果)) == 办理结果总计",
        "members(本年新收) == 本年新收",
    ],
)
def test_other_reports_are_refused_in_rule_files(holds: str) -> None:
    assert _refused(holds).startswith("last() 只能用于 scope: years 的规则")


@pytest.mark.parametrize("more", [{"when": ["last(本年新收) >= 1"]}, {"at": "last(本年新收)"}])
def test_other_reports_are_refused_in_conditions_and_places(more: dict[str, Any]) -> None:
    assert _refused("本年新收 == 上年结转", **more)


def test_checks_of_other_kinds_need_no_trial() -> None:
    examined({"kind": "cell", "state": "blank"}, ["2019"])


def test_equations_are_kept_as_they_are() -> None:
    check = _check("本年新收 - 2 * 上年结转 <= 3", when=["结转下年度 == 0"])
    lowered = lower(spec_of(check), editions()["2021"].forms["requests"])
    kept = json.loads(json.dumps(stored(lowered)))
    assert restored(kept) == lowered
    assert lowered[0].equation.left[1].factor == -2
    assert lowered[0].when
