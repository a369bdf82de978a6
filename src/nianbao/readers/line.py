"""Where do the values of a table stand whose rows share one line of the grid?"""

from collections.abc import Iterator, Sequence

from nianbao.model.edition import Form, Row
from nianbao.model.labels import normalised
from nianbao.model.record import Record
from nianbao.readers.taken import Extra, Placed, Taken, Texts, is_figure, is_words

# Words in the place of all values are short: 无, 见附件.
_LONGEST_VALUE = 6


class _Half(Record):
    """A header, the rows of the form that it names, and the last line of values below it."""

    rows: tuple[Row, ...]
    line: int

    @property
    def width(self) -> int:
        """How many values its rows have."""
        return sum(len(row.columns) for row in self.rows)


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
        elif _has_values(cells):
            filled.append(number)
        elif all(len(cell) <= 1 for cell in cells):
            # The letters of a header that was written downwards.
            taken.pending.append(number)
    # Above the values may stand the numbers of the columns, or an empty row that a converter made.
    values = filled or [number for number in blank if len(rows[number]) == width]
    if values:
        for half in _halves(form, rows, taken.pending, values):
            _take_values(taken, half, rows[half.line])
        last = form.rows[-1].pointer
        taken.extra.extend(Extra(last, number, -1) for number in blank if number > values[-1])
    return taken


def _has_values(cells: Texts) -> bool:
    """Tell whether a row holds more than words; a sentence alone may name figures too."""
    filled = [cell for cell in cells if cell]
    is_note = len(filled) == 1 and len(filled[0]) > _LONGEST_VALUE and not is_figure(filled[0])
    return not is_note and not all(map(is_words, filled))


def _halves(
    form: Form, rows: Sequence[Texts], headers: Sequence[int], values: Sequence[int]
) -> list[_Half]:
    """Return the parts of a table that was divided, 行政复议 and 行政诉讼; else the whole."""
    halves = list(_below_headers(form, rows, headers, values))
    named = [row for half in halves for row in half.rows]
    is_divided = named == list(form.rows) and all(
        _stretch(half, rows[half.line]) for half in halves
    )
    return halves if is_divided else [_Half(form.rows, values[-1])]


def _below_headers(
    form: Form, rows: Sequence[Texts], headers: Sequence[int], values: Sequence[int]
) -> Iterator[_Half]:
    """Yield the last line below each header, and the rows of the form that the header names."""
    labels: set[str] = set()
    line = -1
    for number, is_header in sorted(
        [(at, True) for at in headers] + [(at, False) for at in values]
    ):
        if is_header and line >= 0:
            yield _Half(_named(form, labels), line)
            labels, line = set(), -1
        if is_header:
            labels.update(map(normalised, rows[number]))
        else:
            line = number
    if line >= 0:
        yield _Half(_named(form, labels), line)


def _named(form: Form, labels: set[str]) -> tuple[Row, ...]:
    return tuple(row for row in form.rows if row.labels & labels)


def _take_values(taken: Taken, half: _Half, cells: Texts) -> None:
    stretch = _stretch(half, cells)
    if stretch is None:
        taken.line = (half.line, len(_without_blanks(cells, half.width)))
        return
    first, _ = stretch
    for row in half.rows:
        taken.rows.append(Placed(row, half.line, first, first, first + len(row.columns)))
        first += len(row.columns)


def _stretch(half: _Half, cells: Texts) -> tuple[int, int] | None:
    """Return where the values of a line begin and end, None where their number does not fit."""
    stop = len(_without_blanks(cells, half.width))
    first = 0
    while stop - first > half.width and not cells[first]:
        first += 1
    return (first, stop) if stop - first == half.width else None


def _without_blanks(cells: Texts, width: int) -> Texts:
    """Return the cells of a line without blank ones behind the number it should have."""
    stop = len(cells)
    while stop > width and not cells[stop - 1]:
        stop -= 1
    return cells[:stop]
