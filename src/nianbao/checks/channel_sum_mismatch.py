"""TXT005: do the requests by channel add up?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.channel_sums import wrong_channels
from nianbao.prose.quoting import clipped, quoted
from nianbao.rule import Hit


def channel_sum_mismatch(report: Report) -> Iterator[Hit]:
    """Find lists of channels whose sum is no number of requests."""
    for wrong in wrong_channels(report):
        first, last = wrong.parts[0], wrong.parts[-1]
        quote = quoted(wrong.statement.text[first.start : last.stop])
        values = {"quote": clipped(quote), "sum": wrong.total, "whole": wrong.whole}
        yield Hit(wrong.statement.place, values, wrong.cells, quote)
