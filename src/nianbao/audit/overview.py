"""What are the numbers of an audit?"""

from collections.abc import Mapping
from typing import Literal

from nianbao.audit.census import Stranger
from nianbao.audit.lives import counted
from nianbao.audit.packing import problem_of
from nianbao.audit.run import Outcome
from nianbao.audit.store import Store
from nianbao.model.record import Record
from nianbao.result import Problem

# A document is judged as in formatters.verdict: an error weighs more than what was not read.
_VERDICTS = """
SELECT CASE
    WHEN EXISTS (SELECT 1 FROM findings WHERE findings.path = documents.path AND severity = 3)
        THEN 'faulty'
    WHEN status = 'unreadable' OR NOT is_whole
        OR (gaps != '' AND json_array_length(gaps, '$[1]')) THEN 'unread'
    WHEN status = 'other' THEN 'other' ELSE 'ready' END AS verdict, count(*)
FROM documents GROUP BY verdict
"""
_RULES = """
SELECT rule, max(severity), count(*), count(DISTINCT path) FROM findings
GROUP BY rule ORDER BY max(severity) DESC, count(*) DESC, rule
"""
_ORGANS = """
SELECT organ, sum(severity = 3), sum(severity = 2), sum(severity = 1)
FROM findings JOIN documents USING (path) WHERE organ != '' GROUP BY organ
ORDER BY 2 DESC, 3 DESC, 4 DESC, organ
"""
_CRASHED = """
SELECT EXISTS (SELECT 1 FROM documents WHERE gaps != '' AND json_array_length(gaps, '$[1]'))
OR EXISTS (SELECT 1 FROM groups WHERE gaps != '' AND json_array_length(gaps, '$[1]'))
"""
Verdict = Literal["ready", "faulty", "unread", "other"]
_UNREAD = "SELECT path, problem FROM documents WHERE status = 'unreadable' ORDER BY path"
VERDICTS: tuple[Verdict, ...] = ("ready", "faulty", "unread", "other")


class RuleCount(Record):
    """How often a rule is broken: the gravest severity, findings, documents."""

    code: str
    severity: int
    findings: int
    documents: int


class OrganCount(Record):
    """How much was found in the reports of an organ."""

    name: str
    errors: int
    warnings: int
    infos: int


class Overview(Record):
    """The numbers of an audit.

    Attributes:
        verdicts: how many documents by verdict.
        states: how many findings are new, open, fixed, reopened since the run before.
        rules, organs: the gravest first.
        unread: the documents that could not be read, with the reason.
        strangers: the reports whose organ is not sure.
        has_crashed: whether a rule crashed anywhere.
    """

    verdicts: Mapping[str, int]
    states: Mapping[str, int]
    rules: tuple[RuleCount, ...]
    organs: tuple[OrganCount, ...]
    unread: tuple[tuple[str, Problem], ...]
    strangers: tuple[Stranger, ...]
    has_crashed: bool

    @property
    def is_whole(self) -> bool:
        """Whether every document could be read and every rule asked."""
        return not self.unread and not self.has_crashed


def overview_of(store: Store, outcome: Outcome) -> Overview:
    """Return the numbers of a run that came to its end."""
    verdicts = dict(store.rows(_VERDICTS))
    return Overview(
        {verdict: verdicts.get(verdict, 0) for verdict in VERDICTS},
        counted(store, outcome.number),
        tuple(RuleCount(*row) for row in store.rows(_RULES)),
        tuple(OrganCount(*row) for row in store.rows(_ORGANS)),
        tuple((path, problem_of(text)) for path, text in store.rows(_UNREAD)),
        tuple(outcome.census.strangers()),
        bool(store.row(_CRASHED)[0]),
    )
