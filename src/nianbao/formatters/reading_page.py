"""How is the reading of a document drawn on a terminal?"""

from collections.abc import Iterator, Sequence

from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.characters import harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.paragraphs import Paragraph, beside
from nianbao.formatters.reading_facts import facts
from nianbao.formatters.reading_fields import (
    Manner,
    heading_paragraphs,
    ignored_paragraphs,
)
from nianbao.formatters.reading_lines import position
from nianbao.formatters.reading_table import table_blocks
from nianbao.formatters.stacks import widest
from nianbao.formatters.wrap import block
from nianbao.model.reading import Reading, TableRead
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas

_WIDEST = 120
_GAP = 2
_HEADINGS = Text("部分标题", "Headings of the parts")
_IGNORED = Text("没有采用的", "Not taken")
_NO_REPORT = Text(
    "没有认出年度报告的任何部分标题和表格",
    "no heading and no table of an annual report was met",
)


def draw_reading(reading: Reading, canvas: Canvas, *, in_full: bool) -> str:
    """Return a reading as text for a terminal."""
    canvas = usable(canvas)
    width = min(canvas.width, _WIDEST)
    manner = Manner(canvas.language, in_full, reading.report.blank)
    return text_of(_page(reading, manner, width), canvas)


def _page(reading: Reading, manner: Manner, width: int) -> Iterator[Drawn]:
    language = manner.language
    yield Drawn(block([harmless(reading.path)], width), styles.STRONG)
    yield from _fields(
        [(field.name, [Paragraph(field.said)]) for field in facts(reading, language)],
        language,
        width,
    )
    if not reading.report.is_annual_report:
        yield Drawn(block([_NO_REPORT.get(language)], width), styles.WARNING)
    yield from _section(_HEADINGS, heading_paragraphs(reading.headings, manner), language, width)
    for table in reading.tables:
        yield from _table(table, manner, width)
    for name in reading.absent:
        yield Drawn()
        yield Drawn(Text(f"{name} 没有读到", f"{name} was not met").get(language), styles.WARNING)
    yield from _section(_IGNORED, ignored_paragraphs(reading.ignored, manner), language, width)


def _section(
    head: Text, paragraphs: Sequence[Paragraph], language: Language, width: int
) -> Iterator[Drawn]:
    if paragraphs:
        yield Drawn()
        yield Drawn(block([head.get(language)], width), styles.STRONG)
        yield beside(Drawn(), paragraphs, _GAP, width)


def _table(table: TableRead, manner: Manner, width: int) -> Iterator[Drawn]:
    """Yield the title of a table, how it was put together, and its fields."""
    form = table.form
    yield Drawn()
    yield Drawn(block([f"{form.name}  {form.title}"], width), styles.STRONG)
    yield beside(Drawn(), [Paragraph(_origin(table, manner.language), styles.DIM)], _GAP, width)
    fields = [(each.name, each.paragraphs) for each in table_blocks(table, manner)]
    yield from _fields(fields, manner.language, width, _GAP)


def _origin(table: TableRead, language: Language) -> str:
    edition = table.form.edition
    where = position(table.span)
    zh, en = f"{where}按{edition}年版的格式读", f"{where}read by the {edition} form"
    if table.sources:
        zh += f"，来自 {table.sources} 个表格的 {table.height} 行"
        en += f"; tables: {table.sources}, their rows: {table.height}"
    return Text(zh, en).get(language)


def _fields(
    fields: Sequence[tuple[Text, Sequence[Paragraph]]],
    language: Language,
    width: int,
    margin: int = 0,
) -> Iterator[Drawn]:
    """Yield fields one below the other, their names in front."""
    indent = margin + widest(name.get(language) for name, _ in fields) + _GAP
    for name, paragraphs in fields:
        lead = Drawn(" " * margin).append(name.get(language), styles.DIM)
        yield beside(lead, paragraphs, indent, width)
