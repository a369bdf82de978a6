"""SEC005: are there headings of which only the number is left?"""

from collections.abc import Iterator

from nianbao.model.numbering import numbering_of
from nianbao.model.report import Report
from nianbao.rule import Hit


def section_heading_empty(report: Report) -> Iterator[Hit]:
    """Find headings without words."""
    for number, section in enumerate(report.extra_sections):
        if section.heading and not numbering_of(section.heading).words:
            yield Hit(f"/extra_sections/{number}", {"heading": section.heading})
