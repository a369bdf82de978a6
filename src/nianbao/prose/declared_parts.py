"""Of how many parts does a text say that a report consists?"""

import re

from nianbao.model.passages import has_any
from nianbao.model.record import Record
from nianbao.prose.clauses import split_sentences

_NUMBERS = "一二三四五六七八九十"
_WHAT = ("部分", "方面")
_COUNT = rf"(?P<count>[{_NUMBERS}两]|\d{{1,2}})\s{{0,3}}(?:个|大)?\s{{0,3}}(?P<what>部分|方面)"
_COUNTED = f"{_NUMBERS}两个大 "
_REPORTS = ("报告", "年报", "全文")
_OTHER_REPORTS = (
    "专项报告", "专题报告", "评估报告", "调研报告", "自查报告", "述职报告", "审计报告", "分析报告",
)  # fmt: skip
# How a sentence says that it lists the parts of a whole.
_CONSISTS = ("组成", "构成", "包括", "包含", "分为", "内容为", "分别为", "分别是", "共分")
_TOPICS = (
    ("review_litigation", ("复议", "诉讼")),
    ("requests", ("申请",)),
    ("disclosure", ("主动公开",)),
    ("problems", ("问题", "改进")),
    ("overview", ("总体情况", "概述")),
    ("other_matters", ("其他", "其它")),
    ("fees", ("收费",)),
    ("annex", ("附表", "附件", "附录")),
)


class Declared(Record):
    """What a text says of the parts of its report.

    Attributes:
        said: how many it says there are.
        listed: how many it names; None where it names none, or not all for sure.
        quote: its words.
    """

    said: int
    listed: int | None
    quote: str


def declared_parts(text: str) -> Declared | None:
    """Return what a text says of the parts of its report, or None."""
    if not _counts_something(text):
        return None
    for sentence in split_sentences(text):
        found = re.search(_COUNT, sentence) if has_any(sentence, _WHAT) else None
        if found and _is_about_the_report(sentence, found):
            return Declared(_number(found["count"]), _listed(sentence, found), found[0])
    return None


def _counts_something(text: str) -> bool:
    """Tell whether 部分 or 方面 stands behind a number: 部分公开 is everywhere."""
    for word in _WHAT:
        at = text.find(word, 1)
        while at >= 0:
            if text[at - 1] in _COUNTED or text[at - 1].isdigit():
                return True
            at = text.find(word, at + 1)
    return False


def _is_about_the_report(sentence: str, found: re.Match[str]) -> bool:
    before = sentence[: found.start()]
    if not has_any(before, _REPORTS):
        return False
    if has_any(before, _OTHER_REPORTS):
        return False
    if found["what"] == "方面":
        # Work has aspects; a report has them only where it is said to be made up of them.
        return "由" in before and sentence[found.end() :].startswith(("组成", "构成"))
    return has_any(sentence, _CONSISTS)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return 2 if words == "两" else _NUMBERS.index(words) + 1


def _listed(sentence: str, found: re.Match[str]) -> int | None:
    """Count the parts that a sentence names, where it names each in known words."""
    topics = _topics(sentence[: found.start()]) or _topics(sentence[found.end() :])
    is_open = sentence[: found.start()].rstrip().endswith(("等", "等等", "等共"))
    # 等 may close a list; before the last part it may also cut it short.
    is_whole = not is_open or {"overview", "other_matters"} <= set(topics)
    return len(topics) if len(topics) > 1 and is_whole else None


def _topics(words: str) -> list[str]:
    """Return the parts that a list names; none where one of its words is of no known part."""
    start = re.search("由|包括|包含|分为|分别为|分别是|[:：]|为", words)
    items = re.split("[、，,]|以及|(?<=情况)[和及与]", words[start.end() :] if start else words)
    named = [_topic(item) for item in items if len(item.strip("等共的”“ ")) > 1]
    return [] if "" in named else list(dict.fromkeys(named))


def _topic(item: str) -> str:
    return next((key for key, words in _TOPICS if has_any(item, words)), "")
