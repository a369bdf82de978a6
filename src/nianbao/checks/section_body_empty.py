"""SEC006: has every section a text or a table?"""

from collections.abc import Iterator

from nianbao.model.extent import cut_after
from nianbao.model.report import Report
from nianbao.rule import Hit


def section_body_empty(report: Report) -> Iterator[Hit]:
    """Find sections that hold neither a text nor their table."""
    for key, section in report.sections.items():
        if not section.text.strip() and key not in report.tables and key != cut_after(report):
            yield Hit(f"/sections/{key}", {"title": section.heading})
