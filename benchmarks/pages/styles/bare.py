"""A report of which only words are left: a cell a line, or everything on one line."""

from random import Random

from benchmarks.pages.grids import Grid
from benchmarks.pages.layout import lay_out
from benchmarks.pages.lines import lines
from benchmarks.pages.pointers import Report


def render_cells(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - as other styles
    """Return the text with a line for each cell that holds something, blank lines between."""
    gap = rng.choice(("\n\n", "\n\n", "\n \n"))
    return gap.join(lines(lay_out(report), _texts)) + "\n"


def render_line(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - as other styles
    """Return the text on one line."""
    return " ".join(lines(lay_out(report), _texts)) + "\n"


def _texts(grid: Grid) -> list[str]:
    return [cell.text for row in grid for cell in row if cell.text]
