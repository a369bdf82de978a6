"""SUM011: has procurement both a number and an amount, or neither?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked

_PLACE = "/disclosure/procurement"


def procurement_pair(report: Report) -> Iterator[Hit | NotChecked]:
    """Find the cell of procurement that is 0 where the other is not."""
    table = report.tables.get("disclosure")
    row = table.form.by_pointer.get(_PLACE) if table else None
    cells = table.rows.get(_PLACE, ()) if table else ()
    if row is None or len(cells) != 2:
        return
    for at, other in ((0, 1), (1, 0)):
        value = cells[other].value
        if cells[at].value == 0 and value is not None and value > 0:
            named = {"other": row.columns[other].label, "value": value}
            yield Hit(row.cells[at], named, (row.cells[other],))
