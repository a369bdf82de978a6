"""Which labels of columns are broken over two rows: 商业, and 企业 below?"""

from collections.abc import Iterable, Sequence

from nianbao.model.labels import normalised
from nianbao.readers.glossary import columns_known
from nianbao.readers.pipes import Cell

# The rest of a label is short.
_LONGEST, _MOST = 6, 7

Row = Sequence[Cell]


def with_whole_labels(rows: Iterable[Row]) -> list[Row]:
    """Return rows in which the rests of labels stand with their beginnings, not in a row below."""
    whole: list[Row] = []
    for row in rows:
        completed = _completed(whole[-1], row) if whole else None
        if completed:
            whole[-1] = completed
        else:
            whole.append(row)
    return whole


def _completed(above: Row, row: Row) -> Row | None:
    """Return the row above with the rests of its labels, None where the row below holds none."""
    rests = [cell for cell in row if cell.text.strip()]
    if not 0 < len(rests) <= _MOST or not all(map(_may_be_rest, rests)):
        return None
    broken = [at for at, cell in enumerate(above) if cell.text.strip() and not _is_label(cell.text)]
    if len(broken) != len(rests):
        return None
    joined = list(above)
    for at, rest in zip(broken, rests, strict=True):
        label = above[at].text.strip() + rest.text.strip()
        if not _is_label(label):
            return None
        joined[at] = Cell(label, above[at].start)
    return joined


def _may_be_rest(cell: Cell) -> bool:
    text = cell.text.strip()
    return len(text) <= _LONGEST and text.isalpha() and not _is_label(text)


def _is_label(text: str) -> bool:
    return normalised(text) in columns_known()
