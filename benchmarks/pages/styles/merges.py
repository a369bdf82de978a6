"""A report whose merged cells were taken apart: left empty, or filled by a converter."""

from collections.abc import Callable
from random import Random

from benchmarks.pages.grids import Grid
from benchmarks.pages.layout import lay_out
from benchmarks.pages.markup import body
from benchmarks.pages.pointers import Report
from benchmarks.pages.squared import squared, with_blank_heads
from benchmarks.pages.styles.clean import heading, page, paragraph, table


def render_blank(report: Report, rng: Random, charset: str) -> str:
    """Return the page with empty cells where headers and labels were merged."""
    return _page(report, rng, charset, with_blank_heads)


def render_filled(report: Report, rng: Random, charset: str) -> str:
    """Return the page with every text repeated in each cell that it reached over."""
    return _page(report, rng, charset, lambda grid: squared(grid, repeat=True))


def _page(report: Report, rng: Random, charset: str, change: Callable[[Grid], Grid]) -> str:
    document = lay_out(report)
    article = body(document, heading, paragraph, lambda grid: table(change(grid)))
    return page(document, article, rng, charset)
