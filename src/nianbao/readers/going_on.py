"""Does a raw table that names none of the three tables go on with the one before it?"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from nianbao.readers.beside import forms_of
from nianbao.readers.similar import meant
from nianbao.readers.tables import RawTable, cells_in
from nianbao.readers.taken import is_figure
from nianbao.readers.vocabulary import MOST_LABELS, SHARED, vocabularies, words_of

# Between two raw tables without words between them stand at most so many marks and line ends.
_NEXT = 12


def going_on(
    last: str, met: AbstractSet[str], tables: Sequence[RawTable], number: int
) -> tuple[str, ...]:
    """Return the table before, where a raw table goes on with it.

    Args:
        last: the key of the table before.
        met: the labels met in it.
        tables: all raw tables.
        number: which of them it is.
    """
    labels = words_of(tables[number].shape).labels
    goes_on = _names_rows(last, met, labels) or _is_between(last, met, tables, number)
    return (last,) if goes_on else ()


def _names_rows(last: str, met: AbstractSet[str], labels: AbstractSet[str]) -> bool:
    """Tell whether a raw table of a few rows holds labels that the table before lacks."""
    words = vocabularies()[last]
    known = labels & words.telling
    # 总计 and 其他 stand in the header too.
    again = (known - SHARED) & met
    return not again and bool(known or _is_like(labels, words.telling - met))


def _is_between(last: str, met: AbstractSet[str], tables: Sequence[RawTable], number: int) -> bool:
    """Tell whether a raw table of one added row stands between two pieces of a table.

    No words stand between the pieces of a table that was cut.
    """
    if not 0 < number < len(tables) - 1 or not _is_row(last, tables[number].shape):
        return False
    before, table, behind = tables[number - 1 : number + 2]
    if table.start - before.stop > _NEXT or behind.start - table.stop > _NEXT:
        return False
    labels, keys = words_of(behind.shape)
    return last in keys or (not keys and _names_rows(last, met, labels))


def _is_row(key: str, shape: str) -> bool:
    """Tell whether a shape is one row: words, and as many figures as a row of the form has."""
    rows = cells_in(shape)
    words, *values = rows[0] if len(rows) == 1 else ("",)
    widths = {len(row.columns) for form in forms_of(key) for row in form.rows}
    return len(words) > 1 and len(values) in widths and all(map(is_figure, values))


def _is_like(labels: AbstractSet[str], missing: Iterable[str]) -> bool:
    """Tell whether a raw table of one row has a label like one that is missing."""
    unbound = {label: label for label in missing}
    return len(labels) <= MOST_LABELS and any(meant(label, unbound) for label in labels)
