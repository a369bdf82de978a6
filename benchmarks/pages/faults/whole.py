"""Faults of the whole document: the days it covers, and the edition of its tables."""

import re
from datetime import date, timedelta
from random import Random

from benchmarks.pages import organs, reports
from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import editions
from benchmarks.pages.pointers import Report
from benchmarks.pages.prose import phrases

Findings = list[Expected] | None

_LAW = "《中华人民共和国政府信息公开条例》"
_CHANGE = 2021  # the first year of the format in force
_OLD_NOTICE = "《关于做好政府信息公开工作年度报告编制工作的通知》（国办公开办函〔2016〕201号）"


def short_period(report: Report, rng: Random) -> Findings:
    """Let the period begin late or end early."""
    year = report["year"]
    first, last = date(year, 1, 1), date(year, 12, 31)
    if rng.random() < 0.3:
        first += timedelta(days=rng.choice((1, 31, 59)))
    else:
        last -= timedelta(days=rng.choice((1, 31, 61)))
    _restate(report, first, last)
    return [expect("DAT002", "/period")]


def other_year(report: Report, rng: Random) -> Findings:
    """Let the period be the whole year before or after."""
    year = report["year"] + rng.choice((-1, -1, 1))
    _restate(report, date(year, 1, 1), date(year, 12, 31))
    return [expect("DAT003", "/period")]


def impossible_date(report: Report, rng: Random) -> Findings:
    """Let the period end on a day that no calendar has, or begin in no year."""
    year, text = report["year"], report["period"]["text"]
    day = rng.choice(("12月32日", "13月31日", "11月31日", "2月30日", ""))
    if day:
        new = re.sub(r"(\d{4}年)?12月31日", f"{year}年{day}", text)
    else:
        new = text.replace(f"{year}年", f"20{year}年")
    report["period"] = {"text": new}
    _say(report, text, new)
    return [expect("DAT008", "/period")]


def lost_period(report: Report, rng: Random) -> Findings:  # noqa: ARG001
    """Leave the sentence out that gives the period."""
    text = report.pop("period")["text"]
    said = {pattern["in"].format(period=text) for pattern in phrases()["periods"]}
    for sentence in sorted(said, key=len, reverse=True):
        _say(report, sentence, "")
    return [expect("DAT001", "/period")]


def obsolete_basis(report: Report, rng: Random) -> Findings:
    """Cite in the preface what is no longer in force."""
    if report["year"] < _CHANGE:
        return None
    bases, preface = phrases()["bases"], report["preface"]
    new = rng.choice((bases["until_2020"], _OLD_NOTICE, ""))
    if new:
        report["preface"] = preface.replace(bases["from_2021"], new)
    else:
        report["preface"] = preface.replace(_LAW, f"{_LAW}（国务院令第492号）", 1)
    return [expect("DOC004", "/preface")]


def other_edition(report: Report, rng: Random) -> Findings:
    """Write the report anew with the tables of an edition that is not the year's."""
    edition = rng.choice([name for name in editions() if name != report["edition"]])
    organ = organs.invent(rng)
    tables = reports.figures_of(organ, edition, rng)
    anew = reports.compose(organ, report["year"], edition, tables, rng)
    report.clear()
    report.update(anew)
    return [expect("DOC002", "/edition")]


def _restate(report: Report, first: date, last: date) -> None:
    """Change the period and the sentence that gives it, wherever it stands."""
    period = report["period"]
    old = period["text"]
    new = re.sub(r"(\d{4}年)?12月31日", _spell(last), old)
    new = re.sub(r"\d{4}年1月1日", _spell(first), new, count=1)
    period |= {"from": first.isoformat(), "to": last.isoformat(), "text": new}
    _say(report, old, new)


def _say(report: Report, old: str, new: str) -> None:
    report["preface"] = report["preface"].replace(old, new)
    overview = report["sections"]["overview"]
    overview["text"] = overview["text"].replace(old, new)


def _spell(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
