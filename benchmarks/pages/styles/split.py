"""A report whose tables came apart: table 二 by blocks, table 三 at a page break."""

from functools import partial
from random import Random

from benchmarks.pages import furniture
from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import lay_out
from benchmarks.pages.markup import body, rows, spans, text
from benchmarks.pages.pointers import Report
from benchmarks.pages.styles.clean import page

_BORDERS = (
    "border: 1px solid rgb(0, 0, 0);",
    "border: 1px solid rgb(0, 0, 0); padding: 3px 6px; vertical-align: middle;",
)
_FONTS = (
    "font-size: 16px;",
    "font-family: 仿宋, FangSong; font-size: 16px;",
    "font-family: 仿宋, FangSong; font-size: 16px; color: rgb(51, 51, 51);",
)


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page; every second one repeats the header of table 三 after a page break."""
    document = lay_out(report, split=True, cut_requests=rng.random() < 0.5)
    font = rng.choice(_FONTS)
    cell = partial(_cell, font=font, border=rng.choice(_BORDERS))
    article = body(
        document,
        heading=partial(_heading, font=font),
        paragraph=partial(_paragraph, font=font),
        table=partial(_table, cell=cell),
    )
    news = furniture.news(rng, document.area, rng.randint(0, 60))
    return page(document, article, rng, charset, f'<ul class="side">\n{news}\n</ul>')


def _heading(words: str, font: str) -> str:
    return f'<h3 style="{font}">{text(words)}</h3>'


def _paragraph(words: str, font: str) -> str:
    inner = f'<span style="{font}">{text(words)}</span>'
    return f'<p style="text-indent: 32px; line-height: 1.75em;">{inner}</p>'


def _table(grid: Grid, cell: partial[str]) -> str:
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse: collapse;">\n'
        f"<tbody>\n{rows(grid, cell)}\n</tbody>\n</table>\n<p><br/></p>"
    )


def _cell(cell: Cell, font: str, border: str) -> str:
    tag = "th" if cell.kind in {"block", "header"} else "td"
    inner = f'<span style="{font}">{text(cell.text)}</span>' if cell.text else "<br/>"
    centred = f'<p style="text-align: center;">{inner}</p>'
    return f'<{tag}{spans(cell)} style="{border}">{centred}</{tag}>\n'
