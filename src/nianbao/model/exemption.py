"""Why are the parts and tables of the format not asked for in a report?"""

from nianbao.model.elsewhere import is_in_files
from nianbao.model.old_form import FIRST_YEAR, is_old_form
from nianbao.model.report import Report
from nianbao.model.text import Text

_BEFORE = Text(
    "2019年度以前的报告不适用统一格式", "the uniform format does not apply to years before 2019"
)
_OLD = Text(
    "报告沿用2019年以前的结构，各部分无法对应",
    "the report keeps the structure of before 2019, so its parts cannot be matched",
)
_FILES = Text(
    "报告的内容在附件或图片里，没有读到",
    "the content of the report is in files or pictures and was not read",
)


def exemption(report: Report) -> Text | None:
    """Return why parts and tables are not asked for, or None where they are."""
    if report.year is not None and report.year < FIRST_YEAR:
        return _BEFORE
    if is_old_form(report):
        return _OLD
    return _FILES if is_in_files(report) else None
