"""Which fault is planted in which report."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from benchmarks.county.seats import Seat

# The years in which a fault can show: those of the form on whose rows it rests, behind the first.
_OLD, _NEW = (2020,), (2022, 2023, 2024)
_ANY = (2021, 2022, 2023, 2024)


class Fault(NamedTuple):
    """A fault: its rule, the report in which it is planted, and the organ whose words it takes."""

    rule: str
    organ: str
    year: int
    other: str = ""


Plan = dict[tuple[str, int], Fault]

# Those first that ask most of an organ.
_YEARS = {
    "AGG006": _ANY, "AGG003": _NEW, "AGG001": _NEW, "AGG002": _NEW, "AGG004": _OLD,
    "AGG005": _ANY, "YOY001": _ANY, "YOY002": _NEW, "YOY003": _OLD, "YOY004": _OLD,
    "YOY005": _NEW, "YOY006": _NEW, "YOY007": _NEW, "YOY008": _NEW,
}  # fmt: skip
_OF_SUMS = ("AGG001", "AGG002")
RULES = tuple(sorted(_YEARS))
# Their organs have nothing in table 三 and 四, so that the same words fit two reports.
QUIET = frozenset({"YOY005", "AGG003"})


def planned(all_of: Sequence[Seat], rounds: int, rng: Random) -> Plan:
    """Return so many faults of each rule, each in a report of an organ of its own."""
    faults: list[Fault] = []
    for _ in range(rounds):
        for rule in _YEARS:
            faults.append(_fault(rule, all_of, faults, rng))
    return {(each.organ, each.year): each for each in faults}


def _fault(rule: str, all_of: Sequence[Seat], faults: Sequence[Fault], rng: Random) -> Fault:
    taken = {name for each in faults for name in (each.organ, each.other)}
    free = [each for each in all_of if each.organ.name not in taken and _fits(rule, each)]
    this, *rest = rng.sample(free, len(free))
    others = [each for each in rest if each.organ.kind == this.organ.kind]
    other = others[0].organ.name if rule in ("AGG003", "AGG006") else ""
    return Fault(rule, this.organ.name, rng.choice(_YEARS[rule]), other)


def _fits(rule: str, seat: Seat) -> bool:
    if rule in _OF_SUMS:
        return seat.sums_up
    if rule == "AGG006":
        return seat.organ.level == "township"
    return not seat.sums_up and seat.organ.level != "city"
