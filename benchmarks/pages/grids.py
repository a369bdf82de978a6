"""How the three tables stand on paper: rows of cells, merged as the official form merges them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from benchmarks.pages.form import Row, Table
from benchmarks.pages.pointers import Cell as Value
from benchmarks.pages.pointers import Report, holds, join, read
from benchmarks.pages.wordings import Wordings, wordings


class Cell(NamedTuple):
    """A cell of a grid: its text, what it is (block, header, label, value) and its spans.

    A cell is signed where a plus may stand before its number.
    """

    text: str
    kind: str
    colspan: int = 1
    rowspan: int = 1
    signed: bool = False


Line = list[Cell]
Grid = list[Line]


def spell(value: Value) -> str:
    """Return a cell as it is printed: a blank is empty, a number has no needless zeros."""
    if value is None:
        return ""
    return f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def present(table: Table, report: Report) -> list[Row]:
    """Return the rows of a table that the report has."""
    return [row for row in table.rows if holds(report, row.pointer())]


def disclosure_blocks(table: Table, report: Report) -> list[Grid]:
    """Return table 二 in blocks, one for each item of article 20."""
    rows = present(table, report)
    return [
        _block(table, block, list(members), report)
        for block, members in groupby(rows, key=lambda row: row.block)
    ]


def requests_grid(table: Table, rows: Sequence[Row], report: Report) -> Grid:
    """Return table 三, or the part of it that holds these rows, under its three header rows."""
    depth = max(len(row.titles) for row in table.rows)
    said = wordings(report, table.key)
    grid = _applicant_header(table, depth, said)
    for index, row in enumerate(rows):
        labels = list(_labels(rows, index, depth, said))
        grid.append(labels + _values(row, report))
        grid += _added(said, row, depth)
    return grid


def review_grid(table: Table, report: Report) -> Grid:
    """Return table 四: three header rows above a single row of values."""
    (heading,) = table.headings
    free = [row for row in table.rows if row.path[-1] not in heading.covers]
    covered = [row for row in table.rows if row.path[-1] in heading.covers]
    width = sum(len(row.columns) for row in covered)
    return [
        [*(_group(row) for row in free), Cell(heading.title, "header", colspan=width)],
        [*_outcomes(free, rowspan=2), *(_group(row) for row in covered)],
        [*_outcomes(covered)],
        [cell for row in table.rows for cell in _values(row, report)],
    ]


def with_continuations(grid: Grid) -> list[list[Cell | None]]:
    """Return each line with None where a cell of a line above reaches down into it."""
    reach: dict[int, tuple[int, int]] = {}  # first grid column → width, lines still to come
    return [list(_line(line, reach)) for line in grid]


def _line(line: Line, reach: dict[int, tuple[int, int]]) -> Iterator[Cell | None]:
    column, cells = 0, iter(line)
    above = dict(reach)
    while True:
        if column in above:
            width, left = above.pop(column)
            reach.pop(column)
            if left > 1:
                reach[column] = (width, left - 1)
            column += width
            yield None
            continue
        cell = next(cells, None)
        if cell is None:
            return
        if cell.rowspan > 1:
            reach[column] = (cell.colspan, cell.rowspan - 1)
        column += cell.colspan
        yield cell


def _block(table: Table, title: str, rows: list[Row], report: Report) -> Grid:
    first, said = rows[0], wordings(report, table.key)
    width = 1 + sum(first.data_spans)
    header = [
        Cell(said.column(first, column), "header", colspan=span)
        for column, span in zip(first.columns, first.header_spans, strict=True)
    ]
    opened = said.at(join(table.key, "blocks", first.path[-1]), title)
    grid = [[Cell(opened, "block", colspan=width)]] if opened else []
    grid.append([Cell(table.corner, "header"), *header])
    for row in rows:
        label = Cell(said.at(row.pointer(), row.titles[0]), "label")
        grid += [[label, *_values(row, report)], *_added(said, row)]
    return grid


def _added(said: Wordings, row: Row, depth: int = 1) -> Grid:
    """Return the rows behind a row that the form does not have."""
    return [
        [
            Cell(label, "label", colspan=depth),
            *(Cell(text, "value", span) for text, span in zip(cells, row.data_spans, strict=True)),
        ]
        for label, cells in said.added(row)
    ]


def _applicant_header(table: Table, depth: int, said: Wordings) -> Grid:
    first = table.rows[0]
    outer, inner = first.headings
    words = said.at(join(table.key, "note"), table.note)
    note = Cell(words, "header", colspan=depth, rowspan=3)
    second: Line = []
    for column in first.columns:
        if column.key not in inner.covers:
            second.append(Cell(said.column(first, column), "header", rowspan=2))
        elif column.key == inner.covers[0]:
            second.append(Cell(inner.title, "header", colspan=len(inner.covers)))
    third = [Cell(said.column(first, c), "header") for c in first.columns if c.key in inner.covers]
    return [[note, Cell(outer.title, "header", colspan=len(outer.covers))], second, third]


def _labels(rows: Sequence[Row], index: int, depth: int, said: Wordings) -> Iterator[Cell]:
    """Yield the label cells that begin in a row; the others reach down from the rows above."""
    row = rows[index]
    for level, title in enumerate(row.titles, start=2):
        prefix = row.path[:level]
        if index and rows[index - 1].path[:level] == prefix:
            continue
        run = sum(other.path[:level] == prefix for other in rows)
        last = level == len(row.path)
        width = depth - level + 2 if last else 1
        yield Cell(said.at(join(*prefix), title), "label", colspan=width, rowspan=run)


def _values(row: Row, report: Report) -> Line:
    return [
        Cell(
            spell(read(report, row.pointer(column.key))),
            "value",
            colspan=span,
            signed=column.kind == "signed",
        )
        for column, span in zip(row.columns, row.data_spans, strict=True)
    ]


def _group(row: Row) -> Cell:
    return Cell(row.titles[0], "header", colspan=len(row.columns))


def _outcomes(rows: Sequence[Row], rowspan: int = 1) -> Line:
    return [Cell(c.title, "header", rowspan=rowspan) for row in rows for c in row.columns]
