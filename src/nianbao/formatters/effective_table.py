"""What does the table of the settings in force look like?"""

import os
from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.stacks import stack, widest
from nianbao.formatters.wrap import block
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.settings.effective import Effective, Setting

_GAP = 2
_WIDEST = 120
_HEADS = (Text("设置", "setting"), Text("值", "value"), Text("来自", "from"))
_EMPTY = {"select": Text("全部", "all")}
_NONE = Text("无", "none")
_SOURCES = {
    "default": Text("默认", "default"),
    "command-line": Text("命令行", "command line"),
}


def draw_effective(effective: Effective, canvas: Canvas) -> str:
    """Return the settings in force as text for a terminal."""
    canvas = usable(canvas)
    return text_of(_drawn(effective, canvas), canvas)


def _drawn(effective: Effective, canvas: Canvas) -> Iterator[RenderableType]:
    language = canvas.language
    yield Drawn(block([harmless(effective.path)], canvas.width), styles.STRONG)
    yield Drawn(block([harmless(_files(effective).get(language))], canvas.width))
    yield Drawn()
    rows = [[head.get(language) for head in _HEADS]]
    rows += [_row(setting, language) for setting in effective.settings]
    yield _table(rows, min(canvas.width, _WIDEST))
    yield Drawn()
    used = Text(
        f"使用 {effective.used} 条规则，共有 {effective.offered} 条",
        f"{effective.used} of {effective.offered} rules are used",
    )
    yield Drawn(block([used.get(language)], canvas.width), styles.DIM)


def _files(effective: Effective) -> Text:
    """Say which files count."""
    if not effective.files:
        return Text("没有设置文件", "no settings file")
    first, *rest = (_near(file) for file in effective.files)
    zh = f"设置文件 {first}" + (f"，以 {'、'.join(rest)} 为基础" if rest else "")
    en = f"settings file {first}" + (f", which extends {', '.join(rest)}" if rest else "")
    return Text(zh, en)


def _near(path: str) -> str:
    """Return a path as seen from the working directory where that is shorter."""
    near = os.path.relpath(path)
    return near if len(near) < len(path) else path


def _row(setting: Setting, language: Language) -> list[str]:
    return [harmless(clipped(word)) for word in _words(setting, language)]


def _words(setting: Setting, language: Language) -> tuple[str, str, str]:
    value, source = setting.value, setting.source
    # A folder or plug-in is its own key, so that it can be added.
    first, _, rest = setting.key.partition(".")
    key = first if rest == value else setting.key
    if isinstance(value, (list, tuple)):
        said = ", ".join(value) or _EMPTY.get(setting.key, _NONE).get(language)
    else:
        said = str(value)
    if source == "file" and setting.layer:
        return key, said, f"{_near(setting.layer.file)}:{setting.line or '?'}"
    return key, said, _SOURCES[source].get(language)


def _table(rows: list[list[str]], width: int) -> Table:
    """Return the rows; keys get what they need, values and sources share the rest."""
    needed = [widest(column) for column in zip(*rows, strict=True)]
    key = min(needed[0], width // 3)
    rest = width - key - 2 * _GAP
    source = min(needed[2], max(rest // 2, rest - needed[1]))
    value = min(needed[1], rest - source)
    table = Table.grid(padding=0)
    for each in (key + _GAP, value + _GAP, source):
        table.add_column(width=each, overflow="fold")
    for number, row in enumerate(rows):
        style = "" if number else styles.DIM
        cells = zip(row, (key, value, source), strict=True)
        table.add_row(*(stack([(word, style)], columns) for word, columns in cells))
    return table
