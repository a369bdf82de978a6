"""A report as crawlers store it whose cells end in bars: a row a line, or a cell a line."""

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.pages.grids import Cell, Grid, with_continuations
from benchmarks.pages.layout import lay_out
from benchmarks.pages.lines import lines
from benchmarks.pages.pointers import Report

_FILLED = 0.5


def render_rows(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - as other styles
    """Return the text with a line for each row, filled up with empty cells."""
    return _text(report, _rows, rng.choice(("|", "|", " | ")))


def render_cells(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - as other styles
    """Return the text with a line for each cell, or one more for its bar; some fill rows up."""
    cells = _filled_cells if rng.random() < _FILLED else _cells
    return _text(report, cells, rng.choice(("|", " |", "\n|")))


def _text(report: Report, table: Callable[[Grid, str], Iterator[str]], bar: str) -> str:
    document = lay_out(report)
    return "\n".join(lines(document, lambda grid: ("", *table(grid, bar), ""))) + "\n"


def _rows(grid: Grid, bar: str) -> Iterator[str]:
    rows = [["" if cell is None else cell.text for cell in row] for row in with_continuations(grid)]
    width = 1 + max(map(len, rows))
    for row in rows:
        yield bar.join([*row, *[""] * (width - len(row))]).rstrip(" ")


def _cells(grid: Grid, bar: str) -> Iterator[str]:
    for row in with_continuations(grid):
        for cell in row:
            yield _ended(cell, bar)


def _filled_cells(grid: Grid, bar: str) -> Iterator[str]:
    """Yield the cells of rows, with a line of bars behind a row that is shorter than others."""
    rows = list(with_continuations(grid))
    width = max(map(len, rows))
    for row in rows:
        yield from (_ended(cell, bar) for cell in row)
        if len(row) < width:
            yield "|" * (width - len(row))


def _ended(cell: Cell | None, bar: str) -> str:
    # A blank cell leaves its bar alone.
    return cell.text + bar if cell is not None and cell.text else bar.strip("\n")
