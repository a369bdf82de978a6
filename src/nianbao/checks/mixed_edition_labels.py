"""DOC003: do the tables mix labels of two editions?"""

from collections.abc import Iterator

from nianbao.model.edition import Edition
from nianbao.model.report import Report, Table
from nianbao.rule import Hit


def mixed_edition_labels(report: Report) -> Iterator[Hit]:
    """Find labels of the other edition in a table, and tables wholly of the other edition."""
    for table in report.tables.values():
        other = _other(report, table)
        for pointer, label in table.foreign.items():
            yield Hit(pointer, {"met": label, "other": other})
        if report.edition:
            yield from _whole(report.edition, table)


def _other(report: Report, table: Table) -> str:
    own = table.form.edition
    keys = {"2019", "2021"} - {own}
    return report.edition.key if report.edition and report.edition.key != own else keys.pop()


def _whole(report_edition: Edition, table: Table) -> Iterator[Hit]:
    """Name the rows that only the table's own edition has; one table, one finding."""
    usual = report_edition.forms[table.form.key].by_pointer
    telling = [
        row for row in table.form.rows if row.pointer in table.rows and row.pointer not in usual
    ]
    if telling:
        first, *rest = telling
        values = {"met": first.title, "other": table.form.edition}
        yield Hit(first.pointer, values, tuple(row.pointer for row in rest))
