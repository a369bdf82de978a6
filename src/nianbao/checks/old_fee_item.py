"""FEE003: does the report still have the item on fees and their reduction?"""

import re
from collections.abc import Iterator

from nianbao.model.old_form import is_old_form
from nianbao.model.report import Report
from nianbao.rule import Hit

_FIRST_YEAR = 2019
_ITEM = (
    r"(?:政府信息公开|依申请公开|公开)?的?收费(?:情况)?[及和、与]其?(?:费用)?减免(?:费用)?"
    r"(?:的?情况)?"
)


def old_fee_item(report: Report) -> Iterator[Hit]:
    """Find 收费及减免情况 in the overview, or as the heading of a part."""
    if report.year is not None and report.year < _FIRST_YEAR:
        # Until then it was an item of every report.
        return
    # Where the whole report keeps the old structure, DOC006 says so.
    for number, section in enumerate(() if is_old_form(report) else report.extra_sections):
        if "减免" in section.heading and (found := re.search(_ITEM, section.heading)):
            yield Hit(f"/extra_sections/{number}", {"quote": found[0]}, quote=found[0])
            return
    overview = report.sections.get("overview")
    if overview and "减免" in overview.text and (found := re.search(_ITEM, overview.text)):
        yield Hit("/sections/overview", {"quote": found[0]}, quote=found[0])
