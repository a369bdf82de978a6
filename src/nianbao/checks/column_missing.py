"""TAB003: does the header name every column?"""

from collections.abc import Iterator

from nianbao.model.report import Report, Table
from nianbao.rule import Hit


def column_missing(report: Report) -> Iterator[Hit]:
    """Find columns whose header cell is not there; a header wholly absent is one finding."""
    for table in report.tables.values():
        if "" not in table.labels.values():
            continue
        for pointers in _groups(table).values():
            absent = [
                pointer for pointer, label in pointers.items() if table.labels.get(pointer) == ""
            ]
            if absent and len(absent) == len(pointers) > 1:
                yield _hit(table, absent[0], pointers, tuple(absent[1:]))
            else:
                for pointer in absent:
                    yield _hit(table, pointer, pointers)


def _groups(table: Table) -> dict[str, dict[str, str]]:
    """Return the columns of each header of a table: their places and titles."""
    form = table.form
    if form.one_line:
        return {
            row.pointer: dict(zip(row.cells, map(_title, row.columns), strict=True))
            for row in form.rows
        }
    if form.key == "requests":
        first = form.rows[0]
        return {"": {f"/requests/columns/{column.key}": column.title for column in first.columns}}
    return {
        row.pointer: {
            f"/{form.key}/columns/{row.pointer.rpartition('/')[2]}/{column.key}": column.title
            for column in row.columns
        }
        for row in form.rows
    }


def _title(column: object) -> str:
    return str(getattr(column, "title", ""))


def _hit(table: Table, pointer: str, titles: dict[str, str], related: tuple[str, ...] = ()) -> Hit:
    names = "、".join(titles[each] for each in (pointer, *related))
    return Hit(pointer, {"title": names, "bound": not table.unread}, related)
