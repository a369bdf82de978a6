"""What is kept of a document between two runs?"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from nianbao.audit.digests import Digests
from nianbao.audit.packing import (
    KeptFinding,
    findings_of,
    gaps_of,
    has_crashed,
    packed,
    problem_text,
    storable,
)
from nianbao.editions import editions
from nianbao.model.edition import Form
from nianbao.model.facts import Facts
from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.model.report import Organ, Report
from nianbao.prose.organs import is_rollup
from nianbao.result import Document, Problem
from nianbao.rule import Severity


class Kept(Record):
    """A document as plain values, which go between processes and into the store.

    Attributes:
        path: as it is shown.
        content, reading, mark: as in :class:`nianbao.audit.digests.Digests`.
        status, reader, encoding, organ, year, edition: as in :class:`nianbao.result.Document`.
        level, kind, parent: of the organ, as far as they are told.
        published: the day of publication, or ``""``.
        is_mixed: whether it has a table of another edition than its own.
        sums_up: whether the report sums up those of an area.
        is_whole: whether all that it seems to hold was read.
        problem: why it could not be read, as JSON, or ``""``.
        gaps: rules of which nothing can be said, as JSON, or ``""``.
        facts: what other reports are compared with, packed; empty where nothing was read.
        sketch: of its words, where there are so many reports that it takes one; else empty.
        cells: the wide row (:func:`wide_row`).
        findings: those of the report alone.
    """

    path: str
    content: str
    reading: str
    mark: str
    status: str
    reader: str
    encoding: str
    organ: str
    level: str | None
    kind: str | None
    parent: str
    year: int | None
    published: str
    edition: str
    is_mixed: bool
    sums_up: bool
    is_whole: bool
    problem: str
    gaps: str
    facts: bytes
    sketch: bytes
    cells: Mapping[str, float]
    findings: tuple[KeptFinding, ...]

    @property
    def verdict(self) -> str:
        """What became of it, as :mod:`nianbao.formatters.verdict` has it; reports alone count."""
        if any(each.severity == Severity.ERROR for each in self.findings):
            return "faulty"
        if self.status == "unreadable" or not self.is_whole or has_crashed(self.gaps):
            return "unread"
        return "other" if self.status == "other" else "ready"


def kept_of(document: Document, facts: Facts | None, digests: Digests, sketch: bytes = b"") -> Kept:
    """Return what is kept of a document; ``facts`` where it is an annual report."""
    report = facts.report if facts else None
    organ = (facts.organ if facts else None) or Organ("")
    return Kept(
        path=document.path,
        content=digests.content,
        reading=digests.reading,
        mark=digests.mark,
        status=document.status,
        reader=document.reader,
        encoding=document.encoding,
        organ=storable(document.organ),
        level=organ.level,
        kind=organ.kind,
        parent=storable(organ.parent),
        year=document.year,
        published=report.published.isoformat() if report and report.published else "",
        edition=document.edition,
        is_mixed=report is not None and _is_mixed(report),
        sums_up=report is not None and is_rollup(report.title, report.preface),
        is_whole=document.is_whole,
        problem=problem_text(document.problem),
        gaps=gaps_of(document.not_checked, document.crashed),
        facts=packed(facts) if facts else b"",
        sketch=sketch,
        cells=_cells(report) if report else {},
        findings=findings_of(document.findings),
    )


def failed(path: str, content: str, problem: Problem) -> Kept:
    """Return what is kept of a document at which its worker ended.

    Without a mark it is tried again by the next run.
    """
    return kept_of(Document(path, "unreadable", problem=problem), None, Digests(content))


def _cells(report: Report) -> dict[str, float]:
    """Return the wide row of a report.

    Cells of a table of the other edition have no column in the table of this one.
    """
    if report.edition is None:
        return {}
    key, numbers = report.edition.key, report.figures.numbers
    known = [pointer for pointer in _pointers(key) if pointer in numbers]
    held = ((pointer, _number(numbers[pointer]), numbers[pointer]) for pointer in known)
    # A number that is nearly whole must not look whole.
    cells = {pointer: value for pointer, value, number in held if value == number or value % 1}
    return wide_row(key, cells)


def wide_row(edition: str, cells: Mapping[str, float]) -> dict[str, float]:
    """Return numbers of cells, and of each table whether all its cells are there and are counts."""
    forms = editions()[edition].forms
    return {**{f"/{key}": _are_counts(form, cells) for key, form in forms.items()}, **cells}


def _are_counts(form: Form, cells: Mapping[str, float]) -> bool:
    """Tell whether sums of such cells are exact over very many reports, and none below a part."""
    numbers = (cells.get(pointer, -1) for row in form.rows for pointer in row.cells)
    return all(isinstance(each, int) and 0 <= each <= GREAT for each in numbers)


def _is_mixed(report: Report) -> bool:
    """Tell whether a table was bound by another edition than that of the report."""
    own = report.edition.key if report.edition else ""
    return any(table.form.edition != own for table in report.tables.values())


def _number(number: Number) -> float:
    """Return a number that 64 bits hold; one beyond that is a slip of the keyboard anyway."""
    if isinstance(number, int) and abs(number) < _BEYOND:
        return number
    return float(Decimal(number))


_BEYOND = 2**63
# The sum of so many counts over millions of reports still fits into 64 bits.
GREAT = 10**12


@cache
def _pointers(edition: str) -> tuple[str, ...]:
    return tuple(pointer for _, _, pointer in editions()[edition].cells())
