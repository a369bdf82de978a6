"""Where in a crawled text do cells, rows and tables begin?"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from nianbao.model.labels import simplified
from nianbao.readers import pipes, tab_rows
from nianbao.readers.broken_labels import with_whole_labels
from nianbao.readers.headings import is_heading
from nianbao.readers.rowing import starts_of
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE

_LINE_END = re.compile(r"\r\n|\n|\r")
_STROKE_ALONE = re.compile(r"[|｜][^\S\n]*(?:\n|\Z)")
# A line that goes on with a cell holds a few words and no sentence.
_SENTENCE = re.compile("[。；！？]")
_LONGEST_REMAINDER = 20
# So many cells that all stand apart are those of a table, one a line.
_FEWEST_APART = 12


class Piece(NamedTuple):
    """A piece of the stream: text with marks, and where its cell begins in the source, or -1."""

    text: str
    cell: int = -1


class Line(NamedTuple):
    """A line and where it begins."""

    text: str
    start: int


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the text with marks where TABs or strokes tell its cells."""
    lines = _lines(text)
    at = 0
    for first, stop in _with_strokes([line.text for line in lines]):
        yield from _without_strokes(lines[at:first])
        stretch = lines[first:stop]
        yield from _by_strokes(text, stretch)
        at = stop
    yield from _without_strokes(lines[at:])


def _by_strokes(text: str, lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield a table of strokes by its lines; where they bound single cells, by its labels."""
    is_regular = pipes.is_regular([line.text for line in lines])
    rows = with_whole_labels(pipes.rows_of(lines)) if is_regular else []
    has_rows = any(len(row) > 1 for row in rows)
    yield from _by_rows(rows) if has_rows else _by_labels(text, lines)


def _without_strokes(lines: Sequence[Line]) -> Iterator[Piece]:
    at = 0
    for first, stop in tab_rows.stretches([line.text for line in lines], _is_heading):
        yield from _by_tabs(lines[at:first])
        yield from _by_parting_tabs(lines[first:stop])
        at = stop
    yield from _by_tabs(lines[at:])


def _by_parting_tabs(lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield rows of one line each, whose cells a TAB parts."""
    yield Piece(TABLE)
    for line in lines:
        start = line.start
        for order, cell in enumerate(line.text.split("\t") if line.text.strip() else ()):
            yield Piece((ROW if not order else "") + CELL + pipes.shown(cell), start)
            start += len(cell) + 1
    yield Piece(END)


def _lines(text: str) -> list[Line]:
    ends = [*_LINE_END.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    return [Line(text[start:stop], start) for start, stop in zip(starts, stops, strict=True)]


def _with_strokes(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of strokes, each with the cell that its first stroke ends."""
    if not any("|" in line or "｜" in line for line in lines):
        return
    at = 0
    for first, stop in pipes.stretches(lines, _is_heading):
        begin = first
        if not pipes.is_regular(lines[first:stop]) and not pipes.shown(lines[first]).strip():
            earlier = [number for number in range(at, first) if lines[number].strip()]
            begin = earlier[-1] if earlier and _is_cell(lines[earlier[-1]]) else first
        yield begin, stop
        at = stop


def _is_cell(line: str) -> bool:
    return len(line.strip()) <= _LONGEST_REMAINDER * 2 and not _is_heading(line)


def _is_heading(line: str) -> bool:
    return is_heading(simplified(line))


def _by_rows(rows: Sequence[Sequence[pipes.Cell]]) -> Iterator[Piece]:
    """Yield rows of one line each."""
    yield Piece(TABLE)
    for row in rows:
        for order, cell in enumerate(row):
            yield Piece((ROW if not order else "") + CELL + cell.text, cell.start)
    yield Piece(END)


def _by_labels(text: str, lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield cells between strokes where labels alone tell how rows begin."""
    first, last = lines[0].start, lines[-1].start + len(lines[-1].text)
    cells = pipes.cells_of(text[first:last], first)
    # Behind the last stroke no cell begins.
    if cells and not cells[-1].text.strip():
        cells = cells[:-1]
    if pipes.is_by_rows([line.text for line in lines]):
        # What stands between the strokes at the end of a row and the start of the next is no cell.
        cells = [cell for cell in cells if not _is_between_rows(text, cell)]
    starts = {start.at: start.new_table for start in starts_of([cell.text for cell in cells])}
    yield Piece(TABLE)
    for index, cell in enumerate(cells):
        table = END + TABLE if index and starts.get(index) else ""
        yield Piece(table + (ROW if index in starts else "") + CELL + cell.text, cell.start)
    yield Piece(END)


def _is_between_rows(text: str, cell: pipes.Cell) -> bool:
    """Tell whether a line ends between two strokes; before a stroke alone it ends in a cell."""
    if cell.text.strip() or "\n" not in cell.text:
        return False
    return _STROKE_ALONE.match(text, cell.start + len(cell.text)) is None


def _by_tabs(lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield the lines with marks where TAB-led lines stand together."""
    if _are_apart(lines):
        yield from (Piece(pipes.shown(line.text) + BREAK) for line in lines)
        return
    in_table = new_row = False
    for index, (line, start) in enumerate(lines):
        if line.startswith("\t"):
            mark = TABLE if not in_table else ""
            mark += ROW if not in_table or new_row else ""
            yield Piece(mark + CELL + pipes.shown(line[1:]), start + 1)
            in_table, new_row = True, False
        elif in_table and not line.strip():
            new_row = True
        elif in_table and _goes_on(lines, index):
            yield Piece("\n" + pipes.shown(line))
            new_row = False
        else:
            yield Piece((END if in_table else "") + pipes.shown(line) + BREAK)
            in_table = new_row = False
    if in_table:
        yield Piece(END)


def _are_apart(lines: Sequence[Line]) -> bool:
    """Tell whether no TAB-led line follows another: then blank lines do not tell rows."""
    led = [at for at, line in enumerate(lines) if line.text.startswith("\t")]
    return len(led) >= _FEWEST_APART and all(after - before > 1 for before, after in pairwise(led))


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line without a TAB is the rest of the cell before it.

    A break inside a cell leaves the rest of its words on a line of its own; the next cell of the
    row follows at once.
    """
    line = lines[index].text.strip()
    if _is_heading(line) or _SENTENCE.search(line) or len(line) > _LONGEST_REMAINDER:
        return False
    earlier = (lines[at].text.strip() for at in range(index - 1, -1, -1))
    later = (lines[at].text for at in range(index + 1, len(lines)))
    before = next((text for text in earlier if text), "")
    following = next((text for text in later if text.strip()), "")
    return following.startswith("\t") and not before[-1:].isdigit()
