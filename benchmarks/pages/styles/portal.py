"""A report on a large portal: menus, layout tables around the article, news, a footer."""

from random import Random

from benchmarks.pages import furniture
from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import Document, lay_out
from benchmarks.pages.markup import body, rows, spans, text
from benchmarks.pages.pointers import Report


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page."""
    document = lay_out(report)
    article = body(document, _heading, _paragraph, _table)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
{_head(document, rng, charset)}
</head>
<body>
<!-- 页头 -->
<table width="1200" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td>{furniture.menu(rng, rng.randint(1, 4))}</td></tr>
</table>
<table width="1200" border="0" align="center" cellpadding="0" cellspacing="0">
<tr>
<td width="240" valign="top">{_side(document, rng)}</td>
<td valign="top">
{_article(document, article, rng)}
</td>
</tr>
</table>
<!-- 页脚 -->
<table width="1200" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td align="center"><select>{furniture.link_options(rng, document.area)}</select></td></tr>
<tr><td align="center">{furniture.footer(rng, document.area)}</td></tr>
</table>
<script type="text/javascript">
{furniture.script(rng, 120)}</script>
</body>
</html>
"""


def _head(document: Document, rng: Random, charset: str) -> str:
    name = f"{document.area}人民政府"
    return f"""<meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<title>{text(document.title)}-{name}</title>
<meta name="SiteName" content="{name}" />
<meta name="ColumnName" content="政府信息公开年报" />
<meta name="ArticleTitle" content="{text(document.title)}" />
<meta name="PubDate" content="{document.published} 09:{rng.randint(10, 59)}:00" />
<meta name="ContentSource" content="{document.organ}" />
<style type="text/css">
{furniture.style_sheet(rng, rng.randint(60, 260))}
</style>
<script type="text/javascript">
//<![CDATA[
{furniture.script(rng, rng.randint(100, 400))}//]]>
</script>"""


def _side(document: Document, rng: Random) -> str:
    years = furniture.reports_of_other_years(document) if rng.random() < 0.3 else ""
    return (
        f"<ul>\n{years}\n</ul>\n<h3>最新信息</h3>\n"
        f"<ul>\n{furniture.news(rng, document.area, rng.randint(40, 150))}\n</ul>"
    )


def _article(document: Document, article: str, rng: Random) -> str:
    return f"""<table width="100%" border="0" cellpadding="0" cellspacing="0">
<tr><td>您现在的位置：<a href="/">首页</a> >> <a href="/zfxxgk/">政府信息公开年报</a></td></tr>
<tr><td align="center" class="title">{text(document.title)}</td></tr>
<tr><td align="center" bgcolor="#f5f5f5">发布日期：{document.published}&nbsp;&nbsp;\
信息来源：{document.organ}&nbsp;&nbsp;浏览次数：<span id="hits">{rng.randint(10, 900)}</span>\
&nbsp;&nbsp;字体：<a href="javascript:zoom(18)">大</a> <a href="javascript:zoom(14)">小</a></td>
</tr>
<tr><td class="bt_content"><div id="zoom">
<!--content begin-->
{article}
<!--content end-->
</div></td></tr>
<tr><td align="right">责任编辑：{furniture.editor(rng)}&nbsp;&nbsp;【打印本页】</td></tr>
</table>"""


def _heading(words: str) -> str:
    return f'<p style="text-indent:2em;"><span style="font-family:黑体;">{text(words)}</span></p>'


def _paragraph(words: str) -> str:
    return f'<p style="text-indent:2em;"><span style="font-family:仿宋;">{text(words)}</span></p>'


def _table(grid: Grid) -> str:
    return (
        '<div align="center"><table border="1" cellspacing="0" cellpadding="0" width="649">\n'
        f"{rows(grid, _cell)}\n</table></div>"
    )


def _cell(cell: Cell) -> str:
    return (
        f'<td{spans(cell)} width="{64 * cell.colspan}"><p align="center">'
        f"{text(cell.text) or '&nbsp;'}</p></td>\n"
    )
