"""SEC013: are headings lost while what stands below them is there?"""

from collections.abc import Iterator

from nianbao.model.exemption import exemption
from nianbao.model.lost_headings import lost_headings
from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked


def headings_lost(report: Report) -> Iterator[Hit | NotChecked]:
    """Find two and more headings that are absent above tables that are there: one finding."""
    reason = exemption(report)
    lost = lost_headings(report)
    if reason:
        yield NotChecked(reason)
    elif lost and report.edition:
        titles = "、".join(f"“{report.edition.part_title(key)}”" for key in lost)
        first, *rest = (f"/sections/{key}" for key in lost)
        yield Hit(first, {"titles": titles, "count": len(lost)}, tuple(rest))
