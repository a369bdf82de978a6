"""QUA002: has the part on problems both sides, the problems and their remedies?"""

import re
from collections.abc import Iterator

from nianbao.model.extent import cut_after
from nianbao.model.passages import has_any
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Hit

_FEWEST = 30
_PROBLEMS = (
    "问题", "不足", "不够", "有待", "薄弱", "差距", "短板", "弱项", "不强", "不高",
    "不到位", "不及时", "不全", "不完善", "不规范", "不平衡", "不深", "不准", "不熟", "滞后",
    "单一", "较少", "偏少", "偏低", "较低", "较弱", "困难", "缺乏", "缺少", "缺位", "疏漏", "还需",
    "仍需", "需进一步", "需要进一步", "亟待", "亟需", "尚需", "尚待", "意识不",
    "不多", "不新", "不广", "不细", "不清", "不严", "欠",
)  # fmt: skip
_REMEDIES = (
    "改进", "整改", "下一步", "今后", "接下来", "将", "措施", "加强", "加大", "提升", "提高",
    "强化", "完善", "健全", "优化", "规范", "推进", "推动", "拓宽", "拓展", "丰富", "针对", "已经",
    "着力", "开展", "落实", "建立", "补充", "安排", "组织", "做好", "确保", "深化",
)  # fmt: skip
# These hold words for a remedy: what is still to be done, and names of qualities and documents.
_NO_REMEDIES = (
    r"(?:有待|亟待|亟需|尚需|尚待)(?:于|进一步|继续|不断|持续)*\w\w"
    r"|不够\w\w|不规范|不完善|规范化(?:水平|程度)|规范性(?:文件|不)"
)
_SIDES = Text("问题", "problems"), Text("改进情况", "remedies")


def problems_without_remedy(report: Report) -> Iterator[Hit]:
    """Find a part on problems that has only one side of it, by the words used."""
    section = report.sections.get("problems")
    if section is None or len("".join(section.text.split())) < _FEWEST:
        return
    problems = has_any(section.text, _PROBLEMS)
    rest = re.sub(_NO_REMEDIES, "", section.text)
    remedies = has_any(rest, _REMEDIES)
    if problems != remedies and cut_after(report) != "problems":
        told, missing = _SIDES if problems else _SIDES[::-1]
        yield Hit("/sections/problems", {"told": told, "missing": missing})
