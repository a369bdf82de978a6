"""Whose figures, and those of which year, does a sentence speak of?"""

import re
from functools import lru_cache

from nianbao.model.passages import has_any
from nianbao.model.report import Organ
from nianbao.prose.words import BLOT

_THIS = ("本年", "全年", "年内", "当年", "报告期")
_YEARS = ("本年度", "本年", "全年", "当年")
_CENTURIES = ("19", "20")
# Not 上年结转; behind 较 or 比 the figure is this year's, its difference is not.
_BEFORE = ("上年", "去年", "上一年", "往年", "历年", "近三年", "三年来", "近年", "前年", "同期")
_CARRIED = ("结转", "转结", "遗留")
_COMPARED = "较比与同跟和"
_PARTLY = ("季度", "上半年", "下半年", "月份", "以来")
_NUMERALS = "一二三四五六七八九十"
# A clause without any of these letters says nothing of time.
_TIMES = "年月季期来计拟目力"
_PLANS = ("明年", "下一年", "计划", "预计", "力争", "拟", "目标是")
_OWN = ("我", "本", BLOT, "全局", "全镇", "全乡", "全街道")
_AREAS = "县市省区州盟旗国"
_OTHERS = (
    "各", "乡镇", "部门", "县级", "市级", "省级", "区级", "州级", "县直", "市直", "区直", "本级",
    "下级", "上级", "下属", "所属", "系统", "其他单位", "除",
)  # fmt: skip
_ORGANS = (
    "局", "委员会", "镇", "乡", "街道", "办事处", "政府", "办公室", "中心", "法院", "单位", "公司",
    "大队", "支队", "社区", "村",
)  # fmt: skip
# 政府网站, 镇办, 村的: these are no subjects.
_NO_SUBJECTS = frozenset("的信网门公办集采")
_LONGEST = 14
_ZONES = ("管理委员会", "管委会")
_PARTIAL = (
    "通过", "经由", "从", "涉及", "关于", "属于", "针对", "依托", "利用", "借助", "运用", "以",
    "在", "经", "因", "由于",
)  # fmt: skip


Verb = tuple[str, tuple[str, ...] | None]


class Frame:
    """What a sentence is about so far.

    Attributes:
        this_year: whether its figures are those of the report year.
        scope: whose they are: ``own``, ``area`` or ``other``.
        noun: what is counted, ``"?"`` where that is not known.
        act: what was last said to be done to documents.
        part: whether the figures are parts of one before (其中).
        told: what the last figure of requests was: of those ``done``, of an ``outcome``, or ``""``.
        pooled: whether what was carried in, told now, belongs to what was received.
        narrowed: whether outcomes are those of some requests only (上年结转2件，予以公开1件).
        verb: words that govern a list joined by 、 (办结上年结转2件、本年新收9件), and their roles.
        timed: whether the sentence itself said of which year its figures are.
        owned: whether it said whose they are.
    """

    __slots__ = (
        "act", "narrowed", "noun", "owned", "part", "pooled", "scope", "this_year", "timed", "told",
        "verb",
    )  # fmt: skip

    def __init__(self, noun: str = "") -> None:
        self.this_year, self.scope, self.noun, self.act = True, "own", noun, ""
        self.told = ""
        self.verb: Verb = "", None
        self.part = self.timed = self.owned = self.pooled = self.narrowed = False

    def copy(self) -> "Frame":
        """Return the same state on its own."""
        twin = Frame(self.noun)
        twin.this_year, twin.scope, twin.act = self.this_year, self.scope, self.act
        twin.part, twin.timed, twin.owned = self.part, self.timed, self.owned
        twin.told, twin.verb = self.told, self.verb
        twin.pooled, twin.narrowed = self.pooled, self.narrowed
        return twin

    def hear(self, words: str, organ: Organ | None, *, first: bool) -> None:
        """Take in the words of a clause."""
        this_year, subject, scope = _told(words, first=first)
        if this_year is not None:
            self.this_year, self.timed = this_year, True
        if scope:
            self.scope = _of_area(subject, organ) if scope == "area" else scope
            self.owned = True
        if "其中" in words:
            self.part = True


