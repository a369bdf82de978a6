"""Which dates does a text name, and did they lose characters on their way?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from nianbao.model.passages import has_any, sentence_at
from nianbao.model.record import Record
from nianbao.prose.numerals import LETTERS, in_digits

Problem = Literal["damaged", "impossible"]


class DateRead(Record):
    """A date as read: the day, or what is wrong with it.

    Attributes:
        day: the day, or None.
        problem: ``damaged`` where 年, 月 or 日 are lost and the digits still fit a date;
            ``impossible`` where there is no such day; None also where the words are no date.
        year: the year as written, where it is written.
    """

    day: date | None
    problem: Problem | None = None
    year: int | None = None


class PeriodRead(Record):
    """A period found in a text: where it stands and what it says."""

    start: int
    stop: int
    first: DateRead
    last: DateRead


# In patterns for str, a digit may be full-width and a space any that web pages hold.
_POINT = r"\s*[-./．]\s*"
_ISO = rf"\d{{4}}{_POINT}\d{{1,2}}{_POINT}\d{{1,2}}"
# As most reports have it; the letters that other ways need are slow to compile.
_USUAL = (
    r"(?P<first>\d{4}年\d{1,2}月\d{1,2}日)(?P<between>\D{1,3})"
    r"(?P<last>(?:\d{4}年)?\d{1,2}月\d{1,2}日)"
    "止?"
)
# So far behind the first of two dates the sign between them can stand.
_FARTHEST = 45
# What dates are written in, and what may stand behind the first of two.
_IN_DATES = (
    f"{LETTERS}0123456789年月日号时-./\uff0e \t\n\r\u00a0\u2002\u2003\u3000"
    "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19"
)
_BEHIND_FIRST = frozenset("至到止—–－~～截开起，,")
_BETWEEN = ("至", "起至", "到", "起到")
_PERIOD = (
    rf"(?P<first>{_ISO}|\d\d[\d\s年月日号时]{{2,24}}?)日?\s*(?:开始|起)?[，,]?\s*"
    r"(?:截?[至到止]|[—–－~～-]{1,3})\s*"
    rf"(?P<last>{_ISO}|\d[\d\s年月日号时]*)(?:\s*为?[止底]|(?P<before>[之以]?前))?"
)
# 二〇二三年一月一日至二〇二三年十二月三十一日; 元月 is January.
_NUMERAL_YEARS = ("二〇", "二○", "二零", "二O", "二\uff2f")
_NUMERAL = rf"[{LETTERS}\d]"
_DAY = rf"{_NUMERAL}{{1,3}}月(?:{_NUMERAL}{{1,3}}[日号])?"
_IN_NUMERALS = (
    rf"(?P<first>{_NUMERAL}{{4}}年{_DAY})(?:开始|起)?[，,]?[至到]"
    rf"(?P<last>(?:{_NUMERAL}{{4}}年)?{_DAY})止?"
)
# What may follow the last date and belong to it: 以前, 为止, 底.
_BEHIND = frozenset("之以前为底 \n时")
# 0时, 24时: of which day they are the start or the end, the words around them tell.
_HOUR = r"(?<=[日号])\d{1,2}时$"
_TOPICS = ("统计", "期限", "时限", "数据", "报告期")
# The words that name the period stand at most so many characters from its dates.
_NEAR = 60
_FULL = r"(\d{4})年(\d{1,2})月(\d{1,2})[日号]?"
_SHORT = r"(\d{1,2})月(\d{1,2})[日号]?"
_DOTTED = r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
_MONTH = r"(?:(\d{4})年)?(\d{1,2})月"
_LOST = r"(20\d{2})年?(\d{1,2})月?(\d{1,2})[日号]?"
_LOST_SHORT = r"(\d{1,2})月?(\d{1,2})[日号]?"
# What is meant as a date, though no day fits: 202020年12月31日, 20249999日.
_SHAPED = r"20\d{2,}年?\d{1,2}月?\d{1,2}[日号]?"
_SHAPED_SHORT = r"\d{1,2}月\d{1,3}[日号]?|\d{3,4}[日号]?"


def find_period(text: str) -> PeriodRead | None:
    """Return the first period that the text names as its statistical period, or None."""
    return _period(text, ("20", "２０")) or _period(text, _NUMERAL_YEARS)


def _period(text: str, years: Iterable[str]) -> PeriodRead | None:
    for found in _near_topics(text, years):
        # Four digits are a year alone: 2021年至2024年, or the start of a date such as 2025-01-13.
        is_date = sum(map(str.isdecimal, found["first"])) > 4 or "月" in found["first"]
        if is_date and _names_period(
            sentence_at(text, found.start(), found.end(), before=_NEAR, after=_NEAR // 3)
        ):
            first = read_date(found["first"])
            last = read_date(found["last"], first.year, last=True)
            if found.groupdict().get("before") and last.day:
                last = last._replace(day=last.day - timedelta(days=1))
            return PeriodRead(_start(text, found), _stop(found), first, last)
    return None


def _start(text: str, found: re.Match[str]) -> int:
    """Return where a period begins, with the word before its first date."""
    before = text[: found.start()].rstrip()
    return len(before) - 1 if before.endswith(("自", "从", "为")) else found.start()


def _stop(found: re.Match[str]) -> int:
    return found.start() + len(found[0].rstrip())


def _near_topics(text: str, years: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield periods that begin near a word that names them; to search all of a page is slow."""
    seen = 0
    for at in _topics(text):
        start, stop = max(seen, at - _NEAR), at + _NEAR
        seen = max(seen, stop)
        for year in years:
            begin = text.find(year, start, stop)
            while begin >= 0:
                if found := _match(text, begin):
                    yield found
                begin = text.find(year, begin + 1, stop)


