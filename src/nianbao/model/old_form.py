"""Does a report keep the structure of before 2019?"""

from nianbao.model.passages import has_any
from nianbao.model.report import Report

FIRST_YEAR = 2019
# Words of headings that only the structure of before 2019 had; one of each line counts.
_MARKS = (
    ("概述",),
    ("收费", "减免"),
    ("申诉",),
    ("不予公开",),
    ("附表",),
    ("咨询",),
)
_FEW_PARTS = 4


def is_old_form(report: Report) -> bool:
    """Tell whether the headings are those of before 2019.

    Two of them tell; one tells where no table of the format is there and the other headings are
    not its own either.
    """
    marks = old_headings(report)
    if len(marks) != 1:
        return len(marks) > 1
    return not report.tables and len(_official(report)) < _FEW_PARTS


def old_headings(report: Report) -> tuple[str, ...]:
    """Return the headings that only the structure of before 2019 had, one of each kind."""
    headings = [each.heading for each in (*report.sections.values(), *report.extra_sections)]
    found = (next((each for each in headings if has_any(each, words)), "") for words in _MARKS)
    return tuple(dict.fromkeys(heading for heading in found if heading))


def _official(report: Report) -> list[str]:
    parts = report.edition.parts if report.edition else ()
    return [
        part.key
        for part in parts
        if part.key in report.sections and report.sections[part.key].heading == part.title
    ]
