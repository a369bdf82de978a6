"""Where do paragraphs of a page mark the cells of a table by upright strokes?"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from nianbao.model.labels import simplified
from nianbao.readers import pipes
from nianbao.readers.glossary import terms_of
from nianbao.readers.headings import is_heading
from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE

_NO_STROKES = str.maketrans("|｜", "  ")
# A menu has strokes too.
_FEWEST_LABELS = 4
_MARKS = (TABLE, END, ROW, CELL)


def without_strokes(text: str) -> str:
    """Return a text with spaces instead of strokes, at the same length."""
    return text.translate(_NO_STROKES)


def with_cells(body: str) -> str:
    """Return a stream with marks in the place of strokes that part the cells of a table.

    A stream without such tables is returned as it is; from another, all strokes are gone.
    """
    lines = body.split(BREAK)
    shown = ["" if any(mark in line for mark in _MARKS) else line for line in lines]
    parts: list[str] = []
    at = 0
    for first, stop in _tables(shown):
        parts.extend(line + BREAK for line in lines[at:first])
        parts.append(_table(lines[first:stop]) + BREAK)
        at = stop
    return without_strokes("".join((*parts, BREAK.join(lines[at:])))) if parts else body


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    for first, stop in pipes.stretches(lines, lambda line: is_heading(simplified(line))):
        if pipes.is_regular(lines[first:stop]) and _labels(lines[first:stop]) >= _FEWEST_LABELS:
            yield first, stop


def _labels(lines: Sequence[str]) -> int:
    return sum(bool(terms_of(cell.text)) for row in _rows(lines) for cell in row)


def _rows(lines: Sequence[str]) -> Iterator[Sequence[pipes.Cell]]:
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return pipes.rows_of(list(zip(lines, starts, strict=False)))


def _table(lines: Sequence[str]) -> str:
    rows = (ROW + "".join(CELL + cell.text for cell in row) for row in _rows(lines))
    return "".join((TABLE, *rows, END))
