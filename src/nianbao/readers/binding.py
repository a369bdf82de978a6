"""Which cell of the form does each cell of a row belong to?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nianbao.model.cell import Cell, State, read_cell
from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.model.law import Law
from nianbao.model.report import ExtraRow, Table, Unread
from nianbao.model.text import Text
from nianbao.readers.headers import Headers, bind_headers
from nianbao.readers.recognition import FormRows, other_edition
from nianbao.readers.tables import RawRow

_ANY = Law("count")
_MOST_LABEL_CELLS = 3


class Trace(NamedTuple):
    """Where a row was met: its raw row, the index of its label cell, those of its values."""

    raw: RawRow
    label: int
    values: Sequence[int]


@dataclass
class Binding:
    """A table while its rows are bound, and where each thing was met."""

    form: Form
    rows: dict[str, tuple[Cell, ...]] = field(default_factory=dict)
    extra: list[ExtraRow] = field(default_factory=list)
    unread: dict[str, Unread] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    foreign: dict[str, str] = field(default_factory=dict)
    other_rows: dict[str, Row] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    headers: list[tuple[RawRow, tuple[Row, ...]]] = field(default_factory=list)
    last: str = ""
    pending: list[RawRow] = field(default_factory=list)

    def table(self, voted: str | None, headers: Headers) -> Table:
        """Return the finished table."""
        return Table(
            self.form,
            self.rows,
            tuple(self.extra),
            {**self.labels, **headers.labels},
            self.unread,
            {**self.foreign, **headers.foreign},
            self.other_rows,
            voted,
        )


def bind(form: Form, found: FormRows, voted: str | None) -> tuple[Table, dict[str, Trace]]:
    """Bind the rows of a table by their labels; return it and where its parts were met."""
    binding = Binding(form)
    take = _take_line if form.one_line else _take
    for raw in found.rows:
        take(binding, raw)
    headers = bind_headers(form, binding.headers, binding.pending)
    for pointer, (raw, index) in headers.met.items():
        binding.traces.setdefault(pointer, Trace(raw, index, ()))
    return binding.table(voted, headers), binding.traces


def _take(binding: Binding, raw: RawRow) -> None:
    """Take one row of a table whose rows begin with labels."""
    form = binding.form
    for index, text in enumerate(raw.cells):
        if not text:
            continue
        label = normalised(text)
        row = form.by_label.get(label)
        if row and not _is_header(form, label, raw, index):
            _take_values(binding, row, raw, index)
            return
        if label not in form.group_labels:
            _take_other(binding, raw, index, label)
            return
    _take_empty(binding, raw)


def _is_header(form: Form, label: str, raw: RawRow, index: int) -> bool:
    """Tell a row label from a column label of the same words: nothing follows a header's last."""
    return label in form.column_labels and index + 1 == len(raw.cells)


def _take_values(binding: Binding, row: Row, raw: RawRow, label: int) -> None:
    if row.pointer in binding.traces:
        return
    if binding.form.key != "requests" and binding.pending:
        binding.headers.append((binding.pending[-1], (row,)))
    indexes = value_indexes(row, raw.cells, label + 1)
    binding.traces[row.pointer] = Trace(raw, label, indexes)
    binding.last = row.pointer
    if len(indexes) == len(row.columns):
        binding.rows[row.pointer] = _cells(row, _at(raw, indexes))
    else:
        binding.unread[row.pointer] = unread(len(row.columns), _at(raw, indexes))


