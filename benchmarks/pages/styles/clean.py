"""A report on a simple page of a content system."""

from random import Random

from benchmarks.pages import furniture
from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import Document, lay_out
from benchmarks.pages.markup import body, rows, spans, text
from benchmarks.pages.pointers import Report


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page."""
    document = lay_out(report)
    article = body(document, heading, paragraph, table)
    return page(document, article, rng, charset)


def page(
    document: Document, article: str, rng: Random, charset: str, after: str = "", before: str = ""
) -> str:
    """Return a simple page around an article: site head, title, date, footer.

    Args:
        document: The layout that the article was made from.
        article: The HTML of the article.
        rng: Where chance comes from.
        charset: The encoding that the page declares.
        after: HTML to stand between the article and the footer.
        before: HTML to stand above the title.
    """
    site = furniture.menu(rng) if rng.random() < 0.7 else ""
    return f"""{_head(document, rng, charset)}
<body>
<div class="head"><h2 class="site">{document.area}人民政府</h2>
{site}
</div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a></div>
{before}<div class="article">
<h1>{text(document.title)}</h1>
<p class="info"><span>发布时间：{document.published}</span> <span>来源：{document.organ}</span></p>
<div class="content">
{article}
</div>
</div>
{after}
<div class="foot">
{furniture.footer(rng, document.area)}
</div>
</body>
</html>
"""


def _head(document: Document, rng: Random, charset: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="{charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{text(document.title)}</title>
<style>
body {{ margin: 0; font-family: "Microsoft YaHei", sans-serif; }}
.article table {{ width: 100%; border-collapse: collapse; }}
.article td {{ border: 1px solid #666; padding: 4px; }}
{furniture.style_sheet(rng, rng.randint(50, 120))}
</style>
</head>"""


def heading(words: str) -> str:
    """Return the heading of a part."""
    return f"<p><strong>{text(words)}</strong></p>"


def paragraph(words: str) -> str:
    """Return a paragraph."""
    return f'<p style="text-indent: 2em;">{text(words)}</p>'


def table(grid: Grid) -> str:
    """Return a table."""
    return f'<table border="1" cellspacing="0">\n<tbody>\n{rows(grid, _cell)}\n</tbody>\n</table>'


def _cell(cell: Cell) -> str:
    align = "left" if cell.kind == "label" else "center"
    return f'<td{spans(cell)} style="text-align: {align};">{text(cell.text) or "&nbsp;"}</td>\n'
