"""SUM006: is a total 0 over parts that are not?"""

from collections.abc import Iterator

from nianbao.model.edition import Way
from nianbao.model.figures import Figures
from nianbao.model.numbers import Number
from nianbao.model.report import Report
from nianbao.rule import Hit


def total_is_zero(report: Report) -> Iterator[Hit]:
    """Find totals of 0 whose parts add to something else, in a row or in a column.

    In the corner either sum speaks, and the cell is named once.
    """
    figures = report.figures
    numbers = figures.numbers
    filled = {pointer for pointer, number in numbers.items() if number}
    # Totals of 0 over parts of 0 are the rule: only the others are added up.
    for table in report.tables.values() if filled else ():
        for pointer, ways in table.form.totals.items():
            if numbers.get(pointer) != 0 or pointer in figures.blanks:
                continue
            if not all(filled.isdisjoint(way.parts) for way in ways):
                yield from _hit(figures, pointer, ways)


def _hit(figures: Figures, pointer: str, ways: tuple[Way, ...]) -> Iterator[Hit]:
    for way in ways:
        total = _sum(figures, way)
        if total:
            related = tuple(part for part in way.parts if figures.numbers[part])
            values = {"total": 0, "sum": total}
            yield Hit(pointer, values, related, notes=figures.notes_on(way.parts))
            return


def _sum(figures: Figures, way: Way) -> Number | None:
    try:
        return way.sum(figures.numbers)
    except KeyError:
        return None
