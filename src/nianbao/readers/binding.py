"""Which cells of the form do the cells of a table fill?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nianbao.model.cell import Cell
from nianbao.model.edition import Form, Row
from nianbao.model.record import Record
from nianbao.model.report import ExtraRow, Table, Unread
from nianbao.model.text import Text
from nianbao.readers.layout import Layout, layout_of
from nianbao.readers.recognition import FormRows
from nianbao.readers.tables import EDGE_SPACE, RawRow
from nianbao.readers.taken import Extra

Cells = Mapping[str, tuple[Cell, ...]]


class Bound(Record):
    """A table, and the layout and rows it came of, for the places of its parts."""

    table: Table
    layout: Layout
    found: FormRows

    @property
    def raws(self) -> Sequence[RawRow]:
        """Its rows as they stand."""
        return self.found.rows


def bind(form: Form, found: FormRows, voted: str | None = None) -> Bound:
    """Bind the rows of a table by their labels, and compare further copies of it.

    Args:
        form: the form of the table.
        found: its rows.
        voted: the edition for which its labels speak, or None.
    """
    layout = layout_of(form.edition, form.key, found.shapes)
    rows, unread = _values(layout, found)
    raws = found.rows if layout.extra else ()
    table = Table(
        form,
        rows,
        tuple([_extra(extra, raws[extra.number]) for extra in layout.extra]),
        _as_met(layout.labels, layout, found),
        unread,
        _as_met(layout.foreign, layout, found),
        layout.other_rows,
        voted,
        layout.misplaced,
        tuple([_differences(form, rows, bind(form, copy).table.rows) for copy in found.copies]),
    )
    return Bound(table, layout, found)


def _as_met(labels: Mapping[str, str], layout: Layout, found: FormRows) -> dict[str, str]:
    """Return labels with the numbers in them, which a layout does not keep."""
    if not labels:
        return {}
    raws = found.rows
    places = {each.row.pointer: (each.number, each.label) for each in layout.rows}
    places.update(layout.headers)
    met = ((pointer, places.get(pointer), text) for pointer, text in labels.items())
    return {
        pointer: raws[place[0]].cells[place[1]] if place and text else text
        for pointer, place, text in met
    }


def _values(
    layout: Layout, found: FormRows
) -> tuple[dict[str, tuple[Cell, ...]], dict[str, Unread]]:
    """Return the cells of the rows that can be told apart into them, and the other rows."""
    rows: dict[str, tuple[Cell, ...]] = {}
    unread: dict[str, Unread] = {}
    flat = found.flat
    for placed, (start, stop) in zip(layout.rows, layout.stretches, strict=True):
        row, texts = placed.row, flat[start:stop]
        if stop - start != len(row.columns):
            texts = _merged(row, _stripped(texts))
        if row.pointer in layout.refused:
            place = layout.form.pointer if layout.form.one_line else row.pointer
            before = unread[place].raw if place in unread else ()
            unread[place] = Unread((*before, *_stripped(texts)), _DISORDERED)
        elif placed.is_split:
            unread[row.pointer] = Unread(tuple(_stripped(flat[start - 1 : stop])), _SPLIT)
        elif len(texts) == len(row.columns):
            rows[row.pointer] = row.read(texts)
        else:
            unread[row.pointer] = _unread(len(row.columns), texts)
    unread.update(_without_rows(layout, found) if layout.line or layout.nameless else ())
    return rows, unread


def _stripped(texts: Iterable[str]) -> list[str]:
    return [text.strip(EDGE_SPACE) for text in texts]


def _without_rows(layout: Layout, found: FormRows) -> Iterator[tuple[str, Unread]]:
    """Yield what stands for rows that no label names."""
    raws = found.rows
    if layout.line:
        number, stop = layout.line
        width = sum(len(row.columns) for row in layout.form.rows)
        yield layout.form.pointer, _unread(width, raws[number].cells[:stop])
    for row, number, first in layout.nameless:
        yield row.pointer, Unread(raws[number].cells[first:], _NAMELESS)


def _extra(extra: Extra, raw: RawRow) -> ExtraRow:
    label = raw.cells[extra.label] if extra.label >= 0 else ""
    return ExtraRow(extra.after, label, raw.cells[extra.label + 1 :])


def _differences(form: Form, rows: Cells, others: Cells) -> dict[str, str]:
    """Return the cells of a copy that read otherwise than in the table, raw, by pointer.

    A row that was read in one of the two alone stands there as such, with nothing.
    """
    pairs = (
        (pointer, cell, other)
        for row in form.rows
        for pointer, cell, other in zip(
            row.cells, rows.get(row.pointer, ()), others.get(row.pointer, ()), strict=False
        )
    )
    alone = {each: "" for each in form.by_pointer if (each in rows) != (each in others)}
    return alone | {
        pointer: other.raw
        for pointer, cell, other in pairs
        if (cell.value, cell.state) != (other.value, other.state)
    }


_DISORDERED = Text(
    "表头的次序与统一格式不同，无法确定各格属于哪一列",
    "the headers stand in another order than the form's: the columns of the cells cannot be told",
)
_SPLIT = Text(
    "这一行被拆成了几行，没有整行的数",
    "the row is divided into rows of its own and has no figures as a whole",
)
_NAMELESS = Text(
    "行标签缺失，疑似转换丢失，无法确定是哪一行",
    "its label is gone, probably lost in conversion: which row it is cannot be told",
)


def _merged(row: Row, texts: list[str]) -> list[str]:
    """Return the values of a row; n equal ones where the form merges n cells are one."""
    if len(texts) != sum(row.spans):
        return texts
    kept: list[str] = []
    at = 0
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
