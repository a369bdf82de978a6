"""TXT004: do the shares told in the text fit the figures?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.causes import share_cause
from nianbao.prose.quoting import quoted
from nianbao.prose.shares import wrong_shares
from nianbao.rule import Hit


def percentage_mismatch(report: Report) -> Iterator[Hit]:
    """Find shares that fit no whole they may be of."""
    for wrong in wrong_shares(report):
        stop = wrong.share.stop + (wrong.statement.plain[wrong.share.stop :][:1] in ("）", ")"))
        quote = quoted(wrong.statement.text[wrong.part.start : stop])
        values = {
            "quote": quote,
            "share": wrong.share.value,
            "part": wrong.part.value,
            "whole": wrong.whole,
            "correct": wrong.correct,
        }
        cause = share_cause(report, wrong.statement, wrong.part, wrong.whole, wrong.share.value)
        yield Hit(wrong.statement.place, values, quote=quote, cause=cause)
