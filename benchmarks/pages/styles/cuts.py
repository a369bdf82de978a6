"""A report whose tables were cut anywhere, or all put into one."""

from collections.abc import Iterator
from random import Random

from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import Document, Heading, Paragraph, lay_out
from benchmarks.pages.markup import body
from benchmarks.pages.pointers import Report
from benchmarks.pages.squared import cut
from benchmarks.pages.styles.clean import heading, page, paragraph, table


def render_pieces(report: Report, rng: Random, charset: str) -> str:
    """Return the page with a table for every few rows; a header is not cut."""
    document = lay_out(report)

    def pieces(grid: Grid) -> str:
        return "\n<p></p>\n".join(table(piece) for piece in cut(grid, _cuts(grid, rng)))

    return page(document, body(document, heading, paragraph, pieces), rng, charset)


def render_joined(report: Report, rng: Random, charset: str) -> str:
    """Return the page with one table that holds all three, headings and texts between them."""
    document = lay_out(report)
    kinds = [isinstance(block, Heading | Paragraph) for block in document.blocks]
    if all(kinds):
        return page(document, body(document, heading, paragraph, table), rng, charset)
    first, last = kinds.index(False), len(kinds) - kinds[::-1].index(False)
    parts = (
        body(document._replace(blocks=document.blocks[:first]), heading, paragraph, table),
        table(list(_lines(document._replace(blocks=document.blocks[first:last])))),
        body(document._replace(blocks=document.blocks[last:]), heading, paragraph, table),
    )
    return page(document, "\n".join(parts), rng, charset)


def _cuts(grid: Grid, rng: Random) -> list[int]:
    """Return where the pieces begin: behind some of the rows of values."""
    return [
        row
        for row in range(1, len(grid))
        if any(cell.kind == "value" for cell in grid[row - 1]) and rng.random() < 0.25
    ]


def _lines(document: Document) -> Iterator[list[Cell]]:
    """Yield the rows of the one table; what is no table stands in rows of one cell."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield [Cell(block.text, "label", colspan=16)]
        else:
            for grid in block.grids:
                yield from grid
