"""Has a text lost all its tables, which were pictures or were dropped by a converter?

A text holds no pictures: where one stood nothing is left. Parts with nothing below their heading,
or words that announce a table, count as pictures: no organ is told to have left them empty.
"""

import re

from nianbao.model.report import Report, Section

_PARTS = ("disclosure", "requests", "review_litigation")
_ANNOUNCED = re.compile(r"[^。；\n\d]{0,30}(?:表格|[下如附]表|如下)[^；\n\d]{0,15}")


def with_pictures(report: Report) -> Report:
    """Return a report without tables whose parts hold pictures where all of them are bare."""
    parts = {key: report.sections[key] for key in _PARTS if key in report.sections}
    if len(parts) < len(_PARTS) or not all(map(_is_bare, parts.values())):
        return report
    pictured = {key: part._replace(pictures=1) for key, part in parts.items()}
    return report._replace(sections={**report.sections, **pictured})


def _is_bare(part: Section) -> bool:
    return not part.text or all(map(_ANNOUNCED.fullmatch, part.text.split("\n")))
