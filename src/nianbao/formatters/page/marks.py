"""Which findings speak of which place?"""

from collections.abc import Iterable

from nianbao.formatters.page.parts import Numbered, Part
from nianbao.model.record import Record
from nianbao.result import Finding
from nianbao.rule import Severity


class Mark(Record):
    """That a finding speaks of a place.

    Attributes:
        number: the number of the finding.
        severity: how grave it is.
        is_place: whether it stands there, or the place only belongs to it.
    """

    number: int
    severity: Severity
    is_place: bool


Marks = dict[str, list[Mark]]


def marks_of(parts: Iterable[Part]) -> Marks:
    """Return the marks of each place, by pointer."""
    marks: Marks = {}
    for part in parts:
        for group in part.groups:
            for member in group.members:
                _add(marks, member)
    return marks


def _add(marks: Marks, member: Numbered) -> None:
    number, finding = member
    for pointer, is_place in places_in(finding).items():
        marks.setdefault(pointer, []).append(Mark(number, finding.severity, is_place))


def places_in(finding: Finding) -> dict[str, bool]:
    """Return the pointers of a finding, each with whether it stands there."""
    own = {
        place.pointer: place.pointer in _same(finding)
        for place in finding.related
        if place.origin is None
    }
    return {**own, finding.place.pointer: True}


def _same(finding: Finding) -> frozenset[str]:
    """Return the other places of a finding that has several of its own."""
    if not finding.rule.one_per_row:
        return frozenset()
    return frozenset(place.pointer for place in finding.related if place.origin is None)
