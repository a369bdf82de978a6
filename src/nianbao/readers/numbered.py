"""Which cells of a table only number its rows?"""

import re
from collections.abc import Iterator, Sequence

from nianbao.model.labels import normalised
from nianbao.readers.taken import Texts, is_figure

# What stands above such cells.
_HEADERS = frozenset({"序号", "编号", "行次", "项次", "序"})
_NUMBER = r"[（(]?(?:\d+|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[.、．]?"
# What such a number ends with, beside a digit: few labels do, and the pattern is slow to compile.
_LAST = frozenset("一二三四五六七八九十)）.、．")
# One row may begin with a number that lost its words; a column numbers many.
_FEWEST = 2
# Before the words of a row stand so many numbers at most: 序号, 行次 and a group's own.
_MOST = 3


def numbers_in(rows: Sequence[Texts], labels: frozenset[str]) -> set[tuple[int, int]]:
    """Return the cells with numbers of rows and with the headers above them: row and index.

    Args:
        rows: the texts of the rows of a table.
        labels: the labels of the rows of the form.
    """
    found = [(number, index) for number, cells in enumerate(rows) for index in _leading(cells)]
    named = {number for number, index in found if _names(rows[number], index, labels)}
    return set(found) if len(named) >= _FEWEST else set()


def _leading(cells: Texts) -> Iterator[int]:
    """Yield the cells before the words of a row that hold a number, or the header of numbers."""
    for index, cell in enumerate(cells[:_MOST]):
        is_number = _is_number(cell) and _is_label(_following(cells, index))
        if is_number or normalised(cell) in _HEADERS:
            yield index
        elif cell:
            return


def _names(cells: Texts, index: int, labels: frozenset[str]) -> bool:
    return normalised(_following(cells, index)) in labels


def _following(cells: Texts, index: int) -> str:
    """Return the first words behind a cell, past further numbers."""
    behind = (cell for cell in cells[index + 1 :] if cell and not _is_number(cell))
    return next(behind, "")


def _is_number(cell: str) -> bool:
    last = cell[-1:]
    return (last in _LAST or last.isdigit()) and re.fullmatch(_NUMBER, cell) is not None


def _is_label(text: str) -> bool:
    return len(normalised(text)) > 1 and not is_figure(text)
