"""Faults of the whole document: the days it covers, and the edition of its tables."""

import re
from datetime import date, timedelta
from random import Random

from benchmarks.pages import organs, reports
from benchmarks.pages.faults.expected import Expected, expect
from benchmarks.pages.form import editions
from benchmarks.pages.pointers import Report

Findings = list[Expected] | None


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
    report["preface"] = report["preface"].replace(old, new)
    overview = report["sections"]["overview"]
    overview["text"] = overview["text"].replace(old, new)


def _spell(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
