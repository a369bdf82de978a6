"""One mistyped figure is told once, though it spoils a sum and a share too."""

import pytest

from nianbao.app import Options
from tests.invented import as_json, check, data

_OVERVIEW = "/sections/overview/text"
_CELLS = {
    "received": 10,
    "carried_in": 2,
    "results/granted": 6,
    "results/partly_granted": 2,
    "results/unavailable/not_held": 3,
    "results/total": 11,
    "carried_out": 1,
}
_TEXT = (
    "收到申请12件（含上年结转2件），办结11件，其中予以公开{}件，占{}%；部分公开2件，占18.2%；无法提供3件，"
    "占27.3%。"
)


def _found(
    text: str, cells: dict[str, int] | None = None, options: Options | None = None
) -> list[str]:
    cells = _CELLS if cells is None else cells
    values = {
        f"/requests/{row}/{column}": value
        for row, value in cells.items()
        for column in ("natural_person", "total")
    }
    checked = check(as_json(data({_OVERVIEW: text, **values})), ".json", options)
    return [each.rule.code for each in checked.findings if each.rule.code.startswith("TXT")]


def test_right() -> None:
    assert _found(_TEXT.format(6, "54.5")) == []


def test_a_figure_that_the_table_contradicts_is_told_once() -> None:
    assert _found(_TEXT.format(5, "54.5")) == ["TXT001"]


def test_a_sum_and_a_share_are_told_where_the_figure_is_not() -> None:
    found = _found(_TEXT.format(5, "54.5"), options=Options(ignore=("TXT001",)))
    assert sorted(found) == ["TXT004", "TXT006"]


def test_a_share_that_is_wrong_beside_a_wrong_figure_is_told_too() -> None:
    assert sorted(_found(_TEXT.format(5, "70.1"))) == ["TXT001", "TXT004"]


def test_a_sum_that_another_part_spoils_is_told_too() -> None:
    text = (
        "收到申请12件（含上年结转2件），办结11件，其中予以公开5件、部分公开2件、其他方式办理7件。"
    )
    assert sorted(_found(text)) == ["TXT001", "TXT006"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("全年收到申请5件，均已按时答复，其中予以公开3件，不予公开2件。", {}),
        (
            "全年未收到政府信息公开申请，办结0件。",
            {"received": 3, "results/granted": 3, "results/total": 3},
        ),
    ],
)
def test_that_there_is_none_is_told_once(text: str, cells: dict[str, int]) -> None:
    assert _found(text, cells) == ["TXT002"]
