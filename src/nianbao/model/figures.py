"""Which numbers stand in the cells, once blanks are counted?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter

from nianbao.model.cell import Cell
from nianbao.model.edition import Form, Row
from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.model.text import Text

_BLANKS = Text("（空白按0计）", " (blanks count as 0)")
_STANDING = Text("（空白的总计按各项之和计）", " (a blank total stands for the sum of its parts)")

_value = attrgetter("value")

Rows = Mapping[str, tuple[Cell, ...]]


class Figures(Record):
    """The cells of a report as numbers.

    Attributes:
        numbers: the number of each cell that has one, by pointer.
        blanks: the pointers of blank and placeholder cells that count as 0.
        standing: blank totals that stand for the sum of their parts, with that sum.
    """

    numbers: dict[str, Number]
    blanks: set[str]
    standing: dict[str, Number]

    def notes_on(self, pointers: Iterable[str]) -> tuple[Text, ...]:
        """Return what must be said of blank cells among the operands of a sum."""
        operands = set(pointers)
        notes = (
            (_BLANKS, not self.blanks.isdisjoint(operands)),
            (_STANDING, not self.standing.keys().isdisjoint(operands)),
        )
        return tuple(note for note, applies in notes if applies)


def figures_of(tables: Iterable[tuple[Form, Rows, bool]], *, blanks_are_zero: bool) -> Figures:
    """Return the numbers of the cells of tables: the form, the rows met, whether all are sound.

    A blank or a placeholder counts as 0, or has no number where blanks are strict. A blank total
    stands for the sum of its parts while that is more than 0.
    """
    figures = Figures({}, set(), {})
    for form, rows, is_sound in tables:
        if is_sound:
            figures.numbers.update(_sound_numbers(form, rows))
            continue
        empty = [
            pointer
            for row in form.rows
            for pointer in _take(figures, row, rows.get(row.pointer, ()))
        ]
        if empty:
            # In their order: a finding may name every cell that differs.
            _stand_in(figures, form, dict.fromkeys(empty), blanks_are_zero=blanks_are_zero)
    return figures


def _sound_numbers(form: Form, rows: Rows) -> Iterable[tuple[str, Number]]:
    """Return the numbers of a table all of whose cells have one, without a loop in Python."""
    met = [form.by_pointer[pointer].cells for pointer in rows if pointer in form.by_pointer]
    cells = [rows[pointer] for pointer in rows if pointer in form.by_pointer]
    return zip(chain.from_iterable(met), map(_value, chain.from_iterable(cells)), strict=True)


def _take(figures: Figures, row: Row, cells: tuple[Cell, ...]) -> Iterator[str]:
    """Take the numbers of a row and yield the pointers of its empty cells."""
    for pointer, cell in zip(row.cells, cells, strict=False):
        if cell.value is not None:
            figures.numbers[pointer] = cell.value
        elif cell.is_empty:
            yield pointer


def _stand_in(
    figures: Figures, form: Form, empty: Collection[str], *, blanks_are_zero: bool
) -> None:
    plain = [pointer for pointer in empty if pointer not in form.totals]
    if blanks_are_zero:
        figures.blanks.update(plain)
        figures.numbers.update(dict.fromkeys(plain, 0))
    # The corner comes last: its row's totals may themselves stand for their parts.
    for pointer, ways in form.totals.items():
        if pointer in empty:
            _stand_for(figures, pointer, ways[0].parts, blanks_are_zero=blanks_are_zero)


def _stand_for(
    figures: Figures, pointer: str, parts: tuple[str, ...], *, blanks_are_zero: bool
) -> None:
    known = [figures.numbers[part] for part in parts if part in figures.numbers]
    total = sum(known)
    whole = len(known) == len(parts)
    if total > 0:
        figures.standing[pointer] = total
        if whole:
            figures.numbers[pointer] = total
    elif blanks_are_zero and whole:
        figures.blanks.add(pointer)
        figures.numbers[pointer] = 0
