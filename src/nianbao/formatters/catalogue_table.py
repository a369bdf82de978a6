"""What does the table of all rules look like?"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.catalogue_words import CONFIDENCES, FAMILIES, family, severities
from nianbao.formatters.characters import harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.stacks import Styled, stack, widest
from nianbao.formatters.wording import SEVERITIES
from nianbao.formatters.wrap import block
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Rule

_WIDEST = 120
_GAP = 2
_LONGEST_CODE = 12
# A title on fewer columns than this goes below its code instead.
_SHORTEST_TITLE = 24
_HEADS = (
    Text("编号", "code"),
    Text("级别", "severity"),
    Text("把握", "confidence"),
    Text("标题", "title"),
    Text("名称", "name"),
)
_ORDER = {letters: number for number, letters in enumerate(FAMILIES)}


class _Widths(Record):
    """The widths of the columns."""

    code: int
    severity: int
    confidence: int
    title: int
    name: int


def draw_table(rules: Sequence[Rule], canvas: Canvas) -> str:
    """Return a table of the rules as text for a terminal."""
    canvas = usable(canvas)
    ordered = sorted(rules, key=lambda rule: (_rank(rule), rule.family, rule.code))
    drawn = _drawn(ordered, canvas) if ordered else _nothing(canvas.language)
    return text_of(drawn, canvas)


def _rank(rule: Rule) -> int:
    """Return the place of the family of a rule; families of others come last."""
    return _ORDER.get(rule.family, len(_ORDER))


def _nothing(language: Language) -> Iterator[Drawn]:
    yield Drawn(Text("没有规则", "no rules").get(language))


def _drawn(rules: Sequence[Rule], canvas: Canvas) -> Iterator[RenderableType]:
    """Yield the header, the families and the closing line."""
    widths = _widths(rules, canvas)
    if widths:
        yield from _header(widths, canvas)
    for letters, members in groupby(rules, key=lambda rule: rule.family):
        yield Drawn(block([family(letters, canvas.language)], canvas.width), styles.STRONG)
        rows = list(members)
        yield _wide(rows, widths, canvas.language) if widths else _narrow(rows, canvas)
        yield Drawn()
    yield Drawn(block([_closing(rules, canvas.language)], canvas.width), styles.DIM)


def _widths(rules: Sequence[Rule], canvas: Canvas) -> _Widths | None:
    """Give each column what it needs and the titles the rest, or None where too little is left."""
    language = canvas.language
    heads = [head.get(language) for head in _HEADS]
    code = min(widest([heads[0], *(harmless(rule.code) for rule in rules)]), _LONGEST_CODE)
    severity = widest([heads[1], *(text.get(language) for text in SEVERITIES.values())])
    confidence = widest([heads[2], *(text.get(language) for text in CONFIDENCES.values())])
    name = widest([heads[4], *(harmless(rule.name) for rule in rules)])
    taken = code + severity + confidence + name + _GAP * (len(heads) - 1)
    title = widest([heads[3], *(_title(rule, language) for rule in rules)])
    rest = min(canvas.width, _WIDEST) - taken
    if rest < min(title, _SHORTEST_TITLE):
        return None
    return _Widths(code, severity, confidence, min(title, rest), name)


def _header(widths: _Widths, canvas: Canvas) -> Iterator[RenderableType]:
    table = _grid(widths)
    table.add_row(*(Drawn(head.get(canvas.language), styles.DIM) for head in _HEADS))
    yield table
    # A plain output may go to any font.
    line = "─" if canvas.colour else "-"
    yield Drawn(line * (sum(widths) + _GAP * (len(widths) - 1)), styles.DIM)


def _wide(rules: Sequence[Rule], widths: _Widths, language: Language) -> Table:
    table = _grid(widths)
    for rule in rules:
        table.add_row(
            stack([(harmless(rule.code), "")], widths.code),
            _severity(rule, language),
            Drawn(CONFIDENCES[rule.confidence].get(language)),
            stack([(_title(rule, language), "")], widths.title),
            stack([(harmless(rule.name), styles.DIM)], widths.name),
        )
    return table


def _narrow(rules: Sequence[Rule], canvas: Canvas) -> Table:
    language = canvas.language
    severity = widest(text.get(language) for text in SEVERITIES.values())
    width = canvas.width - severity - _GAP
    table = _grid((severity, width))
    for rule in rules:
        table.add_row(_severity(rule, language), stack(_lines(rule, language), width))
    return table


def _lines(rule: Rule, language: Language) -> list[Styled]:
    confidence = CONFIDENCES[rule.confidence].get(language)
    return [
        (harmless(f"{rule.code}  {confidence}"), ""),
        (_title(rule, language), ""),
        (harmless(rule.name), styles.DIM),
    ]


def _grid(widths: Sequence[int]) -> Table:
    """Return a table without lines, its columns a gap apart."""
    table = Table.grid(padding=0)
    for number, width in enumerate(widths, start=1):
        gap = _GAP if number < len(widths) else 0
        table.add_column(width=width + gap, overflow="fold")
    return table


def _severity(rule: Rule, language: Language) -> Drawn:
    words = ((SEVERITIES[one].get(language), styles.SEVERITIES[one]) for one in severities(rule))
    return Drawn("\n").join(Drawn(word, style) for word, style in words)


def _title(rule: Rule, language: Language) -> str:
    return harmless(rule.texts().title.get(language))


def _closing(rules: Sequence[Rule], language: Language) -> str:
    total, code = len(rules), harmless(rules[0].code)
    zh = f"共 {total} 条规则；nianbao explain {code} 显示一条规则的全文和例子"
    many = "rule" if total == 1 else "rules"
    return Text(zh, f"{total} {many}; nianbao explain {code} shows one in full").get(language)
