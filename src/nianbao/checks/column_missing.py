"""TAB003: does the header name every column?"""

from collections.abc import Iterator

from nianbao.model.pointers import column_pointer
from nianbao.model.printed import CUT, Printed, printed
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.rule import Hit


def column_missing(report: Report) -> Iterator[Hit]:
    """Find columns whose header cell is not there; a header wholly absent is one finding."""
    for table in report.tables.values():
        if table.labels:
            known = printed(table.form)
            yield from _absent(table, known)
            yield from _strange(table, known)


def _absent(table: Table, known: dict[str, Printed]) -> Iterator[Hit]:
    for columns in _headers(table):
        absent = [pointer for pointer in columns if table.labels.get(pointer) == ""]
        whole = 1 < len(absent) == len(columns)
        for first, *rest in [absent] if whole else [[each] for each in absent]:
            names = "、".join(known[each].title for each in (first, *rest))
            yield Hit(first, {"title": names, "bound": not table.unread}, tuple(rest))


def _strange(table: Table, known: dict[str, Printed]) -> Iterator[Hit]:
    """Yield the columns over which other words stand, too unlike their header to be meant for it.

    Labels of the other edition are told as such (DOC003), similar ones as altered (LAB001).
    """
    for pointer, met in table.labels.items():
        official = known.get(pointer)
        if not met or official is None or not official.is_column or pointer in table.foreign:
            continue
        if not official.is_met(met) and not official.is_meant(met):
            note = Text(f"；这里写的是“{met}”", f"; “{met}” stands there")
            notes = (note, CUT) if official.is_cut(met) else (note,)
            yield Hit(pointer, {"title": official.title, "bound": True}, notes=notes)


def _headers(table: Table) -> list[list[str]]:
    """Return the places of the columns of each header of a table."""
    form = table.form
    rows = form.rows[:1] if form.key == "requests" else form.rows
    return [[column_pointer(form, row, column.key) for column in row.columns] for row in rows]
