"""Which dates in a text are in no calendar?"""

import re
from collections.abc import Iterator
from datetime import date

# A digit before the year or the month means that characters were lost, or that it is no date.
_WHOLE = r"(?<!\d)(\d{4,})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]"
_MONTH = r"(?<!\d)(20\d\d)\s*年\s*(\d{1,2})\s*月(?!\s*\d)"
_SHORT = r"(?<![\d年\s])(\d{1,2})月(\d{1,2})[日号]"
# 202020年: the last digits of the year typed twice.
_DOUBLED = r"(?<!\d)20(\d\d)\1年"
_BEFORE, _BEHIND = 14, 6
_LEAP = (("2", "29"), ("02", "29"))
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def impossible_dates(text: str) -> Iterator[str]:
    """Yield the words of each date that cannot be, each once."""
    seen: set[str] = set()
    for window in _windows(text):
        whole = ""
        for found in _all(window):
            # 202020年12月31日 holds 202020年 as well.
            if found not in seen and found not in whole:
                seen.add(found)
                yield found
            whole += found


def _windows(text: str) -> Iterator[str]:
    """Yield what stands around each 月 and 年 that may be amiss: to search all of it is slow."""
    at = text.find("月")
    while at >= 0:
        if not _is_common(text[max(0, at - 3) : at], text[at + 1 : at + 4]):
            yield text[max(0, at - _BEFORE) : at + _BEHIND]
        at = text.find("月", at + 1)
    at = text.find("年")
    while at >= 0:
        if text[max(0, at - 6) : at].isdecimal():
            yield text[max(0, at - 7) : at + 8]
        at = text.find("年", at + 1)


def _is_common(before: str, behind: str) -> bool:
    """Tell whether a month and its day are such as every year has."""
    month = before[-2:] if before[-2:].isdecimal() else before[-1:]
    if not month.isdecimal():
        # 九月, 每月; but a space may stand between, or a date be split by a break.
        return not before[-1:].isspace()
    if before[: -len(month)][-1:].isdecimal() or not 1 <= int(month) <= 12:
        return False
    day = behind[:2] if behind[:2].isdecimal() else behind[:1]
    if not day.isdecimal():
        return not day.isspace()
    # Whether there is a 29 February, the year tells.
    return _is_day_of_some_year(int(month), int(day)) and (month, day) not in _LEAP


def _all(window: str) -> Iterator[str]:
    if "月" in window:
        yield from _of_months(window)
    yield from (found[0] for found in re.finditer(_DOUBLED, window))


def _of_months(window: str) -> Iterator[str]:
    for found in re.finditer(_WHOLE, window):
        if not _is_day(*map(int, found.groups())):
            yield found[0]
    for found in re.finditer(_MONTH, window):
        if not 1 <= int(found[2]) <= 12:
            yield found[0]
    for found in re.finditer(_SHORT, window):
        if not _is_day_of_some_year(int(found[1]), int(found[2])):
            yield found[0]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except (ValueError, OverflowError):
        return False


def _is_day_of_some_year(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
