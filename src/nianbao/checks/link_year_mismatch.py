"""DAT009: does the page offer the report of another year?"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from nianbao.model.passages import passages
from nianbao.model.report import Report
from nianbao.rule import Hit

_YEAR = r"(20\d\d)\s*年"


def link_year_mismatch(report: Report) -> Iterator[Hit]:
    """Find a page whose links to reports all name one other year."""
    if report.year is None:
        return
    named = [each for link in report.links for each in _named(*link)]
    years = {year for year, _, _ in named}
    if len(years) == 1 and report.year not in years:
        year, quote, words = named[0]
        values = {"year": report.year, "linked": year, "quote": quote}
        yield Hit(_place(report, words), values, quote=quote)


def _named(words: str, address: str) -> Iterator[tuple[int, str, str]]:
    """Yield the year of the report that a link names, where it names it, and its words."""
    for said in (words, unquote(address).rpartition("/")[2]):
        found = re.search(_YEAR, said)
        if found and ("报告" in said or "年报" in said):
            yield int(found[1]), said, words
            return


def _place(report: Report, words: str) -> str:
    held = (place for place, text in passages(report) if words and words in text)
    return next(held, "")
