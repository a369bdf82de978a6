"""DAT005: does the text tell the results of the year before as those of this year?"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from nianbao.model.passages import has_any
from nianbao.model.prose_traits import spellings
from nianbao.model.report import Report
from nianbao.prose.clauses import split_sentences
from nianbao.prose.organs import short_name
from nianbao.rule import Hit

_PARTS = ("overview", "disclosure", "requests", "review_litigation", "problems", "other_matters")
_RESULTS = (
    "公开", "发布", "收到", "受理", "办结", "办理", "制发", "印发", "新收", "答复", "上报", "编发",
    "贯彻", "落实", "推进", "做好", "收取", "发生",
)  # fmt: skip
# By these words a sentence compares, or tells what came of an earlier year in this one.
_APART = (
    "比", "同期", "增长", "增加", "减少", "下降", "上升", "结转", "上年", "上一年", "去年", "以来",
    "考核", "评估", "测评", "继续", "本年", "今年", "当年", "《", "历年", "修订", "基础上",
)  # fmt: skip
_OWN = "我|本[镇乡局委办厅县市区街院中单机]|全[年镇乡局委办厅县市区街院省州]|共|累计"
# Where no subject stands, the result follows at once.
_AT_ONCE = (
    "新收|收到|未收到|没有收到|主动公开|公开政府信息|通过|未发生|没有发生|办结|制发|未制发|发出"
    "|未发出|未收取|没有收取|组织|开展|举办|召开"
)
# What may stand between the year and the organ: under whose lead, by whose rules.
_UNDER = "(?:(?:在[^，。；]{2,30}下|(?:按照|根据)[^，。；]{2,30})[，,])?"
# Where another sentence of the part tells the same of no year before, this one compares.
_TOPICS = (
    "信息公开申请|依申请公开|(?:新收|收到|受理|办理)申请",
    "主动公开|公开政府信息|公开信息",
    "复议|诉讼",
)
_FIGURES = r"[\d一二两三四五六七八九十百千万]\s*余?[件条次]|未|没有"
# Standing phrases for what was carried in and out: they are those of a report on one year.
_CARRIED = (
    r"上年度?结转(?:办理)?|上一年度?结转(?:办理)?|(?:结转|转入)下年度?(?:继续办理)?|转入下一年度"
)
_RECEIVED = r"(?:收到|新收|受理)\D{0,12}申请\s*(\d{1,6})\s*件"
_TELLING = 2
# By these a sentence says that both years have the number.
_ALIKE = ("今年", "本年", "当年", "持平", "相同", "一致", "同样", "均为")
_SHOWN = 30


def stale_year_in_text(report: Report) -> Iterator[Hit]:
    """Find sentences on results that open with the year before: the first of each part."""
    if report.year is None:
        return
    for key in _PARTS:
        section = report.sections.get(key)
        found = next(_found(report, report.year, key, section.text), None) if section else None
        if found:
            quote, stale = found
            shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
            values = {"year": report.year, "stale": stale, "quote": shown}
            yield Hit(f"/sections/{key}", values, quote=quote)


def _found(report: Report, year: int, key: str, text: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a part that are of an earlier year, each with that year."""
    last = year - 1
    if key == "problems":
        yield from ((quote, last) for quote in _stale_plans(year, text))
        return
    yield from ((quote, last) for quote in _stale(report, text, last))
    if key == "overview":
        # An account of earlier years does not begin the overview.
        opening = split_sentences(text)[0]
        yield from ((quote, last - 1) for quote in _stale(report, opening, last - 1))


def _stale_plans(year: int, text: str) -> Iterator[str]:
    """Yield problems of the year before, with plans for the year that is over."""
    for before, after in pairwise(text.split("。")):
        told = before.rpartition("\n")[2]
        at = told.find(f"{year - 1}年")
        if at >= 0 and re.search("问题|不足", told[at:]) and _plans(year).match(after):
            yield told[at:]


@cache
def _plans(year: int) -> re.Pattern[str]:
    return re.compile(rf"\s*{year}年[^\n]{{0,20}}将(?:进一步|继续|不断|着力|重点)")


def _stale(report: Report, text: str, stale: int) -> Iterator[str]:
    written = spellings(stale)
    if not has_any(text, written):
        return
    sentences = split_sentences(text)
    opening = _opening(report, written)
    for sentence, after in zip(sentences, (*sentences[1:], ""), strict=True):
        found = opening.match(sentence) if has_any(sentence, written) else None
        if found is None or _goes_on(report.year, after):
            continue
        others = [each for each in sentences if not has_any(each, written)]
        if _tells_of_this_year(report, sentence, others) or _is_untold(report, sentence, others):
            yield sentence[found.start(1) :].strip()


def _opening(report: Report, written: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a sentence on the organ's own work that opens with a year."""
    name = report.organ.name if report.organ else ""
    names = (re.escape(each) for each in (name, short_name(name)) if each)
    own = "|".join((_OWN, _AT_ONCE, *names))
    number = r"\s*(?:[（(]\w{1,3}[)）]|\w{1,2}[、.．])?\s*"
    years = "|".join(written)
    year = rf"(?:{years})\s?(?:年度?)?|截[至止](?:{years})年12月31日"
    return re.compile(rf"{number}((?:{year})[，,]?\s?{_UNDER}(?:{own}))")


def _tells_of_this_year(report: Report, sentence: str, others: list[str]) -> bool:
    """Tell whether a sentence gives as last year's the requests that the table has for this year.

    One request is too common to tell; where another sentence has the number too, they compare.
    """
    found = re.search(_RECEIVED, sentence)
    number = report.figures.numbers.get("/requests/received/total", 0)
    if not found or int(found[1]) != number or number < _TELLING:
        return False
    if has_any(sentence, (*_ALIKE, str(report.year))):
        return False
    return not any(re.search(rf"申请\D{{0,9}}{number}\s*件", other) for other in others)


def _is_untold(report: Report, sentence: str, others: list[str]) -> bool:
    """Tell whether a sentence gives results of which no other tells for this year."""
    if not _is_result(report.year, sentence):
        return False
    same = any(_tells_the_same(sentence, other) for other in others)
    return not same or re.search(_CARRIED, sentence) is not None


def _is_result(year: int | None, sentence: str) -> bool:
    """Tell whether a sentence tells what was achieved, and does not speak of this year too."""
    # The Regulations are named in the opening sentence of many reports.
    plain = re.sub(f"《[^《》]{{0,30}}条例》|占比|比例|比重|{_CARRIED}", "", sentence)
    apart = (*_APART, str(year))
    return has_any(plain, _RESULTS) and not has_any(plain, apart)


def _goes_on(year: int | None, sentence: str) -> bool:
    """Tell whether a sentence goes on to this year."""
    return str(year) in sentence[:8] or "今年" in sentence or "本年" in sentence


def _tells_the_same(sentence: str, other: str) -> bool:
    """Tell whether two sentences give figures on one topic."""
    both = (sentence, other)
    return any(
        all(re.search(topic, each) and re.search(_FIGURES, each) for each in both)
        for topic in _TOPICS
    )
