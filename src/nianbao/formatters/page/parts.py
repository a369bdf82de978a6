"""Under which heading of a document, and in which order, is each finding shown?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.result import Document, Finding
from nianbao.rule import Rule, Severity

TABLES = ("disclosure", "requests", "review_litigation")


class Numbered(Record):
    """A finding and its number in the document."""

    number: int
    finding: Finding


class Group(Record):
    """The findings of one rule and one severity in a part."""

    rule: Rule
    severity: Severity
    members: tuple[Numbered, ...]


class Part(Record):
    """What is shown under one heading.

    Attributes:
        key: the key of a table, or ``""`` for the document and its text.
        groups: the findings placed there.
    """

    key: str
    groups: tuple[Group, ...]


def parts_of(document: Document) -> list[Part]:
    """Return the parts of a document with a finding, or a table one speaks of; gravest first."""
    numbers = count(1)
    touched = tables_touched(document.findings, document.report)
    found = {key: _of(key, document.findings) for key in ("", *TABLES)}
    keys = sorted(found, key=lambda key: _gravity(found[key]), reverse=True)
    return [
        Part(key, tuple(_groups(found[key], numbers)))
        for key in keys
        if found[key] or key in touched
    ]


def _gravity(findings: Iterable[Finding]) -> int:
    return max((finding.severity for finding in findings), default=0)


def table_of(pointer: str) -> str:
    """Return the key of the table that a place is in, or ``""``."""
    key = pointer.split("/")[1] if pointer else ""
    return key if key in TABLES else ""


def tables_touched(findings: Iterable[Finding], report: Report | None) -> set[str]:
    """Return the keys of the tables at hand that findings name as their place or beside it."""
    places = (place for each in findings for place in (each.place, *each.related))
    own = {table_of(place.pointer) for place in places if place.origin is None}
    return own & {*(report.tables if report else ())}


def _of(key: str, findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if table_of(finding.place.pointer) == key]


def _groups(findings: Sequence[Finding], numbers: Iterator[int]) -> Iterator[Group]:
    """Yield the findings rule by rule, the gravest first, else as met."""
    together: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        together.setdefault((-finding.severity, finding.rule.code), []).append(finding)
    for (grave, _), members in sorted(together.items(), key=lambda item: item[0][0]):
        numbered = tuple(Numbered(next(numbers), finding) for finding in members)
        yield Group(members[0].rule, Severity(-grave), numbered)
