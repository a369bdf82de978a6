"""What is said of how a table was read, field by field?"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from nianbao.formatters import reading_lines as lines
from nianbao.formatters import reading_words as words
from nianbao.formatters import styles
from nianbao.formatters.paragraphs import Paragraph
from nianbao.formatters.reading_fields import (
    MOST,
    Block,
    Manner,
    cut,
    label_paragraphs,
    odd_paragraphs,
)
from nianbao.model.cell import State
from nianbao.model.reading import RowRead, TableRead
from nianbao.model.text import Language, Text

_SPACES = frozenset({"space"})


def table_blocks(table: TableRead, manner: Manner) -> Iterator[Block]:
    """Yield the fields of a table; those that hold nothing are left out."""
    language = manner.language
    rows = [row.label for row in table.rows]
    missing = [row.name for row in table.missing]
    unread = [lines.unread_line(row, language) for row in table.unread]
    strays = [lines.stray_line(row, language) for row in table.strays]
    fields = (
        (Text("行", "rows"), label_paragraphs(rows, "行", manner)),
        (Text("列", "columns"), label_paragraphs(table.columns, "列", manner)),
        (Text("表头", "headers"), label_paragraphs(table.headers, "格", manner)),
        (Text("数据", "cells"), _cells(table, manner)),
        (Text("略去", "dropped"), _dropped(table.rows, manner)),
        (Text("缺行", "missing"), odd_paragraphs(missing, manner)),
        (Text("未读", "unread"), odd_paragraphs(unread, manner, styles.ERROR)),
        (Text("其他行", "other rows"), odd_paragraphs(strays, manner)),
        (Text("副本", "copies"), odd_paragraphs(_copies(table, language), manner)),
    )
    return (Block(name, said) for name, said in fields if said)


def _cells(table: TableRead, manner: Manner) -> list[Paragraph]:
    if not any(row.cells for row in table.rows):
        return []
    counted = lines.states_line(table.rows, manner.blank, manner.language)
    in_full = table.rows if manner.in_full else ()
    values = (lines.values_line(row, manner.language) for row in in_full)
    shown = [Paragraph(each, styles.DIM, depth=2) for each in values]
    odd = (each for row in table.rows for each in _odd_cells(row, manner))
    shown += [Paragraph(each, depth=2) for each in odd]
    return [Paragraph(counted), *cut(shown, manner, len(shown))]


def _odd_cells(row: RowRead, manner: Manner) -> Iterator[str]:
    """Yield the cells of a row that hold more than a plain number; empty ones together."""
    for raw in dict.fromkeys(read.cell.raw for read in row.cells if read.cell.is_empty):
        yield lines.empty_line(row, raw, manner.language)
    for read in row.cells:
        is_odd = read.cell.state in (State.TEXT, State.UNIT) or set(read.changes) - _SPACES
        if is_odd or (manner.in_full and read.changes):
            yield lines.cell_line(row, read, manner.language)


def _dropped(rows: Collection[RowRead], manner: Manner) -> list[Paragraph]:
    """Return how many cells were not taken as values, and in full in which rows."""
    counts: Counter[str] = Counter()
    for row in rows:
        for what, count in row.dropped:
            counts[what] += count
    if not counts:
        return []
    total = lines.listed(_counted(counts.items(), manner.language), manner.language)
    each = [
        Paragraph(f"{row.label.name}{lines.colon(manner.language)}{said}", styles.DIM, depth=2)
        for row in rows
        if manner.in_full and row.dropped
        for said in (lines.listed(_counted(row.dropped, manner.language), manner.language),)
    ]
    return [Paragraph(total), *each]


def _counted(counts: Iterable[tuple[str, int]], language: Language) -> Iterator[str]:
    for what, count in counts:
        yield lines.counted(count, "格", words.DROPPED[what].get(language), language)


def _copies(table: TableRead, language: Language) -> Iterator[str]:
    names = {
        read.pointer: f"{row.label.name} · {read.column}"
        for row in table.rows
        for read in row.cells
    }
    for copy in table.copies:
        parts = [
            f"{names.get(pointer, pointer)} {lines.quoted(raw)}"
            for pointer, raw in islice(copy.items(), MOST)
        ]
        zh = f"{len(copy)} 格不同：{'；'.join(parts)}"
        en = f"cells that differ: {len(copy)}: {'; '.join(parts)}"
        same = Text("与此完全相同", "the same as this one")
        yield (Text(zh, en) if copy else same).get(language)
