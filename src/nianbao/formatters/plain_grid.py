"""How do lines and columns look that need no colour and no breaking?

To load rich and have it draw a few rows takes as long as to look at a hundred documents again.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from nianbao.model.record import Record
from nianbao.protocols import Canvas

_GAP = 2


class Line(Record):
    """A line of text, and its style."""

    text: str
    style: str = ""


class Grid(Record):
    """Rows of words below their heads: the first column is set left, the others are set right."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def widths(self) -> list[int]:
        """The width of each column."""
        return [max(map(cell_len, column)) for column in zip(self.heads, *self.rows, strict=True)]


def text_of(parts: Iterable[Line | Grid], canvas: Canvas) -> str:
    """Return lines and grids as text for a terminal."""
    known = list(parts)
    if canvas.colour or any(_is_wide(each, canvas) for each in known):
        from nianbao.formatters.drawn_grid import drawn  # noqa: PLC0415  # it loads rich

        return drawn(known, canvas)
    lines = [line for each in known for line in _lines(each)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _is_wide(part: Line | Grid, canvas: Canvas) -> bool:
    return isinstance(part, Grid) and sum(part.widths) + _GAP * len(part.heads) > canvas.width


def _lines(part: Line | Grid) -> list[str]:
    if isinstance(part, Line):
        return [part.text]
    return [_row(row, part.widths) for row in (part.heads, *part.rows)]


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    spaces = [" " * (width - cell_len(word)) for word, width in zip(row, widths, strict=True)]
    first, *rest = zip(row, spaces, strict=True)
    return (" " * _GAP).join(("".join(first), *(f"{space}{word}" for word, space in rest)))
