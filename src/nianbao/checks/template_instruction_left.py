"""SEC011: are instructions or blanks of the template left in the report?"""

import re
from collections.abc import Iterator

from nianbao.model.passages import has_any, passages
from nianbao.model.report import Report
from nianbao.rule import Hit

_PHRASES = ("该部分以表格形式报告", "此部分以表格形式报告", "本部分以表格形式报告")
_NOTES = (
    r"[（(](?:文字描述|文字叙述|文字说明|单位名称|机关名称|机构名称"
    r"|(?:请填|此处填|此处写)[^（()）]{0,20})[)）]"
)
_LEAD_IN = r"(?:^|[。；\n])[^\S\n]{0,9}(表格如下)[^\S\n]{0,9}(?:[：:。]|$|\n)"
# XX stands where a name or a number was to be filled in; one alone hides the name of a person.
_SIGNS = ("XX", "xx", "\uff38\uff38", "\u00d7\u00d7")
# Most reports have none of these words: they are searched for over all of the text at once.
_TELLING = (
    *_SIGNS, "以表格形式报告", "表格如下", "文字描述", "文字叙述", "文字说明", "（请填", "(请填",
    "此处填", "此处写", "单位名称", "机关名称", "机构名称",
)  # fmt: skip
_BLANKS = (
    r"(?<![Xx\uff38\u00d7])[Xx\uff38\u00d7]{2,9}\s{0,3}(?:单位|机关|部门|人民政府|政府|街道|局|委|办|乡|镇|县|市|区"
    r"|年|月|日|件|条|次|项|元|万元)"
)


def template_instruction_left(report: Report) -> Iterator[Hit]:
    """Find words of the template in headings and text: one finding a passage."""
    headings = (each.heading for each in (*report.sections.values(), *report.extra_sections))
    whole = "\n".join((*headings, *(text for _, text in passages(report))))
    if not has_any(whole, _TELLING):
        return
    for place, text in passages(report):
        quotes = dict.fromkeys((*_quotes(_heading(report, place)), *_quotes(text)))
        if quotes:
            named = "、".join(f"“{quote}”" for quote in quotes)
            yield Hit(place, {"quotes": named}, quote=next(iter(quotes)))


def _heading(report: Report, place: str) -> str:
    _, kind, *keys = place.split("/")
    if not keys:
        return ""
    sections = report.extra_sections
    return (report.sections[keys[0]] if kind == "sections" else sections[int(keys[0])]).heading


def _quotes(text: str) -> Iterator[str]:
    yield from (phrase for phrase in _PHRASES if phrase in text)
    if found := re.search(_LEAD_IN, text):
        yield found[1]
    yield from (found[0] for found in re.finditer(_NOTES, text))
    yield from (found[0] for found in re.finditer(_BLANKS, text))
