"""Is a wrong sum or share only the trace of one figure that the tables contradict?

A figure that was mistyped spoils the sum it is part of and its share too: that is told once, with
the table.
"""

from collections.abc import Mapping

from nianbao.model.numbers import Number
from nianbao.model.report import Report
from nianbao.prose.lists import Listed
from nianbao.prose.matching import Verdict, is_loose, verdicts
from nianbao.prose.mentions import Mention, Statement
from nianbao.prose.shares import fits

Corrections = Mapping[tuple[str, int], Number]

_HANDLED = "/requests/results/total/total"


def cause_of(statement: Statement, mention: Mention) -> str:
    """Return the name of a figure, by which findings that it causes are known."""
    return f"{statement.place}@{mention.at}"


def sum_cause(report: Report, listed: Listed) -> str:
    """Return the figure for which a list does not add up, ``""`` where it would not without it."""
    right = _corrections(report)
    statement, whole, parts = listed.statement, listed.whole, listed.parts
    total = sum(_right(right, statement, part) for part in parts)
    handled = report.figures.numbers.get(_HANDLED)
    if total not in (_right(right, statement, whole), *listed.wholes, handled):
        return ""
    wrong = (each for each in (whole, *parts) if (statement.place, each.at) in right)
    return next((cause_of(statement, each) for each in wrong), "")


def share_cause(
    report: Report, statement: Statement, part: Mention, whole: Number, share: Number
) -> str:
    """Return the part for which a share does not fit, ``""`` where it would not without it."""
    right = _corrections(report).get((statement.place, part.at))
    return cause_of(statement, part) if right is not None and fits(right, whole, share) else ""


def _right(right: Corrections, statement: Statement, mention: Mention) -> Number:
    return right.get((statement.place, mention.at), mention.value)


def _corrections(report: Report) -> Corrections:
    return report.once(_corrected)


def _corrected(report: Report) -> Corrections:
    """Return the figures that the tables contradict for certain, with those of the tables."""
    return {
        (each.statement.place, each.claim.at): each.expected
        for each in verdicts(report)
        if each.expected is not None and _is_sure(each)
    }


def _is_sure(verdict: Verdict) -> bool:
    return not is_loose(verdict.claim) and verdict.claim.scope == "own"
