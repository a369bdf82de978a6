"""What came of a run?"""

from collections.abc import Mapping
from typing import Any, Literal

from nianbao.model.equation import Equation
from nianbao.model.place import Place
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import NotChecked, Rule, Severity

# Of a single run; in an audit, since the run before: new, open, fixed, reopened.
State = Literal["new", "known", "explained", "open", "fixed", "reopened"]


class Finding(Record):
    """One defect, with all that an output needs; of an identity, the equation too."""

    rule: Rule
    severity: Severity
    message: Text
    place: Place
    related: tuple[Place, ...]
    values: Mapping[str, Any]
    fingerprint: str
    state: State = "new"
    equation: Equation | None = None


class Problem(Record):
    """Why a document could not be read, and where, as far as that is known."""

    reason: Text
    line: int | None = None
    column: int | None = None


class Document(Record):
    """One document of a run.

    Attributes:
        path: as given, or relative to the working directory; ``""`` where findings stand in none.
        status: ``read``, ``other`` (no annual report) or ``unreadable`` (see ``problem``).
        rules: the rules that were asked, in the order of their codes.
        fails_from: the least severity of a finding that fails the run; None: none does.
        is_whole: whether all that it seems to hold was read.
        report: the tables of the report, where an output draws them and there is a finding.
        digest: of its bytes, or of why there are none, where an audit tells it.
    """

    path: str
    status: Literal["read", "other", "unreadable"]
    reader: str = ""
    encoding: str = ""
    organ: str = ""
    year: int | None = None
    edition: str = ""
    problem: Problem | None = None
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[tuple[Rule, NotChecked], ...] = ()
    crashed: tuple[tuple[Rule, str], ...] = ()
    fails_from: Severity | None = Severity.ERROR
    rules: tuple[Rule, ...] = ()
    is_whole: bool = True
    report: Report | None = None
    digest: str = ""

    @property
    def is_document(self) -> bool:
        """Whether it is one, and not what stands for findings that stand in none."""
        return bool(self.path) or self.status == "unreadable"

    @property
    def fails(self) -> bool:
        """Whether a finding is grave enough to fail the run."""
        return any(map(self.fails_by, self.findings))

    def fails_by(self, finding: Finding) -> bool:
        """Tell whether a finding is grave enough to fail the run."""
        return self.fails_from is not None and finding.severity >= self.fails_from

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)


class Result(Record):
    """A whole run.

    Attributes:
        documents: in the order in which they were met.
        version: of this package.
        rules_digest: of all rule files in use.
        profile: ``author``, ``gate`` or ``audit``.
        area: findings of no document, such as a report that is not there.
        as_of: the day by which reports had to be there, as text; ``""`` where none is asked for.
        inputs: the digest of all on which the result of an audit rests, or ``""``.
    """

    documents: tuple[Document, ...]
    version: str
    rules_digest: str
    profile: str = "author"
    area: tuple[Finding, ...] = ()
    as_of: str = ""
    inputs: str = ""

    @property
    def told(self) -> tuple[Document, ...]:
        """What there is to tell of: the findings of no document, if there are any, then each."""
        return (no_document(self.area), *self.documents) if self.area else self.documents


def no_document(findings: tuple[Finding, ...]) -> Document:
    """Return what stands for a document where findings stand in none."""
    return Document("", "read", findings=findings, fails_from=None)
