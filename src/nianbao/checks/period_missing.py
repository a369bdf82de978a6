"""DAT001: does the report say which period its figures cover?"""

from collections.abc import Iterator

from nianbao.model.exemption import exemption
from nianbao.model.passages import passages
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_TERMS = (
    "统计期", "统计时", "统计起止", "统计区间", "统计截止", "数据截至", "数据截止", "起止时间",
    "报告期为", "报告期限", "报告期间",
)  # fmt: skip
_NO_FRONT = Text(
    "没有读到标题和前言，文件可能只是节选",
    "neither title nor preface was met; the file may be an excerpt",
)
_NOT_PARSED = Text(
    "有统计期限的说明，但读不出起止日期", "a period is told, but its days cannot be read"
)


def period_missing(report: Report) -> Iterator[Hit | NotChecked]:
    """Find reports without a sentence on the period."""
    if report.period is not None:
        return
    if any(term in text for _, text in passages(report) for term in _TERMS):
        yield NotChecked(_NOT_PARSED, "/period")
    elif not report.title and not report.preface:
        yield NotChecked(_NO_FRONT, "/period")
    else:
        reason = exemption(report)
        yield NotChecked(reason, "/period") if reason else Hit("/period")
