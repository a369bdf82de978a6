"""QUA005: could the overview stand in any organ's report?"""

import re
from collections.abc import Iterator

from nianbao.model.exemption import exemption
from nianbao.model.report import Report
from nianbao.prose.organs import short_name
from nianbao.rule import Hit

_FEWEST = 40
# An organ speaks of itself, or counts something, in digits or in Chinese numerals.
_OWN = (
    "我[镇乡县市区省州旗盟局委办厅院部街处中单机]|本[镇乡县市区局委办厅院部街中单机级地]"
    "|全[镇乡县市区省州旗盟局委街系]"
)
_COUNT = r"\d|[一二两三四五六七八九十百千]{1,6}余?[条件次项份篇个人期场名]"


def boilerplate_generic(report: Report) -> Iterator[Hit]:
    """Find an overview that names neither the organ nor any figure."""
    overview = report.sections.get("overview")
    text = overview.text if overview else ""
    if len(text) < _FEWEST or re.search(_OWN, text) or re.search(_COUNT, text):
        return
    organ = report.organ
    if organ and (organ.name[:2] in text or short_name(organ.name)[:2] in text):
        return
    if not exemption(report):
        yield Hit("/sections/overview")
