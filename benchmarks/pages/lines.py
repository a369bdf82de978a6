"""In which lines a layout stands where there is no markup."""

from collections.abc import Callable, Iterable, Iterator

from benchmarks.pages.grids import Grid
from benchmarks.pages.layout import Document, Heading, Paragraph


def lines(document: Document, table: Callable[[Grid], Iterable[str]]) -> Iterator[str]:
    """Yield the title, the headings, the paragraphs, and the lines that a style gives a table."""
    yield document.title
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        else:
            for grid in block.grids:
                yield from table(grid)
