"""ORG003: does the title say whose report it is, and for which year?"""

import re
from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.model.titles import names_report
from nianbao.rule import Hit

# As the zero of a year in Chinese numerals is typed.
_IN_WORDS = "二[\u3007○零0Oo][^\\W年]{2}年"
_YEAR = rf"20\d\d|{_IN_WORDS}"
# What a title holds beside the organ's name.
_REST = (
    rf"关于|20\d\d|{_IN_WORDS}|政府信息公开|政务信息公开|信息公开|政务公开|政府信息|政务信息"
    r"|工作|年度|报告|年报|年|[\W_度的]"
)
_ORGAN, _NO_YEAR = Text("机关名称", "the organ's name"), Text("年份", "the year")
_BOTH = Text("机关名称和年份", "the organ's name and the year")


def organ_missing_in_title(report: Report) -> Iterator[Hit]:
    """Find titles of reports without an organ or without a year."""
    title = report.title
    if not names_report(title):
        return
    has_organ = re.sub(_REST, "", title) != ""
    has_year = re.search(_YEAR, title) is not None
    if not (has_organ and has_year):
        missing = _BOTH if not (has_organ or has_year) else _NO_YEAR if has_organ else _ORGAN
        yield Hit("/title", {"missing": missing, "title": title})
