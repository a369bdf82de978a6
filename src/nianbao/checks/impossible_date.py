"""DAT008: are there dates that no calendar has?"""

import re
from collections.abc import Iterator

from nianbao.model.passages import passages
from nianbao.model.report import Report
from nianbao.prose.impossible import impossible_dates
from nianbao.rule import Hit


def impossible_date(report: Report) -> Iterator[Hit]:
    """Find days and months that do not exist, in the period and in the text."""
    period = report.period
    told = ""
    if period is not None and period.problem:
        told = _plain(period.text)
        if period.problem == "impossible":
            yield Hit("/period", {"quote": period.text}, quote=period.text)
    for place, text in passages(report):
        for quote in impossible_dates(text):
            if _plain(quote) not in told:
                yield Hit(place, {"quote": quote}, quote=quote)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
