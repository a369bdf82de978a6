"""TAB006: has every row as many cells as the form?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit


def cell_count_mismatch(report: Report) -> Iterator[Hit]:
    """Find rows whose number of cells does not tell which column each belongs to."""
    for table in report.tables.values():
        width = sum(len(row.columns) for row in table.form.rows)
        for pointer, unread in table.unread.items():
            row = table.form.by_pointer.get(pointer)
            yield Hit(
                pointer,
                {"expected": len(row.columns) if row else width, "found": len(unread.raw)},
            )
