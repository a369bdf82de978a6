"""TAB006: has every row as many cells as the form?"""

from collections.abc import Iterator

from nianbao.model.report import Report, Table
from nianbao.model.text import Text
from nianbao.rule import Hit


def cell_count_mismatch(report: Report) -> Iterator[Hit]:
    """Find rows whose number of cells does not tell which column each belongs to.

    Where most rows of a table lack or have too many of the same, a column does: one finding.
    """
    for table in report.tables.values():
        for (expected, found), rows in _wrong(table).items():
            most = len(rows) * 2 > len(table.form.rows)
            for first, *rest in [rows] if most else [[row] for row in rows]:
                values = {"expected": expected, "found": found}
                notes = _also(len(rest)) or _perhaps_lost(expected - found)
                yield Hit(first, values, tuple(rest), notes=notes)


def _wrong(table: Table) -> dict[tuple[int, int], list[str]]:
    """Return the rows with a wrong number of cells, by the numbers expected and found."""
    width = sum(len(row.columns) for row in table.form.rows)
    wrong: dict[tuple[int, int], list[str]] = {}
    for pointer, unread in table.unread.items():
        row = table.form.by_pointer.get(pointer)
        counts = len(row.columns) if row else width, len(unread.raw)
        # A row can be unread for its label alone.
        if counts[0] != counts[1]:
            wrong.setdefault(counts, []).append(pointer)
    return wrong


def _also(count: int) -> tuple[Text, ...]:
    note = Text(f"；另有{count}行也是这样", f"; so it is with {count} more rows")
    return (note,) if count else ()


def _perhaps_lost(lacking: int) -> tuple[Text, ...]:
    note = Text("；少的格可能在转换时丢失", "; cells may have been lost in conversion")
    return (note,) if lacking > 0 else ()
