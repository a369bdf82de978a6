"""Which columns do the header rows of a table name?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.readers.recognition import other_edition

Texts = tuple[str, ...]
Met = tuple[int, int]


class Below(NamedTuple):
    """A row of values and the number of the header row that stands above it."""

    header: int
    row: Row


class Headers(NamedTuple):
    """What the header rows say.

    Attributes:
        labels: by the pointer of a column, what stands in its place; ``""`` for nothing.
        foreign: labels of the other edition, by the pointer of their column.
        met: where a header cell stands, by the pointer of its column: row number and index.
    """

    labels: dict[str, str]
    foreign: dict[str, str]
    met: dict[str, Met]


class Word(NamedTuple):
    """A header cell: its label, the text as met, and where it stands."""

    label: str
    text: str
    place: Met


def bind_headers(
    form: Form, rows: Sequence[Texts], below: Sequence[Below], pending: Sequence[int]
) -> Headers:
    """Bind header cells to the columns of a form.

    Args:
        form: the form of the table.
        rows: the texts of all rows of the table.
        below: for a table with several headers, the rows of values with their headers.
        pending: the numbers of all header rows.
    """
    headers = Headers({}, {}, {})
    if form.one_line:
        _bind_line(form, _words(rows, pending), headers)
    elif form.key == "requests":
        _bind_one(form, _words(rows, pending), headers)
    else:
        _bind_each(form, rows, below, headers)
    return headers


def _words(rows: Sequence[Texts], numbers: Iterable[int]) -> Iterator[Word]:
    for number in numbers:
        for index, text in enumerate(rows[number]):
            if text:
                yield Word(normalised(text), text, (number, index))


def _bind_one(form: Form, words: Iterable[Word], headers: Headers) -> None:
    """Bind the header of a table whose rows share their columns."""
    met = {word.label: word.place for word in words}
    for column in form.rows[0].columns:
        pointer = column_pointer(form, form.rows[0], column.key)
        place = next((met[label] for label in column.labels if label in met), None)
        if place:
            headers.met[pointer] = place
        else:
            headers.labels[pointer] = ""


def _bind_line(form: Form, words: Iterable[Word], headers: Headers) -> None:
    """Bind the header of a table of one line by the order of its labels.

    The place of a column here is its cell, so where its header stands is not kept.
    """
    columns = [(row, column) for row in form.rows for column in row.columns]
    pointers = [column_pointer(form, row, column.key) for row, column in columns]
    expected = [column.labels[0] for _, column in columns]
    met = [word.label for word in words if word.label in form.column_labels]
    if met == expected:
        return
    from difflib import SequenceMatcher  # noqa: PLC0415  # for incomplete headers alone

    blocks = SequenceMatcher(None, expected, met, autojunk=False).get_matching_blocks()
    found = {pointers[block.a + step] for block in blocks for step in range(block.size)}
    headers.labels.update((pointer, "") for pointer in pointers if pointer not in found)


def _bind_each(form: Form, rows: Sequence[Texts], below: Sequence[Below], headers: Headers) -> None:
    """Bind each header of a table with several; a header is judged once, at the first row below."""
    judged: set[int] = set()
    for header, row in below:
        if header not in judged:
            judged.add(header)
            words = [
                word for word in _words(rows, [header]) if word.label not in form.header_labels
            ]
            _bind_row(form, row, words, headers)


def _bind_row(form: Form, row: Row, words: Sequence[Word], headers: Headers) -> None:
    other = other_edition(form).forms[form.key]
    met = {word.label: word.place for word in words}
    for order, column in enumerate(row.columns):
        pointer = column_pointer(form, row, column.key)
        named = next((met[label] for label in column.labels if label in met), None)
        in_place = words[order] if order < len(words) else None
        if named:
            headers.met[pointer] = named
        elif in_place is None or in_place.label in form.column_labels:
            headers.labels[pointer] = ""
        else:
            headers.labels[pointer] = in_place.text
            headers.met[pointer] = in_place.place
            if in_place.label in other.column_labels:
                headers.foreign[pointer] = in_place.text


def column_pointer(form: Form, row: Row, column: str) -> str:
    """Return the place of a column's header."""
    if form.one_line:
        return f"{row.pointer}/{column}"
    if form.key == "requests":
        return f"{form.pointer}/columns/{column}"
    return f"{form.pointer}/columns/{row.pointer.rpartition('/')[2]}/{column}"
