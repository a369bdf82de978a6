"""How do lines and columns look in colours, or where columns must be narrowed?"""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.plain_grid import Grid, Line
from nianbao.protocols import Canvas


def drawn(parts: Iterable[Line | Grid], canvas: Canvas) -> str:
    """Return lines and grids as text for a terminal."""
    return text_of(map(_drawn, parts), usable(canvas))


def _drawn(part: Line | Grid) -> Drawn | Table:
    return Drawn(*part) if isinstance(part, Line) else _table(part)


def _table(grid: Grid) -> Table:
    table = Table(box=None, show_edge=False, padding=(0, 2, 0, 0), header_style=styles.DIM)
    for number, head in enumerate(grid.heads):
        table.add_column(head, justify="right" if number else "left")
    for row in grid.rows:
        table.add_row(*row)
    return table
