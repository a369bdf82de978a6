"""Which figures does a text name, with which units?"""

import re
from collections.abc import Iterator
from decimal import Decimal

from nianbao.model.numbers import Number
from nianbao.model.record import Record

# The longer of two units stands first: 件次 counts something else than 件.
_UNITS = "件次|人次|万元|亿元|元|件|条|次|项|份|宗|例|起|个|部|篇|期|场|[%\uff05]"
# A longer run of digits is no figure, and Python refuses to make a number of thousands of them.
_DIGITS = r"\d{0,2}(?:,\d{3}){1,5}|\d{0,17}(?:\.\d{1,6})?"
_NUMERALS = "零\u3007一二两三四五六七八九十百千"
_BEHIND = (
    r"\s{0,2}(余|多|几|来)?\s{0,2}((?:万|亿|千|百)(?!元))?(余|多)?\s{0,2}"
    rf"({_UNITS})"
)
# What stands before is looked at behind the first digit: a pattern that begins with a digit is
# tried at digits alone.
_FIGURE = rf"(\d(?<![第\d.,]\d)(?:{_DIGITS})){_BEHIND}"
_NUMERAL = (
    rf"(?<![第万亿{_NUMERALS}])"
    rf"([{_NUMERALS}]{{1,9}}(?:万[{_NUMERALS}]{{1,9}})?){_BEHIND}"
)
# A text that tells numbers in numerals tells one of these.
_TELLING = ("件", "条", "份")
# 条例, 一件事, 一次性, 3个月: no unit.
_NO_UNITS = {
    "件": "事",
    "条": "例线龙块",
    "次": "性年",
    "个": "月工小部方大乡镇村别人",
    "部": "分门",
    "例": "如外",
    "起": "草来诉止",
    "元": "旦",
    "项": "目工制重",
    "期": "间",
}
_ABOUT_BEFORE = ("近", "约", "超", "超过", "逾", "不足", "于", "不到", "突破", "至少", "最多")
_ABOUT_BEHIND = ("左右", "以上", "以下", "上下", "之多", "以内")
_VALUES = {word: number for number, word in enumerate("零一二三四五六七八九")} | {
    "\u3007": 0,
    "两": 2,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}


class Figure(Record):
    """A number with its unit, where it stands in a text.

    Attributes:
        start, stop: where the number begins and where its unit ends.
        value: the number as written.
        unit: the unit; ``%`` in either width.
        exact: whether it is more than a bound or a rounded number (余, 近, 万).
    """

    start: int
    stop: int
    value: Number
    unit: str
    exact: bool = True


def figures_in(text: str) -> list[Figure]:
    """Return the figures of a text that have a unit, in order."""
    figures = list(_figures(_FIGURE, text))
    # The pattern is slow to compile, and few reports write numbers in numerals.
    if _tells_in_numerals(text):
        figures.extend(_figures(_NUMERAL, text))
        figures.sort()
    return figures


def _tells_in_numerals(text: str) -> bool:
    """Tell whether a numeral stands before one of the usual units."""
    for unit in _TELLING:
        at = text.find(unit, 1)
        while at > 0:
            if text[at - 1] in _NUMERALS:
                return True
            at = text.find(unit, at + 1)
    return False


def _figures(pattern: str, text: str) -> Iterator[Figure]:
    for found in re.finditer(pattern, text):
        number, about, myriad, more, unit = found.groups()
        start, stop = found.span()
        behind = text[stop : stop + 2]
        if behind[:1] and behind[:1] in _NO_UNITS.get(unit, ""):
            continue
        value = _number(number)
        if value is not None:
            exact = not (about or myriad or more or _is_about(text, start, behind))
            yield Figure(start, stop, value, "%" if unit == "\uff05" else unit, exact)


def _number(words: str) -> Number | None:
    if not words[0].isdecimal():
        return numeral(words)
    plain = words.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)


def _is_about(text: str, start: int, behind: str) -> bool:
    return text[max(0, start - 2) : start].rstrip().endswith(_ABOUT_BEFORE) or behind in (
        _ABOUT_BEHIND
    )


def numeral(words: str) -> int | None:
    """Return the number that Chinese numerals spell (一百零三, 二万零五), or None."""
    myriads, is_large, rest = words.rpartition("万")
    if is_large:
        above, below = _below_myriad(myriads), _below_myriad(rest)
        return None if above is None or below is None else above * 10_000 + below
    return _below_myriad(words)


def _below_myriad(words: str) -> int | None:
    total = place = 0
    digit: int | None = None
    for word in words:
        if word in _VALUES:
            if digit:
                return None
            digit = _VALUES[word]
            continue
        place = _PLACES[word]
        total += (1 if digit is None else digit) * place
        digit = None
    # 一百二 is 120, but hardly so in a report.
    return total + (digit or 0)
