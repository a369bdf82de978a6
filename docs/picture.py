"""What does the diagnosis of the example look like? Draws docs/picture.svg from a real run.

Run it from anywhere: ``python docs/picture.py``. The same code gives the same bytes.
"""
# ruff: noqa: INP001  # a script beside its picture, not a package

import html
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from nianbao.app import Options, build_checker
from nianbao.formatters.table import TableFormatter
from nianbao.protocols import Canvas

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = "examples/shagou-2020.txt"
PICTURE = ROOT / "docs" / "picture.svg"

_COLUMNS = 112
# rich counts in letters of 20 units: a column of 11 fits a Latin letter of 18 and half a Chinese
# character of 21, so both fill their cells.
_RATIO = 0.55
_COLUMN = 20 * _RATIO
_LATIN, _CHINESE = 18, 21
_THEME = TerminalTheme(
    (30, 34, 42),
    (220, 223, 228),
    [
        (40, 44, 52),
        (255, 123, 114),
        (126, 211, 133),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 200, 216),
        (220, 223, 228),
    ],
)
_FONTS = (
    "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono',"
    " 'Liberation Mono', 'Sarasa Mono SC', 'Noto Sans Mono CJK SC', 'Source Han Mono SC',"
    " 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', SimSun, monospace"
)
_FRAME = (
    """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>nianbao check EXAMPLE</title>
<style>
.{unique_id}-matrix {{ font-family: FONTS; font-size: LATINpx; white-space: pre; }}
.{unique_id}-matrix .wide {{ font-size: CHINESEpx; }}
.{unique_id}-title {{ font-family: FONTS; font-size: 16px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
""".replace("EXAMPLE", EXAMPLE)
    .replace("FONTS", _FONTS)
    .replace("LATIN", str(_LATIN))
    .replace("CHINESE", str(_CHINESE))
)
_ELEMENT = re.compile(r'<text class="([^"]+)" ([^>]*?)textLength="[^>]*>([^<]*)</text>')


def picture() -> str:
    """Return the picture as SVG."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=_COLUMNS,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(Segments(_runs(Text.from_ansi(_diagnosis()).render(console))), end="")
    svg = console.export_svg(
        title=f"nianbao check {EXAMPLE}",
        theme=_THEME,
        code_format=_FRAME,
        font_aspect_ratio=_RATIO,
        unique_id="nianbao",
    )
    return "\n".join(line.rstrip() for line in _ELEMENT.sub(_sized, svg).splitlines()) + "\n"


def _diagnosis() -> str:
    """Check the example, as the command does, and return what a terminal in colour would show."""
    data = (ROOT / EXAMPLE).read_bytes()
    result = build_checker(Options()).check_data(EXAMPLE, data)
    return TableFormatter().render(result, Canvas("zh", _COLUMNS, colour=True))


def _runs(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Cut segments where Chinese meets Latin, so that each run keeps to its columns."""
    for text, style, control in segments:
        for run in re.findall(r"\n|[\u2e80-\uffef]+|[^\n\u2e80-\uffef]+", text):
            yield Segment(run, style, control)


def _sized(found: re.Match[str]) -> str:
    """Give a text element the width of its columns: rich counts Chinese characters as one."""
    name, place, shown = found.groups()
    columns = cell_len(html.unescape(shown))
    wide = " wide" if columns > len(html.unescape(shown)) else ""
    length = f"{columns * _COLUMN:g}"
    return f'<text class="{name}{wide}" {place}textLength="{length}">{shown}</text>\n'


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