def _cells(row: Row, texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple([known[text] for known, text in zip(row.readings, texts, strict=True)])


def _at(raw: RawRow, indexes: Sequence[int]) -> Sequence[str]:
    """Return the texts of cells by their indexes, which mostly follow one another."""
    if isinstance(indexes, range):
        return raw.cells[indexes.start : indexes.stop]
    return [raw.cells[index] for index in indexes]


def unread(expected: int, raw: Sequence[str]) -> Unread:
    """Return a row whose cells cannot be told apart for their number."""
    count = len(raw)
    reason = Text(
        f"应有{expected}格，读到{count}格，无法确定各格属于哪一列",
        f"{expected} cells expected, {count} met: their columns cannot be told",
    )
    return Unread(tuple(raw), reason)


def value_indexes(row: Row, cells: Sequence[str], first: int) -> Sequence[int]:
    """Return the indexes of a row's value cells.

    Blank cells beyond the count are dropped at the end, else those that a merged label leaves at
    the start; n equal values where the form merges n cells are one.
    """
    count, stop = len(row.columns), len(cells)
    if stop - first == count:
        return range(first, stop)
    while stop - first > count and not cells[stop - 1]:
        stop -= 1
    skipped = first
    while stop - skipped > count and not cells[skipped] and skipped - first < _MOST_LABEL_CELLS:
        skipped += 1
    first = skipped if stop - skipped == count else first
    return _merged(row, cells, range(first, stop))


def _merged(row: Row, cells: Sequence[str], indexes: Sequence[int]) -> Sequence[int]:
    if len(indexes) != sum(row.spans) or len(indexes) == len(row.columns):
        return indexes
    kept, at = [], 0
    for span in row.spans:
        group = indexes[at : at + span]
        if len({cells[index] for index in group}) > 1:
            return indexes
        kept.append(group[0])
        at += span
    return kept


def _take_other(binding: Binding, raw: RawRow, index: int, label: str) -> None:
    """Take a row that the form does not know by its label."""
    form = binding.form
    other = other_edition(form).forms[form.key].by_label.get(label)
    if other and not _is_header(form, label, raw, index):
        _take_foreign(binding, other, raw, index)
    elif label in form.header_labels or _names_columns(form, raw):
        binding.pending.append(raw)
    elif _has_values(raw, index):
        _add_extra(binding, raw, raw.cells[index], raw.cells[index + 1 :], index)


def _take_foreign(binding: Binding, other: Row, raw: RawRow, index: int) -> None:
    """Take a row that has its label from the other edition."""
    own = binding.form.by_pointer.get(other.pointer)
    if own is None:
        binding.other_rows[other.pointer] = other
    _take_values(binding, own or other, raw, index)
    binding.labels[other.pointer] = raw.cells[index]
    binding.foreign[other.pointer] = raw.cells[index]


def _names_columns(form: Form, raw: RawRow) -> bool:
    known = form.column_labels | other_edition(form).forms[form.key].column_labels
    return any(normalised(cell) in known for cell in raw.cells if cell)


def _has_values(raw: RawRow, index: int) -> bool:
    cells = [read_cell(text, _ANY) for text in raw.cells[index + 1 :]]
    return any(cell.value is not None or cell.state is State.PLACEHOLDER for cell in cells)


def _add_extra(binding: Binding, raw: RawRow, label: str, cells: Sequence[str], index: int) -> None:
    pointer = f"/{binding.form.key}/extra_rows/{len(binding.extra)}"
    binding.extra.append(ExtraRow(binding.last, label, tuple(cells)))
    binding.traces[pointer] = Trace(raw, index, range(len(raw.cells)))


def _take_empty(binding: Binding, raw: RawRow) -> None:
    """Take a row without a word: a stray one, unless it only carries merged header cells."""
    if binding.last and raw.cells and not any(raw.cells):
        _add_extra(binding, raw, "", raw.cells, 0)


def _take_line(binding: Binding, raw: RawRow) -> None:
    """Take one row of a table whose rows share one line of the grid and have no labels."""
    form = binding.form
    known = form.column_labels | form.header_labels | set(form.by_label)
    if any(normalised(cell) in known for cell in raw.cells if cell):
        binding.pending.append(raw)
    elif not any(raw.cells) and (binding.last or len(raw.cells) != _width(form)):
        _take_empty(binding, raw)
    elif not binding.last:
        _take_line_values(binding, raw)


def _width(form: Form) -> int:
    return sum(len(row.columns) for row in form.rows)


def _take_line_values(binding: Binding, raw: RawRow) -> None:
    form, width = binding.form, _width(binding.form)
    stop = len(raw.cells)
    while stop > width and not raw.cells[stop - 1]:
        stop -= 1
    binding.last = form.rows[-1].pointer
    if stop != width:
        binding.unread[form.pointer] = unread(width, raw.cells[:stop])
        binding.traces[form.pointer] = Trace(raw, 0, range(stop))
        return
    at = 0
    for row in form.rows:
        indexes = range(at, at + len(row.columns))
        at = indexes.stop
        binding.traces[row.pointer] = Trace(raw, indexes.start, indexes)
        binding.rows[row.pointer] = _cells(row, _at(raw, indexes))
