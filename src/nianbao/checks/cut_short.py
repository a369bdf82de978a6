"""DOC009: does the document end early, though its markup closes?"""

from collections.abc import Iterator

from nianbao.model.extent import cut_after
from nianbao.model.report import Report
from nianbao.rule import Hit


def cut_short(report: Report) -> Iterator[Hit]:
    """Find a document of which everything behind some point is absent."""
    last = cut_after(report)
    if last:
        yield Hit("", {"last": report.sections[last].heading})
