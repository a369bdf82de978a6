"""Where do the values of a table stand whose rows share one line of the grid?"""

from nianbao.model.edition import Form
from nianbao.model.labels import normalised
from nianbao.readers.taken import Extra, Placed, Taken, Texts, is_words


def take_line(form: Form, rows: tuple[Texts, ...]) -> Taken:
    """Take the rows of a table that has headers alone, and one line of values below them."""
    taken = Taken()
    known = form.column_labels | form.header_labels | set(form.by_label)
    width = sum(len(row.columns) for row in form.rows)
    filled: list[int] = []
    blank: list[int] = []
    for number, cells in enumerate(rows):
        if any(normalised(cell) in known for cell in cells if cell):
            taken.pending.append(number)
        elif not any(cells):
            blank.append(number)
        elif not all(is_words(cell) for cell in cells if cell):
            filled.append(number)
        elif all(len(cell) <= 1 for cell in cells):
            # The letters of a header that was written downwards.
            taken.pending.append(number)
    # Above the values may stand the numbers of the columns, or an empty row that a converter made.
    values = filled or [number for number in blank if len(rows[number]) == width]
    if values:
        _take_values(form, taken, values[-1], rows[values[-1]], width)
        last = form.rows[-1].pointer
        taken.extra.extend(Extra(last, number, -1) for number in blank if number > values[-1])
    return taken


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
