"""ORG004: is the report called by its name in the title?"""

import re
from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.model.titles import names_report
from nianbao.rule import Hit

_NAME = r"政府信息公开工作的?(?:20\d\d年?)?(?:年度|度)报告"


def title_nonstandard(report: Report) -> Iterator[Hit]:
    """Find titles of reports that do not hold the name of the report."""
    title = report.title
    if names_report(title) and not re.search(_NAME, re.sub(r"\s", "", title)):
        yield Hit("/title", {"title": title})
