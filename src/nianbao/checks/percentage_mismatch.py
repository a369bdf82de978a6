"""TXT004: do the shares told in the text fit the figures?"""

from collections.abc import Iterator

from nianbao.model.report import Report
from nianbao.prose.shares import wrong_shares
from nianbao.rule import Hit


def percentage_mismatch(report: Report) -> Iterator[Hit]:
    """Find shares that fit no whole they may be of."""
    for wrong in wrong_shares(report):
        stop = wrong.share.stop + (wrong.statement.plain[wrong.share.stop :][:1] in ("）", ")"))
        quote = wrong.statement.text[wrong.part.start : stop].strip(" 　“”").removeprefix("其中")
        values = {
            "quote": quote,
            "share": wrong.share.value,
            "part": wrong.part.value,
            "whole": wrong.whole,
            "correct": wrong.correct,
        }
        yield Hit(wrong.statement.place, values, quote=quote)
