"""What do other rules say of a report that was read before?"""

from collections.abc import Iterable, Iterator

from nianbao.audit.frozen import spot_of
from nianbao.audit.items import Item, Stored
from nianbao.checker import Checker, Read
from nianbao.model.place import Place
from nianbao.model.report import Report
from nianbao.readers.files import Found
from nianbao.result import Document, Finding


def rejudged(checker: Checker, item: Item, stored: Stored, report: Report) -> Document | None:
    """Judge a report by what was kept of it.

    Args:
        checker: has the rules of now.
        item: the document.
        stored: what was kept of it.
        report: the report, made again of that.

    Returns:
        What came of it, None where its page must be read again: to tell the lines of a finding
        that was not there before.
    """
    read = Read(report, stored.reader, stored.encoding)
    document = checker.judged(Found(item.path, item.named), read)
    placed = tuple(_placed(document.findings, stored.findings))
    is_told = len(placed) == len(document.findings)
    return document._replace(findings=placed) if is_told else None


def _placed(findings: Iterable[Finding], before: Iterable[str]) -> Iterator[Finding]:
    """Yield the findings that were there before, with the lines that they had."""
    spots = {spot.fingerprint: spot for spot in map(spot_of, before)}
    for finding in findings:
        spot = spots.get(finding.fingerprint)
        if spot and _pointers(spot.places) == _pointers((finding.place, *finding.related)):
            place, *related = spot.places
            yield finding._replace(place=place, related=tuple(related))


def _pointers(places: Iterable[Place]) -> list[str]:
    return [place.pointer for place in places]
