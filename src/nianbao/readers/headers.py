"""Which columns do the header rows of a table name?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.readers.recognition import other_edition
from nianbao.readers.tables import RawRow

Met = tuple[RawRow, int]


class Headers(NamedTuple):
    """What the header rows say.

    Attributes:
        labels: by the pointer of a column, what stands in its place; ``""`` for nothing.
        foreign: labels of the other edition, by the pointer of their column.
        met: where a header cell stands, by the pointer of its column.
    """

    labels: dict[str, str]
    foreign: dict[str, str]
    met: dict[str, Met]


def bind_headers(
    form: Form, rows: Sequence[tuple[RawRow, tuple[Row, ...]]], pending: Sequence[RawRow]
) -> Headers:
    """Bind header cells to the columns of a form.

    Args:
        form: the form of the table.
        rows: for a table with several headers, each header with a row below it.
        pending: all header rows met.
    """
    headers = Headers({}, {}, {})
    if form.one_line:
        _bind_line(form, pending, headers)
    elif form.key == "requests":
        _bind_one(form, pending, headers)
    else:
        _bind_each(form, rows, headers)
    return headers


def _words(raws: Sequence[RawRow]) -> Iterator[tuple[str, str, Met]]:
    """Yield the cells of header rows: normalised, as met, and where."""
    for raw in raws:
        for index, cell in enumerate(raw.cells):
            if cell:
                yield normalised(cell), cell, (raw, index)


def _bind_one(form: Form, pending: Sequence[RawRow], headers: Headers) -> None:
    """Bind the header of a table whose rows share their columns."""
    met = {label: place for label, _, place in _words(pending)}
    for column in form.rows[0].columns:
        pointer = column_pointer(form, form.rows[0], column.key)
        place = next((met[label] for label in column.labels if label in met), None)
        if place:
            headers.met[pointer] = place
        else:
            headers.labels[pointer] = ""


def _bind_line(form: Form, pending: Sequence[RawRow], headers: Headers) -> None:
    """Bind the header of a table of one line by the order of its labels."""
    expected = [
        (column.labels[0], pointer)
        for row in form.rows
        for column, pointer in zip(row.columns, row.cells, strict=True)
    ]
    words = [label for label, _, _ in _words(pending) if label in form.column_labels]
    labels = [label for label, _ in expected]
    if words == labels:
        return
    from difflib import SequenceMatcher  # noqa: PLC0415  # for incomplete headers alone

    matcher = SequenceMatcher(None, labels, words, autojunk=False)
    # The place of a column here is its cell, so where its header stands is not kept.
    found = {
        expected[block.a + step][1]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    headers.labels.update((pointer, "") for _, pointer in expected if pointer not in found)


def _bind_each(
    form: Form, rows: Sequence[tuple[RawRow, tuple[Row, ...]]], headers: Headers
) -> None:
    """Bind each header of a table with several; a header is judged once, at the first row below."""
    judged: set[int] = set()
    other = other_edition(form).forms[form.key]
    for raw, below in rows:
        if id(raw) in judged:
            continue
        judged.add(id(raw))
        cells = [entry for entry in _words([raw]) if entry[0] not in form.header_labels]
        for row in below:
            _bind_row(form, other, row, cells, headers)


def _bind_row(
    form: Form, other: Form, row: Row, cells: list[tuple[str, str, Met]], headers: Headers
) -> None:
    by_label = {label: place for label, _, place in cells}
    for order, column in enumerate(row.columns):
        pointer = column_pointer(form, row, column.key)
        named = next((by_label[label] for label in column.labels if label in by_label), None)
        if named:
            headers.met[pointer] = named
            continue
        label, text, place = cells[order] if order < len(cells) else ("", "", None)
        if place is None or label in form.column_labels:
            headers.labels[pointer] = ""
            continue
        headers.labels[pointer] = text
        headers.met[pointer] = place
        if label in other.column_labels:
            headers.foreign[pointer] = text


def column_pointer(form: Form, row: Row, column: str) -> str:
    """Return the place of a column's header."""
    if form.one_line:
        return f"{row.pointer}/{column}"
    if form.key == "requests":
        return f"{form.pointer}/columns/{column}"
    return f"{form.pointer}/columns/{row.pointer.rpartition('/')[2]}/{column}"
