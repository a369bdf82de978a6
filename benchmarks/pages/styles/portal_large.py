"""A report deep inside the layout tables of a portal that brings 100 KB of navigation."""

from random import Random

from benchmarks.pages import furniture
from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import Document, lay_out
from benchmarks.pages.markup import body, rows, spans, text
from benchmarks.pages.pointers import Report

_NAVIGATION = 100_000  # characters


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page."""
    document = lay_out(report)
    article = body(document, _heading, _paragraph, _table)
    inner = _nested(_article(document, article), rng, rng.randint(2, 3))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" \
"http://www.w3.org/TR/html4/loose.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{text(document.title)}_{document.area}人民政府门户网站</title>
<style type="text/css">
{furniture.style_sheet(rng, 120)}
</style>
</head>
<body>
{_layout(_navigation(rng))}
{_layout(_columns(document, inner, rng))}
{_layout(f"{furniture.footer(rng, document.area)}")}
<script type="text/javascript">
{furniture.script(rng, 200)}</script>
</body>
</html>
"""


def _navigation(rng: Random) -> str:
    menus: list[str] = []
    while sum(map(len, menus)) < _NAVIGATION:
        menus.append(furniture.menu(rng))
    return "\n".join(f"<div>{menu}</div>" for menu in menus)


def _columns(document: Document, inner: str, rng: Random) -> str:
    news = furniture.news(rng, document.area, rng.randint(20, 60))
    side = _layout(f"<ul>{furniture.reports_of_other_years(document)}</ul>\n<ul>{news}</ul>")
    return f'{side}</td>\n<td width="20">&nbsp;</td>\n<td valign="top">{inner}'


def _nested(inner: str, rng: Random, depth: int) -> str:
    """Return something inside so many layout tables, each with something beside it."""
    for _ in range(depth):
        beside = rng.choice(
            ("", "<tr><td height=10></td></tr>", "<tr><td>【字体：大 中 小】</td></tr>")
        )
        inner = _layout(f"{inner}</td></tr>\n{beside}<tr><td>&nbsp;")
    return inner


def _layout(inner: str) -> str:
    return (
        '<table width="100%" border="0" cellspacing="0" cellpadding="0">\n'
        f'<tr><td valign="top">{inner}</td></tr>\n</table>'
    )


def _article(document: Document, article: str) -> str:
    title = f'<td colspan="2" align="center"><h2>{text(document.title)}</h2></td>'
    source = f"<td>来源：{document.organ}</td><td>发布时间：{document.published}</td>"
    return (
        '<table width="98%" border="0">\n'
        f"<tr>{title}</tr>\n<tr>{source}</tr>\n"
        f'<tr><td colspan="2">\n{article}\n</td></tr>\n</table>'
    )


def _heading(words: str) -> str:
    return f"<div><b>　　{text(words)}</b></div>"


def _paragraph(words: str) -> str:
    return f"<div>　　{text(words)}<br></div>"


def _table(grid: Grid) -> str:
    return (
        '<table border="1" cellspacing="0" cellpadding="0" align="center" width="640">\n'
        f"<tbody>{rows(grid, _cell)}</tbody>\n</table><br>"
    )


def _cell(cell: Cell) -> str:
    inner = f"<div>{text(cell.text)}</div>" if cell.text else "<div><br></div>"
    return f"<td{spans(cell)}>{inner}</td>\n"
