"""SUM014: can one tell in which unit the amount of procurement is given?"""

from collections.abc import Iterator

from nianbao.model.cell import MISSING
from nianbao.model.report import Report
from nianbao.rule import Hit

_ROW, _PLACE = "/disclosure/procurement", "/disclosure/procurement/amount"
_HEADER = "/disclosure/columns/procurement/amount"
# What is more can only be yuan.
_MOST = 10_000


def procurement_unit_missing(report: Report) -> Iterator[Hit]:
    """Find small amounts without a unit in the cell, in its header or in the text of the part."""
    table = report.tables.get("disclosure")
    cell = table.rows.get(_ROW, (MISSING,))[-1] if table else MISSING
    if table is None or cell.value is None or cell.unit or not 0 < cell.value < _MOST:
        return
    section = report.sections.get("disclosure")
    words = (section.text if section else "", table.labels.get(_HEADER, ""))
    if not any("元" in each for each in words):
        yield Hit(_PLACE, {"value": cell.value})
