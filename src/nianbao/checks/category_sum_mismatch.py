"""TXT006: do the parts that a sentence lists add up to their whole?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.category_sums import wrong_sums
from nianbao.prose.causes import sum_cause
from nianbao.prose.quoting import clipped, quoted
from nianbao.rule import Hit


def category_sum_mismatch(report: Report) -> Iterator[Hit]:
    """Find lists behind 其中 or 分别 that do not add up."""
    for wrong in wrong_sums(report):
        listed = wrong.listed
        statement, whole = listed.statement, listed.whole
        quote = quoted(statement.text[whole.start : listed.parts[-1].stop])
        values = {"quote": clipped(quote), "sum": wrong.total, "whole": whole.value}
        cause = sum_cause(report, listed)
        yield Hit(statement.place, values, quote=quote, cause=cause)
