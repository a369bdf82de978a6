"""What becomes of a grid where merged cells are taken apart, or the grid is cut."""

from collections.abc import Callable
from itertools import product

from benchmarks.pages.grids import Cell, Grid, Line

_HEADS = frozenset({"block", "header", "label"})


def squared(grid: Grid, *, repeat: bool) -> Grid:
    """Return a grid without merged cells: each text once, or in every cell that it covered."""
    return _taken_apart(
        grid, lambda cell, down, right: _single(cell, shown=repeat or not (down or right))
    )


def with_blank_heads(grid: Grid) -> Grid:
    """Return a grid whose headers and labels are not merged: blank cells stand where they reached.

    Values keep their widths.
    """
    return _taken_apart(grid, _part)


def _taken_apart(grid: Grid, part: Callable[[Cell, int, int], Cell | None]) -> Grid:
    """Return the rows of the cells that stand in each place that a cell of the grid covers."""
    placed: dict[tuple[int, int], Cell | None] = {}
    for row, line in enumerate(grid):
        column = 0
        for cell in line:
            while (row, column) in placed:
                column += 1
            for down, right in product(range(cell.rowspan), range(cell.colspan)):
                placed[row + down, column + right] = part(cell, down, right)
    width = 1 + max(column for _, column in placed)
    rows = ([placed.get((row, column)) for column in range(width)] for row in range(len(grid)))
    return [[cell for cell in row if cell] for row in rows]


def cut(grid: Grid, at: list[int]) -> list[Grid]:
    """Return a grid in pieces that begin at some of its rows.

    What reaches down over a cut goes on below as a blank cell.
    """
    pieces: list[Grid] = []
    for first, last in zip([0, *at], [*at, len(grid)], strict=True):
        lines = [[_shortened(cell, last - row) for cell in grid[row]] for row in range(first, last)]
        if pieces:
            lines[0] = [*_reaching(grid, first, last), *lines[0]]
        pieces.append(lines)
    return pieces


def _single(cell: Cell, *, shown: bool) -> Cell:
    return cell._replace(text=cell.text if shown else "", colspan=1, rowspan=1)


def _part(cell: Cell, down: int, right: int) -> Cell | None:
    if cell.kind not in _HEADS:
        return None if right else cell
    return _single(cell, shown=not (down or right))


def _shortened(cell: Cell, left: int) -> Cell:
    return cell._replace(rowspan=min(cell.rowspan, left))


def _reaching(grid: Grid, first: int, last: int) -> Line:
    """Return the blank cells for labels that reach from above down to a row: they lead it."""
    reaching = [
        cell._replace(text="", rowspan=min(row + cell.rowspan, last) - first)
        for row in range(first)
        for cell in grid[row]
        if row + cell.rowspan > first
    ]
    return sorted(reaching, key=lambda cell: -cell.rowspan)
