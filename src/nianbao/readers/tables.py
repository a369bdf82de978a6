"""Which stretches of a stream are tables of data, and which are text?"""

from collections.abc import Iterator
from typing import NamedTuple

from nianbao.readers.stream import BREAK, CELL, END, ROW, TABLE

# A cell with more than this many characters is a layout's, not a form's.
_LONGEST_CELL = 200
_EDGE_SPACE = " \t\n\r\f\v\u00a0\u3000\u200b\ufeff"


class RawRow(NamedTuple):
    """One row of a table as it stands.

    Attributes:
        offset: where its text begins.
        pieces: its text cut at the marks of cells; the first piece belongs to no cell.
        cells: the texts of its cells without spaces around them.
    """

    offset: int
    pieces: tuple[str, ...]
    cells: tuple[str, ...]

    def stretch(self, index: int) -> tuple[int, int]:
        """Return the stretch that the text of a cell takes; of an empty one, behind its mark."""
        start = self.offset + sum(map(len, self.pieces[: index + 1])) + index + 1
        piece = self.pieces[index + 1]
        text = piece.strip(_EDGE_SPACE)
        start += piece.index(text) if text else 0
        return start, start + len(text)


class RawTable(NamedTuple):
    """One innermost table: where it stands and its rows."""

    start: int
    stop: int
    rows: tuple[RawRow, ...]

    @property
    def is_layout(self) -> bool:
        """Tell whether it only lays out text: a long cell, or no row of several cells."""
        if all(len(row.cells) <= 1 for row in self.rows):
            return True
        return any(len(cell) > _LONGEST_CELL for row in self.rows for cell in row.cells)


def raw_tables(body: str) -> list[RawTable]:
    """Return the innermost tables of a stream, in order."""
    return [RawTable(start, stop, _rows(body, start, stop)) for start, stop in _innermost(body)]


def _innermost(body: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (stop := body.find(END, at)) >= 0:
        opened = body.rfind(TABLE, at, stop)
        if opened >= 0:
            yield opened + 1, stop
        at = stop + 1


def _rows(body: str, start: int, stop: int) -> tuple[RawRow, ...]:
    text = body[start:stop].replace(BREAK, "\n")
    # Stripping by a set of characters is slow, and few documents hold these two.
    edge = _EDGE_SPACE if "\u200b" in text or "\ufeff" in text else None
    rows: list[RawRow] = []
    offset = start
    for chunk in text.split(ROW):
        pieces = tuple(chunk.split(CELL))
        if len(pieces) > 1:
            rows.append(RawRow(offset, pieces, tuple([piece.strip(edge) for piece in pieces[1:]])))
        offset += len(chunk) + 1
    return tuple(rows)


def prose_of(body: str, tables: list[RawTable]) -> str:
    """Return the stream with the given tables blanked and other marks made breaks.

    The length stays, so an offset means the same in both.
    """
    parts: list[str] = []
    at = 0
    for table in tables:
        parts.append(body[at : table.start])
        # One break at each end: a break for each character would be as many empty lines.
        parts.append(BREAK + " " * (table.stop - table.start - 2) + BREAK)
        at = table.stop
    parts.append(body[at:])
    prose = "".join(parts)
    for mark in (TABLE, END, ROW, CELL):
        prose = prose.replace(mark, BREAK)
    return prose
