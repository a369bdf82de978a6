"""Which documents of a run follow one another, and what do rules across years find in them?"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.protocols import Reader, Source, UnreadableError
from nianbao.result import Document
from nianbao.rule import Rule

if TYPE_CHECKING:
    from nianbao.engine.across import Judgement

_SEATS = ("人民政府", "政府", "办事处")


class Desk(Record):
    """How a run reads and judges its documents again.

    Attributes:
        read: reads a document.
        rules: gives the rules of a document.
        kept: gives what a document with findings keeps of its report; None: nothing.
    """

    read: Callable[[str], tuple[Report, Reader, Source]]
    rules: Callable[[str], Sequence[Rule]]
    kept: Callable[[Report], Report] | None = None

    def report(self, path: str) -> Report | None:
        """Return the report of a document, None where it can no longer be read."""
        try:
            return self.read(path)[0]
        except UnreadableError:
            return None

    def compares(self, document: Document) -> bool:
        """Tell whether a document may be compared with others: it is a report, and rules are."""
        is_told = document.status == "read" and document.organ and document.year
        return bool(is_told) and any(rule.scope == "years" for rule in self.rules(document.path))


def followed(documents: Sequence[Document], desk: Desk) -> tuple[Document, ...]:
    """Return the documents with what rules across years find in them.

    The reports of one organ are read once more, together: so a run never holds more than these.
    """
    compared = [document for document in documents if desk.compares(document)]
    found = {each.path: each for group in _groups(compared) for each in _judged(group, desk)}
    return tuple(found.get(document.path, document) for document in documents)


def _groups(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Yield the documents that may be of one organ, where one year follows another."""
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[_without_seat(document.organ)].append(document)
    for group in groups.values():
        years = {document.year for document in group}
        if any(year and year + 1 in years for year in years):
            yield group


def _without_seat(name: str) -> str:
    seat = next((seat for seat in _SEATS if name.endswith(seat)), "")
    return "".join(name.split()).removesuffix(seat)


def _judged(group: Sequence[Document], desk: Desk) -> Iterator[Document]:
    # Few runs hold several years of an organ.
    from nianbao.engine.across import judged  # noqa: PLC0415
    from nianbao.engine.histories import histories_of  # noqa: PLC0415
    from nianbao.model.facts import Facts  # noqa: PLC0415

    documents = {document.path: document for document in group}
    reports = ((path, desk.report(path)) for path in documents)
    for years in histories_of(Facts(path, report) for path, report in reports if report):
        path = years.this.path
        judgement = judged(desk.rules(path), years)
        joined = _joined(documents[path], judgement)
        if desk.kept and joined.findings:
            joined = joined._replace(report=desk.kept(years.this.report))
        yield joined


def _joined(document: Document, judgement: "Judgement") -> Document:
    from nianbao.engine.findings import order  # noqa: PLC0415  # as above

    findings = sorted((*document.findings, *judgement.findings), key=order)
    return document._replace(
        findings=tuple(findings),
        not_checked=document.not_checked + judgement.not_checked,
        crashed=document.crashed + judgement.crashed,
        rules=tuple(sorted((*document.rules, *judgement.rules), key=_by_code)),
    )


def _by_code(rule: Rule) -> str:
    return rule.code
