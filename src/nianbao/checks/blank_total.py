"""VAL010: is a total left blank over parts that add to something?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit


def blank_total(report: Report) -> Iterator[Hit]:
    """Find blank totals whose parts add to more than 0."""
    for pointer, total in report.figures.standing.items():
        yield Hit(pointer, {"sum": total})