def _match(text: str, start: int) -> re.Match[str] | None:
    """Return the period that begins at a place, or None."""
    usual = re.compile(_USUAL).match(text, start)
    if (
        usual
        and usual["between"] in _BETWEEN
        and text[usual.end() : usual.end() + 1] not in _BEHIND
    ):
        return usual
    if not _opens(text[start : start + _FARTHEST]):
        return None
    found = re.compile(_PERIOD).match(text, start)
    return found or re.compile(_IN_NUMERALS).match(text, start)


def _opens(following: str) -> bool:
    """Tell whether a text may open with two dates; most years open none, and patterns are slow."""
    rest = following.lstrip(_IN_DATES)
    return rest[:1] in _BEHIND_FIRST or "-" in following[: len(following) - len(rest)]


def _topics(text: str) -> list[int]:
    """Return where the words that name a period stand; to find words is faster than a pattern."""
    places = []
    for word in _TOPICS:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    return sorted(places)


def _names_period(sentence: str) -> bool:
    return has_any(sentence, _TOPICS)


def read_date(text: str, year: int | None = None, *, last: bool = False) -> DateRead:
    """Read one date.

    Args:
        text: the words.
        year: the year where the text gives month and day alone.
        last: whether a month without a day means its last day, not its first.
    """
    plain = in_digits(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if plain.endswith("时"):
        plain = re.sub(_HOUR, "", plain)
    whole = re.fullmatch(_FULL, plain) or re.fullmatch(_DOTTED, plain)
    if whole:
        return _day(*map(int, whole.groups()))
    short = re.fullmatch(_SHORT, plain)
    if short and year:
        return _day(year, *map(int, short.groups()))._replace(year=None)
    month = re.fullmatch(_MONTH, plain)
    if month and (month[1] or year):
        return _month(int(month[1] or year or 0), int(month[2]), last=last)
    return _lost(plain, year)


def _month(year: int, month: int, *, last: bool) -> DateRead:
    first = _day(year, month, 1)
    if not last or first.day is None:
        return first
    return next(
        found for day in (31, 30, 29, 28) if (found := _day(year, month, day)).day is not None
    )


def _day(year: int, month: int, day: int) -> DateRead:
    try:
        return DateRead(date(year, month, day), None, year)
    except ValueError:
        return DateRead(None, "impossible", year)


def _lost(plain: str, year: int | None) -> DateRead:
    """Read digits whose 年, 月 or 日 are missing: they are damaged if they can spell a date."""
    found = re.fullmatch(_LOST, plain)
    written = int(found[1]) if found else year
    short = re.fullmatch(_LOST_SHORT, plain) if not found and year else None
    digits = (found or short).groups()[-2:] if found or short else None  # type: ignore[union-attr]
    if digits and any(_day(written or 2000, m, d).day for m, d in _splits("".join(digits))):
        return DateRead(None, "damaged", written)
    shaped = re.fullmatch(_SHAPED, plain) or (year and re.fullmatch(_SHAPED_SHORT, plain))
    return DateRead(None, "impossible" if shaped else None, written if found else None)


def _splits(digits: str) -> list[tuple[int, int]]:
    return [(int(digits[:cut]), int(digits[cut:])) for cut in range(1, len(digits))]
