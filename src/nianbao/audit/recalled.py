"""What came of each document, made again of what the store kept?"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from nianbao.audit.frozen import thawed
from nianbao.audit.packing import gaps_from, problem_of, unpacked
from nianbao.audit.store import Store
from nianbao.engine.findings import order
from nianbao.model.report import Report
from nianbao.prose.hiding import hidden_tables
from nianbao.result import Document, Finding
from nianbao.rule import Rule

_DOCUMENTS = """
SELECT path, status, reader, encoding, organ, year, edition, is_whole, problem, gaps
FROM documents ORDER BY path
"""
_FINDINGS = "SELECT path, data FROM findings WHERE path {} '' ORDER BY path, scope, family, number"


def documents(
    store: Store, rules: Mapping[str, Rule], *, with_reports: bool = False
) -> Iterator[Document]:
    """Yield the documents in the order of their paths, each with all that was found in it.

    Args:
        store: keeps them.
        rules: all rules by code.
        with_reports: whether those with findings have the tables of their report.
    """
    found = groupby(store.rows(_FINDINGS.format(">")), itemgetter(0))
    path, entries = next(found, ("", iter(())))
    for row in store.rows(_DOCUMENTS):
        findings: tuple[Finding, ...] = ()
        if row[0] == path:
            findings = _findings(entries, rules)
            path, entries = next(found, ("", iter(())))
        report = _tables(store, row[0]) if findings and with_reports else None
        yield _document(row, rules)._replace(findings=findings, report=report)


def absences(store: Store, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """Return the findings of no document: the reports that lack."""
    return _findings(store.rows(_FINDINGS.format("=")), rules)


def _findings(rows: Iterator[tuple[str, str]], rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    return tuple(sorted((thawed(data, rules) for _, data in rows), key=order))


def _document(row: tuple[Any, ...], rules: Mapping[str, Rule]) -> Document:
    path, status, reader, encoding, organ, year, edition, is_whole, problem, gaps = row
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
    )


def _tables(store: Store, path: str) -> Report | None:
    """Return of a report what it takes to draw its tables."""
    row = store.row("SELECT packed FROM facts WHERE path = ?", (path,))
    if row is None:
        return None
    report = unpacked(row[0]).report
    tables = hidden_tables(report.tables)
    return Report(edition=report.edition, tables=tables, blank=report.blank)
