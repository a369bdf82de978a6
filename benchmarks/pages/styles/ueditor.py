"""A report typed into UEditor: first rows marked, widths, no-break spaces around numbers."""

from functools import partial
from random import Random

from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import lay_out
from benchmarks.pages.markup import body, rows, spans, text
from benchmarks.pages.pointers import Report
from benchmarks.pages.styles.clean import page

_CELLS = ("", " padding: 0px 7px;", " padding: 0px 7px; word-break: break-all;")
_FONTS = (
    "font-size: 14px;",
    "font-size: 14px; font-family: 宋体, SimSun;",
    "font-size: 14px; font-family: 宋体, SimSun; color: rgb(0, 0, 0); letter-spacing: 0px;",
)
_WIDTH = 1100


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page; in three of ten a plus stands before an increase."""
    document = lay_out(report)
    font = rng.choice(_FONTS)
    inner = partial(_inner, font=font, rng=rng, plus=rng.random() < 0.3)
    article = body(
        document,
        heading=partial(_heading, font=font),
        paragraph=partial(_paragraph, font=font),
        table=partial(_table, cell=partial(_cell, inner=inner, style=rng.choice(_CELLS))),
    )
    return page(document, article, rng, charset)


def _heading(words: str, font: str) -> str:
    inner = f'<span style="{font}">{text(words)}&nbsp;</span>'
    return f'<p style="line-height: 2em; text-indent: 32px;"><strong>{inner}</strong></p>'


def _paragraph(words: str, font: str) -> str:
    inner = f'<span style="{font}">&nbsp;&nbsp;{text(words)}</span>'
    return f'<p style="line-height: 2em; text-indent: 32px;">{inner}</p>'


def _table(grid: Grid, cell: partial[str]) -> str:
    lines = rows(grid, cell, first='<tr class="firstRow">')
    return (
        f'<table width="{_WIDTH}" align="center" data-sort="sortDisabled" '
        f'interlaced="disabled">\n<tbody>\n{lines}\n</tbody>\n</table>\n<p><br/></p>'
    )


def _cell(cell: Cell, inner: partial[str], style: str) -> str:
    width = _WIDTH * cell.colspan // 10
    return (
        f'<td width="{width}" valign="middle"{spans(cell)} align="center" '
        f'style="border: 1px solid windowtext;{style}">'
        f'<p style="text-align: center;">{inner(cell)}</p></td>\n'
    )


def _inner(cell: Cell, font: str, rng: Random, *, plus: bool) -> str:
    if not cell.text:
        return "&nbsp;"
    words = text(cell.text)
    if plus and cell.signed and words.isdigit() and words != "0":
        words = f"+{words}"
    if cell.kind == "value" and rng.random() < 0.6:
        words = rng.choice(("&nbsp;{}", "{}&nbsp;", "&nbsp;{}&nbsp;")).format(words)
    if cell.kind == "header" and len(cell.text) in {7, 8} and rng.random() < 0.5:
        words = f"{words[:3]}<br/>{words[3:]}"
    return f'<span style="{font}">{words}</span>'
