"""What does the table of one document's findings look like?"""

from collections.abc import Iterable, Iterator, Sequence

from rich.box import Box
from rich.table import Table
from rich.text import Text as Drawn

from nianbao.formatters import styles, wording
from nianbao.formatters.rows import Row
from nianbao.formatters.stacks import Styled, stack, widest
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Finding

_WIDEST = 120
_NARROW = 72
_GAP = 2
_LONGEST_CODE = 12


class _Widths(Record):
    """The widths of the columns."""

    severity: int
    place: int
    what: int
    rule: int


def findings_table(rows: Sequence[Row], canvas: Canvas) -> Table:
    """Return the table of the rows: four columns, or two where the canvas is narrow."""
    return _narrow(rows, canvas) if canvas.width < _NARROW else _wide(rows, canvas)


def _wide(rows: Sequence[Row], canvas: Canvas) -> Table:
    language = canvas.language
    widths = _widths(rows, canvas)
    table = Table(box=_rule(canvas), show_edge=False, padding=0)
    for head, width in zip(wording.HEADS, widths, strict=True):
        title = Drawn(head.get(language))
        # The box draws one column of the gap.
        size = width + _GAP - 1 if head is not wording.HEADS[-1] else width
        table.add_column(title, width=size, header_style=styles.DIM, overflow="fold")
    for row in rows:
        finding = row.finding
        table.add_row(
            _severity(finding, language),
            stack(_place(finding, language), widths.place),
            stack(_what(row, language), widths.what),
            stack([(wording.code(finding), "")], widths.rule),
        )
    return table


def _narrow(rows: Sequence[Row], canvas: Canvas) -> Table:
    language = canvas.language
    severity = _severity_width(rows, language)
    width = max(canvas.width - severity - _GAP, _GAP)
    table = Table.grid(padding=0)
    table.add_column(width=severity + _GAP, overflow="fold")
    table.add_column(width=width, overflow="fold")
    for row in rows:
        finding = row.finding
        head = f"{wording.code(finding)}  {wording.position(finding.place)}".rstrip()
        label = wording.label(finding.place, language)
        paragraphs = [(head, styles.DIM), (label, ""), *_what(row, language)]
        table.add_row(_severity(finding, language), stack(paragraphs, width))
    return table


def _rule(canvas: Canvas) -> Box:
    """Return a box of one line below the header; a plain output may go to any font."""
    line = "──" if canvas.colour else "--"
    return Box("    \n" * 2 + f" {line} \n" + "    \n" * 5)


def _widths(rows: Sequence[Row], canvas: Canvas) -> _Widths:
    """Give each column what it needs, and the sentences the rest."""
    language = canvas.language
    severity = _severity_width(rows, language)
    rule = min(widest([wording.HEADS[3].get(language), *_codes(rows)]), _LONGEST_CODE)
    rest = min(canvas.width, _WIDEST) - severity - rule - 3 * _GAP
    places = (words for row in rows for words, _ in _place(row.finding, language))
    place = min(widest(places), rest * 2 // 5)
    said = (words for row in rows for words, _ in _what(row, language))
    return _Widths(severity, place, min(widest(said), rest - place), rule)


def _severity_width(rows: Iterable[Row], language: Language) -> int:
    states = (wording.STATES[row.finding.state] for row in rows)
    words = (wording.HEADS[0], *wording.SEVERITIES.values(), *states)
    return widest(text.get(language) for text in words)


def _codes(rows: Iterable[Row]) -> Iterator[str]:
    return (wording.code(row.finding) for row in rows)


def _severity(finding: Finding, language: Language) -> Drawn:
    words = wording.SEVERITIES[finding.severity].get(language)
    drawn = Drawn(words, styles.SEVERITIES[finding.severity])
    state = wording.STATES[finding.state].get(language)
    return drawn.append(f"\n{state}", styles.DIM) if state else drawn


def _place(finding: Finding, language: Language) -> list[Styled]:
    position = wording.position(finding.place)
    return [
        (wording.label(finding.place, language), ""),
        *([(position, styles.DIM)] if position else []),
    ]


def _what(row: Row, language: Language) -> list[Styled]:
    """Return the sentence, what stands beside it and, once for each rule, what to do and is cut."""
    finding = row.finding
    related = wording.related(finding, language)
    return [
        (wording.message(finding, language), ""),
        *([(related, styles.DIM)] if related else []),
        *((words, styles.DIM) for words in wording.passage_lines(finding, language)),
        *([(wording.fix(finding, language), styles.DIM)] if row.first else []),
        *([(wording.cut(row.cut, language), styles.WARNING)] if row.cut else []),
    ]
