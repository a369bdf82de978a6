"""DOC001: is the document an annual report at all?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit


def not_an_annual_report(report: Report) -> Iterator[Hit]:
    """Find a document without any heading or table of the official format."""
    if not report.is_annual_report:
        yield Hit("", {"title": report.title})
