"""What do the rows of a table give, taken one by one?"""

from collections.abc import Sequence

from nianbao.model.cell import State, read_cell
from nianbao.model.edition import Row
from nianbao.model.law import Law
from nianbao.model.record import Record

Texts = tuple[str, ...]
Met = tuple[int, int]

# Money has every form that a figure can have.
_ANY = Law("money", "万元")
_MOST_LABEL_CELLS = 3
_CLOSING = frozenset("）)」』”》")


class Placed(Record):
    """Where a row of the form stands.

    Attributes:
        row: the row.
        number: which row of the table it is.
        label: the index of its label cell; of a row without one, of its first value.
        first, stop: the indexes of its value cells.
        is_split: whether the row is divided into rows of its own, so that no value is the row's.
    """

    row: Row
    number: int
    label: int
    first: int
    stop: int
    is_split: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether it has as many value cells as the form."""
        return self.stop - self.first == len(self.row.columns)


class Extra(Record):
    """Where a row stands that the form does not have; ``label`` is -1 for one without words."""

    after: str
    number: int
    label: int


class Nameless(Record):
    """Where a row of values without a label stands, and the row of the form missing there."""

    row: Row
    number: int
    first: int


class Below(Record):
    """A row of values and the number of the header row that stands above it."""

    header: int
    row: Row


class Taken:
    """What the rows of a table gave.

    Attributes:
        rows, line, extra, nameless, other_rows, labels, foreign: as a layout has them.
        marks: where labels stand that are no label of a row met, by pointer.
        pending: the numbers of the header rows.
        below: rows of values with the header row above each.
    """

    def __init__(self) -> None:
        self.rows: list[Placed] = []
        self.line: Met | None = None
        self.extra: list[Extra] = []
        self.nameless: list[Nameless] = []
        self.other_rows: dict[str, Row] = {}
        self.labels: dict[str, str] = {}
        self.foreign: dict[str, str] = {}
        self.marks: dict[str, Met] = {}
        self.pending: list[int] = []
        self.below: list[Below] = []


def place(row: Row, number: int, cells: Texts, label: int, width: int = 0) -> Placed:
    """Return where a row stands whose label is the cell at an index.

    Args:
        row: the row.
        number: which row of the table it is.
        cells: its texts.
        label: the index of its label.
        width: how many cells each row of the table has, 0 where they differ.
    """
    first = label + 1
    # A label of several grid columns comes several times where a converter undid its merge. The
    # bracket that closes it can stand apart.
    while first < len(cells) and (cells[first] == cells[label] or cells[first] in _CLOSING):
        first += 1
    start = width - len(row.columns)
    if len(cells) == width and start >= first and not any(cells[first:start]):
        # In a whole grid the cells that a label spans are blank, and the values come last.
        return Placed(row, number, label, start, width)
    start, stop = _values(row, cells, first)
    is_longer = stop - start == len(row.columns) + 1
    if is_longer and is_words(cells[start]) and cells[start] != cells[start + 1]:
        return Placed(row, number, label, start + 1, stop, is_split=True)
    return Placed(row, number, label, start, stop)


def _values(row: Row, cells: Texts, first: int) -> tuple[int, int]:
    """Return the first index of a row's value cells and the one behind them.

    Blank cells beyond the count are dropped at the end, else those that a merged label leaves at
    the start.
    """
    count, stop = len(row.columns), len(cells)
    if stop - first == sum(row.spans) and _are_spanned(row, cells[first:]):
        return first, stop
    while stop - first > count and not cells[stop - 1]:
        stop -= 1
    skipped = first
    while stop - skipped > count and not cells[skipped] and skipped - first < _MOST_LABEL_CELLS:
        skipped += 1
    return (skipped if stop - skipped == count else first), stop


def _are_spanned(row: Row, texts: Texts) -> bool:
    """Tell whether the cells that each value spans repeat it, or are blank."""
    at = 0
    for span in row.spans:
        if not {texts[at], ""}.issuperset(texts[at : at + span]):
            return False
        at += span
    return True


def is_words(text: str) -> bool:
    """Tell whether a cell holds words where a figure should stand."""
    return read_cell(text, _ANY).state is State.TEXT and not any(map(str.isdigit, text))


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a figure or what stands for one."""
    cell = read_cell(text, _ANY)
    return cell.value is not None or cell.state is State.PLACEHOLDER


def has_figures(texts: Sequence[str]) -> bool:
    """Tell whether any cell holds a figure or what stands for one."""
    return any(map(is_figure, texts))
