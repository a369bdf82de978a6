"""Which cells of the tables stand in columns that the form does not have?"""

from collections.abc import Iterator

from nianbao.readers.added import added_in
from nianbao.readers.assembly import Assembly
from nianbao.readers.recognition import FormRows
from nianbao.readers.tables import RawTable
from nianbao.readers.taken import has_figures

# A raw table, and the row and the index of a cell in it.
Cell = tuple[RawTable, int, int]


def added_cells(assembly: Assembly) -> list[Cell]:
    """Return the cells that were taken out of tables before they were bound, headers first."""
    cells = [
        (table, number, index)
        for table, key in _shortened(assembly)
        for number, index in added_in(table, key)
    ]
    return sorted(cells, key=lambda cell: not _is_header(*cell))


def _shortened(assembly: Assembly) -> Iterator[tuple[RawTable, str]]:
    """Yield the tables that lost columns so, as they stand, each with the key of its form."""
    raw = {table.start: table for table in assembly.raw}
    for bound in assembly.places.tables:
        for part in (part for rows in _all(bound.found) for part in rows.parts):
            table = raw[part.table.start]
            if table.text != part.table.text:
                yield table, bound.table.form.key


def _all(found: FormRows) -> Iterator[FormRows]:
    yield found
    yield from found.copies


def _is_header(table: RawTable, number: int, index: int) -> bool:
    cells = table.rows[number].cells
    return bool(cells[index]) and not has_figures(cells)
