"""Which cells of the form do the cells of a table fill?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nianbao.model.cell import Cell
from nianbao.model.edition import Form, Row
from nianbao.model.report import ExtraRow, Table, Unread
from nianbao.model.text import Text
from nianbao.readers.layout import Layout, layout_of, masked
from nianbao.readers.tables import RawRow
from nianbao.readers.taken import Extra, Placed

Cells = Mapping[str, tuple[Cell, ...]]


class Bound(NamedTuple):
    """A table, and the layout and raw rows it came of, for the places of its parts."""

    table: Table
    layout: Layout
    raws: Sequence[RawRow]


def bind(
    form: Form,
    raws: Sequence[RawRow],
    voted: str | None = None,
    copies: Sequence[Sequence[RawRow]] = (),
) -> Bound:
    """Bind the rows of a table by their labels, and compare further copies of it.

    Args:
        form: the form of the table.
        raws: its rows.
        voted: the edition for which its labels speak, or None.
        copies: the rows of each further copy.
    """
    layout = layout_of(form.edition, form.key, tuple([masked(raw.cells) for raw in raws]))
    rows, unread = _values(layout, raws)
    table = Table(
        form,
        rows,
        tuple(_extra(extra, raws[extra.number]) for extra in layout.extra),
        layout.labels,
        unread,
        layout.foreign,
        layout.other_rows,
        voted,
        layout.misplaced,
        tuple(_differences(form, rows, bind(form, copy).table.rows) for copy in copies),
    )
    return Bound(table, layout, raws)


def _values(
    layout: Layout, raws: Sequence[RawRow]
) -> tuple[dict[str, tuple[Cell, ...]], dict[str, Unread]]:
    """Return the cells of the rows that can be told apart into them, and the other rows."""
    rows: dict[str, tuple[Cell, ...]] = {}
    unread: dict[str, Unread] = {}
    for placed in layout.rows:
        row = placed.row
        texts = value_texts(placed, raws[placed.number].cells)
        if placed.is_split:
            cells = raws[placed.number].cells[placed.first - 1 : placed.stop]
            unread[row.pointer] = Unread(cells, _SPLIT)
        elif len(texts) == len(row.columns):
            rows[row.pointer] = tuple([read[text] for read, text in zip(row.readings, texts)])  # noqa: B905  # both as long as the row
        else:
            unread[row.pointer] = _unread(len(row.columns), texts)
    if layout.line:
        number, stop = layout.line
        width = sum(len(row.columns) for row in layout.form.rows)
        unread[layout.form.pointer] = _unread(width, raws[number].cells[:stop])
    for row, number, first in layout.nameless:
        unread[row.pointer] = Unread(raws[number].cells[first:], _NAMELESS)
    return rows, unread


def _extra(extra: Extra, raw: RawRow) -> ExtraRow:
    label = raw.cells[extra.label] if extra.label >= 0 else ""
    return ExtraRow(extra.after, label, raw.cells[extra.label + 1 :])


def _differences(form: Form, rows: Cells, others: Cells) -> dict[str, str]:
    """Return the cells of a copy that read otherwise than in the table, raw, by pointer."""
    pairs = (
        (pointer, cell, other)
        for row in form.rows
        for pointer, cell, other in zip(
            row.cells, rows.get(row.pointer, ()), others.get(row.pointer, ()), strict=False
        )
    )
    return {
        pointer: other.raw
        for pointer, cell, other in pairs
        if (cell.value, cell.state) != (other.value, other.state)
    }


_SPLIT = Text(
    "这一行被拆成了几行，没有整行的数",
    "the row is divided into rows of its own and has no figures as a whole",
)
_NAMELESS = Text(
    "行标签缺失，疑似转换丢失，无法确定是哪一行",
    "its label is gone, probably lost in conversion: which row it is cannot be told",
)


def value_texts(placed: Placed, cells: Sequence[str]) -> Sequence[str]:
    """Return the texts of a row's values; n equal ones where the form merges n cells are one."""
    texts = cells[placed.first : placed.stop]
    return texts if placed.is_whole else _merged(placed.row, texts)


def _merged(row: Row, texts: Sequence[str]) -> Sequence[str]:
    if len(texts) != sum(row.spans):
        return texts
    kept, at = [], 0
    for span in row.spans:
        # The cells that a value spans repeat it, or are blank.
        if not {texts[at], ""}.issuperset(texts[at : at + span]):
            return texts
        kept.append(texts[at])
        at += span
    return kept


def _unread(expected: int, raw: Sequence[str]) -> Unread:
    """Return a row whose cells cannot be told apart for their number."""
    count = len(raw)
    reason = Text(
        f"应有{expected}格，读到{count}格，无法确定各格属于哪一列",
        f"{expected} cells expected, {count} met: their columns cannot be told",
    )
    return Unread(tuple(raw), reason)
