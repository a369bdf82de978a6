"""Which columns does a table have that the form does not have: numbers, notes, shares?

They are taken out before a table is bound, each where its header stands among those of the form.
So a value is never bound to the column beside its own.
"""

from collections.abc import Sequence
from functools import lru_cache

from nianbao.readers.beside import At, beside, forms_of
from nianbao.readers.beside_line import beside_line
from nianbao.readers.numbered import numbers_in
from nianbao.readers.tables import RawTable, cells_in


def without_added(table: RawTable, key: str) -> RawTable:
    """Return a table without the columns that its form does not have, at the same length.

    Args:
        table: a raw table.
        key: the key of the table whose rows it holds.
    """
    cells = added_in(table, key)
    return RawTable(table.start, table.stop, _blanked(table, cells)) if cells else table


def added_in(table: RawTable, key: str) -> tuple[At, ...]:
    """Return the cells of columns that the form does not have, by row and index."""
    return _added(table.shape, key)


def _blanked(table: RawTable, cells: Sequence[At]) -> str:
    """Return the text of a table with some cells and their marks made spaces."""
    parts: list[str] = []
    at = 0
    for number, index in cells:
        row = table.rows[number]
        start = row.offset - table.start + index + sum(map(len, row.pieces[: index + 1]))
        stop = start + 1 + len(row.pieces[index + 1])
        parts.extend((table.text[at:start], " " * (stop - start)))
        at = stop
    return "".join((*parts, table.text[at:]))


@lru_cache(maxsize=256)
def _added(shape: str, key: str) -> tuple[At, ...]:
    """Return the cells of added columns, by the number of their row and their index."""
    rows = cells_in(shape)
    forms = forms_of(key)
    labels = frozenset(label for form in forms for label in (*form.by_label, *form.group_labels))
    numbers = set() if forms[0].one_line else numbers_in(rows, labels)
    plain = [
        tuple("" if (number, index) in numbers else cell for index, cell in enumerate(cells))
        for number, cells in enumerate(rows)
    ]
    cells = beside_line(forms[0], rows) if forms[0].one_line else beside(forms, plain)
    return tuple(sorted(numbers.union(cells)))
