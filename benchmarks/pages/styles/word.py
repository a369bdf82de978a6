"""A report saved from Word or pasted from it: MsoNormal, nested spans, split runs, comments."""

import re
from functools import partial
from random import Random

from benchmarks.pages.grids import Cell, Grid
from benchmarks.pages.layout import lay_out
from benchmarks.pages.markup import body, rows, spans, text
from benchmarks.pages.pointers import Report

_RUNS = re.compile(r"[ -~]+|[^ -~]+")
_FONTS = ("仿宋_GB2312", "宋体", "方正仿宋_GBK")
_SPAN_STYLES = (
    "font-size:10.5pt",
    'font-family:"Times New Roman",serif',
    "line-height:150%",
    "mso-bidi-font-family:宋体",
    "color:black",
    "mso-font-kerning:0pt",
    'mso-ascii-font-family:"Times New Roman"',
    'mso-hansi-font-family:"Times New Roman"',
    "mso-bidi-font-size:10.5pt",
    "mso-themecolor:text1",
    "mso-ansi-language:EN-US",
    "mso-fareast-language:ZH-CN",
    "letter-spacing:-.3pt",
    "mso-style-textfill-fill-color:black",
    "mso-style-textfill-fill-alpha:100.0%",
)
_CELL_STYLES = (
    "border:solid windowtext 1.0pt",
    "padding:0cm 5.4pt 0cm 5.4pt",
    "border-left:none",
    "mso-border-alt:solid windowtext .5pt",
    "height:17.0pt",
    "mso-border-left-alt:solid windowtext .5pt",
    "mso-border-top-alt:solid windowtext .5pt",
)
_FONT_FACES = ("宋体", "黑体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体", "Cambria Math")


class _Writer:
    """Draws text as runs of spans, with as many style properties as the page is verbose."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._share = share = rng.random() ** 2
        font = f"mso-fareast-font-family:{rng.choice(_FONTS)}"
        self._span_style = ";".join((font, *_first(_SPAN_STYLES, share)))
        self._cell_style = "".join(f";{style}" for style in _first(_CELL_STYLES, share))

    def paragraph(self, words: str, align: str = "left") -> str:
        """Return a paragraph of runs; blank text is a no-break space as Word writes it."""
        inner = self.runs(words) if words else self._span("<o:p>&nbsp;</o:p>", latin=True)
        return f"<p class=MsoNormal align={align} style='text-align:{align}'>{inner}</p>"

    def runs(self, words: str) -> str:
        """Return the spans of a text: Latin apart from Chinese, and digits split at random."""
        pieces = [piece for run in _RUNS.findall(words) for piece in self._split(run)]
        last = len(pieces) - 1
        return "".join(
            self._span(
                text(piece) + ("<o:p></o:p>" if index == last else ""), latin=piece.isascii()
            )
            for index, piece in enumerate(pieces)
        )

    def cell(self, cell: Cell) -> str:
        """Return a table cell."""
        width = 57 * cell.colspan
        merged = spans(cell).replace('"', "")
        return (
            f"\n  <td width={width}{merged} style='width:{width * 0.75}pt{self._cell_style}'>"
            f"\n  {self.paragraph(cell.text, 'center')}\n  </td>"
        )

    def _split(self, run: str) -> list[str]:
        if len(run) < 2 or self._rng.random() < 0.5:
            return [run]
        cut = self._rng.randint(1, len(run) - 1)
        return [run[:cut], run[cut:]]

    def _span(self, inner: str, *, latin: bool) -> str:
        language = " lang=EN-US" if latin else ""
        return f"<span{language} style='{self._span_style}'>{self._nested(inner)}</span>"

    def _nested(self, inner: str) -> str:
        if self._rng.random() < 0.1:
            return f"<span style='mso-spacerun:yes'>{inner}</span>"
        if self._rng.random() < self._share / 2:
            return f"<span style='{self._span_style}'>{inner}</span>"
        return inner


def render(report: Report, rng: Random, charset: str) -> str:
    """Return the page; the date of publication is not in it."""
    document = lay_out(report)
    writer = _Writer(rng)
    article = body(
        document,
        heading=partial(_heading, writer),
        paragraph=partial(_paragraph, writer),
        table=partial(_table, writer),
    )
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<title>{text(document.title)}</title>
{_properties(rng)}
{_style_sheet(rng)}
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>

<div class=WordSection1 style='layout-grid:15.6pt'>

<p class=MsoTitle align=center style='text-align:center'><b>{writer.runs(document.title)}</b></p>

{article}

</div>

</body>

</html>
"""


