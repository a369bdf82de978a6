"""What is the title of a document, and which organ and year does it name?"""

import re
import unicodedata
from collections.abc import Iterator

from nianbao.model.record import Record
from nianbao.prose.organs import organ_named
from nianbao.readers.front import AROUND_TITLE, Line, holds, line_at, lines_of

_TITLES = ("报告", "年报")
_ABOUT = ("信息公开", "政务公开", "政府信息", "政务信息")
# A line with one of these is a sentence, a trail of links or a list entry about a report.
_NO_TITLE = ("。", "；", ">", "》", "＞", "本报告", "当前位置", "您现在的位置")
_LONGEST_TITLE = 70
# How notices about the report, the form itself and the yearly form on websites end.
_NOTICES = ("的通知", "报告格式", "格式（试行）", "格式(试行)", "年度报表")
_LONGEST_NOTICE = 120
_FILES = (".pdf", ".doc", ".docx", ".wps", ".ofd", ".xls", ".xlsx", ".zip", ".rar", ".jpg", ".png")
_LABELS = ("标题", "名称", "信息名称", "文件名称")
_BEHIND_TITLE = "时间|日期|来源|浏览|点击|字号|字体|作者"
# What sets the size of the letters stands before the title of some pages.
_SIZES = r"(?:字[号体][:：]?)?\s*[【\[（]?\s*大\s*中\s*小\s*[】\]）]?\s*"
# A line above that is part of the title is short, and no sentence, label or link.
_NO_PART = ("，", "：", ":", "！", "？", "、", "|")
_LONGEST_PART, _REACH = 40, 200
_YEAR = r"(20\d{2})(?:\s*年|\s*度|\D{1,2}20\d{2})"
# 青禾县政务公开办公室 is an organ, and what it reports on comes behind.
_TOPIC = "(?:(?:政府|政务)?信息公开|政务公开|(?:政府|政务)信息(?!公开))(?!办公室|中心|局|处|科|股)"
_ZERO = "\u3007○\uff2fO零0"  # as the words for a year are typed
_YEAR_IN_WORDS = f"二[{_ZERO}][{_ZERO}一二三四五六七八九]{{2}}"


_QUOTES = str.maketrans("", "", "《》")


class Title(Record):
    """A title without the breaks in it, and the stretch that it takes."""

    text: str
    start: int
    stop: int


def title_in(prose: str, stop: int) -> Title | None:
    """Return the last line before ``stop`` that names an annual report, or None.

    A title broken over lines is put together again. Below the title of its page, with organ and
    year, a document may call itself an annual report only; then that of the page counts, where
    there is one: titles of several reports are links.
    """
    title = next(_titles(prose, stop), None)
    if title is None or organ_in(title.text) or year_in(title.text):
        return title
    above = {each.text: each for each in _titles(prose, title.start)}
    whole = [each for each in above.values() if organ_in(each.text) and year_in(each.text)]
    return whole[0] if len(whole) == 1 else title


def _titles(prose: str, stop: int) -> Iterator[Title]:
    """Yield the titles of annual reports before ``stop``, the last first."""
    for line in _lines_with(prose, stop, _TITLES):
        whole = _joined(prose, line) if len(line.text) <= _LONGEST_TITLE else None
        if whole and holds(whole.text, _ABOUT) and not _is_sentence(whole.text):
            yield _trimmed(whole)


def _is_sentence(text: str) -> bool:
    # 机构编制委员会办公室 and 根据地纪念馆 are organs.
    is_drawn_up = "编制" in text.replace("机构编制", "")
    return is_drawn_up or text.startswith("根据") or holds(text, _NO_TITLE)


def notice_in(prose: str, stop: int) -> Title | None:
    """Return the last line before ``stop`` that is the title of a notice or form, or None."""
    for line in _lines_with(prose, stop, _NOTICES):
        if len(line.text) <= _LONGEST_NOTICE and line.text.endswith(_NOTICES):
            return Title(line.text, line.start, line.stop)
    return None


