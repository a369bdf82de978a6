"""FEE001: does the report say whether fees for handling requests were charged?"""

from collections.abc import Iterator

from nianbao.model.passages import has_any, passages
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_PLACE = "/sections/other_matters"
_FIRST_YEAR = 2021
# In part six any of these words is the statement asked for; elsewhere 收费 may be about others.
_IN_PART = ("处理费", "處理費", "收费", "收費", "费用", "費用", "收取", "缴费", "繳費")
_ANYWHERE = ("处理费", "處理費", "收费通知", "收費通知")
_NO_YEAR = Text("无法确定报告年度", "the report year cannot be told")
_NOT_MET = Text("没有读到第六部分的文字", "the text of part six was not met")


def fee_statement_missing(report: Report) -> Iterator[Hit | NotChecked]:
    """Look for the fee for handling requests in part six, then in the whole text."""
    if report.year is not None and report.year < _FIRST_YEAR:
        return
    section = report.sections.get("other_matters")
    text = section.text if section else ""
    own = text.replace("行政事业性收费", "") if "事业性" in text else text
    if not has_any(own, _IN_PART) and not _is_told(report):
        yield _judged(report, text)


def _judged(report: Report, text: str) -> Hit | NotChecked:
    # Most reports tell of the fee.
    from nianbao.model.exemption import exemption  # noqa: PLC0415
    from nianbao.model.extent import ends_before  # noqa: PLC0415

    if report.year is None:
        return NotChecked(_NO_YEAR)
    if reason := exemption(report):
        return NotChecked(reason)
    if not text or ends_before(report, _PLACE):
        return NotChecked(_NOT_MET, _PLACE)
    return Hit(_PLACE, {"year": report.year})


def _is_told(report: Report) -> bool:
    return any(word in text for _, text in passages(report) for word in _ANYWHERE)
