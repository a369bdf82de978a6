"""Which faults can be planted in a consistent report, and what they make a checker find."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from random import Random
from typing import NamedTuple

from benchmarks.pages.faults import cells, parts, whole
from benchmarks.pages.faults.arithmetic import broken
from benchmarks.pages.faults.expected import SEVERITIES, Expected
from benchmarks.pages.pointers import Report

__all__ = ["FAULTS", "RULES", "Expected", "Fault", "Planted", "plant"]

# The truth of a report names every finding of these rules, and says nothing of others.
RULES = tuple(sorted(SEVERITIES))

Apply = Callable[[Report, Random], list[Expected] | None]


class Fault(NamedTuple):
    """A fault: its name, the areas of a report it keeps to itself, and what plants it.

    Two faults that share no area do not change each other's findings. Planting gives the
    findings that are not about sums, or None and an untouched report where it cannot be done.
    """

    name: str
    areas: frozenset[str]
    apply: Apply


class Planted(NamedTuple):
    """A report with faults: their names and every finding a correct checker reports."""

    report: Report
    faults: tuple[str, ...] = ()
    expected: tuple[Expected, ...] = ()


_CALCULATED = ("requests", "review_litigation")
_ALL = ("disclosure", *_CALCULATED)


def plant(report: Report, rng: Random, count: int) -> Planted:
    """Plant faults in a copy of a consistent report.

    Args:
        report: The canonical report, without a fault.
        rng: Chooses the faults and their places.
        count: How many faults; fewer where the report has no place for so many.
    """
    changed = deepcopy(report)
    names: list[str] = []
    taken: frozenset[str] = frozenset()
    expected: set[Expected] = set()
    for fault in _shuffled(rng, count):
        if len(names) == count:
            break
        found = None if fault.areas & taken else fault.apply(changed, rng)
        if found is not None:
            names.append(fault.name)
            taken |= fault.areas
            expected.update(found)
    return Planted(changed, tuple(names), tuple(sorted(expected | broken(changed))))


def _shuffled(rng: Random, count: int) -> list[Fault]:
    """Return one fault of each name in random order, but first the one that writes all anew."""
    by_name: dict[str, list[Fault]] = {}
    for fault in FAULTS:
        by_name.setdefault(fault.name, []).append(fault)
    order = [rng.choice(by_name[name]) for name in rng.sample(sorted(by_name), len(by_name))]
    anew = [fault for fault in order[:count] if fault.apply is whole.other_edition]
    return anew + [fault for fault in order if fault.apply is not whole.other_edition]


def _in(apply: Callable[..., list[Expected] | None], *tables: str) -> Iterator[Fault]:
    name = apply.__name__.replace("_", "-")
    return (Fault(name, frozenset({table}), partial(apply, table=table)) for table in tables)


def _in_part(apply: Callable[..., list[Expected] | None]) -> Iterator[Fault]:
    """Yield a fault for each table with its part; table 二 also tells the edition."""
    for fault, table in zip(_in(apply, *_ALL), _ALL, strict=True):
        tells = {"edition"} if table == "disclosure" else set()
        yield fault._replace(areas=frozenset({table, "part"} | tells))


FAULTS = (
    *_in(cells.wrong_cell, *_CALCULATED),
    *_in(cells.total_zero, *_CALCULATED),
    *_in(cells.blank_total, *_CALCULATED),
    *_in(cells.blank_cells, *_ALL),
    *_in(cells.placeholders, *_ALL),
    *_in(cells.unit, *_ALL),
    *_in(cells.words, *_ALL),
    *_in(cells.negative, *_ALL),
    *_in(cells.decimal, *_ALL),
    *_in(parts.missing_row, "disclosure", "requests"),
    *_in_part(parts.missing_table),
    *_in_part(parts.empty_table_part),
    *_in_part(parts.lost_heading),
    Fault("missing-problems", frozenset({"part"}), parts.missing_problems),
    Fault("empty-problems", frozenset({"part"}), parts.empty_problems),
    Fault("short-period", frozenset({"period"}), whole.short_period),
    Fault("other-year", frozenset({"period"}), whole.other_year),
    Fault("other-edition", frozenset({"edition"}), whole.other_edition),
)
