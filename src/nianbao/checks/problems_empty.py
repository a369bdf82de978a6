"""QUA001: does the part on problems say anything?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked

_PLACE, _FEWEST = "/sections/problems", 30


def problems_empty(report: Report) -> Iterator[Hit | NotChecked]:
    """Find a part on problems of a few words; one without any is the business of SEC006."""
    section = report.sections.get("problems")
    if section is None or not section.text.strip() or section.pictures:
        return
    count = len("".join(section.text.split()))
    if count < _FEWEST:
        yield from _short(report, section.text, count)


def _short(report: Report, text: str, count: int) -> Iterator[Hit | NotChecked]:
    # Few reports are so short here.
    from nianbao.model.exemption import exemption  # noqa: PLC0415
    from nianbao.model.extent import cut_after  # noqa: PLC0415

    reason = exemption(report)
    if reason:
        yield NotChecked(reason, _PLACE)
    elif cut_after(report) != "problems":
        yield Hit(_PLACE, {"count": count, "quote": " ".join(text.split())})
