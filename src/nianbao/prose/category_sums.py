"""Do the parts that a sentence lists add up to their whole?"""

from collections.abc import Iterator

from nianbao.model.numbers import Number
from nianbao.model.report import Report
from nianbao.prose.lists import Listed, lists_of
from nianbao.prose.mentions import Mention
from nianbao.prose.statements import statements_of

# One piece of information may be published in several of these.
_OUTLETS = (
    "网站", "网", "公众号", "微信", "微博", "公开栏", "公示栏", "新媒体", "客户端", "报", "电视",
    "广播", "抖音", "专栏", "平台", "电子屏", "渠道", "媒体", "公告栏", "栏",
)  # fmt: skip
_FEW = 3


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
                if total is not None and total not in listed.wholes and _claims(listed, total):
                    yield Sum(listed, total)


def _total(listed: Listed) -> Number | None:
    """Return the sum of the parts, None where one is not exact or is of channels of requests."""
    figures = (listed.whole, *listed.parts)
    if not all(each.exact for each in figures) or any(_is_channel(each) for each in listed.parts):
        return None
    return sum(each.value for each in listed.parts)


def _is_channel(mention: Mention) -> bool:
    return mention.means is not None and "channel" in mention.means


def _claims(listed: Listed, total: Number) -> bool:
    """Tell whether a list claims to add up: few parts, or places of publication, may not."""
    if any(outlet in part.head for part in listed.parts for outlet in _OUTLETS):
        return False
    if listed.sign == "共":
        # Nothing says that what follows are all its parts, but that they are many.
        return len(listed.parts) > _FEW
    if total > listed.whole.value or listed.closed:
        return True
    return len(listed.parts) >= _FEW
