"""How the parts of a layout become HTML, whatever the style of the page."""

from collections.abc import Callable, Iterable
from html import escape

from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import Document, Heading, Paragraph

Render = Callable[[str], str]


def spans(cell: Cell) -> str:
    """Return the span attributes of a cell, those that are 1 left out."""
    columns = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return columns + rows


def body(
    document: Document, heading: Render, paragraph: Render, table: Callable[[Grid], str]
) -> str:
    """Return the article: every block by the function that a style has for its kind."""
    return "\n".join(_blocks(document, heading, paragraph, table))


def rows(grid: Grid, cell: Callable[[Cell], str], first: str = "<tr>", other: str = "<tr>") -> str:
    """Return the rows of a table; the style draws the cells and may mark the first row."""
    lines = ("".join(cell(item) for item in line) for line in grid)
    opened = (first if index == 0 else other for index in range(len(grid)))
    return "\n".join(f"{tag}{line}</tr>" for tag, line in zip(opened, lines, strict=True))


def text(value: str) -> str:
    """Return text for a place between tags."""
    return escape(value, quote=False)


def _blocks(
    document: Document, heading: Render, paragraph: Render, table: Callable[[Grid], str]
) -> Iterable[str]:
    for block in document.blocks:
        match block:
            case Heading(words):
                yield heading(words)
            case Paragraph(words):
                yield paragraph(words)
            case _:
                yield from (table(grid) for grid in block.grids)
