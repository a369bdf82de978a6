"""SEC010: are there first-level headings that the format does not have?"""

from collections.abc import Iterator

from nianbao.model.exemption import exemption
from nianbao.model.numbering import numbering_of
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked

_UNKNOWN = Text("不是统一格式的部分", "is no part of the uniform format")
_AGAIN = Text("是重复的部分", "is a part that stands here a second time")
# A page that shows the whole report twice is laid out so, for telephones.
_COPY = 3


def extra_section(report: Report) -> Iterator[Hit | NotChecked]:
    """Find parts that the format does not know, and parts that stand there again."""
    reason = exemption(report)
    if reason:
        yield NotChecked(reason)
        return
    is_copy = sum(bool(each.key) for each in report.extra_sections) >= _COPY
    for number, section in enumerate(report.extra_sections):
        if section.key and is_copy:
            continue
        if numbering_of(section.heading).words:
            values = {"heading": section.heading, "what": _AGAIN if section.key else _UNKNOWN}
            yield Hit(f"/extra_sections/{number}", values)
