"""A report on a page of an old site: upper-case tags, end tags left out, fonts and centring."""

from functools import partial
from random import Random

from benchmarks.pages import furniture
from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import Document, lay_out
from benchmarks.pages.markup import body, text
from benchmarks.pages.pointers import Report

_CELLS = ("{}", "<P ALIGN=center>{}", "<FONT SIZE=2>{}</FONT>", "<CENTER>{}</CENTER>")


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page."""
    document = lay_out(report)
    cell = partial(_cell, inner=rng.choice(_CELLS))
    article = body(document, _heading, _paragraph, partial(_table, cell=cell))
    return f"""<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}">
<TITLE>{text(document.title)}</TITLE>
<STYLE>
<!--
TD {{ font-size: 9pt; line-height: 14pt }}
A:link {{ color: #{rng.randrange(0x1000000):06x}; text-decoration: none }}
-->
</STYLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF LEFTMARGIN=0 TOPMARGIN=0>
{_head(document, rng)}
<TABLE WIDTH=760 BORDER=0 ALIGN=center CELLPADDING=4><TR><TD>
<CENTER><FONT FACE=黑体 SIZE=5>{text(document.title)}</FONT><BR>
<FONT SIZE=2>发布日期：{document.published}　来源：{document.organ}</FONT></CENTER>
<HR SIZE=1 NOSHADE>
{article}
</TABLE>
<CENTER><FONT SIZE=2>{document.area}人民政府办公室　维护：{furniture.editor(rng)}<BR>
建议使用 1024*768 分辨率浏览</FONT></CENTER>
</BODY>
</HTML>
"""


def _head(document: Document, rng: Random) -> str:
    entries = "".join(f"\n<TD><A HREF=/{number}/>{name}</A>" for number, name in _menus(rng))
    return (
        f"<CENTER><IMG SRC=/images/top.jpg WIDTH=760 HEIGHT=120 ALT={document.area}></CENTER>\n"
        f"<TABLE WIDTH=760 BORDER=0 ALIGN=center CELLSPACING=0 BGCOLOR=#CC0000>\n<TR>{entries}\n"
        "</TABLE>"
    )


def _menus(rng: Random) -> list[tuple[int, str]]:
    names = list(furniture.words()["menus"])
    return [(rng.randint(100, 999), name) for name in names]


def _heading(words: str) -> str:
    return f"<P><B><FONT FACE=黑体 SIZE=4>　　{text(words)}</FONT></B>"


def _paragraph(words: str) -> str:
    return f"<P><FONT FACE=宋体 SIZE=3>　　{text(words)}</FONT>"


def _table(grid: Grid, cell: partial[str]) -> str:
    lines = "\n".join("<TR>" + "".join(map(cell, line)) for line in grid)
    return (
        f"<TABLE BORDER=1 CELLSPACING=0 CELLPADDING=2 WIDTH=100% ALIGN=center>\n{lines}\n</TABLE>"
    )


def _cell(cell: Cell, inner: str) -> str:
    columns = f" COLSPAN={cell.colspan}" if cell.colspan > 1 else ""
    rows = f" ROWSPAN={cell.rowspan}" if cell.rowspan > 1 else ""
    return f"\n<TD{columns}{rows}>{inner.format(text(cell.text) or '&nbsp;')}"
