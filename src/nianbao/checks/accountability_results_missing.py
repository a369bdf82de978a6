"""SEC008: does the report of a government tell how it was appraised and held accountable?"""

from collections.abc import Iterator

from nianbao.model.exemption import exemption
from nianbao.model.passages import passages
from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked

_WORDS = ("考核", "评议", "追究", "追责", "问责")


def accountability_results_missing(report: Report) -> Iterator[Hit | NotChecked]:
    """Find reports of governments that speak of no appraisal, no comment, no accountability."""
    organ, overview = report.organ, report.sections.get("overview")
    if organ is None or organ.kind != "government" or overview is None or not overview.text:
        return
    if any(word in text for _, text in passages(report) for word in _WORDS):
        return
    reason = exemption(report)
    place = "/sections/overview"
    yield NotChecked(reason, place) if reason else Hit(place, {"name": organ.name})