# Reports share their phrases: what one tells is found out once.
@lru_cache(maxsize=2048)
def _told(words: str, *, first: bool) -> tuple[bool | None, str, str]:
    """Return whether a clause tells of this year, its subject, and whose the figures are.

    None and ``""`` where it does not say; ``area``: whose the area is, the organ tells.
    """
    subject = _subject(words)
    scope = _scope(words, subject)
    if not scope and first and _names_organ(subject[: _LONGEST + 4]):
        scope = "other"
    return _tells_of_this_year(words), subject, scope


def _subject(words: str) -> str:
    subject = words.lstrip(f" \u3000{BLOT}")
    for time in _YEARS:
        subject = subject.removeprefix(time).lstrip(f" {BLOT}")
    return subject.removeprefix("其中")


def _tells_of_this_year(words: str) -> bool | None:
    if not has_any(words, _TIMES):
        return None
    if _is_of_another(words) or has_any(words, _PLANS):
        return False
    return True if has_any(words, _THIS) else None


def _names_organ(subject: str) -> bool:
    """Tell whether a sentence begins with the name of an organ."""
    for word in _ORGANS:
        at = subject.find(word, 1)
        if 0 < at <= _LONGEST and subject[at + len(word) :][:1] not in _NO_SUBJECTS:
            return not any(map(str.isdecimal, subject[:at]))
    return False


def _is_of_another(words: str) -> bool:
    if has_any(words, _CENTURIES) and _has_year(words):
        return True
    if ("月" in words and _has_month(words)) or has_any(words, _PARTLY):
        return True
    for word in _BEFORE:
        at = words.find(word)
        if at < 0 or (at and words[at - 1] in _COMPARED):
            continue
        rest = words[at + len(word) :].lstrip(BLOT).removeprefix("度")
        if not rest.startswith(_CARRIED):
            return True
    return False


def ends_in_another_year(words: str) -> bool:
    """Tell whether words end by naming the year before: a bracket behind holds its figure."""
    plain = words.rstrip(f" {BLOT}度").removesuffix("同期").rstrip(f" {BLOT}度")
    return plain.endswith(("上年", "去年", "上一年"))


def _has_year(words: str) -> bool:
    at = words.find("年")
    while at >= 0:
        digits = words[max(0, at - 4) : at].strip()
        if len(digits) == 4 and digits.isdecimal() and digits[:2] in _CENTURIES:
            return True
        at = words.find("年", at + 1)
    # 2022—2024年, 2023: the year may stand without 年 behind it.
    return re.search(r"(?<!\d)(?:19|20)\d\d(?!\d|件|条|次|份|项|元)", words) is not None


def _has_month(words: str) -> bool:
    at = words.find("月", 1)
    while at > 0:
        if words[at - 1].isdecimal() or words[at - 1] in _NUMERALS:
            return True
        at = words.find("月", at + 1)
    return False


def _scope(words: str, subject: str) -> str:
    if subject.startswith(("全", "我")) and subject[1:2] in _AREAS and len(subject) > 1:
        return "area"
    if subject.startswith(_OTHERS):
        return "other"
    return "own" if subject.startswith(_OWN) or words.startswith(BLOT) else ""


def _of_area(subject: str, organ: Organ | None) -> str:
    """Return whose the figures of an area are: a government may report for all of its own."""
    if subject.startswith(("我县政府", "我市政府", "我区政府")):
        return "own"
    if organ is not None and organ.name.endswith(_ZONES) and subject.startswith("我区"):
        return "own"
    is_head = organ is not None and organ.kind == "government" and organ.level != "township"
    return "area" if is_head and subject[1] == _letter(organ) else "other"


def _letter(organ: Organ | None) -> str:
    """Return the last letter of the area that a government governs."""
    name = organ.name if organ else ""
    for seat in ("人民政府", "政府"):
        name = name.removesuffix(seat)
    return name[-1:]


def is_partial(words: str) -> bool:
    """Tell whether a clause narrows what the next one counts (通过网络，收到…)."""
    return words.lstrip().startswith(_PARTIAL) and not words.rstrip().endswith("看")
