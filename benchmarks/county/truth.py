"""What an audit of a county must find: what was planted, and what follows from it.

The figures are compared here once more, straight from the data.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.county.county import County, Key
from benchmarks.county.plan import RULES
from benchmarks.county.seats import Seat
from benchmarks.pages.figures import Tables
from benchmarks.pages.pointers import Report


class Expected(NamedTuple):
    """A finding: its rule, the path (of a report that lacks: organ and year), the row or part."""

    rule: str
    path: str
    place: str


def expected(county: County) -> set[Expected]:
    """Return all findings of rules across reports that a right audit has."""
    found = set(planted(county))
    for seat in county.seats:
        for (organ, year), page in county.pages.items():
            if organ == seat.organ.name:
                last = county.pages.get((organ, year - 1))
                found |= set(_against(page.path, page.report, last.report if last else None))
    for seat in filter(_sums_up, county.seats):
        found |= set(_sums(county, seat))
    return found


def planted(county: County) -> Iterator[Expected]:
    """Yield what stands for each planted fault; the rules of sums tell it by their cells."""
    for key, fault in county.plan.items():
        page = county.pages.get(key)
        yield Expected(fault.rule, page.path if page else f"{key[0]} {key[1]}", _PLACES[fault.rule])
        if fault.rule == "YOY005" and page:
            yield Expected("YOY006", page.path, "/sections/problems")


_PLACES = {
    **dict.fromkeys(RULES, ""),
    "YOY001": "/requests/carried_in",
    "YOY002": "/disclosure/normative_documents",
    "YOY003": "/disclosure/licences",
    "YOY004": "/disclosure/normative_documents",
    "YOY006": "/sections/problems",
    "YOY007": "/disclosure",
    "YOY008": "/disclosure/licences",
    "AGG001": "/requests/received",
    "AGG002": "/requests/received",
    "AGG005": "/disclosure/licences",
    "AGG006": "/sections/overview",
}


def _sums_up(seat: Seat) -> bool:
    return seat.sums_up


def _against(path: str, this: Report, last: Report | None) -> Iterator[Expected]:
    if last is None:
        return
    carried, before = this["requests"]["carried_in"], last["requests"]["carried_out"]
    if any(carried[column] != before[column] for column in carried):
        yield Expected("YOY001", path, "/requests/carried_in")
    for key, row in this["disclosure"].items():
        for rule in _row_breaks(row, last["disclosure"].get(key, {})):
            yield Expected(rule, path, f"/disclosure/{key}")


def _row_breaks(row: dict[str, int], last: dict[str, int]) -> Iterator[str]:
    if "in_force" in row and "in_force" in last:
        kept = last["in_force"] + row["issued"] - row["repealed"]
        yield from ["YOY002"] * (kept != row["in_force"])
    if "items_before" in row and "items_before" in last:
        yield from ["YOY003"] * (last["items_before"] + last["change"] != row["items_before"])
    if "open_total" in row and "open_total" in last:
        yield from ["YOY004"] * (row["open_total"] > last["open_total"] + row["opened"])


def _sums(county: County, seat: Seat) -> Iterator[Expected]:
    for (organ, year), page in county.pages.items():
        if organ == seat.organ.name:
            keys = [(each.organ.name, year) for each in _alone_below(county, organ)]
            yield from _misadded(county, page.path, page.report, keys)


def _alone_below(county: County, name: str) -> Iterator[Seat]:
    for seat in county.seats:
        if seat.above == name:
            yield from _alone_below(county, seat.organ.name) if seat.sums_up else (seat,)


def _misadded(county: County, path: str, report: Report, keys: list[Key]) -> Iterator[Expected]:
    there = [county.pages[key].report for key in keys if key in county.pages]
    cells = {at: value for key in _TABLES for at, value in _cells(report[key], f"/{key}")}
    below = [
        {at: value for key in _TABLES for at, value in _cells(each[key], f"/{key}")}
        for each in there
    ]
    for at, value in cells.items():
        row = at.rpartition("/")[0]
        parts = [each[at] for each in below]
        if any(part > value for part in parts):
            yield Expected("AGG002", path, row)
        elif len(there) == len(keys) and sum(parts) != value:
            yield Expected("AGG001", path, row)


_TABLES = ("requests", "review_litigation")


def _cells(node: Tables, at: str) -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{at}/{key}")
        else:
            yield f"{at}/{key}", value
