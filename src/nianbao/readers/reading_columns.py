"""By what were the labels above rows told: of columns, groups and blocks, and the note?"""

from collections.abc import Iterator, Mapping

from nianbao.model.edition import Column, Form, Row
from nianbao.model.labels import normalised
from nianbao.model.pointers import column_pointer
from nianbao.model.reading import Label
from nianbao.model.report import Table
from nianbao.readers.binding import Bound
from nianbao.readers.reading_labels import told
from nianbao.readers.stream import Stream
from nianbao.readers.taken import Met


def altered_columns(table: Table) -> Iterator[Label]:
    """Yield the labels of columns that are none of the format's."""
    for row, column, pointer in _places(table.form):
        if pointer in table.labels:
            yield _named(row, column, pointer, table.labels[pointer], table)


def columns_of(bound: Bound, stream: Stream) -> Iterator[Label]:
    """Yield the labels of the columns: of a table with several headers, once for each header."""
    table = bound.table
    met = _in_line(bound) if table.form.one_line else bound.layout.headers
    for row, column, pointer in _places(table.form):
        if pointer in met:
            number, index = met[pointer]
            raw = bound.raws[number]
            label = _named(row, column, pointer, raw.cells[index], table)
            yield label._replace(span=stream.span(*raw.stretch(index)))
        elif pointer in table.labels:
            yield _named(row, column, pointer, table.labels[pointer], table)


def _places(form: Form) -> Iterator[tuple[Row, Column, str]]:
    """Yield each column of a form with the place of its header."""
    for row in form.rows[:1] if form.key == "requests" else form.rows:
        for column in row.columns:
            yield row, column, column_pointer(form, row, column.key)


def _named(row: Row, column: Column, pointer: str, met: str, table: Table) -> Label:
    how = told(met, column.title, column.labels)
    match = how.match if met else "missing"
    shared = table.form.key == "requests"
    return Label(
        pointer,
        column.label if shared else f"{row.label} · {column.label}",
        column.title,
        met,
        "other-edition" if pointer in table.foreign else match,
        how.differs if met else (),
        displaced=pointer in table.misplaced,
    )


def _in_line(bound: Bound) -> Mapping[str, Met]:
    """Return where the header cells of a table of one line stand: in order, if all are there."""
    form = bound.table.form
    known = form.column_labels
    rows = [
        [(number, index) for index, text in enumerate(raw.cells) if normalised(text) in known]
        for number, raw in enumerate(bound.raws)
    ]
    pointers = [pointer for _, _, pointer in _places(form) if pointer not in bound.table.labels]
    # Where a converter undid merged cells, the last row alone has each label once.
    for met in ([place for row in rows for place in row], next(filter(None, reversed(rows)), [])):
        if len(met) == len(pointers):
            return dict(zip(pointers, met, strict=True))
    return {}


def headers_of(bound: Bound, stream: Stream) -> Iterator[Label]:
    """Yield the labels of groups and blocks, and the note in the corner."""
    table = bound.table
    for pointer, title, accepted in _above(table.form):
        where = _find(bound, accepted) or bound.layout.headers.get(pointer)
        if where:
            raw, index = bound.raws[where[0]], where[1]
            how = told(raw.cells[index], title, accepted)
            span = stream.span(*raw.stretch(index))
            yield Label(pointer, title, title, raw.cells[index], how.match, how.differs, span)
        else:
            yield _unmet(pointer, title, table)


def altered_headers(table: Table) -> Iterator[Label]:
    """Yield the labels of groups and blocks, and the note, that are none of the format's."""
    for pointer, title, _ in _above(table.form):
        if pointer in table.labels:
            yield _unmet(pointer, title, table)


def _unmet(pointer: str, title: str, table: Table) -> Label:
    met = table.labels.get(pointer, "")
    return Label(pointer, title, title, met, "similar" if met else "missing")


def _above(form: Form) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield place, title and accepted labels of what stands above and beside rows."""
    if form.note:
        yield f"{form.pointer}/note", form.note, frozenset({normalised(form.note)})
    for group in form.groups:
        yield group.pointer, group.title, group.labels
    blocks: set[str] = set()
    for row in form.rows:
        if row.block and row.block not in blocks:
            blocks.add(row.block)
            pointer = f"{form.pointer}/blocks/{row.pointer.rpartition('/')[2]}"
            yield pointer, row.block, frozenset({normalised(row.block)})


def _find(bound: Bound, labels: frozenset[str]) -> tuple[int, int] | None:
    for number, raw in enumerate(bound.raws):
        for index, text in enumerate(raw.cells):
            if text and normalised(text) in labels:
                return number, index
    return None
