"""DAT004: is the report named with the same year in its title and in its text?"""

import re
from collections.abc import Iterator

from nianbao.model.passages import has_any, sentence_at
from nianbao.model.report import Report
from nianbao.rule import Hit

_YEAR = r"(20\d\d)\s*年"
_WORDS = "[^《》。；，,\n]"
_NAMED = (
    rf"{_YEAR}度?{_WORDS}{{0,40}}?(?:信息公开|政务公开)"
    rf"(?:{_WORDS}{{0,12}}?(?:年度报告|年报|工作报告)(?!有关|格式|的通知|编制|工作)"
    r"|工作(?:情况)?(?:作了|作出|进行了?)(?:全面)?总结)"
)
# By these words a sentence says that it is this report that it names.
_THIS = ("公布", "发布", "编制", "形成", "撰写", "本报告", "报告如下", "公开如下", "汇报如下")
# These compare, or refer to another report.
_OTHER = (
    "上年", "上一年", "去年", "往年", "历年", "前一年", "同比", "相比", "对照", "参照", "以来",
    "已于", "已在",
)  # fmt: skip


def title_year_mismatch(report: Report) -> Iterator[Hit]:
    """Compare the year in the title with that of the report as its preface names it.

    Where the preface also names the year of the title, it quotes another report.
    """
    year = re.search(_YEAR, report.title)
    place, text = _opening(report)
    if year is None or "公开" not in text or {*re.findall(r"20\d\d", text)} <= {year[1]}:
        return
    named = [*re.finditer(_NAMED, text)]
    own = [found for found in named if _is_this(text, found)]
    if own and year[1] not in [found[1] for found in named]:
        quote = own[0][0]
        values = {"title_year": int(year[1]), "text_year": int(own[0][1]), "quote": quote}
        yield Hit("/title", values, (place,), quote=quote)


def _opening(report: Report) -> tuple[str, str]:
    """Return the preface, or what stands in its place at the head of the overview."""
    if report.preface:
        return "/preface", report.preface
    overview = report.sections.get("overview")
    return "/sections/overview", overview.text.partition("\n")[0] if overview else ""


def _is_this(text: str, found: re.Match[str]) -> bool:
    sentence = sentence_at(text, found.start(), found.end())
    return has_any(sentence, _THIS) and not has_any(sentence, _OTHER)