def _lines_with(prose: str, stop: int, words: tuple[str, ...]) -> Iterator[Line]:
    """Yield the lines before ``stop`` that hold one of the words, the last first."""
    while (at := max(prose.rfind(word, 0, stop) for word in words)) >= 0:
        start, line = line_at(prose, at)
        text = line.strip(" \t\n\r\u00a0\u3000#*")
        # The name of a file offered, not what the document is called.
        if not text.startswith("附件") and not text.lower().endswith(_FILES):
            yield Line(text, start + line.index(text))
        stop = start


def _joined(prose: str, line: Line) -> Title:
    """Return a title with the lines above it that belong to it: its topic, the organ's name."""
    title = Title(line.text, line.start, line.stop)
    for _ in range(2):
        above = _above(prose, title.start)
        if above is None or not _belongs(above.text, title.text):
            break
        title = Title(above.text + title.text, above.start, title.stop)
    return title


def _above(prose: str, start: int) -> Line | None:
    lines = lines_of(prose, max(0, start - _REACH), start)
    return lines[-1] if lines else None


def _belongs(above: str, text: str) -> bool:
    """Tell whether a line is the part of a title above ``text``."""
    if (
        len(above) > _LONGEST_PART
        or _is_sentence(above)
        or holds(above, (*_NO_PART, *AROUND_TITLE))
    ):
        return False
    if not holds(text, _ABOUT):
        return holds(above, _ABOUT) and not holds(above, _TITLES) and year_in(above) is not None
    if organ_in(text):
        return False
    organ = organ_named(_without_year(above).removesuffix("关于"))
    return organ is not None and organ.kind is not None


def _trimmed(title: Title) -> Title:
    """Return a title without what stands on its line around it, and once where it comes twice."""
    text = title.text
    if text.startswith(_LABELS):
        text = re.sub(r"^\w+\s*[:：]\s*", "", text)
    if text.startswith(("大", "字", "【", "[")):
        text = text[sizes.end() :] if (sizes := re.match(_SIZES, text)) else text
    start = title.start + len(title.text) - len(text)
    short = text
    if len(text.split()) > 1:
        short = re.split(rf"(?<=报告|年报)\s+(?=\S*(?:{_BEHIND_TITLE}))", text)[0]
    half = len(short) // 2
    if short[:half].strip() == short[half:].strip():
        short = short[:half].strip()
    return Title(short, start, title.stop - len(text) + len(short))


def head_title(text: str) -> str:
    """Return the title of a page without the site's name behind it."""
    return re.split(r"[\-_|－—]{1,2}(?=[^\-_|]*(?:网|政府|平台|门户)[^\-_|]*$)", text.strip())[
        0
    ].strip()


def organ_in(title: str) -> str:
    """Return the organ's name in a title, or ``""``."""
    topic = re.search(_TOPIC, title)
    if topic is None:
        return ""
    name = title[: topic.start()]
    # 云溪镇人民政府信息公开 runs two words together.
    if name.endswith("人民") and topic[0].startswith("政府"):
        name += "政府"
    return _without_year(name).removeprefix("关于").removesuffix("的").removesuffix("关于")


def _without_year(name: str) -> str:
    plain = "".join(_narrow(name).translate(_QUOTES).split())
    if "二" in plain:
        plain = re.sub(f"{_YEAR_IN_WORDS}年?度?", "", plain)
    return re.sub(r"20\d{2}年?度?", "", plain)


def _narrow(text: str) -> str:
    """Return a text with full-width digits made plain."""
    return unicodedata.normalize("NFKC", text) if "２" in text else text


def year_in(text: str) -> int | None:
    """Return the first year a text names, or None."""
    found = re.search(_YEAR, _narrow(text))
    if found:
        return int(found[1])
    words = re.search(f"{_YEAR_IN_WORDS}年", text) if "二" in text else None
    return 2000 + int("".join(map(_digit, words[0][2:4]))) if words else None


def _digit(letter: str) -> str:
    return str("零一二三四五六七八九".find(letter) if letter in "一二三四五六七八九" else 0)
