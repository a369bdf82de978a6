"""Which rows belong to which of the three tables, and for which edition do they speak?"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from nianbao.editions import editions
from nianbao.model.edition import Edition, Form
from nianbao.model.labels import normalised
from nianbao.model.record import Record
from nianbao.readers.tables import RawRow, RawTable, cells_in
from nianbao.readers.vocabulary import MOST_LABELS, SHARED, labels_in, vocabularies, words_of

Texts = tuple[str, ...]
Shapes = tuple[tuple[str, tuple[int, ...] | None], ...]


class Part(Record):
    """Rows of a raw table: the numbers of them, None for all."""

    table: RawTable
    numbers: tuple[int, ...] | None = None


class FormRows(Record):
    """The rows of one of the three tables, the labels in them, and the same of further copies.

    Attributes:
        parts: the raw tables that hold its rows.
        labels: the normalised labels in them.
        copies: further copies of the table.
    """

    parts: list[Part]
    labels: set[str]
    copies: "list[FormRows]"

    @property
    def shapes(self) -> Shapes:
        """The shapes of its parts: what its labels say depends on them alone."""
        return tuple([(part.table.shape, part.numbers) for part in self.parts])

    @property
    def flat(self) -> list[str]:
        """The texts of all cells of its raw tables, one after the other, as they stand."""
        if len(self.parts) == 1:
            return self.parts[0].table.flat
        return [cell for part in self.parts for cell in part.table.flat]

    @property
    def rows(self) -> list[RawRow]:
        """Its rows, in order."""
        return [
            part.table.rows[number]
            for part in self.parts
            for number in (range(len(part.table.rows)) if part.numbers is None else part.numbers)
        ]


# So many figures stand in the row of 表四.
_LINE = 15


def recognise(tables: Sequence[RawTable]) -> tuple[dict[str, FormRows], list[RawTable]]:
    """Return the rows of each of the three tables, and the raw tables that hold them."""
    found: dict[str, FormRows] = {}
    used = []
    last = ""
    for number, table in enumerate(tables):
        keys = words_of(table.shape).keys
        if not keys and last in found:
            keys = _going_on(last, found[last].labels, tables, number)
        if keys:
            used.append(table)
            last = keys[-1]
        own = _without_added(table, last) if len(keys) == 1 else table
        for key, rows, part in _shared_out(own.shape, keys):
            _add(found, key, FormRows([Part(own, rows)], set(part), []))
    return found, used


def _going_on(
    last: str, met: AbstractSet[str], tables: Sequence[RawTable], number: int
) -> tuple[str, ...]:
    from nianbao.readers.going_on import going_on  # noqa: PLC0415  # for tables cut to pieces alone

    return going_on(last, met, tables, number)


def _without_added(table: RawTable, key: str) -> RawTable:
    if not _may_have_added(table.shape, key):
        return table
    from nianbao.readers.added import without_added  # noqa: PLC0415  # for such tables alone

    return without_added(table, key)


@lru_cache(maxsize=256)
def _may_have_added(shape: str, key: str) -> bool:
    """Tell whether words in a table are not of the form, or rows begin with figures too many."""
    is_known = words_of(shape).labels <= vocabularies()[key].all
    return not is_known or any(_is_numbered(cells) for cells in cells_in(shape) if cells)


def _is_numbered(cells: Texts) -> bool:
    """Tell whether a row may begin with its number: one of figures alone is that of 表四."""
    is_line = len(cells) == _LINE and all(map(str.isdigit, cells))
    return cells[0].isdigit() and not is_line


@lru_cache(maxsize=256)
def _shared_out(
    shape: str, keys: tuple[str, ...]
) -> tuple[tuple[str, tuple[int, ...] | None, frozenset[str]], ...]:
    """Return which rows of a raw table are of which table, and the labels in them.

    Where it holds a table twice, the second is apart.
    """
    rows = cells_in(shape)
    if not keys:
        return ()
    if len(keys) == 1 and len(_starts(keys[0], rows)) < 2:
        return ((keys[0], None, words_of(shape).labels),)
    return tuple(
        (key, part, labels_in(rows[number] for number in part))
        for key, numbers in _sorted(rows, keys).items()
        for part in _apart(key, rows, numbers)
    )


def _apart(key: str, rows: Sequence[Texts], numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the rows of a table, those of a second one apart."""
    starts = _starts(key, [rows[number] for number in numbers])[1:]
    for start, stop in zip([0, *starts], [*starts, len(numbers)], strict=True):
        yield tuple(numbers[start:stop])


