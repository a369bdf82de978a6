"""A report as a PDF tool writes it: Markdown, every table a full grid, what was merged blank."""

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.pages.grids import Grid
from benchmarks.pages.layout import Document, Heading, Paragraph, lay_out
from benchmarks.pages.pointers import Report
from benchmarks.pages.squared import squared

_HEADINGS: tuple[Callable[[str], str], ...] = (
    str,
    "## {}".format,
    "**{}**".format,
    "## **{}**".format,
)


def render(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - the styles share it
    """Return the text."""
    return "\n\n".join(_blocks(lay_out(report), rng, rng.choice(_HEADINGS))) + "\n"


def _blocks(document: Document, rng: Random, heading: Callable[[str], str]) -> Iterator[str]:
    yield f"# {document.title}"
    for block in document.blocks:
        match block:
            case Heading(text):
                yield heading(text)
            case Paragraph(text):
                yield text
            case _:
                yield from (_table(grid, rng) for grid in block.grids)


def _table(grid: Grid, rng: Random) -> str:
    lines = [
        [_text(cell.text, rng) if cell.kind == "header" else cell.text for cell in line]
        for line in squared(grid, repeat=False)
    ]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"|{'|'.join(line)}|" for line in lines)


def _text(words: str, rng: Random) -> str:
    """Return a header cell, some of them broken over two lines."""
    broken = len(words) > 4 and rng.random() < 0.3
    return f"{words[:3]}<br>{words[3:]}" if broken else words
