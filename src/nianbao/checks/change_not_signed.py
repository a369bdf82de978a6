"""VAL007: is a change written with a sign, not with a word?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit


def change_not_signed(report: Report) -> Iterator[Hit]:
    """Find changes in which 增 or 减 stands for the sign."""
    for table in report.tables.values():
        for _, column, pointer, cell in table.odd_cells:
            if column.law.kind == "signed" and cell.value is not None and cell.raw[0] in "增减減":
                yield Hit(pointer, {"value": cell.raw, "meant": cell.value})