def _starts(key: str, rows: Sequence[Texts]) -> list[int]:
    """Return the rows that hold the first telling label of a table."""
    telling = vocabularies()[key].telling
    texts = (cell for cells in rows for cell in cells if len(cell) > 1)
    first = next((text for text in texts if normalised(text) in telling), None)
    return [number for number, cells in enumerate(rows) if first in cells]


def _add(found: dict[str, FormRows], key: str, part: FormRows) -> None:
    """Add the rows of a raw table: to the table they go on, else to a copy of it."""
    here = found.setdefault(key, part)
    if here is part:
        return
    for each in (here, *here.copies):
        if not _is_again(key, each, part):
            each.parts.extend(part.parts)
            each.labels.update(part.labels)
            return
    here.copies.append(part)


def _is_again(key: str, here: FormRows, part: FormRows) -> bool:
    """Tell whether most rows of a raw table were met before."""
    names = (vocabularies()[key].telling - SHARED) & part.labels
    return len(names & here.labels) * 2 > len(names)


def _sorted(rows: Sequence[Texts], keys: Sequence[str]) -> dict[str, list[int]]:
    """Give each row to the table whose labels it holds, else to that of the row before."""
    key = keys[0]
    words = vocabularies()
    parts: dict[str, list[int]] = {}
    for number, cells in enumerate(rows):
        labels = labels_in((cells,)) if len(keys) > 1 else frozenset()
        if labels:
            key = max(keys, key=lambda each: (len(labels & words[each].all), each == key))
        parts.setdefault(key, []).append(number)
    return parts


def vote(key: str, labels: Iterable[str]) -> str | None:
    """Return the edition for which the telling words in the labels of a table speak, or None.

    Where words of both editions are met, the one with more of them decides.
    """
    text = "\n".join(labels)
    counts = {
        edition.key: sum(word in text for word in edition.forms[key].telling)
        for edition in editions().values()
    }
    best = max(counts.values())
    winners = [name for name, count in counts.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None


def vote_of(key: str, found: FormRows) -> str | None:
    """Return the edition for which a table speaks: by its labels, else by a row that it alone has.

    （六）其他处理 is one row of values in 2019 and a group of three rows in 2021.
    """
    return _vote_of(key, found.shapes)


@lru_cache(maxsize=256)
def _vote_of(key: str, shapes: Shapes) -> str | None:
    rows = rows_of(shapes)
    labels = labels_in(rows)
    by_labels = vote(key, labels)
    if by_labels and not labels.isdisjoint(_headers_of_other(by_labels, key)):
        from nianbao.readers.mixed import edition_filled  # noqa: PLC0415  # for such tables alone

        return edition_filled(key, shapes, by_labels)
    if by_labels or key != "requests":
        return by_labels
    leaves = (_whose_leaf(key, cells) for cells in reversed(rows))
    return next((edition for edition in leaves if edition), None)


def _headers_of_other(edition: str, key: str) -> AbstractSet[str]:
    """Return the labels of columns that the form of the other edition alone has."""
    form = editions()[edition].forms[key]
    return other_edition(form).forms[key].column_labels - form.column_labels


def rows_of(shapes: Shapes) -> tuple[Texts, ...]:
    """Return the texts of the rows of shapes, each number written 0."""
    return tuple(
        cells
        for shape, numbers in shapes
        for number, cells in enumerate(cells_in(shape))
        if numbers is None or number in numbers
    )


def _whose_leaf(key: str, cells: Texts) -> str | None:
    """Return the edition in which a row is one of values while it is a group in the other."""
    for number, cell in enumerate(cells[:MOST_LABELS]):
        for name, edition in editions().items() if cell else ():
            other = other_edition(edition.forms[key]).forms[key]
            label = normalised(cell)
            is_leaf = label in edition.forms[key].by_label and label in other.group_labels
            if is_leaf and len(cells) - number > MOST_LABELS:
                return name
    return None


def form_of(edition: str, key: str) -> Form:
    """Return the form of a table in an edition."""
    return editions()[edition].forms[key]


def other_edition(form: Form) -> Edition:
    """Return the edition that a form is not of."""
    return next(edition for edition in editions().values() if edition.key != form.edition)
