"""Which place of the report is drawn in which box of its table?"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nianbao.model.edition import Form, Row
from nianbao.model.pointers import block_pointer, column_pointer
from nianbao.model.record import Record
from nianbao.model.report import Report, Table
from nianbao.writers.boxes import Box, Line
from nianbao.writers.grids import grid_of


class Spot(Record):
    """A box and the pointers of the places that it shows, the first its own."""

    box: Box
    pointers: tuple[str, ...] = ()


Spots = list[list[Spot]]


def spots_of(table: Table, report: Report) -> tuple[Spots, list[Spots]]:
    """Return the lines of the head and of each body of a table."""
    grid, form = grid_of(table.form, report), table.form
    values = (pointer for row in form.rows for pointer in row.cells)
    if form.one_line:
        return [_line(line, ()) for line in grid.head], [
            [_values(line, values) for line in body] for body in grid.bodies
        ]
    if form.corner:
        return [], list(_blocks(form, grid.bodies, values))
    (body,) = grid.bodies
    lines = [
        [*_line(line, _labels(form, row)), *_values(line, values)]
        for line, row in zip(body, form.rows, strict=True)
    ]
    return [_head(line, form) for line in grid.head], [lines]


def _values(line: Line, pointers: Iterator[str]) -> list[Spot]:
    return [Spot(box, (next(pointers),)) for box in line if box.kind == "value"]


def _line(line: Line, pointers: Sequence[str]) -> list[Spot]:
    """Return the boxes of a line that are no values; those behind the pointers have no place."""
    boxes = [box for box in line if box.kind != "value"]
    known = [(pointer,) for pointer in pointers]
    return [Spot(*pair) for pair in zip(boxes, [*known, *[()] * len(boxes)], strict=False)]


def _labels(form: Form, row: Row) -> list[str]:
    """Return the pointers of the labels that begin on a row of table 三."""
    begun = [
        group.pointer
        for group in row.groups
        if next(each for each in form.rows if group in each.groups) is row
    ]
    return [*begun, row.pointer]


def _head(line: Line, form: Form) -> list[Spot]:
    row = form.rows[0]
    known = {column.title: column_pointer(form, row, column.key) for column in row.columns}
    known[form.note] = f"{form.pointer}/note"
    return [Spot(box, (known[box.text],) if box.text in known else ()) for box in line]


def _blocks(form: Form, bodies: list[list[Line]], values: Iterator[str]) -> Iterator[Spots]:
    blocks = groupby(form.rows, key=lambda row: row.block)
    for (title, *lines), (_, members) in zip(bodies, blocks, strict=True):
        rows = list(members)
        yield [
            _line(title, [block_pointer(rows[0])]),
            _headers(lines[0], form, rows),
            *(
                [*_line(line, [row.pointer]), *_values(line, values)]
                for line, row in zip(lines[1:], rows, strict=True)
            ),
        ]


def _headers(line: Line, form: Form, rows: Sequence[Row]) -> list[Spot]:
    """Return the headers of a block; each stands over the columns of all its rows."""
    corner, *headers = line
    columns = zip(*(row.columns for row in rows), strict=True)
    return [
        Spot(corner),
        *(
            Spot(
                box,
                tuple(
                    column_pointer(form, row, column.key)
                    for row, column in zip(rows, each, strict=True)
                ),
            )
            for box, each in zip(headers, columns, strict=True)
        ),
    ]
