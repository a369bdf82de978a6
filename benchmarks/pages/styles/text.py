"""A report as crawled text: cells led by a TAB, an empty line between rows."""

from collections.abc import Iterator
from random import Random

from benchmarks.pages.grids import Cell, Grid, with_continuations
from benchmarks.pages.layout import Heading, Paragraph, lay_out
from benchmarks.pages.pointers import Report

_NBSP = "\N{NO-BREAK SPACE}"


def render(report: Report, rng: Random, charset: str) -> str:  # noqa: ARG001 - the styles share it
    """Return the report as crawlers store it; the date of publication is lost there."""
    document = lay_out(report)
    lines = [document.title]
    for block in document.blocks:
        match block:
            case Heading(text):
                lines.append(text + rng.choice(("", "", f"{_NBSP}")))
            case Paragraph(text):
                lines.append(text)
            case _:
                for grid in block.grids:
                    lines += ["", *_rows(grid, rng), ""]
    return "\n".join(lines) + "\n"


def _rows(grid: Grid, rng: Random) -> Iterator[str]:
    for line in with_continuations(grid):
        for cell in line:
            yield "\t" + ("" if cell is None else _cell(cell, rng))
        yield ""


def _cell(cell: Cell, rng: Random) -> str:
    if cell.kind == "header" and "项目数量" in cell.text and rng.random() < 0.2:
        return cell.text.replace("项目数量", "\n\n项目数量")
    if cell.kind != "value":
        return cell.text
    if not cell.text:
        return _NBSP
    before, after = rng.choice((("", ""),) * 20 + ((_NBSP, ""), ("", _NBSP), (" ", " ")))
    return before + cell.text + after
