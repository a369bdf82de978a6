"""How were the rows of a table read?"""

from collections.abc import Iterator, Sequence

from nianbao.model.cell import Cell
from nianbao.model.edition import Row
from nianbao.model.place import Span
from nianbao.model.reading import (
    CellRead,
    Dropped,
    DroppedKind,
    Label,
    Match,
    RowRead,
)
from nianbao.model.report import Report, Table
from nianbao.readers.binding import Bound
from nianbao.readers.reading_cells import changes_in
from nianbao.readers.reading_labels import told
from nianbao.readers.tables import RawRow
from nianbao.readers.taken import Placed


def rows_of(bound: Bound, report: Report) -> Iterator[RowRead]:
    """Yield the rows of the form that a table was read to have, in the order met."""
    table = bound.table
    for placed in bound.layout.rows:
        cells = table.rows.get(placed.row.pointer)
        if cells is not None:
            raw = bound.raws[placed.number]
            label = _label(placed, raw, table, report)
            yield RowRead(label, _cells(placed, raw, cells, report), tuple(_dropped(placed, raw)))


def _label(placed: Placed, raw: RawRow, table: Table, report: Report) -> Label:
    row = placed.row
    span = report.locate(row.pointer)
    if placed.label >= placed.first:
        return Label(row.pointer, row.label, row.title, "", "order", span=span)
    met = raw.cells[placed.label]
    how = told(met, row.title, row.labels)
    match = "other-edition" if row.pointer in table.foreign else how.match
    return Label(row.pointer, row.label, row.title, met, match, how.differs, span)


def _cells(
    placed: Placed, raw: RawRow, cells: Sequence[Cell], report: Report
) -> tuple[CellRead, ...]:
    row = placed.row
    pieces = raw.pieces[placed.first + 1 : placed.stop + 1]
    aligned = pieces if len(pieces) == len(cells) else [cell.raw for cell in cells]
    return tuple(
        CellRead(pointer, column.label, cell, changes_in(text, cell, column.law), place)
        for column, pointer, cell, text in zip(row.columns, row.cells, cells, aligned, strict=True)
        for place in (report.locate(pointer),)
    )


def _dropped(placed: Placed, raw: RawRow) -> Iterator[Dropped]:
    """Yield how many cells of a row were not taken, and why."""
    between = raw.cells[placed.label + 1 : placed.first]
    counts: dict[DroppedKind, int] = {
        "merged": placed.stop - placed.first - len(placed.row.columns),
        "label": sum(bool(text) for text in between),
        "blank": sum(not text for text in (*between, *raw.cells[placed.stop :])),
    }
    if placed.label >= placed.first:
        counts["label"] = 0
    yield from (Dropped(what, number) for what, number in counts.items() if number > 0)


def rows_in_json(table: Table, report: Report) -> Iterator[RowRead]:
    """Yield the rows of a table whose rows were told by their keys."""
    for pointer, cells in table.rows.items():
        row = table.form.by_pointer.get(pointer) or table.other_rows[pointer]
        label = _keyed(row, table, report.locate(pointer))
        yield RowRead(
            label,
            tuple(
                CellRead(place, column.label, cell, changes_in(cell.raw, cell, column.law), span)
                for column, place, cell in zip(row.columns, row.cells, cells, strict=True)
                for span in (report.locate(place),)
            ),
        )


def _keyed(row: Row, table: Table, span: Span | None) -> Label:
    met = table.labels.get(row.pointer, "")
    match: Match = "similar" if met else "key"
    told_by = "other-edition" if row.pointer in table.foreign else match
    return Label(row.pointer, row.label, row.title, met, told_by, span=span)
