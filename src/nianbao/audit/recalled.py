"""What came of each document, made again of what the store kept?"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from nianbao.audit.frozen import thawed
from nianbao.audit.packing import gaps_from, problem_of, unpacked
from nianbao.audit.store import Store
from nianbao.engine.findings import order
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.hiding import hidden_tables
from nianbao.result import Document, Finding, no_document
from nianbao.rule import Rule

_DOCUMENTS = """
SELECT path, status, reader, encoding, organ, year, edition, is_whole, problem, gaps, content
FROM documents ORDER BY path
"""
_FINDINGS = """
SELECT findings.path, findings.data, coalesce(lives.state, 'new')
FROM findings LEFT JOIN lives USING (fingerprint)
WHERE findings.path {} '' ORDER BY findings.path, scope, family, number
"""
_GAPS = "SELECT path, data FROM gaps WHERE path {} '' ORDER BY path, scope, family"
_PACKED = "SELECT packed FROM facts WHERE path = ?"
_FIXED = """
SELECT path, data, state, organ, year FROM lives
WHERE state = 'fixed' AND since = ? AND data != '' ORDER BY path, fingerprint
"""
Row = tuple[Any, ...]


class Rows(Record):
    """What the store keeps of a document: plain values, which go to a worker.

    Attributes:
        document: its own row; empty for the reports that lack, which are no document.
        findings: what was found in it: path, finding, state.
        gaps: the rules across reports of which nothing can be said: path, rules.
        packed: its report, where anything was found in it; else empty.
    """

    document: Row
    findings: tuple[Row, ...] = ()
    gaps: tuple[Row, ...] = ()
    packed: bytes = b""


def rows_of(store: Store) -> Iterator[Rows]:
    """Yield the reports that lack, if any does, then the documents in the order of their paths."""
    absent, unsaid = (tuple(store.rows(each.format("="))) for each in (_FINDINGS, _GAPS))
    lacking = Rows((), absent, unsaid)
    if lacking.findings or lacking.gaps:
        yield lacking
    found = _Beside(store.rows(_FINDINGS.format(">")))
    gaps = _Beside(store.rows(_GAPS.format(">")))
    for row in store.rows(_DOCUMENTS):
        findings = found.of(row[0])
        packed = store.row(_PACKED, row[:1]) if findings else None
        yield Rows(row, findings, gaps.of(row[0]), *(packed or ()))


def document_of(rows: Rows, rules: Mapping[str, Rule]) -> Document:
    """Return what came of a document, where anything was found with the tables of its report.

    Args:
        rows: what the store keeps of it.
        rules: all rules by code.
    """
    findings = _findings(rows.findings, rules)
    if not rows.document:
        return _with_gaps(no_document(findings), rows.gaps, rules)
    report = _tables(rows.packed) if rows.packed else None
    document = _document(rows.document, rules)._replace(findings=findings, report=report)
    return _with_gaps(document, rows.gaps, rules)


def fixed(store: Store, rules: Mapping[str, Rule], run: int) -> Iterator[Document]:
    """Yield what was fixed since the run before, with the words in which it was last told.

    Args:
        store: keeps it.
        rules: all rules by code.
        run: the number of this run.
    """
    for path, *entry, organ, year in store.rows(_FIXED, (run,)):
        findings = _findings([(path, *entry)], rules)
        yield Document(path, "read", organ=organ, year=year, findings=findings)


class _Beside:
    """Gives the rows that stand beside each document, both in the order of the paths."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, path: str) -> tuple[Row, ...]:
        """Return the rows of a document."""
        if self._next is None or self._next[0] != path:
            return ()
        rows = tuple(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _findings(rows: Iterable[Row], rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """Return findings in order; a row holds path, finding, state."""
    told = (thawed(data, rules)._replace(state=state) for _, data, state in rows)
    return tuple(sorted(told, key=order))


def _with_gaps(document: Document, rows: Iterable[Row], rules: Mapping[str, Rule]) -> Document:
    """Add what rules across reports could not say of a document."""
    for _, data in rows:
        not_checked, crashed = gaps_from(data, rules)
        document = document._replace(
            not_checked=document.not_checked + not_checked, crashed=document.crashed + crashed
        )
    return document


def _document(row: Row, rules: Mapping[str, Rule]) -> Document:
    path, status, reader, encoding, organ, year, edition, is_whole, problem, gaps, digest = row
    not_checked, crashed = gaps_from(gaps, rules)
    return Document(
        path,
        status,
        reader,
        encoding,
        organ,
        year,
        edition,
        problem=problem_of(problem) if problem else None,
        not_checked=not_checked,
        crashed=crashed,
        fails_from=None,
        is_whole=bool(is_whole),
        digest=digest,
    )


def _tables(packed: bytes) -> Report:
    """Return of a report what it takes to draw its tables."""
    report = unpacked(packed).report
    tables = hidden_tables(report.tables)
    return Report(edition=report.edition, tables=tables, blank=report.blank)
