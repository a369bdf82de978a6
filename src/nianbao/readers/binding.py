"""Which cells of the form do the cells of a table fill?"""

from collections.abc import Sequence
from typing import NamedTuple

from nianbao.model.cell import Cell
from nianbao.model.edition import Form, Row
from nianbao.model.report import ExtraRow, Table, Unread
from nianbao.model.text import Text
from nianbao.readers.layout import Layout, Placed, layout_of, masked
from nianbao.readers.tables import RawRow


class Bound(NamedTuple):
    """A table, and the layout and raw rows it came of, for the places of its parts."""

    table: Table
    layout: Layout
    raws: Sequence[RawRow]


def bind(form: Form, raws: Sequence[RawRow], voted: str | None) -> Bound:
    """Bind the rows of a table by their labels."""
    layout = layout_of(form.edition, form.key, tuple([masked(raw.cells) for raw in raws]))
    rows: dict[str, tuple[Cell, ...]] = {}
    unread: dict[str, Unread] = {}
    for placed in layout.rows:
        row = placed.row
        texts = value_texts(placed, raws[placed.number].cells)
        if len(texts) == len(row.columns):
            rows[row.pointer] = tuple([read[text] for read, text in zip(row.readings, texts)])  # noqa: B905  # both as long as the row
        else:
            unread[row.pointer] = _unread(len(row.columns), texts)
    if layout.line:
        number, stop = layout.line
        width = sum(len(row.columns) for row in form.rows)
        unread[form.pointer] = _unread(width, raws[number].cells[:stop])
    extra = tuple(
        ExtraRow(after, _label(raws[number], label), raws[number].cells[label + 1 :])
        for after, number, label in layout.extra
    )
    other_rows = layout.other_rows
    table = Table(form, rows, extra, layout.labels, unread, layout.foreign, other_rows, voted)
    return Bound(table, layout, raws)


def _label(raw: RawRow, index: int) -> str:
    return raw.cells[index] if index >= 0 else ""


def value_texts(placed: Placed, cells: Sequence[str]) -> Sequence[str]:
    """Return the texts of a row's values; n equal ones where the form merges n cells are one."""
    texts = cells[placed.first : placed.stop]
    return texts if placed.is_whole else _merged(placed.row, texts)


def _merged(row: Row, texts: Sequence[str]) -> Sequence[str]:
    if len(texts) != sum(row.spans):
        return texts
    kept, at = [], 0
    for span in row.spans:
        if len(set(texts[at : at + span])) > 1:
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
