"""DAT003: is the period that of the year in the title?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_NO_YEAR = Text("没有写明报告年度", "the report names no year")


def period_year_mismatch(report: Report) -> Iterator[Hit | NotChecked]:
    """Compare the year of the period with the year of the report."""
    period = report.period
    if period is None or period.problem or period.start is None:
        return
    if report.year is None:
        yield NotChecked(_NO_YEAR, "/period")
    elif period.start.year != report.year:
        yield Hit("/period", {"period_year": period.start.year, "year": report.year})
