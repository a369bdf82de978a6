"""What is there to say of a run, one remark for each thing that is wrong?"""

from collections.abc import Iterator

from nianbao.formatters import wording
from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.lines import unread_reason
from nianbao.model.place import Columns, Span
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.result import Document, Finding, Result
from nianbao.rule import Rule, Severity

UNREADABLE = "unreadable"


class Remark(Record):
    """A new finding, a document that could not be read, or a rule that crashed.

    Attributes:
        document: the document that it is about.
        severity: how grave it is.
        code: of the rule, or ``unreadable``.
        message: one sentence, the place in front where it has a label.
        fix: what is to be done, or ``""``.
        rule: the rule, where one has spoken or crashed.
        finding: the finding, where it is one.
    """

    document: Document
    severity: Severity
    code: str
    message: str
    fix: str = ""
    rule: Rule | None = None
    finding: Finding | None = None

    @property
    def span(self) -> Span | None:
        """The lines and columns, as far as they are known."""
        if self.finding:
            return self.finding.place.span
        problem = self.document.problem if self.rule is None else None
        if problem is None or problem.line is None:
            return None
        column = problem.column or 1
        return Span(problem.line, column, problem.line, column)

    @property
    def columns(self) -> Columns | None:
        """The columns in other units, as far as they are known."""
        return self.finding.place.columns if self.finding else None


def remarks(result: Result, language: Language) -> Iterator[Remark]:
    """Yield the remarks of a run, those of no document first, then in the order of these.

    Findings that are known or explained are left out: they are nobody's business any more.
    """
    for document in result.told:
        yield from _remarks(document, language)


def _remarks(document: Document, language: Language) -> Iterator[Remark]:
    if document.status == "unreadable":
        reason = unread_reason(document, language)
        yield Remark(document, Severity.ERROR, UNREADABLE, reason)
    for finding in document.findings:
        if finding.state == "new":
            yield of_finding(document, finding, language)
    for rule, reason in document.crashed:
        said = wording.crash(rule, reason, language)
        yield Remark(document, Severity.ERROR, harmless(rule.code), said, rule=rule)


def of_finding(document: Document, finding: Finding, language: Language) -> Remark:
    """Return the remark that a finding makes."""
    return Remark(
        document,
        finding.severity,
        wording.code(finding),
        sentence(finding, language),
        harmless(clipped(finding.rule.texts().fix.get(language))),
        finding.rule,
        finding,
    )


def sentence(finding: Finding, language: Language) -> str:
    """Return what a finding says, with the place in front."""
    colon = "：" if language == "zh" else ": "
    return f"{wording.label(finding.place, language)}{colon}{wording.message(finding, language)}"
