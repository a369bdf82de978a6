"""Which faults can be planted in a consistent report, and what they make a checker find."""

from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from functools import partial
from random import Random
from typing import NamedTuple

from benchmarks.pages.faults import cells, headings, labels, parts, spelling, whole
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


def plant(
    report: Report, rng: Random, count: int, without: Collection[str] = frozenset()
) -> Planted:
    """Plant faults in a copy of a consistent report.

    Args:
        report: The canonical report, without a fault.
        rng: Chooses the faults and their places.
        count: How many faults; fewer where the report has no place for so many.
        without: Names of faults not to plant; ``name@area`` for those of one area.
    """
    changed = deepcopy(report)
    names: list[str] = []
    taken: frozenset[str] = frozenset()
    expected: set[Expected] = set()
    for fault in _shuffled(rng, count, without):
        if len(names) == count:
            break
        found = None if fault.areas & taken else fault.apply(changed, rng)
        if found is not None:
            names.append(fault.name)
            taken |= fault.areas
            expected.update(found)
    return Planted(changed, tuple(names), tuple(sorted(expected | broken(changed))))


def _shuffled(rng: Random, count: int, without: Collection[str]) -> list[Fault]:
    """Return one fault of each name in random order, but first the one that writes all anew."""
    by_name: dict[str, list[Fault]] = {}
    for fault in FAULTS:
        names = {fault.name, *(f"{fault.name}@{area}" for area in fault.areas)}
        if names.isdisjoint(without):
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
    *_in(spelling.odd_digits, *_ALL),
    *_in(spelling.written_change, "disclosure"),
    *_in(labels.altered_label, "disclosure", "requests"),
    *_in(labels.altered_note, "requests"),
    *_in(labels.lost_block, "disclosure"),
    *_in(labels.lost_header, "disclosure", "requests"),
    *_in(labels.extra_row, "disclosure", "requests"),
    *_in(parts.missing_row, "disclosure", "requests"),
    *_in(parts.table_twice, *_ALL),
    Fault(
        "lost-rows",
        frozenset({"disclosure", "edition"}),
        partial(parts.lost_rows, table="disclosure"),
    ),
    *_in(parts.lost_rows, "requests"),
    *_in_part(parts.missing_table),
    *_in_part(parts.empty_table_part),
    *_in_part(parts.lost_heading),
    Fault("lost-headings", frozenset({"part", *_ALL}), parts.lost_headings),
    Fault("missing-problems", frozenset({"part"}), parts.missing_problems),
    Fault("empty-problems", frozenset({"part"}), parts.empty_problems),
    Fault("altered-heading", frozenset({"part"}), headings.altered_heading),
    Fault("lost-number", frozenset({"part"}), headings.lost_number),
    Fault("swapped-parts", frozenset({"part"}), headings.swapped_parts),
    Fault("extra-part", frozenset({"part"}), headings.extra_part),
    Fault("instruction-left", frozenset({"part"}), headings.instruction_left),
    Fault("impossible-date", frozenset({"period"}), whole.impossible_date),
    Fault("lost-period", frozenset({"period"}), whole.lost_period),
    Fault("obsolete-basis", frozenset({"basis"}), whole.obsolete_basis),
    Fault("short-period", frozenset({"period"}), whole.short_period),
    Fault("other-year", frozenset({"period"}), whole.other_year),
    Fault("other-edition", frozenset({"edition"}), whole.other_edition),
)
