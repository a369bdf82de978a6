"""SEC004: are the headings numbered 一、 to 六、?"""

from collections.abc import Iterator

from nianbao.editions import newest
from nianbao.model.exemption import exemption
from nianbao.model.numbering import NUMERALS, numbering_of
from nianbao.model.report import Report, Section
from nianbao.model.text import Text
from nianbao.rule import Hit, NotChecked


def section_number_format(report: Report) -> Iterator[Hit | NotChecked]:
    """Find headings that are numbered otherwise, wrongly or not at all: one finding for all."""
    reason = exemption(report)
    if reason:
        yield NotChecked(reason)
        return
    keys = [part.key for part in newest().parts]
    odd = [key for key in keys if not _is_numbered_right(report.sections.get(key), keys.index(key))]
    if odd:
        values = {"headings": _named(report, odd), "expected": f"{NUMERALS[keys.index(odd[0])]}、"}
        first, *rest = (f"/sections/{key}/heading" for key in odd)
        yield Hit(first, values, tuple(rest))


def _is_numbered_right(section: Section | None, position: int) -> bool:
    """Tell whether a heading has the number of the format, or the one of its order on the page."""
    if section is None:
        return True
    found = numbering_of(section.heading)
    return found.style == "chinese" and found.number in (position + 1, section.order)


def _named(report: Report, keys: list[str]) -> Text:
    first = report.sections[keys[0]].heading
    if len(keys) == 1:
        return Text(f"“{first}”", f"“{first}”")
    return Text(f"“{first}”等{len(keys)}个标题", f"“{first}” and {len(keys) - 1} more")
