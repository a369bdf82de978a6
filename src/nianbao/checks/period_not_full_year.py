"""DAT002: does the period run from 1 January to 31 December?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit


def period_not_full_year(report: Report) -> Iterator[Hit]:
    """Find a parsed period that is not the whole of one year."""
    period = report.period
    if period is None or period.problem or period.start is None or period.end is None:
        return
    whole = (period.start.month, period.start.day) == (1, 1) and (
        period.end.month,
        period.end.day,
    ) == (12, 31)
    if not whole or period.start.year != period.end.year:
        yield Hit("/period", {"text": period.text})
