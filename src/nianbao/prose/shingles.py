"""How much of its own words does a text share with another?

Two texts are compared by their shingles: all runs of five letters. What any two reports share is
masked before: numbers, the names of the organ, titles, numbering, and the words of the format.
"""

import re

from nianbao.model.facts import Facts
from nianbao.model.passages import passages
from nianbao.model.report import Organ, Report
from nianbao.prose.masking import names_of

Shingles = frozenset[str]

# Long enough to be rare by chance, short enough that a changed word costs few of them.
_LENGTH = 5
# The preface is the format's own.
_PREFACE = "/preface"
_TITLES = re.compile(r"《[^《》]{0,80}》")
_NUMBERS = re.compile(r"[0-9.．%]+|第?[〇零一二三四五六七八九十百千万]+(?:是|[、，.．章条])?")
_REST = re.compile(r"[\W_]+")
# The five aspects that the format asks for, and what it calls the report and its periods.
_FORMAT = re.compile(
    "政府信息公开工作年度报告|政府信息公开|主动公开政府信息|主动公开|依申请公开|政府信息管理"
    "|政府信息公开平台建设|平台建设|监督保障|总体情况|存在的?主要问题|改进情况|其他需要报告的事项"
    "|工作情况|本年度?|上年度?|[年月日]度?"
)


def shingles_of(text: str, organ: Organ | None) -> Shingles:
    """Return the shingles of a text of an organ."""
    words = masked(text, organ)
    return frozenset(words[at : at + _LENGTH] for at in range(len(words) - _LENGTH + 1))


def masked(text: str, organ: Organ | None) -> str:
    """Return the letters of a text that are its own."""
    text = _TITLES.sub("", "".join(text.split()))
    for name in names_of(organ) if organ else ():
        text = text.replace(name, "")
    return _REST.sub("", _FORMAT.sub("", _NUMBERS.sub("", text)))


def likeness(one: Shingles, other: Shingles) -> float:
    """Return how much of the shingles of either both have (Jaccard): 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def parts_of(report: Report) -> dict[str, Shingles]:
    """Return the shingles of each part that has words of its own, by pointer."""
    parts = (
        (pointer, shingles_of(text, report.organ))
        for pointer, text in passages(report)
        if pointer != _PREFACE
    )
    return {pointer: shingles for pointer, shingles in parts if shingles}


def whole_of(facts: Facts) -> Shingles:
    """Return the shingles of all parts of a report; it may be compared with many others."""
    return facts.report.once(_whole)


def _whole(report: Report) -> Shingles:
    return frozenset().union(*parts_of(report).values())
