"""How do the labels of a table lay out its rows?

The figures play no part in it, so a layout is made once for all tables whose labels stand alike:
most reports of a year come out of a few templates.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from nianbao.model.edition import Form, Row
from nianbao.model.record import Record
from nianbao.readers.headers import bind_headers
from nianbao.readers.labelled import take_labelled
from nianbao.readers.line import take_line
from nianbao.readers.recognition import Shapes, form_of, rows_of
from nianbao.readers.tables import cells_in
from nianbao.readers.taken import Extra, Met, Nameless, Placed


class Layout(Record):
    """What the labels of a table say.

    Attributes:
        form: the form it was laid out by.
        rows: the rows of the form, in the order met.
        stretches: where the values of each of them stand among all cells of the raw tables.
        line: of a form of one line, the row whose number of cells does not fit it, or None.
        extra: the other rows that hold anything.
        nameless: rows of values whose label is gone, each where one row of the form is missing.
        other_rows: rows that only the other edition has, by pointer.
        labels, foreign, misplaced: as :class:`nianbao.model.report.Table` has them.
        refused: rows whose values stand below headers in another order than the form's.
        headers: where the header cell of each column stands: the number of its row, its index.
    """

    form: Form
    rows: tuple[Placed, ...]
    stretches: tuple[tuple[int, int], ...]
    line: tuple[int, int] | None
    extra: tuple[Extra, ...]
    nameless: tuple[Nameless, ...]
    other_rows: dict[str, Row]
    labels: dict[str, str]
    foreign: dict[str, str]
    misplaced: tuple[str, ...]
    refused: frozenset[str]
    headers: dict[str, Met]


@lru_cache(maxsize=128)
def layout_of(edition: str, key: str, shapes: Shapes) -> Layout:
    """Return the layout of a table.

    Args:
        edition: the key of the form's edition.
        key: the key of its table.
        shapes: the shapes of the raw tables that hold its rows.
    """
    rows = rows_of(shapes)
    form = form_of(edition, key)
    taken = take_line(form, rows) if form.one_line else take_labelled(form, rows)
    headers = bind_headers(form, rows, taken.below, taken.pending)
    return Layout(
        form,
        tuple(taken.rows),
        tuple(_stretches(taken.rows, shapes)),
        taken.line,
        tuple(taken.extra),
        tuple(taken.nameless),
        taken.other_rows,
        {**taken.foreign, **headers.labels, **taken.labels},
        {**taken.foreign, **headers.foreign},
        tuple(headers.misplaced),
        frozenset(headers.refused),
        {**headers.met, **taken.marks},
    )


def _stretches(placed: Iterable[Placed], shapes: Shapes) -> Iterator[tuple[int, int]]:
    """Yield where the values of rows stand among all cells of the raw tables."""
    starts: list[int] = []
    count = 0
    for shape, numbers in shapes:
        for number, cells in enumerate(cells_in(shape)):
            if numbers is None or number in numbers:
                starts.append(count)
            count += len(cells)
    for each in placed:
        start = starts[each.number]
        yield start + each.first, start + each.stop
