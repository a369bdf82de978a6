"""How do the three tables stand on paper, merged as the official form merges them?"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nianbao.editions import schema_of
from nianbao.model.edition import Form, Row
from nianbao.model.report import Report
from nianbao.writers.boxes import Box, Grid, Head, Line, head_lines


def grid_of(form: Form, report: Report) -> Grid:
    """Return the grid of a form with the cells of a report."""
    if form.one_line:
        return _remedies(form, report)
    return _blocks(form, report) if form.corner else _requests(form, report)


def _blocks(form: Form, report: Report) -> Grid:
    """Return table 二: a body for each item of article 20, with headers of its own."""
    blocks = groupby(form.rows, key=lambda row: row.block)
    return Grid([], [_block(form, title, list(rows), report) for title, rows in blocks])


def _block(form: Form, title: str, rows: list[Row], report: Report) -> list[Line]:
    first = rows[0]
    block = _name(first, "block")
    names = [_name(first, column.key) for column in first.columns]
    header = [
        Box(column.title, "col", width, name=name)
        for column, width, name in zip(
            first.columns, _header_widths(first, form.edition), names, strict=True
        )
    ]
    return [
        [Box(title, "rowgroup", 1 + sum(first.spans), name=block)],
        [Box(form.corner, "col"), *header],
        *(_block_row(row, block, names, report) for row in rows),
    ]


def _block_row(row: Row, block: str, names: Sequence[str], report: Report) -> Line:
    """Return a row whose values tell their headers: in 2019 those do not stand above them."""
    own = _name(row, "row")
    values = [
        value._replace(headers=(block, own, name))
        for value, name in zip(_values(row, report), names, strict=True)
    ]
    return [Box(row.title, "row", name=own), *values]


def _name(row: Row, key: str) -> str:
    return "-".join((*row.pointer.split("/")[1:], key))


def _header_widths(row: Row, edition: str) -> Sequence[int]:
    """Return how many grid columns each header of a row takes (``x-grid``)."""
    schema = schema_of(edition)
    keys = row.pointer.split("/")
    entry = schema["$defs"][f"table_{keys[1]}"]["properties"][keys[2]]
    definition = schema["$defs"][entry["$ref"].rpartition("/")[2]]
    widths: Sequence[int] = definition.get("x-grid", {}).get("header", (1,) * len(row.columns))
    return widths


def _requests(form: Form, report: Report) -> Grid:
    """Return table 三: three lines of headers, labels on up to three levels."""
    depth = 1 + max(len(row.groups) for row in form.rows)
    heads = [
        Head(column.title, tuple(title for title, of in form.headers if column.key in of))
        for column in form.rows[0].columns
    ]
    head = head_lines(heads)
    note = Box(form.note, "note", width=depth, height=len(head))
    body = [[*_labels(form.rows, row, depth), *_values(row, report)] for row in form.rows]
    return Grid([[note, *head[0]], *head[1:]], [body])


def _labels(rows: Sequence[Row], row: Row, depth: int) -> Iterator[Box]:
    """Yield the labels that begin on a row; those of its groups reach down over their rows."""
    for group in row.groups:
        members = [each for each in rows if group in each.groups]
        if members[0] is row:
            yield Box(group.title, "row", height=len(members))
    yield Box(row.title, "row", width=depth - len(row.groups))


def _remedies(form: Form, report: Report) -> Grid:
    """Return table 四: three lines of headers, one of values."""
    heads = [
        Head(column.title, (*_over(form, row), row.title))
        for row in form.rows
        for column in row.columns
    ]
    values = [value for row in form.rows for value in _values(row, report)]
    return Grid(head_lines(heads), [[values]])


def _over(form: Form, row: Row) -> tuple[str, ...]:
    key = row.pointer.rpartition("/")[2]
    return tuple(title for title, of in form.headers if key in of)


def _values(row: Row, report: Report) -> Line:
    return [
        Box(report.cell(pointer).raw, "value", width)
        for pointer, width in zip(row.cells, row.spans, strict=True)
    ]
