"""SUM005: is a part greater than its total, where the sum cannot be checked?"""

from collections.abc import Iterator

from nianbao.model.cell import State
from nianbao.model.report import Report, Table
from nianbao.rule import Hit


def part_exceeds_total(report: Report) -> Iterator[Hit]:
    """Compare parts with their total one by one, where a sum cannot be formed."""
    seen: set[str] = set()
    for table in report.tables.values():
        if not table.unread and not table.odd_cells:
            continue
        for pointer, ways in table.form.totals.items():
            for way in ways if pointer in report.figures.numbers else ():
                if _is_barred(report, table, way.parts):
                    yield from _greater(report, pointer, way.parts, seen)


def _greater(report: Report, pointer: str, parts: tuple[str, ...], seen: set[str]) -> Iterator[Hit]:
    total = report.figures.numbers[pointer]
    for part in parts:
        value = report.figures.numbers.get(part)
        if value is not None and value > total and part not in seen:
            seen.add(part)
            yield Hit(part, {"part": value, "total": total}, (pointer,))


def _is_barred(report: Report, table: Table, parts: tuple[str, ...]) -> bool:
    """Tell whether an unread or a strict blank cell, and nothing else, bars the sum."""
    lacking = [part for part in parts if part not in report.figures.numbers]
    return bool(lacking) and all(
        report.cell(part).is_empty or _is_unread(report, table, part) for part in lacking
    )


def _is_unread(report: Report, table: Table, pointer: str) -> bool:
    row = table.form.by_pointer.get(pointer.rpartition("/")[0])
    return (
        report.cell(pointer).state is State.MISSING
        and row is not None
        and table.unread_at(row) is not None
    )
