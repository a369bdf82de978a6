"""TAB008: are there rows of blank cells between those of the form?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit


def stray_empty_row(report: Report) -> Iterator[Hit]:
    """Find rows that the form does not have and that hold nothing."""
    for table in report.tables.values():
        for number, row in enumerate(table.extra_rows):
            if not row.label and not any(row.cells):
                yield Hit(f"{table.form.pointer}/extra_rows/{number}")
