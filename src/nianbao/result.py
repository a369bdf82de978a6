"""What came of a run?"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from nianbao.model.place import Place
from nianbao.model.text import Text
from nianbao.rule import NotChecked, Rule, Severity


class Finding(NamedTuple):
    """One defect, with all that an output needs."""

    rule: Rule
    severity: Severity
    message: Text
    place: Place
    related: tuple[Place, ...]
    values: Mapping[str, Any]
    fingerprint: str
    state: Literal["new", "known", "explained"] = "new"


class Problem(NamedTuple):
    """Why a document could not be read, and where, as far as that is known."""

    reason: Text
    line: int | None = None
    column: int | None = None


class Document(NamedTuple):
    """One document of a run.

    Attributes:
        path: as given, or relative to the working directory.
        status: ``read``, ``other`` (no annual report) or ``unreadable`` (see ``problem``).
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

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)


class Result(NamedTuple):
    """A whole run."""

    documents: tuple[Document, ...]
    version: str
    rules_digest: str
    profile: str = "author"
