"""Which claims of a text do the tables contradict, by the rule that names them?"""

from collections.abc import Iterator
from typing import Literal

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.prose.causes import cause_of
from nianbao.prose.matching import Verdict, is_loose, named, verdicts
from nianbao.prose.measures import table_of
from nianbao.prose.topics import REMEDIES
from nianbao.rule import Hit, NotChecked

Kind = Literal["figure", "request", "remedy"]
Side = tuple[str, bool, bool]

_LACKING = Text(
    "正文所说的数字没有可比的格", "the figures told in the text have no cell to compare with"
)


def contradictions(report: Report, kind: Kind) -> Iterator[Hit | NotChecked]:
    """Yield where a text and the tables differ.

    Args:
        report: the report.
        kind: ``request`` and ``remedy`` where one of them says that there is none, else ``figure``.
    """
    told: set[tuple[str, str, object]] = set()
    denials = _denials(report)
    for verdict in verdicts(report):
        claim = verdict.claim
        key = (verdict.statement.place, claim.topic, claim.value)
        if _kind(verdict) != kind or key in told:
            continue
        told.add(key)
        if verdict.expected is None:
            yield NotChecked(_LACKING, verdict.cells[0])
        else:
            yield _hit(report, verdict)._replace(cause=denials.get(_side(verdict)) or _own(verdict))


def _denials(report: Report) -> dict[Side, str]:
    """Return where text and table differ on whether there is any, for the figures that follow."""
    return {
        _side(each): _own(each)
        for each in reversed(verdicts(report))
        if each.expected is not None and _kind(each) != "figure"
    }


def _side(verdict: Verdict) -> Side:
    """Return the table that a claim is held against, and which of both says that there is none."""
    return table_of(verdict.claim.topic), not verdict.claim.value, verdict.expected == 0


def _own(verdict: Verdict) -> str:
    return cause_of(verdict.statement, verdict.claim)


def _kind(verdict: Verdict) -> Kind:
    """Tell which rule speaks: that there is none is graver than another number."""
    claim, expected = verdict.claim, verdict.expected
    if claim.value and expected != 0:
        return "figure"
    if claim.topic in ("received", "got"):
        return "request"
    return "remedy" if claim.topic in REMEDIES else "figure"


def _hit(report: Report, verdict: Verdict) -> Hit:
    claim, numbers = verdict.claim, report.figures.numbers
    quote = verdict.statement.quote(claim)
    related = tuple(cell for cell in verdict.cells if numbers[cell]) or verdict.cells
    values = {
        "quote": quote,
        "said": claim.value,
        "cell": named(report, verdict),
        "value": verdict.expected,
        "loose": is_loose(claim),
        "qualified": claim.scope != "own",
    }
    notes = report.figures.notes_on(verdict.cells)
    return Hit(verdict.statement.place, values, related, quote, notes)
