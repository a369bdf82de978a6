"""How do the labels of a table lay out its rows?

The figures play no part in it, so a layout is made once for all tables whose labels stand alike:
most reports of a year come out of a few templates.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nianbao.model.cell import State, read_cell
from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.model.law import Law
from nianbao.readers.headers import Below, Headers, bind_headers
from nianbao.readers.recognition import form_of, other_edition

Texts = tuple[str, ...]

_ANY = Law("count")
_MOST_LABEL_CELLS = 3


class Placed(NamedTuple):
    """Where a row of the form stands.

    Attributes:
        row: the row.
        number: which row of the table it is.
        label: the index of its label cell; of a row without one, of its first value.
        first, stop: the indexes of its value cells.
    """

    row: Row
    number: int
    label: int
    first: int
    stop: int

    @property
    def is_whole(self) -> bool:
        """Tell whether it has as many value cells as the form."""
        return self.stop - self.first == len(self.row.columns)


class Extra(NamedTuple):
    """Where a row stands that the form does not have; ``label`` is -1 for one without words."""

    after: str
    number: int
    label: int


class Layout(NamedTuple):
    """What the labels of a table say.

    Attributes:
        form: the form it was laid out by.
        rows: the rows of the form, in the order met.
        line: of a form of one line, the row whose number of cells does not fit it, or None.
        extra: the other rows that hold anything.
        other_rows: rows that only the other edition has, by pointer.
        labels, foreign: as :class:`nianbao.model.report.Table` has them.
        headers: where the header cell of each column stands: the number of its row, its index.
    """

    form: Form
    rows: tuple[Placed, ...]
    line: tuple[int, int] | None
    extra: tuple[Extra, ...]
    other_rows: dict[str, Row]
    labels: dict[str, str]
    foreign: dict[str, str]
    headers: dict[str, tuple[int, int]]


def masked(cells: Texts) -> Texts:
    """Return the texts of a row with 0 for each figure."""
    return tuple(["0" if cell.isdigit() else cell for cell in cells])


@lru_cache(maxsize=128)
def layout_of(edition: str, key: str, rows: tuple[Texts, ...]) -> Layout:
    """Return the layout of a table.

    Args:
        edition: the key of the form's edition.
        key: the key of its table.
        rows: the texts of its rows, masked.
    """
    builder = _Builder(form_of(edition, key))
    take = builder.take_line if builder.form.one_line else builder.take
    for number, cells in enumerate(rows):
        take(number, cells)
    headers = bind_headers(builder.form, rows, builder.below, builder.pending)
    return builder.finished(headers)


class _Builder:
    """Takes the rows of a table one by one."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.rows: list[Placed] = []
        self.line: tuple[int, int] | None = None
        self.extra: list[Extra] = []
        self.other_rows: dict[str, Row] = {}
        self.foreign: dict[str, str] = {}
        self.pending: list[int] = []
        self.below: list[Below] = []
        self.met: set[str] = set()
        self.marks: dict[str, tuple[int, int]] = {}
        self.last = ""

    def finished(self, headers: Headers) -> Layout:
        """Return what was taken."""
        return Layout(
            self.form,
            tuple(self.rows),
            self.line,
            tuple(self.extra),
            self.other_rows,
            {**self.foreign, **headers.labels},
            {**self.foreign, **headers.foreign},
            {**headers.met, **self.marks},
        )

    def take(self, number: int, cells: Texts) -> None:
        """Take one row of a table whose rows begin with labels."""
        for index, text in enumerate(cells):
            label = normalised(text) if text else ""
            if not text or label in self.form.group_labels:
                continue
            row = self.form.by_label.get(label)
            if row and not self._is_header(label, cells, index):
                self._take_row(row, number, cells, index)
            else:
                self._take_other(number, cells, index, label)
            return
        if self.last and cells and not any(cells):
            self.extra.append(Extra(self.last, number, -1))

    def _is_header(self, label: str, cells: Texts, index: int) -> bool:
        """Tell a row label from a column label of the same words: nothing follows the latter."""
        return label in self.form.column_labels and index + 1 == len(cells)

    def _take_row(self, row: Row, number: int, cells: Texts, label: int) -> None:
        if row.pointer in self.met:
            return
        if self.form.key != "requests" and self.pending:
            self.below.append(Below(self.pending[-1], row))
        self.met.add(row.pointer)
        self.last = row.pointer
        first = label + 1
        # A label of several grid columns comes several times where a converter undid its merge.
        while first < len(cells) and cells[first] == cells[label]:
            first += 1
        self.rows.append(Placed(row, number, label, *_values(row, cells, first)))

    def _take_other(self, number: int, cells: Texts, index: int, label: str) -> None:
        """Take a row that the form does not know by its label."""
        other = other_edition(self.form).forms[self.form.key].by_label.get(label)
        if other and not self._is_header(label, cells, index):
            self._take_foreign(other, number, cells, index)
        elif label in self.form.header_labels or self._names_columns(cells):
            self.pending.append(number)
        elif _has_values(cells[index + 1 :]):
            self.extra.append(Extra(self.last, number, index))

    def _take_foreign(self, other: Row, number: int, cells: Texts, index: int) -> None:
        """Take a row that has its label from the other edition."""
        own = self.form.by_pointer.get(other.pointer)
        self.foreign[other.pointer] = cells[index]
        if own is None and other.pointer.rpartition("/")[0] in self.form.by_pointer:
            # A row below what is itself a row here has no place in the report but its label.
            self.marks[other.pointer] = (number, index)
            self.extra.append(Extra(self.last, number, index))
            return
        if own is None:
            self.other_rows[other.pointer] = other
        self._take_row(own or other, number, cells, index)

    def _names_columns(self, cells: Texts) -> bool:
        other = other_edition(self.form).forms[self.form.key]
        known = self.form.column_labels | other.column_labels
        return any(normalised(cell) in known for cell in cells if cell)

    def take_line(self, number: int, cells: Texts) -> None:
        """Take one row of a table whose rows share one line of the grid and have no labels."""
        form = self.form
        known = form.column_labels | form.header_labels | set(form.by_label)
        width = sum(len(row.columns) for row in form.rows)
        if any(normalised(cell) in known for cell in cells if cell):
            self.pending.append(number)
        elif not any(cells) and (self.last or len(cells) != width):
            if self.last and cells:
                self.extra.append(Extra(self.last, number, -1))
        elif not self.last:
            self._take_values(number, cells, width)

    def _take_values(self, number: int, cells: Texts, width: int) -> None:
        stop = len(cells)
        while stop > width and not cells[stop - 1]:
            stop -= 1
        self.last = self.form.rows[-1].pointer
        if stop != width:
            self.line = (number, stop)
            return
        first = 0
        for row in self.form.rows:
            self.rows.append(Placed(row, number, first, first, first + len(row.columns)))
            first += len(row.columns)


def _values(row: Row, cells: Texts, first: int) -> tuple[int, int]:
    """Return the first index of a row's value cells and the one behind them.

    Blank cells beyond the count are dropped at the end, else those that a merged label leaves at
    the start.
    """
    count, stop = len(row.columns), len(cells)
    while stop - first > count and not cells[stop - 1]:
        stop -= 1
    skipped = first
    while stop - skipped > count and not cells[skipped] and skipped - first < _MOST_LABEL_CELLS:
        skipped += 1
    return (skipped if stop - skipped == count else first), stop


def _has_values(texts: Sequence[str]) -> bool:
    cells = [read_cell(text, _ANY) for text in texts]
    return any(cell.value is not None or cell.state is State.PLACEHOLDER for cell in cells)
