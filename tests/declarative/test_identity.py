"""An identity holds, is broken with its arithmetic, or cannot be checked for a reason."""

from typing import Any

import pytest

from nianbao.app import Options
from nianbao.declarative.examining import examined
from nianbao.declarative.kinds import check_of
from nianbao.model.equation import Equation, Term
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked
from tests.invented import as_json, data, read

_TOTAL = "/requests/results/total/other"
_BLANKS = Text("（空白按0计）", " (blanks count as 0)")


def _functions(name: str) -> Any:
    raise LookupError(name)


def _found(
    cells: dict[str, Any], blank: str = "zero", edition: str = "2021", **check: Any
) -> list[Hit | NotChecked]:
    options = Options(blank="strict" if blank == "strict" else "zero")
    report = read(as_json(data(cells, edition)), ".json", options)
    return _run(report, **check)


def _run(report: Report, **check: Any) -> list[Hit | NotChecked]:
    kind = {"kind": "identity", "table": "requests", "for_each": "column", **check}
    table = report.tables.get(kind["table"])
    editions = [table.form.edition] if table else ["2021"]
    return list(check_of(examined(kind, editions), _functions)(report))


_BALANCE = "本年新收 + 上年结转 == 办理结果总计 + 结转下年度"
_RESULTS = "sum(办理结果) == 办理结果总计"


def test_held() -> None:
    assert _found({}, holds=_BALANCE) == []


def test_broken() -> None:
    (hit,) = _found(
        {"/requests/received/other": 5, "/requests/carried_in/other": 2}, holds=_BALANCE
    )
    received, carried_in = "/requests/received/other", "/requests/carried_in/other"
    carried_out = "/requests/carried_out/other"
    assert hit == Hit(
        _TOTAL,
        {"left": 7, "right": 0, "difference": 7},
        (received, carried_in, carried_out),
        equation=Equation(
            (Term(1, received), Term(1, carried_in)),
            (Term(1, _TOTAL), Term(1, carried_out)),
            "==",
            _TOTAL,
        ),
    )


def test_difference_is_never_negative() -> None:
    (hit,) = _found({_TOTAL: 3}, holds=_BALANCE)
    assert isinstance(hit, Hit)
    assert hit.values == {"left": 0, "right": 3, "difference": 3}


@pytest.mark.parametrize(
    ("holds", "broken"), [("本年新收 <= 上年结转", 1), ("上年结转 >= 本年新收", 1)]
)
def test_inequalities(holds: str, broken: int) -> None:
    assert len(_found({"/requests/received/other": 5}, holds=holds)) == broken
    assert (
        _found({"/requests/received/other": 5, "/requests/carried_in/other": 5}, holds=holds) == []
    )


def test_factors_and_constants() -> None:
    cells = {"/requests/received/other": 5}
    found = _found(cells, holds="2 * 本年新收 - 3 <= 上年结转 + 6", at="本年新收")
    (hit,) = found
    assert isinstance(hit, Hit)
    assert (hit.at, hit.values["left"], hit.values["right"]) == ("/requests/received/other", 7, 6)


def test_conditions() -> None:
    check: dict[str, Any] = {
        "holds": "结转下年度 <= 0",
        "when": ["本年新收 >= 10", "上年结转 == 0"],
    }
    cells = {"/requests/carried_out/other": 3, "/requests/received/other": 10}
    assert len(_found(cells, **check)) == 1
    assert _found({**cells, "/requests/received/other": 9}, **check) == []
    assert _found({**cells, "/requests/carried_in/other": 1}, **check) == []


@pytest.mark.parametrize("blank", [None, "-", "/", "无", "—"])
def test_blanks_count_as_zero_and_the_message_says_so(blank: str | None) -> None:
    cells = {"/requests/received/other": 5, "/requests/carried_in/other": blank}
    (hit,) = _found(cells, holds=_BALANCE)
    assert isinstance(hit, Hit)
    assert hit.notes == (_BLANKS,)
    assert _found({"/requests/carried_in/other": blank}, holds=_BALANCE) == []


@pytest.mark.parametrize("blank", [None, "-"])
def test_strict_blanks_leave_an_identity_unchecked(blank: str | None) -> None:
    cells = {"/requests/received/other": 5, "/requests/carried_in/other": blank}
    (gap,) = _found(cells, "strict", holds=_BALANCE)
    assert gap == NotChecked(Text("有单元格空着", "a cell is blank"), _TOTAL)


