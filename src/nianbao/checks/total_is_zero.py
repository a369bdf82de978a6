"""SUM006: is a total 0 over parts that are not?"""

from collections.abc import Iterator

from nianbao.model.cell import Number
from nianbao.model.figures import total_parts
from nianbao.model.report import Report, Table
from nianbao.rule import Hit


def total_is_zero(report: Report) -> Iterator[Hit]:
    """Find totals of 0 whose parts add to something else, in a row or in a column.

    In the corner either sum speaks, and the cell is named once.
    """
    for table in report.tables.values():
        for pointer, parts in _sums(table).items():
            cell = report.cell(pointer)
            if cell.value == 0:
                yield from _hit(report, pointer, parts)


def _hit(report: Report, pointer: str, ways: list[tuple[str, ...]]) -> Iterator[Hit]:
    for parts in ways:
        total = _sum(report, parts)
        if total:
            related = tuple(part for part in parts if report.figures.numbers[part])
            yield Hit(pointer, {"total": 0, "sum": total}, related, notes=report.figures.notes_on(parts))
            return


def _sum(report: Report, parts: tuple[str, ...]) -> Number | None:
    numbers = report.figures.numbers
    return sum(numbers[part] for part in parts) if all(part in numbers for part in parts) else None


def _sums(table: Table) -> dict[str, list[tuple[str, ...]]]:
    """Return each total with the ways it adds up: the corner by its column and by its row."""
    ways: dict[str, list[tuple[str, ...]]] = {}
    form = table.form
    for row in form.rows:
        for column in row.columns if row.is_total else ():
            members = form.members(row.groups[-1].name)
            parts = tuple(f"{member.pointer}/{column.key}" for member in members)
            ways.setdefault(f"{row.pointer}/{column.key}", []).append(parts)
    for pointer, parts in total_parts(form):
        known = ways.setdefault(pointer, [])
        if parts not in known:
            known.append(parts)
    return ways
