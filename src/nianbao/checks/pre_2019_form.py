"""DOC006: does the report keep the structure of before 2019?"""

from collections.abc import Iterator

from nianbao.model.old_form import FIRST_YEAR, is_old_form, old_headings
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_NO_YEAR = Text("没有写明报告年度", "the report names no year")


def pre_2019_form(report: Report) -> Iterator[Hit | NotChecked]:
    """Find reports for 2019 and later whose headings are those of before."""
    if not is_old_form(report):
        return
    if report.year is None:
        yield NotChecked(_NO_YEAR)
    elif report.year >= FIRST_YEAR:
        headings = "、".join(f"“{heading}”" for heading in old_headings(report))
        yield Hit("", {"year": report.year, "headings": headings})