def test_a_text_cell_leaves_its_identity_unchecked_and_no_other() -> None:
    cells = {"/requests/received/other": "约5", "/requests/received/natural_person": 1}
    hit, gap = sorted(_found(cells, holds=_BALANCE), key=lambda each: each.at)
    assert isinstance(hit, Hit)
    assert gap == NotChecked(Text("有单元格不是数字", "a cell holds no number"), _TOTAL)


def test_a_missing_row_leaves_identities_unchecked() -> None:
    whole = data()
    del whole["requests"]["carried_out"]
    found = _run(read(as_json(whole), ".json"), holds=_BALANCE)
    assert len(found) == 7
    reason = Text("有行或列没有读到", "a row or column was not met")
    assert {each.reason for each in found if isinstance(each, NotChecked)} == {reason}


def test_a_missing_table_leaves_all_unchecked() -> None:
    whole = data()
    del whole["requests"]
    found = _run(read(as_json(whole), ".json"), holds=_BALANCE)
    assert found == [NotChecked(Text("没有找到这张表", "the table was not found"))]


def _blank_parts(value: str | None) -> dict[str, Any]:
    row = data()["requests"]["received"]
    return {"/requests/received": {**dict.fromkeys(row, value), "total": 4}}


def test_only_the_total_is_filled() -> None:
    check = {"for_each": "row", "holds": "sum(申请人) == 总计"}
    (gap,) = _found(_blank_parts(None), **check)
    assert gap == NotChecked(
        Text("各项都空着，只填了总计", "all parts are blank, only the total is filled"),
        "/requests/received/total",
    )
    (hit,) = _found(_blank_parts("-"), **check)
    assert isinstance(hit, Hit)
    assert hit.values == {"left": 0, "right": 4, "difference": 4}


def test_a_blank_total_stands_for_the_sum_of_its_parts() -> None:
    cells = {
        "/requests/received/other": 3,
        "/requests/results/granted/other": 2,
        "/requests/results/total/other": None,
    }
    (hit,) = _found(cells, holds=_BALANCE)
    assert isinstance(hit, Hit)
    assert (hit.values["left"], hit.values["right"]) == (3, 2)
    standing = "（空白的总计按各项之和计）"
    assert [note.zh for note in hit.notes] == [standing]
    cells["/requests/received/other"] = 2
    assert _found(cells, holds=_BALANCE) == []


@pytest.mark.parametrize("blank", ["zero", "strict"])
def test_a_blank_total_with_a_part_that_is_text_keeps_identities_unchecked(blank: str) -> None:
    cells = {
        "/requests/results/granted/other": 2,
        "/requests/results/partly_granted/other": "约1",
        "/requests/results/total/other": None,
        "/requests/received/other": 9,
    }
    found = _found(cells, blank, holds=_BALANCE)
    assert [type(each) for each in found] == [NotChecked]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("3件", 3),
        ("+3", 3),
        ("-3", -3),
        ("1,472", 1472),
        ("1.5", "1.5"),
        ("减4", -4),
        ("\uff11\uff12", 12),
    ],
)
def test_numbers_as_they_are_written(written: str, left: object) -> None:
    (hit,) = _found({"/requests/received/other": written}, holds=_BALANCE)
    assert isinstance(hit, Hit)
    assert str(hit.values["left"]) == str(left)


def test_money_is_converted() -> None:
    check = {"table": "disclosure", "for_each": "row", "holds": "本年收费金额 <= 0"}
    (hit,) = _found({"/disclosure/fees/amount": "5000元"}, **check)
    assert isinstance(hit, Hit)
    assert str(hit.values["left"]) == "0.5"


def test_each_edition_has_its_own_rows() -> None:
    (hit,) = _found({"/requests/results/other/other": 2}, edition="2019", holds=_RESULTS)
    assert isinstance(hit, Hit)
    assert hit.values["left"] == 2
    assert "/requests/results/other/other" in hit.related


def test_a_table_of_the_other_edition_is_checked_by_its_own_rows() -> None:
    whole = data()
    whole["requests"] = {"edition": "2019", **data(edition="2019")["requests"]}
    whole["requests"]["results"]["other"]["other"] = 2
    (hit,) = _run(read(as_json(whole), ".json"), holds=_RESULTS)
    assert hit.at == _TOTAL
