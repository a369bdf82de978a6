"""Check kind ``cell``: what may stand in a cell."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from nianbao.model.cell import Cell
from nianbao.model.edition import Column
from nianbao.model.report import Report
from nianbao.rule import Check, Hit, NotChecked

_Test = Callable[[Cell, Column], bool]


def cell(check: dict[str, Any]) -> Check:
    """Return the check that no cell is in a state, or that each keeps a law of its column."""
    broken: _Test = _LAWS[check["law"]] if "law" in check else _in_state(check["state"])

    def run(report: Report) -> Iterator[Hit | NotChecked]:
        for table in report.tables.values():
            for _, column, pointer, content in table.odd_cells:
                if broken(content, column):
                    unit = {"unit": content.unit} if content.unit else {}
                    yield Hit(pointer, {"value": content.raw, **unit})

    return run


def _in_state(state: str) -> _Test:
    return lambda content, _column: content.state == state


def _below_minimum(content: Cell, column: Column) -> bool:
    minimum = column.law.minimum
    return content.value is not None and minimum is not None and content.value < minimum


def _not_whole(content: Cell, column: Column) -> bool:
    return column.law.kind != "money" and isinstance(content.value, Decimal)


_LAWS: dict[str, _Test] = {"minimum": _below_minimum, "whole": _not_whole}
