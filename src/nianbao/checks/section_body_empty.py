"""SEC006: has every section a text or a table?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked


def section_body_empty(report: Report) -> Iterator[Hit | NotChecked]:
    """Find sections that hold neither a text nor their table."""
    for key, section in report.sections.items():
        if not section.text.strip() and key not in report.tables:
            yield from _empty(report, key, section.heading)


def _empty(report: Report, key: str, heading: str) -> Iterator[Hit | NotChecked]:
    # Few reports have an empty part.
    from nianbao.model.absence import excuse_of_picture  # noqa: PLC0415
    from nianbao.model.exemption import exemption  # noqa: PLC0415
    from nianbao.model.extent import cut_after  # noqa: PLC0415

    place = f"/sections/{key}"
    reason = exemption(report) or excuse_of_picture(report, key)
    if reason:
        yield NotChecked(reason, place)
    elif key != cut_after(report):
        yield Hit(place, {"title": heading})
