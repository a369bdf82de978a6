"""SEC002: do the parts stand in the order of the format?"""

from collections.abc import Iterator
from itertools import pairwise

from nianbao.editions import newest
from nianbao.model.exemption import exemption
from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked


def section_order(report: Report) -> Iterator[Hit | NotChecked]:
    """Find parts that stand behind one that should follow them."""
    reason = exemption(report)
    if reason:
        yield NotChecked(reason)
        return
    order = [part.key for part in newest().parts]
    met = sorted(
        (each for each in report.sections.values() if each.order), key=lambda each: each.order
    )
    for before, part in pairwise(met):
        if order.index(part.key) < order.index(before.key):
            values = {"heading": part.heading, "before": before.heading}
            yield Hit(f"/sections/{part.key}", values, (f"/sections/{before.key}",))