def _first(styles: tuple[str, ...], share: float) -> tuple[str, ...]:
    return styles[: round(len(styles) * share)]


def _heading(writer: _Writer, words: str) -> str:
    return (
        "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>"
        f"<b style='mso-bidi-font-weight:normal'>{writer.runs(words)}</b></p>\n"
    )


def _paragraph(writer: _Writer, words: str) -> str:
    return (
        "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;"
        f"line-height:28.0pt;mso-line-height-rule:exactly'>{writer.runs(words)}</p>\n"
    )


def _table(writer: _Writer, grid: Grid) -> str:
    first = " <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes;height:17.0pt'>"
    other = " <tr style='mso-yfti-irow:1;height:17.0pt'>"
    return (
        "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0\n style='border-collapse:"
        "collapse;mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>\n"
        f"{rows(grid, writer.cell, first, other)}\n</table>\n\n{writer.paragraph('')}\n"
    )


def _properties(rng: Random) -> str:
    return f"""<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>{rng.choice(("User", "Administrator", "office"))}</o:Author>
  <o:Revision>{rng.randint(1, 40)}</o:Revision>
  <o:TotalTime>{rng.randint(1, 900)}</o:TotalTime>
  <o:Pages>{rng.randint(4, 9)}</o:Pages>
  <o:Version>16.00</o:Version>
 </o:DocumentProperties>
</xml><![endif]-->
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Print</w:View>
  <w:TrackMoves>false</w:TrackMoves>
  <w:PunctuationKerning/>
  <w:DrawingGridVerticalSpacing>7.8 磅</w:DrawingGridVerticalSpacing>
  <w:Compatibility><w:UseFELayout/></w:Compatibility>
 </w:WordDocument>
</xml><![endif]-->
{_latent_styles(rng.choice((0, 0, 371)))}"""


def _latent_styles(count: int) -> str:
    exceptions = "\n".join(
        f'  <w:LsdException Locked="false" Priority="{number % 99}" SemiHidden="true"\n'
        f'   UnhideWhenUsed="true" Name="Style {number}"/>'
        for number in range(count)
    )
    return f"""<!--[if gte mso 9]><xml>
 <w:LatentStyles DefLockedState="false" LatentStyleCount="{count}">
{exceptions}
 </w:LatentStyles>
</xml><![endif]-->"""


def _style_sheet(rng: Random) -> str:
    faces = "\n".join(
        f"@font-face\n\t{{font-family:{name};\n\tpanose-1:2 1 6 0 3 1 1 1 1 1;\n"
        "\tmso-font-charset:134;\n\tmso-generic-font-family:auto;\n\tmso-font-pitch:variable;}"
        for name in _FONT_FACES
    )
    styles = "\n".join(
        f"p.Style{number}, li.Style{number}, div.Style{number}\n\t{{mso-style-name:样式{number};\n"
        "\tmargin:0cm;\n\ttext-align:justify;\n\tfont-size:16.0pt;\n\tfont-family:宋体;}"
        for number in range(rng.randint(5, 60))
    )
    return (
        f"<style>\n<!--\n /* Font Definitions */\n{faces}\n /* Styles */\n{styles}\n-->\n</style>"
    )
