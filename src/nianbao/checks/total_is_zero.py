"""SUM006: is a total 0 over parts that are not?"""

from collections.abc import Iterator

from nianbao.model.cell import Number
from nianbao.model.report import Report
from nianbao.rule import Hit


def total_is_zero(report: Report) -> Iterator[Hit]:
    """Find totals of 0 whose parts add to something else, in a row or in a column.

    In the corner either sum speaks, and the cell is named once.
    """
    for table in report.tables.values():
        for pointer, ways in table.form.totals.items():
            if report.cell(pointer).value == 0:
                yield from _hit(report, pointer, ways)


def _hit(report: Report, pointer: str, ways: tuple[tuple[str, ...], ...]) -> Iterator[Hit]:
    for parts in ways:
        total = _sum(report, parts)
        if total:
            related = tuple(part for part in parts if report.figures.numbers[part])
            yield Hit(pointer, {"total": 0, "sum": total}, related, notes=report.figures.notes_on(parts))
            return


def _sum(report: Report, parts: tuple[str, ...]) -> Number | None:
    numbers = report.figures.numbers
    return sum(numbers[part] for part in parts) if all(part in numbers for part in parts) else None
