"""DOC001: is the document an annual report at all?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit

_NOTHING = Text(
    "未找到统一格式的任何一个部分标题或表格",
    "No section heading and no table of the uniform format was found",
)
_BLANK = Text(
    "从标题看是通知或空白格式，没有填写任何数字",
    "By its title this is a notice or the blank form, and no figure is filled in",
)


def not_an_annual_report(report: Report) -> Iterator[Hit]:
    """Find a document without any heading or table of the official format, or a blank form."""
    if not report.is_annual_report:
        reason = _BLANK if report.sections or report.tables else _NOTHING
        yield Hit("", {"title": report.title, "reason": reason})
