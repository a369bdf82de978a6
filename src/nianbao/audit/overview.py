"""What are the numbers of an audit?"""

from collections.abc import Mapping
from typing import Literal

from nianbao.audit.lives import counted
from nianbao.audit.packing import problem_of
from nianbao.audit.run import Outcome
from nianbao.audit.store import Store
from nianbao.audit.strangers import Stranger, strangers
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.result import Problem

# A document is judged as in formatters.verdict: an error weighs more than what was not read.
_VERDICTS = """
SELECT CASE
    WHEN path IN (SELECT path FROM findings WHERE severity = 3) THEN 'faulty'
    WHEN status = 'unreadable' OR NOT is_whole
        OR (gaps != '' AND json_array_length(gaps, '$[1]'))
        OR path IN (SELECT path FROM gaps WHERE json_array_length(data, '$[1]')) THEN 'unread'
    WHEN status = 'other' THEN 'other' ELSE 'ready' END AS verdict, count(*)
FROM documents GROUP BY verdict
"""
# A finding across organs speaks of each report that it names; a report that lacks counts as one.
_RULES = """
WITH spoken AS (
    SELECT rule, CASE path WHEN '' THEN fingerprint ELSE path END AS path FROM findings
    UNION SELECT rule, json_extract(value, '$[4][0]') AS other
    FROM findings, json_each(data, '$.related') WHERE scope = 'area' AND other IS NOT NULL
), documents AS (SELECT rule, count(*) AS total FROM spoken GROUP BY rule)
SELECT rule, max(severity), count(*), total FROM findings JOIN documents USING (rule)
GROUP BY rule ORDER BY max(severity) DESC, count(*) DESC, rule
"""
_ORGANS = """
SELECT organ, sum(severity = 3), sum(severity = 2), sum(severity = 1)
FROM findings JOIN documents USING (path) WHERE organ != '' GROUP BY organ
ORDER BY 2 DESC, 3 DESC, 4 DESC, organ
"""
# SQLite takes the other columns from the row with the least path.
_CRASHED = """
WITH crashed AS (
    SELECT documents.path, value FROM documents, json_each(gaps, '$[1]') WHERE gaps != ''
    UNION ALL SELECT gaps.path, value FROM gaps, json_each(data, '$[1]')
), told AS (
    SELECT path, json_extract(value, '$[0]') AS rule, json_extract(value, '$[1]') AS reason
    FROM crashed
)
SELECT rule, count(DISTINCT path), min(path), reason, reason FROM told GROUP BY rule ORDER BY rule
"""
# Of each rule, the reason that holds most often.
_NOT_COMPARED = """
WITH told AS (
    SELECT gaps.path, json_extract(value, '$[0]') AS rule, json_extract(value, '$[1]') AS reason
    FROM gaps, json_each(data, '$[0]')
), counted AS (
    SELECT rule, reason, min(path) AS path, count(*) AS times FROM told GROUP BY rule, reason
)
SELECT rule, (SELECT count(DISTINCT path) FROM told WHERE told.rule = counted.rule),
path, json_extract(reason, '$[0]'), json_extract(reason, '$[1]')
FROM (SELECT *, row_number() OVER (PARTITION BY rule ORDER BY times DESC, path) AS place
    FROM counted) AS counted
WHERE place = 1 ORDER BY rule
"""
Verdict = Literal["ready", "faulty", "unread", "other"]
_UNREAD = "SELECT path, problem FROM documents WHERE status = 'unreadable' ORDER BY path"
VERDICTS: tuple[Verdict, ...] = ("ready", "faulty", "unread", "other")


class RuleCount(Record):
    """How often a rule is broken: the gravest severity, findings, the documents they speak of."""

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


class Gap(Record):
    """A rule of which nothing can be said in some documents: how many, one of them, and why."""

    code: str
    documents: int
    path: str
    reason: Text


class Overview(Record):
    """The numbers of an audit.

    Attributes:
        verdicts: how many documents by verdict.
        states: how many findings are new, open, fixed, reopened since the run before.
        is_repeated: whether the run before was over the same inputs: then the states are its own.
        rules, organs: the gravest first.
        unread: the documents that could not be read, with the reason.
        strangers: the reports whose organ is not sure.
        crashed: the rules that crashed anywhere.
        not_compared: the rules across reports that could not be checked.
    """

    verdicts: Mapping[str, int]
    states: Mapping[str, int]
    is_repeated: bool
    rules: tuple[RuleCount, ...]
    organs: tuple[OrganCount, ...]
    unread: tuple[tuple[str, Problem], ...]
    strangers: tuple[Stranger, ...]
    crashed: tuple[Gap, ...]
    not_compared: tuple[Gap, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every document could be read and every rule asked."""
        return not self.unread and not self.crashed


def overview_of(store: Store, outcome: Outcome) -> Overview:
    """Return the numbers of a run that came to its end."""
    verdicts = dict(store.rows(_VERDICTS))
    return Overview(
        {verdict: verdicts.get(verdict, 0) for verdict in VERDICTS},
        counted(store, outcome.number),
        outcome.is_repeated,
        tuple(RuleCount(*row) for row in store.rows(_RULES)),
        tuple(OrganCount(*row) for row in store.rows(_ORGANS)),
        tuple((path, problem_of(text)) for path, text in store.rows(_UNREAD)),
        tuple(strangers(store, outcome.census)),
        tuple(map(_gap, store.rows(_CRASHED))),
        tuple(map(_gap, store.rows(_NOT_COMPARED))),
    )


def _gap(row: tuple[str, int, str, str, str]) -> Gap:
    code, documents, path, zh, en = row
    return Gap(code, documents, path, Text(zh, en))
