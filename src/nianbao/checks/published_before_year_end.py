"""DAT007: was the report published before its period ended?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_NO_END = Text("没有读到统计期限的最后一天", "the last day of the period was not met")
_NOT_ITS_OWN = Text(
    "日期早于报告年度，像是栏目或网站的日期",
    "the date is before the report year, as if it were that of a column or site",
)


def published_before_year_end(report: Report) -> Iterator[Hit | NotChecked]:
    """Find dates of publication before the last day of the period that the report states."""
    published, year = report.published, report.year
    if published is None or year is None or published.year > year:
        return
    end = report.period.end if report.period and report.period.problem is None else None
    if published.year < year:
        yield NotChecked(_NOT_ITS_OWN, "/published")
    elif end is None or end.year != year:
        yield NotChecked(_NO_END, "/published")
    elif published < end:
        values = {"published": published.isoformat(), "end": end.isoformat()}
        yield Hit("/published", values, ("/period",))
