"""How were the three tables read?"""

from collections.abc import Iterator

from nianbao.editions import editions
from nianbao.model.labels import normalised
from nianbao.model.reading import TableRead, UnreadRow
from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.readers.assembly import Assembly
from nianbao.readers.binding import Bound
from nianbao.readers.reading_columns import (
    altered_columns,
    altered_headers,
    columns_of,
    headers_of,
)
from nianbao.readers.reading_rows import rows_in_json, rows_of
from nianbao.readers.reading_strays import (
    added_rows,
    missing_rows,
    other_rows,
    unread_rows,
    with_places,
)

_LABELS_ALONE = Text(
    "只见标签，分不出哪些是行、哪些是格",
    "labels alone are left, which rows and cells cannot be told from",
)


def tables_of(assembly: Assembly) -> Iterator[TableRead]:
    """Yield the tables of a page or text."""
    stream = assembly.places.stream
    for bound in assembly.places.tables:
        offsets = {raw.offset for raw in bound.raws}
        sources = [
            table for table in assembly.used if any(raw.offset in offsets for raw in table.rows)
        ]
        table = _table(bound.table, assembly.report)
        strays = other_rows(bound, stream)
        yield table._replace(
            telling=tuple(_telling(bound)),
            sources=len(sources),
            height=len(bound.raws),
            rows=tuple(rows_of(bound, assembly.report)),
            columns=tuple(columns_of(bound, stream)),
            headers=tuple(headers_of(bound, stream)),
            unread=tuple(with_places(table.unread, bound, stream)),
            strays=(*table.strays, *strays),
        )
    placed = {bound.table.form.key for bound in assembly.places.tables}
    for key, remnant in assembly.report.tables.items():
        if key not in placed:
            yield _table(remnant, assembly.report)


def tables_in_json(report: Report) -> Iterator[TableRead]:
    """Yield the tables of a report whose rows were told by their keys."""
    for table in report.tables.values():
        yield _table(table, report)._replace(rows=tuple(rows_in_json(table, report)))


def _table(table: Table, report: Report) -> TableRead:
    is_empty = not (table.rows or table.unread)
    return TableRead(
        form=table.form,
        voted=table.voted,
        telling=(),
        sources=0,
        height=0,
        rows=(),
        columns=tuple(altered_columns(table)),
        headers=tuple(altered_headers(table)),
        missing=() if is_empty else tuple(missing_rows(table)),
        unread=(_unread(table),) if is_empty else tuple(unread_rows(table, report)),
        strays=tuple(added_rows(table, report)),
        copies=table.copies,
        span=report.locate(table.form.pointer),
    )


def _unread(table: Table) -> UnreadRow:
    return UnreadRow(table.form.pointer, table.form.name, (), _LABELS_ALONE)


def _telling(bound: Bound) -> list[str]:
    """Return the words by which a table speaks for its edition."""
    if not bound.table.voted:
        return []
    words = editions()[bound.table.voted].forms[bound.layout.form.key].telling
    text = "\n".join(normalised(cell) for raw in bound.raws for cell in raw.cells if cell)
    return [word for word in words if word in text]
