"""SEC003: have the headings the words of the format?"""

import re
from collections.abc import Iterator

from nianbao.editions import newest
from nianbao.model.edition import Part
from nianbao.model.exemption import exemption
from nianbao.model.labels import normalised
from nianbao.model.numbering import numbering_of
from nianbao.model.report import Report
from nianbao.rule import Hit, NotChecked

# Wordings that vary in small words and are accepted all the same.
_ACCEPTED = {
    "overview": "(政府信息公开)?(工作)?总体情况",
    "problems": "(政府信息公开(工作)?)?存在的?(主要)?问题[及和]改进(措施|情况)",
    "other_matters": "其[他它](需要)?(报告|汇报)?的?事项",
}
# A heading is known by these words, but a 的 was put into those of the format.
_KNOWN_ONLY = ("收到和处理政府信息公开的申请情况",)


def section_heading_altered(report: Report) -> Iterator[Hit | NotChecked]:
    """Find headings in other words than those of the template and of article 50."""
    reason = exemption(report)
    if reason:
        yield NotChecked(reason)
        return
    for part in newest().parts:
        section = report.sections.get(part.key)
        if section and not _is_accepted(section.heading, part):
            values = {"heading": section.heading, "title": part.title}
            yield Hit(f"/sections/{part.key}/heading", values)


def _is_accepted(heading: str, part: Part) -> bool:
    words = numbering_of(heading).words
    # What stands in brackets is a note of the template, and SEC011 speaks of those.
    label = normalised(re.sub(r"[（(][^（()）]*[)）]\s*$", "", words) or words)
    return (label in part.labels and label not in _KNOWN_ONLY) or bool(
        re.fullmatch(_ACCEPTED.get(part.key, "(?!)"), label)
    )
