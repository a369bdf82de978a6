"""Check kind ``identity``: figures that must agree."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from nianbao.declarative.lowered import Lowered, restored
from nianbao.model.cell import State
from nianbao.model.equation import Equation
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Check, Hit, NotChecked


def identity(check: dict[str, Any]) -> Check:
    """Return the check that an identity holds in a report.

    Args:
        check: the check of a rule file that was examined.
    """
    key: str = check["table"]

    @cache
    def equations(edition: str) -> tuple[Lowered, ...]:
        return restored(check["equations"].get(edition, ()))

    def run(report: Report) -> Iterator[Hit | NotChecked]:
        table = report.tables.get(key)
        if table is None:
            yield NotChecked(Text("没有找到这张表", "the table was not found"))
            return
        numbers = report.figures.numbers
        for lowered in equations(table.form.edition):
            # Most equations hold: the rest is only for those that do not.
            if not lowered.equation.agrees(numbers):
                yield from _outcome(report, lowered)

    return run


def _outcome(report: Report, lowered: Lowered) -> Iterator[Hit | NotChecked]:
    numbers = report.figures.numbers
    try:
        if not all(each.holds(*each.sides(numbers)) for each in lowered.when):
            return
        left, right = lowered.equation.sides(numbers)
    except KeyError as lacking:
        yield NotChecked(_reason(report, str(lacking.args[0])), lowered.equation.at)
        return
    if _only_total_filled(report, lowered.equation):
        yield NotChecked(
            Text("各项都空着，只填了总计", "all parts are blank, only the total is filled"),
            lowered.equation.at,
        )
        return
    yield Hit(
        lowered.equation.at,
        {"left": left, "right": right, "difference": abs(left - right)},
        tuple(pointer for pointer in lowered.equation.pointers if pointer != lowered.equation.at),
        notes=report.figures.notes_on(lowered.equation.pointers),
        equation=lowered.equation,
    )


_REASONS = {
    State.TEXT: Text("有单元格不是数字", "a cell holds no number"),
    State.BLANK: Text("有单元格空着", "a cell is blank"),
    State.PLACEHOLDER: Text("有单元格空着", "a cell is blank"),
    State.MISSING: Text("有行或列没有读到", "a row or column was not met"),
}


def _reason(report: Report, pointer: str) -> Text:
    return _REASONS.get(report.cell(pointer).state, _REASONS[State.MISSING])


def _only_total_filled(report: Report, equation: Equation) -> bool:
    """Tell whether one side is a single figure and every cell of the other is blank."""
    if equation.relation != "==" or len(equation.right) != 1:
        return False
    return all(report.cell(term.pointer).state is State.BLANK for term in equation.left)
