"""VAL009: are numbers typed in plain digits?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit

# From the full-width plus sign to the full-width 9, and what groups digits.
_ODD = frozenset(map(chr, range(0xFF0B, 0xFF1A))) | {","}


def fullwidth_or_grouped_digits(report: Report) -> Iterator[Hit]:
    """Find numbers in full-width characters or with separators between thousands."""
    for table in report.tables.values():
        for _, _, pointer, cell in table.odd_cells:
            if cell.value is not None and not _ODD.isdisjoint(cell.raw):
                yield Hit(pointer, {"value": cell.raw, "meant": cell.value})
