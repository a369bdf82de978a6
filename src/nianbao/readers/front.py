"""What stands around the parts: preface, publication date, signature?"""

import re
from datetime import date
from typing import NamedTuple

from nianbao.readers.stream import BREAK

# What sites put around a title, and below an article. Words, not patterns: they cost no start.
AROUND_TITLE = (
    "发布时间", "发布日期", "更新时间", "更新日期", "发布机构", "信息来源", "来源:", "来源：",
    "浏览", "点击", "字号", "字体",
    "【", "分享", "打印", "索引号", "文号", "责任编辑", "作者:", "作者：", "发文日期", "成文日期",
    "公开日期", "名称:", "名称：", "主题",
)  # fmt: skip
_FOOTER = (
    "版权所有", "主办单位", "承办单位", "网站标识码", "ICP备", "公网安备", "打印本页", "关闭窗口",
    "关闭本页", "上一篇", "下一篇", "相关信息", "相关文档", "相关链接", "相关稿件", "扫一扫",
    "网站地图", "联系我们", "附件:", "附件：",
)  # fmt: skip
_LONGEST_AROUND, _LONGEST_FOOTER = 80, 120
# Sets of Chinese letters are slow to compile: that it is a date shows in its numbers.
# 更新 and 浏览 tell other days than that of publication; beside the name of a column (信息公开) may
# stand the day of the visit.
_PUBLISHED = (
    r"(?:(?P<word>发布|公布|发稿)(?:时间|日期)?\s*(?::|：)?"
    r"|(?P<other>公开|发文|成文|生成|印发)(?:(?:时间|日期)\s*(?::|：)?|\s*(?::|：)))\s*"
    r"(?P<year>20\d{2})\D{1,3}(?P<month>\d{1,2})\D{1,3}(?P<day>\d{1,2})(?!\d)\s*日?"
)
# A page may tell first when the document was drawn up, and shortly after when it was published.
_SHORTLY = 200
_ISO = r"(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})"
_DATE_ALONE = rf"({_ISO}日?)(?:\s+\d{{1,2}}:\d\d(?::\d\d)?)?"
_SIGNED = r"20\d{2}年\d{1,2}月\d{1,2}日"


_LEFT, _AROUND = "：:，,。#", '*“”"【】'


class Line(NamedTuple):
    """A line of a text and where it stands."""

    text: str
    start: int

    @property
    def stop(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


def lines_of(prose: str, start: int, stop: int) -> list[Line]:
    """Return the lines between two offsets that hold words, without spaces around them."""
    lines = []
    at = start
    for piece in prose[start:stop].split(BREAK):
        if piece and (words := piece.lstrip()):
            # What Markdown and quotes put around a heading is left when the heading is taken.
            rest = words.lstrip(_LEFT) if words[0] in _LEFT else words
            text = rest.rstrip()
            if text and (text[0] not in _AROUND or text.strip(_AROUND)):
                lines.append(Line(text, at + len(piece) - len(rest)))
        at += len(piece) + 1
    return lines


def line_at(prose: str, offset: int) -> tuple[int, str]:
    """Return the line that holds an offset, and where it begins."""
    start = prose.rfind(BREAK, 0, offset) + 1
    stop = prose.find(BREAK, offset)
    return start, prose[start : stop if stop >= 0 else len(prose)]


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text holds any of the words."""
    return any(word in text for word in words)


def published_in(text: str) -> tuple[date, int, int] | None:
    """Return the publication date that a text states, and where it stands."""
    found = _stated(text)
    day = _day(*found.group("year", "month", "day")) if found else None
    return (day, found.start("year"), found.end()) if found and day else None


def _stated(text: str) -> re.Match[str] | None:
    dates = re.finditer(_PUBLISHED, text)
    first = next(dates, None)
    later = next(dates, None) if first and not first["word"] else None
    if first and later and later["word"] and later.start() < first.end() + _SHORTLY:
        return later
    return first


def date_of(text: str) -> date | None:
    """Return the first whole date of a text, or None."""
    found = re.search(_ISO, text)
    return _day(*found.groups()) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def preface_of(lines: list[Line]) -> list[Line]:
    """Return the lines of a preface, without those a site puts around a title."""
    return [
        line
        for line in lines
        if len(line.text) >= _LONGEST_AROUND
        or not (holds(line.text, AROUND_TITLE) or _is_date(line))
    ]


def _is_date(line: Line) -> bool:
    return _may_be_date(line) and re.fullmatch(_DATE_ALONE, line.text) is not None


def _may_be_date(line: Line) -> bool:
    return line.text.startswith("20")


def dated_under(prose: str, title: int) -> tuple[date, int, int] | None:
    """Return the date that stands alone right under a title, and where it stands.

    Args:
        prose: the text.
        title: the offset behind the title, 0 where there is none.
    """
    lines = lines_of(prose, title, title + _LONGEST_AROUND) if title else []
    found = re.fullmatch(_DATE_ALONE, lines[0].text) if lines and _may_be_date(lines[0]) else None
    day = _day(*found.groups()[1:4]) if found else None
    return (day, lines[0].start, lines[0].start + found.end(1)) if found and day else None


def without_footer(lines: list[Line]) -> list[Line]:
    """Return the lines of the last part up to the footer of the page."""
    for index, line in enumerate(lines):
        if len(line.text) < _LONGEST_FOOTER and holds(line.text, _FOOTER):
            return lines[:index]
    return lines


def without_signature(lines: list[Line]) -> tuple[list[Line], str]:
    """Return the lines without a signature at their end, and the signature."""
    if not lines or not re.fullmatch(_SIGNED, re.sub(r"\s", "", lines[-1].text)):
        return lines, ""
    signed = [lines[-1]]
    if len(lines) > 1 and len(lines[-2].text) <= 30 and not re.search("[。；：]", lines[-2].text):
        signed.insert(0, lines[-2])
    return lines[: -len(signed)], "\n".join(line.text for line in signed)
