"""What comes of rules across years and across organs?"""

from collections.abc import Iterable, Sequence

from nianbao.engine.areas import NOTHING_TOLD, Tree, areas_of
from nianbao.engine.findings import findings_of
from nianbao.engine.histories import histories_of
from nianbao.engine.run import outcome_of
from nianbao.model.area import Area
from nianbao.model.facts import Facts
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.model.years import Years
from nianbao.prose.hiding import hidden, hidden_in
from nianbao.result import Finding
from nianbao.rule import NotChecked, Outcome, Rule, Scope


class Judgement(Record):
    """What came of the rules across reports on one document.

    Attributes:
        path: the document; ``""`` for a report that should be there and is not.
        findings: the gravest first.
        not_checked, crashed: the rules of which nothing can be said, each with the reason.
        rules: those that were asked.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[tuple[Rule, NotChecked], ...] = ()
    crashed: tuple[tuple[Rule, str], ...] = ()
    rules: tuple[Rule, ...] = ()


def years_findings(rules: Sequence[Rule], reports: Iterable[Facts]) -> list[Judgement]:
    """Compare the reports of each organ over the years.

    Args:
        rules: the rules, of which those of scope ``years`` are asked.
        reports: reports of any organs and years, in any order.
    """
    return [judged(rules, years) for years in histories_of(reports)]


def area_findings(
    rules: Sequence[Rule], reports: Iterable[Facts], tree: Tree = NOTHING_TOLD
) -> list[Judgement]:
    """Compare the reports of the organs of an area.

    Args:
        rules: the rules, of which those of scope ``area`` are asked.
        reports: reports of any organs and years, in any order.
        tree: who must report, and below whom, as far as the reports do not tell it.
    """
    return [judged(rules, area) for area in areas_of(reports, tree)]


def judged(rules: Sequence[Rule], subject: Years | Area) -> Judgement:
    """Return what came of the rules on a report among others; the same in whatever order."""
    this, scope = subject.this, _scope(subject)
    outcomes = [
        outcome
        for rule in rules
        if rule.scope == scope and (outcome := outcome_of(rule, this.edition, subject)) is not None
    ]
    return Judgement(
        this.path,
        _findings(outcomes, subject),
        tuple((each.rule, _hidden(gap)) for each in outcomes for gap in each.not_checked),
        tuple((each.rule, each.crash) for each in outcomes if each.crash),
        tuple(each.rule for each in outcomes),
    )


def _findings(outcomes: Sequence[Outcome], subject: Years | Area) -> tuple[Finding, ...]:
    """Return the findings in a report; one in which nothing was found need not be unpacked."""
    this = subject.this
    if not any(each.hits for each in outcomes):
        return ()
    return tuple(findings_of(outcomes, this.report, this.path, _named(outcomes, subject)))


def _named(outcomes: Iterable[Outcome], subject: Years | Area) -> dict[str, Report]:
    """Return the reports that findings name: of very many others few."""
    paths = {path for each in outcomes for hit in each.hits for path, _ in hit.elsewhere}
    others = subject.others if paths else ()
    return {facts.path: facts.report for facts in others if facts.path in paths}


def _hidden(gap: NotChecked) -> NotChecked:
    """Mask private data in the name of the organ whose report lacks something."""
    return gap._replace(reason=hidden_in(gap.reason, hidden))


def _scope(subject: Years | Area) -> Scope:
    return "years" if isinstance(subject, Years) else "area"
