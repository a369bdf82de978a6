"""What comes of each rule on a report?"""

from collections.abc import Sequence

from nianbao.editions import editions
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.model.traits import traits_of
from nianbao.rule import Hit, NotChecked, Outcome, Rule

_NO_EDITION = Text("无法确定适用哪一版格式", "the edition that applies cannot be told")


def run(rules: Sequence[Rule], report: Report) -> list[Outcome]:
    """Run rules of scope ``report``; a rule that crashes never stops the others."""
    traits = traits_of(report)
    edition = report.edition.key if report.edition else ""
    return [
        outcome
        for rule in rules
        if rule.scope == "report"
        and (outcome := outcome_of(rule, edition, report, traits)) is not None
    ]


def outcome_of(
    rule: Rule, edition: str, subject: object, traits: frozenset[str] = frozenset()
) -> Outcome | None:
    """Return what came of a rule, None where it does not apply to the edition.

    Args:
        rule: the rule.
        edition: that of the report in which its findings would stand; ``""``: it cannot be told.
        subject: what it is asked about: that report, or that report among others.
        traits: those of the report.
    """
    if edition not in rule.editions and len(rule.editions) < len(editions()):
        return None if edition else Outcome(rule, not_checked=(NotChecked(_NO_EDITION),))
    if rule.only_with and rule.only_with.isdisjoint(traits):
        return Outcome(rule)
    try:
        found = tuple(rule.check(subject))
    except Exception as error:  # noqa: BLE001  # a rule may come from anyone
        return Outcome(rule, crash=_crash(error))
    if not found:
        return Outcome(rule)
    return Outcome(
        rule,
        tuple(each for each in found if isinstance(each, Hit)),
        tuple(each for each in found if isinstance(each, NotChecked)),
    )


def _crash(error: Exception) -> str:
    """Name the error and the line of code where it rose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({trace.tb_frame.f_code.co_name}:{trace.tb_lineno})" if trace else ""
    return f"{type(error).__name__}: {error}{where}"
