"""How much was found in a run?"""

from collections.abc import Iterable

from nianbao.model.record import Record
from nianbao.result import Document
from nianbao.rule import Severity


class Counts(Record):
    """The numbers of a run, in the order and under the names of the result JSON."""

    documents: int
    read: int
    other: int
    unreadable: int
    errors: int
    warnings: int
    infos: int
    known: int
    explained: int
    not_checked: int
    crashed: int


def count(documents: Iterable[Document]) -> Counts:
    """Return the numbers of some documents."""
    rows = [_count(document) for document in documents]
    return Counts(*map(sum, zip(*rows, strict=True))) if rows else Counts(*[0] * 11)


def _count(document: Document) -> Counts:
    states = [finding.state for finding in document.findings]
    is_there = bool(document.path)
    return Counts(
        documents=is_there,
        read=is_there and document.status == "read",
        other=document.status == "other",
        unreadable=document.status == "unreadable",
        errors=document.count(Severity.ERROR),
        warnings=document.count(Severity.WARNING),
        infos=document.count(Severity.INFO),
        known=states.count("known"),
        explained=states.count("explained"),
        not_checked=len(document.not_checked),
        crashed=len(document.crashed),
    )
