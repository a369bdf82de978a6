"""Do the parts that a sentence lists add up to their whole?"""

import re
from collections.abc import Iterator

from nianbao.model.numbers import Number
from nianbao.model.passages import has_any
from nianbao.model.report import Report
from nianbao.prose.lists import Listed, lists_of
from nianbao.prose.mentions import Mention
from nianbao.prose.statements import statements_of

# One piece of information may be published in several of these.
_OUTLETS = (
    "网站", "政府网", "门户网", "公众号", "微信", "微博", "公开栏", "公示栏", "新媒体", "客户端",
    "日报", "晚报", "报纸", "报刊", "电视", "广播", "抖音", "专栏", "平台", "电子屏", "渠道",
    "媒体", "公告栏", "宣传栏",
)  # fmt: skip
# These letters are part of other words too (工作报告, 网上办事): the name of an outlet ends there.
_ENDINGS = ("网", "报", "栏")
_VERBS = ("发布", "公开", "公示", "推送", "刊登", "刊发", "发")
_FEW = 3
# A number that runs into other words lost its unit on the way: 政策文件20转载信息173条. Years, and
# the numbers of documents and hotlines, have none. Compiled for the few lists that do not add up.
_WITHOUT_UNIT = r"(?<=[\u4e00-\u9fff])\d{1,4}(?=[\u4e00-\u9fff])(?![年月日号届级时])"


class Sum:
    """A list whose parts do not add up to its whole."""

    __slots__ = ("listed", "total")

    def __init__(self, listed: Listed, total: Number) -> None:
        self.listed, self.total = listed, total


def wrong_sums(report: Report) -> Iterator[Sum]:
    """Yield the lists that do not add up, where they claim to."""
    for statement in statements_of(report):
        if len(statement.mentions) > 2:
            for listed in lists_of(statement):
                total = _total(listed)
                if total is not None and _claims(listed, total):
                    yield Sum(listed, total)


def _total(listed: Listed) -> Number | None:
    """Return the sum of the parts, None where it fits or a figure says nothing of it."""
    figures = (listed.whole, *listed.parts)
    if not all(each.exact for each in figures) or any(_is_channel(each) for each in listed.parts):
        return None
    if not set(listed.sums).isdisjoint(listed.wholes) or _has_lost_units(listed):
        return None
    return sum(each.value for each in listed.parts)


def _has_lost_units(listed: Listed) -> bool:
    """Tell whether a number that has no unit stands between the figures of a list."""
    starts = {mention.at for mention in listed.statement.mentions}
    text, first = listed.statement.plain, listed.whole.at
    numbers = re.compile(_WITHOUT_UNIT).finditer(text, first, listed.statement.stop)
    return any(number.start() not in starts for number in numbers)


def _is_channel(mention: Mention) -> bool:
    return mention.means is not None and "channel" in mention.means


def _claims(listed: Listed, total: Number) -> bool:
    """Tell whether a list claims to add up: few parts, or places of publication, may not."""
    if any(_is_outlet(part.head.strip()) for part in listed.parts):
        return False
    if listed.sign == "共":
        # Nothing says that what follows are all its parts, but that they are many.
        return len(listed.parts) > _FEW
    if total > listed.whole.value or listed.closed:
        return True
    return len(listed.parts) >= _FEW


def _is_outlet(head: str) -> bool:
    """Tell whether words name where something was published, not of what kind it is."""
    if head.endswith("类"):
        return False
    name = next((head.removesuffix(verb) for verb in _VERBS if head.endswith(verb)), head)
    is_short = name.endswith(_ENDINGS) and not name.endswith("通报")
    return is_short or has_any(head, _OUTLETS)
