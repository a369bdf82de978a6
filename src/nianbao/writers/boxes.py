"""What stands in one place of a printed table?"""

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from nianbao.model.record import Record


class Box(Record):
    """One cell of a printed table.

    Attributes:
        text: what it says.
        kind: a value, a note, or the header of a column, a row or a block of rows.
        width, height: how many columns and lines of the grid it takes.
        name: what headers are called by, or ``""`` where nothing calls them.
        headers: the names of those that a value stands under, where its place does not tell.
    """

    text: str
    kind: Literal["value", "note", "col", "row", "rowgroup"]
    width: int = 1
    height: int = 1
    name: str = ""
    headers: tuple[str, ...] = ()


Line = list[Box]


class Grid(Record):
    """A table as it is printed: the lines of its head, and of each of its bodies."""

    head: list[Line]
    bodies: list[list[Line]]

    @property
    def lines(self) -> list[Line]:
        """All lines, from top to bottom."""
        return [*self.head, *(line for body in self.bodies for line in body)]


class Head(Record):
    """The header of one column: its words, and those of the headers over it, the widest first."""

    text: str
    over: tuple[str, ...] = ()


def head_lines(heads: Sequence[Head]) -> list[Line]:
    """Return the lines of a head in which headers reach over their columns."""
    depth = 1 + max(len(head.over) for head in heads)
    return [_head_line(heads, level, depth) for level in range(depth)]


def _head_line(heads: Sequence[Head], level: int, depth: int) -> Line:
    """Return what begins on one level: headers over several columns, and of single columns."""
    line = []
    for over, members in groupby(heads, key=lambda head: head.over[: level + 1]):
        columns = list(members)
        if len(over) > level:
            line.append(Box(over[level], "col", width=len(columns)))
        elif len(over) == level:
            line += [Box(head.text, "col", height=depth - level) for head in columns]
    return line
