"""Where do the values of a table stand whose rows share one line of the grid?"""

from nianbao.model.edition import Form
from nianbao.model.labels import normalised
from nianbao.readers.taken import Extra, Placed, Taken, Texts, is_words


def take_line(form: Form, rows: tuple[Texts, ...]) -> Taken:
    """Take the rows of a table that has headers alone, and one line of values below them."""
    taken = Taken()
    known = form.column_labels | form.header_labels | set(form.by_label)
    width = sum(len(row.columns) for row in form.rows)
    for number, cells in enumerate(rows):
        is_met = bool(taken.rows or taken.line)
        if any(normalised(cell) in known for cell in cells if cell):
            taken.pending.append(number)
        elif not any(cells):
            _take_blank(form, taken, number, cells, width)
        elif not all(is_words(cell) for cell in cells if cell):
            if not is_met:
                _take_values(form, taken, number, cells, width)
        elif all(len(cell) <= 1 for cell in cells):
            # The letters of a header that was written downwards.
            taken.pending.append(number)
    return taken


def _take_blank(form: Form, taken: Taken, number: int, cells: Texts, width: int) -> None:
    """Take a row of blanks: the values where it is as long as they, else a stray row."""
    if taken.rows or taken.line:
        taken.extra.append(Extra(form.rows[-1].pointer, number, -1))
    elif len(cells) == width:
        _take_values(form, taken, number, cells, width)


def _take_values(form: Form, taken: Taken, number: int, cells: Texts, width: int) -> None:
    first, stop = 0, len(cells)
    while stop > width and not cells[stop - 1]:
        stop -= 1
    while stop - first > width and not cells[first]:
        first += 1
    if stop - first != width:
        taken.line = (number, stop)
        return
    for row in form.rows:
        taken.rows.append(Placed(row, number, first, first, first + len(row.columns)))
        first += len(row.columns)
